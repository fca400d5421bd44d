import { type Bytes, utf8 } from '../../base/bytes.ts';
import type { SinglePage } from '../../conference/documents.ts';
import type { Section } from '../../charter/final/sheet.ts';
import { type Html, html } from '../../markup/html.ts';
import { qrCode } from '../../markup/qr.ts';
import { isRightToLeft, isRightToLeftLanguage } from '../direction.ts';
import { blockHtml, clausesHtml } from '../hypertext/blocks.ts';
import { type NoteForm, type Notes, createNotes, saidHtml } from '../hypertext/words.ts';
import { STYLE } from './style.ts';

/** At the end of the page, each with a way back to its mark. */
const NOTES: NoteForm = {
  mark: (number) => html`<sup><a id="mark-${number}" href="#note-${number}" role="doc-noteref">${number}</a></sup>`,
  note: (number, inside) =>
    html`<li id="note-${number}" dir="auto" role="doc-footnote">
      ${inside} <a href="#mark-${number}" role="doc-backlink">↑</a>
    </li>`,
};

const sectionHtml = ({ title, blocks }: Section, notes: Notes): Html =>
  html`<section>
    ${title === null ? '' : html`<h2>${title}</h2>`}${blocks.map((block) => blockHtml(block, title ?? '', notes))}
  </section>`;

/** What HTML has for a language that nobody said. */
const UNKNOWN = '';

/** A finished text as one HTML file that needs nothing beside it: no script, no typeface, no picture but the code drawn in it, and no request to anywhere. */
export const writeSinglePage = ({ sheet, language, ours, address, code }: SinglePage): Bytes => {
  const { letterhead, symbol, title, lines, clauses, back } = sheet;
  const notes = createNotes(NOTES);
  const rightToLeft = language === null ? isRightToLeft(title) : isRightToLeftLanguage(language);
  const body = clausesHtml(clauses, notes);
  const sections = back.map((section) => sectionHtml(section, notes));
  const noted = notes.taken();
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
              noted.length === 0
                ? ''
                : html`<section class="notes">
                    <ol>
                      ${noted}
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
