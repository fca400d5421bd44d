import { type Html, html } from '../markup/html.ts';

/**
 * The HTML of a mail: one narrow column of text, in the reader's own light or dark. Styles stand on the elements, where every mail program takes
 * them; there are no pictures, so nothing is fetched that would tell when it was read. What comes in is escaped unless it is {@link Html}.
 */
export const mailPage = ({ language, title, body, foot }: MailPage): string => {
  const page = html`<html lang="${language}">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width" />
      <meta name="color-scheme" content="light dark" />
      <title>${title}</title>
    </head>
    <body style="margin:0;padding:24px 16px;font:16px/1.5 Georgia,'Times New Roman',serif">
      <div style="max-width:36em;margin:0 auto">
        ${body}
        <p style="margin:32px 0 0;padding:12px 0 0;border-top:1px solid #888;font:13px/1.5 system-ui,sans-serif">
          ${foot}
        </p>
      </div>
    </body>
  </html>`;
  return `<!doctype html>\n${page.toString()}`;
};

export interface MailPage {
  readonly language: string;
  readonly title: string;
  readonly body: Html;
  readonly foot: Html;
}
