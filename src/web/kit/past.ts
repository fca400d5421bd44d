import { standing } from '../../charter/history/archive.ts';
import { type PastDay, firstOf } from '../../charter/history/past-day.ts';
import type { PastKind, PastPiece } from '../../charter/history/piece.ts';
import type { Piece } from '../../charter/history/state.ts';
import { type Day, type Instant, startOf } from '../../base/time.ts';
import { type Html, html } from '../../markup/html.ts';
import type { Context, SiteContext } from './context.ts';
import { theirs } from './theirs.ts';
import { dayText, monthText, yearText } from './words.ts';
import { type PageOf, pageLinks, pageOf } from './listing.ts';

/** Pieces from the archive as they stand in lists, always under their mark. */

/** Those of these kinds, the newest first. */
export const pastOf = ({ reader }: Pick<Context, 'reader'>, ...kinds: readonly PastKind[]): readonly Piece[] =>
  reader
    .archive()
    .filter((piece) => kinds.includes(standing(piece).what.kind))
    .toSorted((a, b) => pastAt(b) - pastAt(a));

/** When it was at the earliest, to be sorted by. */
export const pastAt = (piece: Piece): Instant => startOf(firstOf(standing(piece).what.on) as Day);

/** As far as it is known: `2 June 2019`, `June 2019`, `2019`. */
export const pastDayText = (context: SiteContext, on: PastDay): string => {
  const at = startOf(firstOf(on) as Day);
  if (on.length === 4) return yearText(context, at);
  return on.length === 7 ? monthText(context, at) : dayText(context, at);
};

/** When it was, from its first day to its last. */
export const pastTime = (context: SiteContext, { on, until, kind }: PastPiece): string => {
  const words = context.t.archive;
  const from = pastDayText(context, on);
  if (until !== null && until !== on) return words.took(from, pastDayText(context, until));
  return kind === 'participant' && until === null ? words.since(from) : from;
};

/** What tells a piece from everything that was done here. */
export const pastMark = ({ t }: Pick<SiteContext, 't'>, reference: string): Html =>
  html`<span class="symbol from-archive">${t.archive.mark} · <bdi>${reference}</bdi></span>`;

export const pastRow = (context: Context, piece: Piece): Html => {
  const { t, base } = context;
  const words = t.archive;
  const { what } = standing(piece);
  const { kind, reference, title, place, names, language } = what;
  return html`<li>
    ${pastMark(context, reference)}
    <span class="what block" dir="auto" ${language === null ? '' : html`lang="${language}"`}
      ><a href="${base}/archive/${piece.number}">${theirs(title)}</a></span
    >
    <span class="why"
      >${words.kind[kind]} ·
      ${pastTime(context, what)}${place === null ? '' : html` · ${theirs(place)}`}${
        names.length === 0 ? '' : ` · ${words.names(names.length)}`
      }</span
    >
  </li>`;
};

export const pastCard = (context: Context, piece: Piece): Html => {
  const { t, base } = context;
  const { what } = standing(piece);
  const { reference, title, place, names } = what;
  return html`<li class="card">
    ${pastMark(context, reference)}
    <h2><a href="${base}/archive/${piece.number}">${theirs(title)}</a></h2>
    <p class="foot">
      <span>${pastTime(context, what)}${place === null ? '' : html` · ${theirs(place)}`}</span>
      ${names.length === 0 ? '' : html`<span>${t.archive.names(names.length)}</span>`}
    </p>
  </li>`;
};

/** Below the heading of a list in which some are from the archive. */
export const pastAmong = ({ t }: Pick<SiteContext, 't'>, pieces: readonly Piece[]): Html | '' =>
  pieces.length === 0 ? '' : html`<p class="quiet">${t.archive.among}</p>`;

/** So many stand below another list. */
const FEW = 20;

/** Pieces below a list of what they were then; nothing where there are none. `name`: the parameter of its pages. */
export const pastSection = (context: Context, title: string, pieces: readonly Piece[], name: string): Html | '' => {
  if (pieces.length === 0) return '';
  const shown = pageOf(pieces, context, FEW, ({ number }) => number, name);
  return html`<h2>${title}</h2>
    ${pastRows(context, shown)} ${pageLinks(context, shown)}`;
};

export const pastRows = (context: Context, { items }: Pick<PageOf<Piece>, 'items'>): Html =>
  html`<ul class="rows">
    ${items.map((piece) => pastRow(context, piece))}
  </ul>`;
