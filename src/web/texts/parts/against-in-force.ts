import { type Version, termsOf } from '../../../charter/law/charter.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { wordDiff } from '../../kit/compare/word-diff.ts';
import { termsChange } from '../../members/parts/rules-table.ts';
import { changesList } from './text-changes.ts';

/** How a charter that is proposed differs from the one in force: title, head, rules and words. */
export const againstInForce = (context: Context, { title, clauses, charter: terms }: Version): Html | '' => {
  const inForce = context.reader.charter()?.charter;
  if (inForce === undefined || terms === undefined) return '';
  const words = context.t.texts;
  return html`<h2>${words.rules.against}</h2>
    ${
      inForce.title === title
        ? ''
        : html`<p class="label">${words.history.titleChanged}</p>
            <p class="words" dir="auto">${wordDiff(context, inForce.title, title)}</p>`
    }
    ${termsChange(context, termsOf(inForce), terms)} ${changesList(context, inForce.principles, clauses)}`;
};
