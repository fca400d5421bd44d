import { ACT_RULES, type ActKind } from '../../charter/acts.ts';
import { type Html, html } from '../../markup/html.ts';
import type { FormState } from '../kit/controls.ts';
import { page } from '../kit/layout.ts';
import { carriedPrepared, preparedBox } from './hand-over.ts';
import { limitsSaid } from './form-limits.ts';
import { problemBox } from '../kit/problem.ts';

export interface FormSheet {
  readonly kind: ActKind;
  /** In place of the article that it is made under. */
  readonly symbol?: string | Html;
  readonly lede: string | Html;
  /** What it is about, where that stands on the record already. */
  readonly about?: Html;
  /** What stands above the form in place of the usual box, where the fault needs its own words. */
  readonly trouble?: Html | '' | undefined;
  readonly fields: Html;
  readonly width?: 'narrow' | 'wide';
  readonly islands?: readonly string[];
  /** For a form that takes files. */
  readonly multipart?: boolean;
  /** Whether there is nothing to send yet. */
  readonly silent?: boolean;
}

/** What the key Enter presses in a field: the form's own step, not whichever button stands first. */
const defaultButton = html`<button class="visually-hidden" tabindex="-1" aria-hidden="true"></button>`;

/** A page with the form of one act: what it is, what it means, its fields, and the step to the page before signing. */
export const formPage = ({ context, problem, fields: typed }: FormState, sheet: FormSheet): Html => {
  const { t, base } = context;
  const { kind, lede, about, fields, trouble, islands = [], width = 'narrow', multipart = false } = sheet;
  const silent = sheet.silent === true;
  return page(context, {
    title: t.acts.kind[kind],
    width,
    islands,
    body: html`<p class="symbol">${sheet.symbol ?? t.common.article(ACT_RULES[kind].article)}</p>
      <h1>${t.acts.kind[kind]}</h1>
      ${about === undefined ? '' : html`<p class="about" dir="auto">${about}</p>`} ${preparedBox(context, typed)}
      ${trouble ?? problemBox(context, problem)}
      <p class="lede">${lede}</p>
      <form method="post" action="${base}/do/${kind}" ${multipart ? html`enctype="multipart/form-data"` : ''}>
        ${silent ? '' : defaultButton} ${carriedPrepared(typed)} ${fields}
        ${
          silent
            ? ''
            : html`${limitsSaid(context, kind)}
                <p class="actions"><button>${t.acts.review}</button></p>`
        }
      </form>`,
  });
};
