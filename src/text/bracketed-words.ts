import type { Clause } from './clause.ts';
import { type Hunk, hunksBetween } from './hunks.ts';
import { type Stretch, spelledOut } from './runs.ts';
import { isWord, tokensOf } from './tokens.ts';
import { type Head, meetings } from './word-edits.ts';

/** Competing wordings of one clause put into one: what all share stands once, the rest in brackets. */

/** A wording that is proposed for a clause; the clauses of `into` are split from it. */
export interface Wording {
  readonly number: number;
  readonly words: string;
  readonly into: readonly Clause[];
}

/** Words; with `begins`, those of a clause that begins with them. Addresses and footnotes are spelled out in them. */
export interface Part {
  readonly begins: Head | null;
  readonly words: readonly Stretch[];
}

export type Piece =
  /** Words that no wording changes. */
  | { readonly kind: 'agreed'; readonly words: readonly Stretch[] }
  /** What stands, and what is proposed in its place; no words: nothing. Rivals stand side by side. */
  | {
      readonly kind: 'open';
      readonly base: readonly Stretch[];
      readonly variants: readonly {
        readonly parts: readonly [Part, ...Part[]];
        /** The numbers of those that propose it, in order. */
        readonly amendments: readonly number[];
      }[];
    };

/** Where wordings leave less than this share of the words alone, brackets help nobody: they stand side by side as a whole. */
const READABLE = 0.5;

/**
 * The clause's words as pieces in order. Pieces begin and end between tokens; brackets hold no brackets. Takes time proportional to
 * all words and n log n in the number of changes.
 */
export const bracketedWords = (words: string, wordings: readonly Wording[]): readonly Piece[] => {
  if (wordings.length === 0) return [{ kind: 'agreed', words: spelledOut(words) }];
  // Where only the marks differ, they are shown as they were typed.
  const spell = wordings.some((one) => one.words !== words && reads(one.words) === reads(words)) ? typed : spelledOut;
  const itemsOf = (text: string): readonly BracketItem[] => itemsIn(spell(text));
  const base = itemsOf(words);
  const variants = wordings.map(({ number, words: own, into }) => {
    const items = [...itemsOf(own), ...into.flatMap(({ words: text, ...head }) => [headItem(head), ...itemsOf(text)])];
    return { number, items, hunks: hunksBetween(keysOf(base), keysOf(items), (key) => isWord(key)) };
  });
  const regions = regionsOf(
    base,
    variants.flatMap(({ hunks }) => hunks),
  );
  const within = regions.map((): Inside[] => []);
  for (const variant of variants)
    for (const [i, hunks] of spread(variant.hunks, regions))
      within[i]?.push({ number: variant.number, items: madeIn(base, variant.items, hunks, regions[i]) });
  const pieces: Piece[] = [];
  let at = 0;
  for (const [i, { start, end }] of regions.entries()) {
    if (start > at) pieces.push({ kind: 'agreed', words: stretchesOf(base.slice(at, start)) });
    const alike = Map.groupBy(within[i] ?? [], ({ items }) => JSON.stringify(keysOf(items)));
    pieces.push({
      kind: 'open',
      base: stretchesOf(base.slice(start, end)),
      variants: [...alike.values()].map((all) => ({
        parts: partsOf(all[0]?.items ?? []),
        amendments: all.map(({ number }) => number),
      })),
    });
    at = end;
  }
  return at < base.length ? [...pieces, { kind: 'agreed', words: stretchesOf(base.slice(at)) }] : pieces;
};

/** A token as it is set, or the beginning of a clause. Items with the same key read the same. */
type BracketItem = { readonly key: string; readonly words: readonly Stretch[]; readonly begins: Head | null };

const typed = (words: string): readonly Stretch[] => [{ kind: 'words', text: words, emphasis: false }];

/** What tells words that read alike from others. */
const reads = (words: string): string =>
  JSON.stringify(stretchesOf([{ key: '', words: spelledOut(words), begins: null }]));

