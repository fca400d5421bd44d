import type { Clause, ClauseForm } from './clause.ts';
import { MARK, kindOf } from './code-points.ts';
import { hunksBetween } from './hunks.ts';
import { isWord, tokensOf } from './tokens.ts';

/** Other words for a clause as edits of those that it has. */

/** Where a new clause begins: what it is, apart from its words. */
export type Head = { readonly id: Clause['id'] } & ClauseForm;

/** Words, or the beginning of a new clause. */
export type Item = string | Head;

/** Puts `items` in place of the words from `start` up to `end`, which may be the same, in UTF-16 units. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly items: readonly Item[];
}

/** Where less than this share of the words stays, all of them count as replaced. */
export const KEPT = 0.2;

/**
 * The way from `before` to `words`, behind which the clauses of `into` begin: edits in order that begin and end between tokens, as few
 * tokens as possible. No two of them meet: between two stays a word; a sign or a space alone goes along with what changes around it.
 */
export const editsBetween = (before: string, words: string, into: readonly Clause[] = []): readonly Edit[] => {
  const last = into.at(-1)?.words ?? words;
  const alike = alikeFromStart(before, words);
  const head = partBefore(before, alike);
  // What both begin with counts as their beginning, though they may end with it too.
  const most = Math.min(before.length - alike, into.length === 0 ? words.length - alike : last.length);
  const tail = sameEnd(before, last, most);
  const [old, now] = [tokensOf(before.slice(head, before.length - tail)), itemsBetween(words, into, head, tail)];
  let [place, at] = [head, 0];
  const offsetOf = (token: number): number => {
    for (; at < token; at++) place += old[at]?.length ?? 0;
    return place;
  };
  const edits = hunksBetween<Item>(old, now, (item) => typeof item !== 'string' || isWord(item)).map(
    ({ start, end, from, to }): Edit => ({
      start: offsetOf(start),
      end: offsetOf(end),
      items: gathered(now.slice(from, to)),
    }),
  );
  const replaced = edits.reduce((sum, { start, end }) => sum + end - start, 0);
  return before.length - replaced < KEPT * before.length
    ? [{ start: 0, end: before.length, items: gathered(itemsBetween(words, into, 0, 0)) }]
    : edits;
};

const alikeFromStart = (a: string, b: string): number => {
  const most = Math.min(a.length, b.length);
  let end = 0;
  while (end < most && a.charCodeAt(end) === b.charCodeAt(end)) end += 1;
  return end;
};

/** The last place in the first `alike` units where tokens part, whatever follows those: behind a space, before no mark. */
const partBefore = (text: string, alike: number): number => {
  // What follows the place must be among them too, and may be two units long.
  for (let at = alike - 2; at > 0; at--) if (partsAt(text, at)) return at;
  return 0;
};

/** How far, up to `most` units, both end alike, from a place where the tokens of both part. */
const sameEnd = (a: string, b: string, most: number): number => {
  let count = 0;
  while (count < most && a.charCodeAt(a.length - 1 - count) === b.charCodeAt(b.length - 1 - count)) count += 1;
  for (let length = count - 1; length > 0; length--) if (partsAt(a, a.length - length)) return length;
  return 0;
};

const partsAt = (text: string, at: number): boolean =>
  text[at - 1] === ' ' && kindOf(text.codePointAt(at) ?? 0) !== MARK;

/** The words and clauses as items, without so many units at either end. */
const itemsBetween = (words: string, into: readonly Clause[], head: number, tail: number): readonly Item[] => {
  const last = into.at(-1);
  const cut = (text: string, clause: Clause | undefined, from: number): readonly string[] =>
    tokensOf(text.slice(from, clause === last ? text.length - tail : undefined));
  return [
    ...cut(words, undefined, head),
    ...into.flatMap((clause): readonly Item[] => {
      const { words: own, ...begins } = clause;
      return [begins, ...cut(own, clause, 0)];
    }),
  ];
};

/** The same items, neighbouring words in one. */
const gathered = (items: readonly Item[]): readonly Item[] => {
  const out: Item[] = [];
  for (const item of items) {
    const before = out.at(-1);
    if (typeof item === 'string' && typeof before === 'string') out[out.length - 1] = before + item;
    else out.push(item);
  }
  return out;
};

/** Whether a new clause begins in it. */
export const breaks = ({ items }: Edit): boolean => items.some((item) => typeof item !== 'string');

/** Tells equal edits from different ones. */
export const editKey = ({ start, end, items }: Edit): string => JSON.stringify([start, end, items.map(itemKey)]);

export const sameEdit = (a: Edit, b: Edit): boolean =>
  a.start === b.start &&
  a.end === b.end &&
  a.items.length === b.items.length &&
  a.items.every((item, i) => sameItem(item, b.items[i]));

const sameItem = (a: Item, b: Item | undefined): boolean =>
  typeof a === 'string' || typeof b === 'string' || b === undefined
    ? a === b
    : a.id === b.id && a.kind === b.kind && a.level === b.level;

const itemKey = (item: Item): Item | readonly unknown[] =>
  typeof item === 'string' ? item : [item.id, item.kind, item.level ?? 0];

/** Ranges, of edits or what holds them, as groups whose members meet: overlap, or end where another starts. In order. */
export const meetings = <T>(
  all: readonly T[],
  rangeOf: (one: T) => Pick<Edit, 'start' | 'end'>,
): readonly (readonly T[])[] => {
  const groups: T[][] = [];
  let reach = -1;
  for (const one of all.toSorted((a, b) => rangeOf(a).start - rangeOf(b).start)) {
    const { start, end } = rangeOf(one);
    if (start <= reach) groups.at(-1)?.push(one);
    else groups.push([one]);
    reach = Math.max(reach, end);
  }
  return groups;
};
