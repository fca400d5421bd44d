import { printedNow } from '../../../charter/members/names.ts';
import { ownCountry } from '../../../charter/names/printed.ts';
import { type Html, html } from '../../../markup/html.ts';
import { theirs } from '../../kit/theirs.ts';
import type { Circulation } from '../../../charter/group/state.ts';
import type { Organisation } from '../../../charter/members/organisation-state.ts';
import type { Context } from '../../kit/context.ts';
import { circulatedPath, circulatedTitle } from '../parts/circulated.ts';
import { circulatedWords } from '../parts/circulated-words.ts';
import { blockHtml } from '../../texts/parts/final-sheet.ts';
import { inLanguage } from '../../kit/languages.ts';
import { page } from '../../kit/layout.ts';
import { pdfLink } from '../../kit/pdf-link.ts';
import { plainClauses } from '../../kit/prose.ts';
import { dayText, org } from '../../kit/words.ts';

/** What was communicated as a letter on paper, for an organisation that no mail reaches. `kept`: the words of a letter, kept beside the record. */
export const printPage = (
  context: Context,
  circulation: Circulation,
  to: Organisation | null,
  kept: string | null,
): Html => {
  const { t, base } = context;
  const words = t.post.circulation;
  const title = circulatedTitle(context, circulation.what);
  return page(context, {
    title: `${words.print}: ${title}`,
    width: 'narrow',
    body: html`<div class="no-print">
        <p class="symbol"><a href="${base}/letters/circulations/${circulation.number}">${words.letter.back}</a></p>
        <h1>${words.print}</h1>
        <p>${to === null ? words.letter.choose : words.letter.hint}</p>
        ${to === null ? whom(context, circulation) : ''}
      </div>
      ${
        to === null
          ? ''
          : html`${pdfLink(context, `${base}/letters/circulations/${circulation.number}/print`, { query: `?to=${to.id}` })}
            ${letter(context, circulation, to, kept)}`
      }`,
  });
};

const whom = (context: Context, { number, recipients }: Circulation): Html =>
  html`<ul class="names">
    ${[...recipients.keys()].map(
      (id) =>
        html`<li><a href="${context.base}/letters/circulations/${number}/print?to=${id}">${org(context, id)}</a></li>`,
    )}
  </ul>`;

const letter = (context: Context, circulation: Circulation, to: Organisation, kept: string | null): Html => {
  const { t, base, origin, reader } = context;
  const words = t.post.circulation;
  const { what, on, number } = circulation;
  const charter = reader.charter()?.charter;
  return html`<article class="paper">
    <header>
      <p class="paper-head"><bdi>${charter?.name ?? ''}</bdi></p>
      <p class="paper-seat" dir="auto">${charter?.seat ?? ''}</p>
    </header>
    <address>
      <span class="visually-hidden">${words.letter.to}: </span><bdi>${to.name}</bdi>
      ${to.gloss === null ? '' : html`<bdi>${to.gloss}</bdi>`}
      <span><bdi>${ownCountry(printedNow(to))}</bdi></span>
    </address>
    <p class="paper-date">${dayText(context, on.at)}</p>
    <p class="symbol">${words.what[what.kind]} · ${words.letter.symbol(number)}</p>
    <h2>${theirs(circulatedTitle(context, what))}</h2>
    <div class="paper-words">${body(context, circulation, kept)}</div>
    <footer>
      <h3>${words.letter.where}</h3>
      <p>${words.letter.whereBody(on.index)}</p>
      <p class="paper-links">
        <span>${origin}${circulatedPath(context, what)}</span> <span>${origin}${base}/record/${on.index}</span>
      </p>
      <p>${words.letter.reply}</p>
      <p class="quiet">${words.letter.dated(dayText(context, context.now))}</p>
    </footer>
  </article>`;
};

/** The words themselves. */
const body = (context: Context, { what }: Circulation, kept: string | null): Html => {
  const { language, clauses, blocks } = circulatedWords(context, what, kept);
  const inner = html`${clauses.length === 0 ? '' : plainClauses(context, clauses)}
  ${blocks.map((block) => blockHtml(context, '', block))}`;
  return language === null ? inner : html`<div ${inLanguage(language)}>${inner}</div>`;
};
