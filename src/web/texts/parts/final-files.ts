import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';

/** A finished text as files, beside its page. @param at the page's address */
export const finalFiles = (context: Context, at: string): Html => {
  const words = context.t.texts.download;
  return html`${context.offersPdf ? html`<a href="${at}.pdf">${words.pdf}</a> · ` : ''}<a href="${at}.docx"
      >${words.docx}</a
    >
    · <a href="${at}.epub">${words.epub}</a> · <a href="${at}.md">${words.markdown}</a>`;
};
