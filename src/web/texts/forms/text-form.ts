import { type Html, html } from '../../../markup/html.ts';
import type { Text } from '../../../charter/texts/state.ts';
import { quotable } from '../../../base/quotable.ts';
import { theirs } from '../../kit/theirs.ts';
import { present } from '../../../charter/texts/texts.ts';
import type { Context } from '../../kit/context.ts';
import { type FormState, hidden } from '../../kit/controls.ts';
import { type FormSheet, formPage } from '../../act/form-page.ts';
import { symbolLine } from '../parts/text-head.ts';
import { textPath } from '../parts/text-places.ts';

interface TextFormSheet extends Omit<FormSheet, 'symbol' | 'about'> {
  /** `null`: none that is there already. */
  readonly text: Text | null;
}

/** A page with the form of an act on a text. It says that it was sent, so that what is chosen at first is told from what was chosen. */
export const textForm = (state: FormState, { text, fields, ...sheet }: TextFormSheet): Html =>
  formPage(state, {
    ...sheet,
    ...(text === null ? {} : { symbol: symbolLine(state.context, text), about: textLink(state.context, text) }),
    fields: html`${hidden('sent', 'yes')} ${text === null ? '' : hidden('text', text.number)} ${fields}`,
  });

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
