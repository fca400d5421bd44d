import { type Html, html } from '../../../markup/html.ts';
import type { Text } from '../../../charter/texts/state.ts';
import type { Context } from '../../kit/context.ts';
import { page } from '../../kit/layout.ts';
import { decisionCard } from '../parts/decision-card.ts';
import { pageLinks, pageOf } from '../../kit/listing.ts';
import { pastAmong, pastAt, pastCard, pastOf } from '../../kit/past.ts';
import { adoptedHtml } from '../parts/final-sheet.ts';

const PAGE = 30;

/** The adopted texts, newest first: what the conference has said. */
export const documentsPage = (context: Context): Html => {
  const { t } = context;
  const words = t.texts.documents;
  const all = decidedHereAndBefore(context);
  const shown = pageOf(all, context, PAGE, ({ name }) => name);
  return page(context, {
    title: words.title,
    feed: `${context.base}/feed.atom`,
    body: html`<h1>${words.title}</h1>
      <p class="lede">${words.lede}</p>
      ${pastAmong(context, pastOf(context, 'decision'))}
      ${
        all.length === 0
          ? html`<p class="empty">${words.empty}</p>`
          : html`<ul class="cards">
              ${shown.items.map(({ card }) => card())}
            </ul>`
      }
      ${pageLinks(context, shown)}
      <p><a href="${context.base}/charters">${t.workspace.about.charters.title}</a></p>`,
  });
};

/** What was adopted here, and what comes from the archive under its mark, the newest first. */
const decidedHereAndBefore = (context: Context): readonly { readonly name: string; readonly card: () => Html }[] =>
  [
    ...adoptedTexts(context.reader).map((text) => ({
      at: text.decision?.outcome?.at ?? 0,
      name: `${text.number}`,
      card: () => decisionCard(context, text, 2),
    })),
    ...pastOf(context, 'decision').map((piece) => ({
      at: pastAt(piece),
      name: `archive-${piece.number}`,
      card: () => pastCard(context, piece),
    })),
  ].toSorted((a, b) => b.at - a.at);

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
