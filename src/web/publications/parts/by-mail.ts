import type { Periodical } from '../../../charter/publications/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { type FormState, hidden, lineInput, select } from '../../kit/controls.ts';
import { type Fields, NO_FIELDS } from '../../kit/fields.ts';
import { languageText } from '../../kit/languages.ts';
import type { FormProblem } from '../../kit/problem.ts';
import { languageFor } from './names.ts';
import { periodicalPath } from './paths.ts';

/** A subscription as it was typed, and why it cannot be. */
export interface Typed {
  readonly fields: Fields;
  readonly fault: 'not-an-address' | 'too-often' | null;
}

export const NOT_TYPED: Typed = { fields: NO_FIELDS, fault: null };

/** The form by which anybody has each issue sent to them, where this installation has a post. */
export const byMail = (context: Context, periodical: Periodical, { fields, fault }: Typed): Html | '' => {
  if (!context.offersMail) return '';
  const words = context.t.publications.byMail;
  const problem: FormProblem | null =
    fault === 'not-an-address' ? { kind: 'field', field: 'address', why: 'not-a-mail-address' } : null;
  const state: FormState = { context, fields, problem };
  const [only, another] = periodical.languages;
  return html`<section class="by-mail" id="by-mail" aria-labelledby="by-mail-title">
    <h2 id="by-mail-title">${words.title}</h2>
    <p>${words.lede}</p>
    ${
      fault === null
        ? ''
        : html`<div class="problem" role="alert" tabindex="-1">
            <h3>${context.t.common.problem}</h3>
            <p>${words.fault[fault]}</p>
          </div>`
    }
    <form method="post" action="${periodicalPath(context, periodical)}/by-mail">
      ${lineInput(state, { name: 'address', label: words.address, initial: '', max: 254 })}
      ${
        another === undefined
          ? hidden('language', only ?? context.language)
          : select(state, {
              name: 'language',
              label: words.language,
              initial: languageFor(context, periodical),
              options: periodical.languages.map((tag) => [tag, languageText(context, tag)]),
            })
      }
      <p class="actions"><button class="second">${words.button}</button></p>
    </form>
  </section>`;
};
