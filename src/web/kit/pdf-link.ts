import { type Html, html } from '../../markup/html.ts';
import type { Context } from './context.ts';

/** Below a page that is also a PDF file, where those are offered. @param at the page's address, and what is asked of it */
export const pdfLink = ({ t, offersPdf }: Context, at: string, query = ''): Html | '' =>
  offersPdf ? html`<p class="no-print"><a href="${at}.pdf${query}">${t.texts.download.pdf}</a></p>` : '';
