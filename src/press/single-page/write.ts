import { type Bytes, utf8 } from '../../base/bytes.ts';
import type { SinglePage } from '../../conference/documents.ts';
import { html } from '../../markup/html.ts';
import { qrCode } from '../../markup/qr.ts';
import { isRightToLeft, isRightToLeftLanguage } from '../direction.ts';
import { clausesHtml, sectionHtml } from './blocks.ts';
import { STYLE } from './style.ts';
import { createNotes, saidHtml } from './words.ts';

/** What HTML has for a language that nobody said. */
const UNKNOWN = '';

/** A finished text as one HTML file that needs nothing beside it: no script, no typeface, no picture but the code drawn in it, and no request to anywhere. */
export const writeSinglePage = ({ sheet, language, ours, address, code }: SinglePage): Bytes => {
  const { letterhead, symbol, title, lines, clauses, back } = sheet;
  const notes = createNotes();
  const rightToLeft = language === null ? isRightToLeft(title) : isRightToLeftLanguage(language);
  const body = clausesHtml(clauses, notes);
  const sections = back.map((section) => sectionHtml(section, notes));
  return utf8(
    html`<!doctype html>
      <html lang="${ours}" dir="${isRightToLeftLanguage(ours) ? 'rtl' : 'ltr'}">
        <head>
          <meta charset="utf-8" />
          <meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>${title}</title>
          <link rel="canonical" href="${address}" />
          <style>
            ${STYLE}
          </style>
        </head>
        <body>
          <main>
            ${(letterhead ?? []).map((name) => html`<p class="head" dir="auto">${name}</p>`)}
            <p class="head">${symbol}</p>
            <article lang="${language ?? UNKNOWN}" dir="${rightToLeft ? 'rtl' : 'ltr'}">
              <h1 dir="auto">${title}</h1>
              ${lines.map((said) => html`<p lang="${ours}" dir="auto">${saidHtml(said)}</p>`)} ${body}
            </article>
            ${sections}
            ${
              notes.all().length === 0
                ? ''
                : html`<section class="notes">
                    <ol>
                      ${notes.all()}
                    </ol>
                  </section>`
            }
            ${
              code === null
                ? ''
                : html`<figure>
                    ${qrCode(code.leads, code.label)}
                    <figcaption><a href="${code.leads}">${code.leads}</a></figcaption>
                  </figure>`
            }
          </main>
        </body>
      </html> `.toString(),
  );
};
