import type { Text } from '../../../charter/texts/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { mayWork } from './text-facts.ts';
import { textPath } from './text-places.ts';

/** Beside a text: its file for a word processor, and the way back. */
export const filesPanel = (context: Context, text: Text): Html => {
  const words = context.t.texts.download;
  const tracked = text.stage === 'negotiation';
  return html`<section class="panel no-print">
    <h2>${words.title}</h2>
    <ul class="plain spaced">
      <li><a href="${textPath(context, text)}.docx">${tracked ? words.tracked : words.docx}</a></li>
      ${tracked && mayWork(context) ? html`<li><a href="${textPath(context, text)}/import">${words.back}</a></li>` : ''}
    </ul>
  </section>`;
};
