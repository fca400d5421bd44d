import { type Html, html } from '../../../markup/html.ts';
import { openingOf } from '../parts/decision-card.ts';
import { theirs } from '../../kit/theirs.ts';
import type { Final } from '../../../charter/final/final.ts';
import type { Text } from '../../../charter/texts/state.ts';
import type { Context } from '../../kit/context.ts';
import { tableLinks } from '../../kit/csv.ts';
import { page } from '../../kit/layout.ts';
import { pdfLink } from '../../kit/pdf-link.ts';
import { plainClauses } from '../../kit/prose.ts';
import { finalFiles, otherForms } from '../parts/final-files.ts';
import { HAND_ON, checkPath, handOn } from '../parts/hand-on.ts';
import { finalSheet, sectionHtml } from '../parts/final-sheet.ts';
import { textPath } from '../parts/text-places.ts';
import { otherLanguages } from './document-language.ts';

/** An adopted text as it is published, in the order of a treaty: its words, the signatories, how it became final, and how to check it (13.3, 13.4). */
export const documentPage = (context: Context, text: Text, final: Final): Html => {
  const { symbol, title, clauses, back } = finalSheet(context, text.number, final);
  return page(context, {
    title,
    about: [`texts/${text.number}`],
    islands: [HAND_ON],
    width: 'narrow',
    running: `${context.base}/decisions/${text.number}/running.css`,
    card: {
      words: openingOf(clauses, text.language ?? context.language) ?? '',
      type: 'CreativeWork',
      language: text.language,
      published: final.note.at,
      identifier: symbol,
    },
    forms: otherForms(context, `${context.base}/decisions/${text.number}`),
    body: html`<article class="document">
      <p class="symbol">${symbol}</p>
      <h1>${theirs(title)}</h1>
      ${otherLanguages(context, text)} ${plainClauses(context, clauses, 2)}
      ${back.map((section) => sectionHtml(context, section))}
      ${handOn(context, `${context.base}/decisions/${text.number}`, title)} ${ways(context, text)}
    </article>`,
  });
};

/** Where to go from here; none of it is printed. */
const ways = (context: Context, text: Text): Html => {
  const { t, reader, conference, base } = context;
  const words = t.texts.documents;
  return html`<p class="no-print">
      <a href="/api/conferences/${conference.slug}/texts/${text.number}/bundle">${words.bundle}</a> ·
      <a href="${checkPath(`${base}/decisions/${text.number}`)}">${words.verify}</a> ·
      ${finalFiles(context, `${base}/decisions/${text.number}`)}
    </p>
    ${text.signatures.size === 0 ? '' : html`<p class="no-print">${tableLinks(context, 'signatures', `${base}/decisions/${text.number}/signatures`, text.signatures.size)}</p>`}
    ${text.translations.size === 0 ? '' : pdfLink(context, `${base}/decisions/${text.number}/dossier`, { label: t.texts.paper.dossierOf.text })}
    ${reader.member ? html`<p class="no-print"><a href="${textPath(context, text, 'history')}">${words.negotiated}</a> · <a href="${textPath(context, text, 'authors')}">${t.texts.written.title}</a></p>` : ''}`;
};
