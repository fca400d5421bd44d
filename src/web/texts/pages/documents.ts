import { type Html, html } from '../../../markup/html.ts';
import { sentence, theirs } from '../../kit/theirs.ts';
import type { Text } from '../../../charter/texts/state.ts';
import { present } from '../../../charter/texts/texts.ts';
import type { Context } from '../../kit/context.ts';
import { page } from '../../kit/layout.ts';
import { pageLinks, pageOf } from '../../kit/listing.ts';
import { symbolOf } from '../../kit/symbol.ts';
import { dayText } from '../../kit/words.ts';

const PAGE = 50;

/** The adopted texts, newest first: what the conference has said. */
export const documentsPage = (context: Context): Html => {
  const { t, base, reader } = context;
  const words = t.texts.documents;
  const adopted = reader
    .texts()
    .filter((text) => text.stage === 'adopted')
    .toSorted((a, b) => (b.decision?.outcome?.at ?? 0) - (a.decision?.outcome?.at ?? 0));
  const shown = pageOf(adopted, context, PAGE, ({ number }) => number);
  return page(context, {
    title: words.title,
    body: html`<h1>${words.title}</h1>
      <p class="lede">${words.lede}</p>
      ${
        adopted.length === 0
          ? html`<p class="empty">${words.empty}</p>`
          : html`<ul class="rows">
              ${shown.items.map(
                (text) =>
                  html`<li>
                    <span class="symbol">${symbolOf(context, text)}</span>
                    <span class="what block" dir="auto"
                      ><a href="${base}/decisions/${text.number}">${present(text).title}</a></span
                    >
                    <span class="why">${becameFinal(context, text)} · ${words.signed(validSignatures(text))}</span>
                  </li>`,
              )}
            </ul>`
      }
      ${pageLinks(context, shown)}`,
  });
};

/** When, where and how it became final (13.3). */
export const becameFinal = (context: Context, { decision }: Text): Html | '' => {
  const outcome = decision?.outcome ?? null;
  if (decision === null || outcome === null) return '';
  const how = context.t.texts.head.result[outcome.result];
  return sentence(
    (place) => context.t.texts.documents.final(how, dayText(context, outcome.at), place).replace(/\.$/u, ''),
    theirs(decision.place),
  );
};

const validSignatures = ({ signatures }: Text): number =>
  [...signatures.values()].filter(({ withdrawn }) => withdrawn === null).length;