const itemsIn = (stretches: readonly Stretch[]): readonly BracketItem[] => {
  const items: BracketItem[] = [];
  let [i, from] = [0, 0];
  for (const token of tokensOf(stretches.map(({ text }) => text).join(''))) {
    const own: Stretch[] = [];
    for (let left = token.length; left > 0;) {
      const stretch = stretches[i];
      if (stretch === undefined) break;
      const text = stretch.text.slice(from, from + left);
      own.push({ kind: 'words', text, emphasis: stretch.emphasis });
      left -= text.length;
      from += text.length;
      if (from === stretch.text.length) [i, from] = [i + 1, 0];
    }
    const marks = own.some(({ emphasis }) => emphasis) ? JSON.stringify(own) : '';
    items.push({ key: `${token}\u0000${marks}`, words: own, begins: null });
  }
  return items;
};

const headItem = (begins: Head): BracketItem => ({ key: `\u0000${JSON.stringify(begins)}`, words: [], begins });

const keysOf = (items: readonly BracketItem[]): readonly string[] => items.map(({ key }) => key);

type Range = Pick<Hunk, 'start' | 'end'>;

/** The stretches of the base that some wording changes; all of it where little stays. */
const regionsOf = (base: readonly BracketItem[], hunks: readonly Hunk[]): readonly Range[] => {
  const regions = meetings(hunks, (hunk) => hunk).map((group) => ({
    start: Math.min(...group.map(({ start }) => start)),
    end: Math.max(...group.map(({ end }) => end)),
  }));
  const count = (items: readonly BracketItem[]): number => items.filter(({ key }) => isWord(key)).length;
  const changed = regions.reduce((sum, { start, end }) => sum + count(base.slice(start, end)), 0);
  const all = count(base);
  return regions.length > 0 && all - changed < READABLE * all ? [{ start: 0, end: base.length }] : regions;
};

/** A wording's hunks by the region that they are in. */
const spread = (hunks: readonly Hunk[], regions: readonly Range[]): ReadonlyMap<number, readonly Hunk[]> => {
  let region = 0;
  return Map.groupBy(hunks, ({ end, start }) => {
    while ((regions[region]?.end ?? Number.POSITIVE_INFINITY) < Math.max(start, end)) region += 1;
    return region;
  });
};

/** One wording of a region. */
interface Inside {
  readonly number: number;
  readonly items: readonly BracketItem[];
}

const madeIn = (
  base: readonly BracketItem[],
  after: readonly BracketItem[],
  hunks: readonly Hunk[],
  region: Range | undefined,
): readonly BracketItem[] => {
  const items: BracketItem[] = [];
  let at = region?.start ?? 0;
  for (const { start, end, from, to } of hunks) {
    items.push(...base.slice(at, start), ...after.slice(from, to));
    at = end;
  }
  return [...items, ...base.slice(at, region?.end)];
};

const partsOf = (items: readonly BracketItem[]): readonly [Part, ...Part[]] => {
  const parts: { begins: Head | null; items: BracketItem[] }[] = [];
  let open = { begins: null as Head | null, items: [] as BracketItem[] };
  for (const item of items) {
    if (item.begins === null) {
      open.items.push(item);
      continue;
    }
    parts.push(open);
    open = { begins: item.begins, items: [] };
  }
  const [first, ...rest] = [...parts, open].map((part) => ({ begins: part.begins, words: stretchesOf(part.items) }));
  return [first ?? { begins: null, words: [] }, ...rest];
};

/** The words of items, neighbours that are set alike in one. */
const stretchesOf = (items: readonly BracketItem[]): readonly Stretch[] => {
  const out: Stretch[] = [];
  for (const stretch of items.flatMap(({ words }) => words)) {
    const last = out.at(-1);
    if (last?.emphasis === stretch.emphasis) out[out.length - 1] = { ...last, text: last.text + stretch.text };
    else out.push(stretch);
  }
  return out;
};
