import { memoise } from '../../base/memo.ts';
import { type Token, formsOf, tokensIn } from './folding.ts';
import type { Query, Term } from './query.ts';

/** Where in a text stands what is looked for: the same as the index finds, told once more from the words themselves. */

/** A piece of a text, and whether it is what was looked for. */
export interface Piece {
  readonly text: string;
  readonly hit: boolean;
}

/** About how many characters of a long text are shown around the first of what was looked for. */
const [BEFORE, AROUND] = [70, 240];

type Span = readonly [from: number, to: number];

/** A title and its words are looked through for whether they hold it, and then for where: the dearer half is to take them apart. */
const tokensOf = memoise(2, tokensIn);

/** Whether all that is looked for stands in these texts together. */
export const holdsAll = ({ terms }: Query, ...texts: readonly string[]): boolean => {
  const all = texts.map(tokensOf);
  return terms.every((term) => all.some((tokens) => placesOf(term, tokens, 1).length > 0));
};

/** A whole text with what was looked for marked in it. */
export const marked = (query: Query, text: string): readonly Piece[] =>
  cut(text, [0, text.length], hitsIn(query, text));

/** A stretch of a text around the first of what was looked for. */
export const snippet = (query: Query, text: string): readonly Piece[] => {
  const hits = hitsIn(query, text);
  const first = hits[0]?.[0] ?? 0;
  const from = wordStart(text, Math.max(0, first - BEFORE));
  const to = wordEnd(text, Math.min(text.length, from + AROUND));
  const pieces = cut(text, [from, to], hits);
  return [
    ...(from > 0 ? [{ text: '… ', hit: false }] : []),
    ...pieces,
    ...(to < text.length ? [{ text: ' …', hit: false }] : []),
  ];
};

const hitsIn = ({ terms }: Query, text: string): readonly Span[] => {
  const tokens = tokensOf(text);
  return terms.flatMap((term) => placesOf(term, tokens, MOST_MARKS)).toSorted(([a], [b]) => a - b);
};

const MOST_MARKS = 50;

/** Where a term stands, up to so many times. */
const placesOf = (term: Term, tokens: readonly Token[], most: number): readonly Span[] => {
  const found: Span[] = [];
  const length = term.kind === 'row' ? term.words.length : 1;
  for (let at = 0; at + length <= tokens.length && found.length < most; at += 1)
    if (stands(term, tokens, at)) found.push([tokens[at]?.from ?? 0, tokens[at + length - 1]?.to ?? 0]);
  return found;
};

const stands = (term: Term, tokens: readonly Token[], at: number): boolean => {
  if (term.kind === 'row') return term.words.every((word, i) => word === tokens[at + i]?.word);
  const { forms, begins } = term;
  return formsOf(tokens[at]?.word ?? '').some((form) =>
    forms.some((one) => (begins ? form.startsWith(one) : form === one)),
  );
};

const cut = (text: string, [from, to]: Span, hits: readonly Span[]): readonly Piece[] => {
  const pieces: Piece[] = [];
  let at = from;
  for (const [start, end] of hits) {
    if (start < at || end > to) continue;
    if (start > at) pieces.push({ text: text.slice(at, start), hit: false });
    pieces.push({ text: text.slice(start, end), hit: true });
    at = end;
  }
  if (at < to) pieces.push({ text: text.slice(at, to), hit: false });
  return pieces;
};

/** How far a stretch goes on for the sake of a whole word. */
const WORD = 30;

const wordStart = (text: string, at: number): number => {
  if (at === 0) return 0;
  const space = text.slice(at, at + WORD).search(/\s/u);
  return space < 0 ? whole(text, at) : at + space + 1;
};

const wordEnd = (text: string, at: number): number => {
  if (at >= text.length) return text.length;
  const space = text.slice(Math.max(0, at - WORD), at).search(/\s\S*$/u);
  return space < 0 ? whole(text, at) : Math.max(0, at - WORD) + space;
};

/** Not in the middle of a character. */
const whole = (text: string, at: number): number => (/[\uDC00-\uDFFF]/u.test(text[at] ?? '') ? at + 1 : at);
