import { type Html, html } from '../../../markup/html.ts';
import { qrCode } from '../../../markup/qr.ts';
import type { Context } from '../../kit/context.ts';

/** How a document is handed on: its address to copy or to give to another program, on paper, and from there by a code that leads to where it is checked. */

/** The island that copies and shares. */
export const HAND_ON = 'hand-on';

/** The page that checks the document at this path below the installation's address. */
export const checkPath = (path: string): string => `/verify?of=${encodeURIComponent(path)}`;

/** @param path of the document, below the installation's address */
export const handOn = (context: Context, path: string, title: string): Html => {
  const words = context.t.texts.handOn;
  const { copied, notCopied } = words;
  return html`<figure class="check-code">
      ${qrCode(`${context.origin}${checkPath(path)}`, words.code)}
      <figcaption>${words.caption}</figcaption>
    </figure>
    <hand-on
      class="no-print"
      data-address="${context.origin}${path}"
      data-title="${title}"
      data-messages="${JSON.stringify({ copied, notCopied })}"
    >
      <button type="button" class="plain" data-part="share" hidden>${words.share}</button>
      <button type="button" class="plain" data-part="copy" hidden>${words.copy}</button>
      <button type="button" class="plain" data-part="print" hidden>${words.print}</button>
      <span role="status" class="quiet"></span>
    </hand-on>`;
};
