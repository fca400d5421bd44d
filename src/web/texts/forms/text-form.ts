import { type Html, html } from '../../../markup/html.ts';
import { quotable, theirs } from '../../kit/theirs.ts';
import { ACT_RULES, type ActKind } from '../../../charter/acts.ts';
import type { Text } from '../../../charter/texts/state.ts';
import { present } from '../../../charter/texts/texts.ts';
import type { Context } from '../../kit/context.ts';
import { type FormState, hidden } from '../../kit/controls.ts';
import { page } from '../../kit/layout.ts';
import { problemBox } from '../../kit/problem.ts';
import { symbolLine, textPath } from '../parts/text-head.ts';

/** A page with the form of an act on a text: which text, what the act means, its fields. */

interface TextFormSheet {
  readonly kind: ActKind;
  /** `null`: none that is there already. */
  readonly text: Text | null;
  readonly lede: string | Html;
  readonly fields: Html;
  /** What stands above the fields in place of the usual box, where the fault needs its own words. */
  readonly trouble?: Html | '';
  readonly width?: 'narrow' | 'wide';
  readonly islands?: readonly string[];
  /** Whether the form takes files. */
  readonly upload?: true;
  /** Whether there is nothing to send yet. */
  readonly silent?: boolean;
}

/** What the key Enter presses in a field: the form's own step, not whichever button stands first. */
const defaultButton = html`<button class="visually-hidden" tabindex="-1" aria-hidden="true"></button>`;

export const textForm = (state: FormState, sheet: TextFormSheet): Html => {
  const { context, problem } = state;
  const { t, base } = context;
  const { kind, text, lede, fields, trouble } = sheet;
  return page(context, {
    title: t.acts.kind[kind],
    width: sheet.width ?? 'narrow',
    ...(sheet.islands === undefined ? {} : { islands: sheet.islands }),
    body: html`<p class="symbol">
        ${text === null ? t.common.article(ACT_RULES[kind].article) : symbolLine(context, text)}
      </p>
      <h1>${t.acts.kind[kind]}</h1>
      ${text === null ? '' : html`<p class="about" dir="auto">${textLink(context, text)}</p>`}
      ${trouble ?? problemBox(context, problem)}
      <p class="lede">${lede}</p>
      <form
        method="post"
        action="${base}/do/${kind}"
        ${sheet.upload === true ? html`enctype="multipart/form-data"` : ''}
      >
        ${sheet.silent === true ? '' : defaultButton} ${hidden('sent', 'yes')}
        ${text === null ? '' : hidden('text', text.number)} ${fields}
        ${sheet.silent === true ? '' : html`<p class="actions"><button>${t.acts.review}</button></p>`}
      </form>`,
  });
};

/** The text's title, leading to where the reader may read it. */
const textLink = (context: Context, text: Text, title = present(text).title): Html =>
  html`<a href="${context.reader.may('text') ? textPath(context, text) : `${context.base}/decisions/${text.number}`}"
    >${theirs(title)}</a
  >`;

/** What an act says it is about: a sentence, then the text by title and symbol; by its number where it may not be seen. */
export const aboutText = (context: Context, sentence: string, number: number, more: string | Html = ''): Html => {
  const text = context.reader.text(number);
  return html`<p>
    ${sentence} ${more}
    ${text === null ? context.t.texts.head.draft(number) : html`<q>${textLink(context, text, quotable(present(text).title))}</q> <span class="quiet">(${symbolLine(context, text)})</span>`}.
  </p>`;
};
