import { type Html, html } from '../../../markup/html.ts';
import type { Text } from '../../../charter/texts/state.ts';
import type { Context } from '../../kit/context.ts';
import { page } from '../../kit/layout.ts';
import { decisionCard } from '../parts/decision-card.ts';
import { pageLinks, pageOf } from '../../kit/listing.ts';
import { adoptedHtml } from '../parts/final-sheet.ts';

const PAGE = 30;

/** The adopted texts, newest first: what the conference has said. */
export const documentsPage = (context: Context): Html => {
  const { t, reader } = context;
  const words = t.texts.documents;
  const adopted = adoptedTexts(reader);
  const shown = pageOf(adopted, context, PAGE, ({ number }) => number);
  return page(context, {
    title: words.title,
    feed: `${context.base}/feed.atom`,
    body: html`<h1>${words.title}</h1>
      <p class="lede">${words.lede}</p>
      ${
        adopted.length === 0
          ? html`<p class="empty">${words.empty}</p>`
          : html`<ul class="cards">
              ${shown.items.map((text) => decisionCard(context, text))}
            </ul>`
      }
      ${pageLinks(context, shown)}
      <p><a href="${context.base}/charters">${t.workspace.about.charters.title}</a></p>`,
  });
};

/** Those that the reader may see, the newest first. */
export const adoptedTexts = (reader: Context['reader']): readonly Text[] =>
  reader
    .texts()
    .filter(({ stage }) => stage === 'adopted')
    .toSorted((a, b) => (b.decision?.outcome?.at ?? 0) - (a.decision?.outcome?.at ?? 0));

/** When, where and how it became final (13.3). */
export const becameFinal = (context: Context, text: Text): Html | '' => {
  const final = context.reader.final(text);
  return final === null || final.note.how === 'founded' ? '' : adoptedHtml(context, final.note);
};
