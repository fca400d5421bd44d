import { type Html, html } from '../../markup/html.ts';
import type { Context } from './context.ts';

interface Asked {
  /** What is asked of the address. */
  readonly query?: string;
  readonly label?: string;
}

/** Below a page that is also a PDF file, where those are offered. @param at the file's address, without its ending */
export const pdfLink = ({ t, offersPdf }: Context, at: string, { query = '', label }: Asked = {}): Html | '' =>
  offersPdf ? html`<p class="no-print"><a href="${at}.pdf${query}">${label ?? t.texts.download.pdf}</a></p>` : '';
