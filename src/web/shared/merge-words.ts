import { hunksBetween } from '../../text/hunks.ts';
import { isWord, tokensOf } from '../../text/tokens.ts';

/**
 * Two versions of one row of words put together, token by token. What both put in at one place stays, one behind the other; what one deletes and the
 * other changes stays changed; two wordings are left only where both replaced the same words.
 */

/** Tokens, and between them the heads of clauses ({@link headOf}). */
export type Row = readonly string[];

const HEAD = '\0';

/** A clause begins here. No words hold this sign. */
export const headOf = (id: string): string => HEAD + id;
export const isHead = (item: string): boolean => item.startsWith(HEAD);
export const idOfHead = (item: string): string => item.slice(HEAD.length);

/** Items that go in place of others, which may be none. */
interface Put {
  readonly start: number;
  readonly end: number;
  readonly items: Row;
  /** The words that were there stay, and have been written on; none: they do not. */
  readonly grown: readonly Grown[];
}

/** What was written into words, and behind how many of their UTF-16 units. */
interface Grown {
  readonly at: number;
  readonly text: string;
}

/** Items of the base that both sides replaced: `theirs` stands in the row, `ours` does not. */
export interface Clash {
  readonly start: number;
  readonly end: number;
  readonly ours: readonly Put[];
}

/** Beyond as many differences between two heads, all between the first and the last of them counts as replaced. */
const MOST_DIFFERENT = 400;

/** What turns `before` into `after`, whose heads that are in both stand in the same order. */
const putsBetween = (before: Row, after: Row): readonly Put[] => {
  const places = new Map(after.flatMap((item, i) => (isHead(item) ? [[item, i] as const] : [])));
  const puts: Put[] = [];
  let [from, at] = [0, 0];
  const segment = (end: number, to: number): void => {
    const [old, now] = [before.slice(from, end), after.slice(at, to)];
    for (const hunk of hunksBetween(old, now, (item) => isHead(item) || isWord(item), MOST_DIFFERENT))
      puts.push(putOf(from + hunk.start, old.slice(hunk.start, hunk.end), now.slice(hunk.from, hunk.to)));
    [from, at] = [end, to];
  };
  for (const [i, item] of before.entries()) {
    const place = isHead(item) ? places.get(item) : undefined;
    if (place !== undefined) segment(i, place);
  }
  segment(before.length, after.length);
  return puts;
};

/** Without what is alike at either end. */
const putOf = (start: number, old: Row, now: Row): Put => {
  const most = Math.min(old.length, now.length);
  let head = 0;
  while (head < most && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < most - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1;
  const [gone, items] = [old.slice(head, old.length - tail), now.slice(head, now.length - tail)];
  return { start: start + head, end: start + head + gone.length, items, grown: grownIn(gone, items) };
};

const grownIn = (old: Row, now: Row): readonly Grown[] => {
  if (!old.some(isWord) || [...old, ...now].some(isHead)) return [];
  return writtenInto(old.join(''), now.join(''));
};

/** What was written into words to come to others, at one place or two; nothing where they do not stand there whole. */
const writtenInto = (words: string, text: string): readonly Grown[] => {
  const more = text.length - words.length;
  if (more <= 0) return [];
  let head = 0;
  while (head < words.length && words[head] === text[head]) head += 1;
  head -= isHalf(words, head);
  let tail = 0;
  while (tail < words.length - head && words.at(-1 - tail) === text.at(-1 - tail)) tail += 1;
  tail -= isHalf(words, words.length - tail);
  const middle = words.slice(head, words.length - tail);
  const at = text.indexOf(middle, head);
  if (at < 0 || at + middle.length > text.length - tail) return [];
  return [
    { at: head, text: text.slice(head, at) },
    { at: words.length - tail, text: text.slice(at + middle.length, text.length - tail) },
  ].filter(({ text: written }) => written !== '');
};

/** Whether a place is between the halves of one character: 1 or 0. */
const isHalf = (words: string, at: number): number =>
  Number(/^[\uD800-\uDBFF][\uDC00-\uDFFF]$/u.test(words.slice(Math.max(0, at - 1), at + 1)));

/** Puts both versions' changes into the base. Linear in the items of the three. */
export const mergeRows = (
  base: Row,
  ours: Row,
  theirs: Row,
): { readonly row: Row; readonly clashes: readonly Clash[] } => {
  const [own, other] = [putsBetween(base, ours), putsBetween(base, theirs)];
  const clashes: Clash[] = emptied(base, own, other);
  const given = new Set(clashes.flatMap((clash) => clash.ours));
  const groups = groupsOf(
    own.filter((put) => !given.has(put)),
    other,
  );
  const row: string[] = [];
  let at = 0;
  for (const { start, end, ours: mine, theirs: foreign } of groups) {
    push(row, base.slice(at, start));
    at = end;
    const made = settle(base, { start, end, ours: mine, theirs: foreign });
    push(row, made.row);
    if (made.clash) clashes.push({ start, end, ours: mine });
  }
  push(row, base.slice(at));
  return { row, clashes };
};

/**
 * Clauses, or a row without any, of which each left words and both together leave none: whoever retypes a title begins with what the other goes on with. Both wordings
 * stand, as where both replaced the same words.
 */
const emptied = (base: Row, ours: readonly Put[], theirs: readonly Put[]): Clash[] => {
  const heads = base.flatMap((item, place) => (isHead(item) ? [place] : []));
  const begins = heads[0] === 0 ? heads : [-1, ...heads];
  return begins.flatMap((head, i): readonly Clash[] => {
    const [start, end] = [head + 1, begins[i + 1] ?? base.length];
    const within = (put: Put): boolean => put.start < end && put.end > start;
    const meets = (put: Put): boolean => put.start <= end && put.end >= start;
    const [mine, foreign] = [ours.filter(within), theirs.filter(within)];
    if (mine.length === 0 || foreign.length === 0) return [];
    const all = [...ours.filter(meets), ...theirs.filter(meets)];
    if (!all.every((put) => isDeletion(put) && start <= put.start && put.end <= end)) return [];
    const left = (puts: readonly Put[]): boolean =>
      base
        .slice(start, end)
        .some((item, j) => isWord(item) && !puts.some((put) => put.start <= start + j && start + j < put.end));
    return left(mine) && left(foreign) && !left(all) ? [{ start, end, ours: mine }] : [];
  });
};

/** Puts of the two that meet. */
interface Group {
  readonly start: number;
  readonly end: number;
  readonly ours: readonly Put[];
  readonly theirs: readonly Put[];
}

const groupsOf = (ours: readonly Put[], theirs: readonly Put[]): readonly Group[] => {
  const all = [...ours.map((put) => ({ put, own: true })), ...theirs.map((put) => ({ put, own: false }))].toSorted(
    (a, b) => a.put.start - b.put.start || a.put.end - b.put.end,
  );
  const groups: { start: number; end: number; ours: Put[]; theirs: Put[] }[] = [];
  for (const { put, own } of all) {
    const last = groups.at(-1);
    const meets = last !== undefined && (put.start < last.end || (put.start === last.end && put.end === put.start));
    if (meets) last.end = Math.max(last.end, put.end);
    const group = meets ? last : { start: put.start, end: put.end, ours: [], theirs: [] };
    if (!meets) groups.push(group);
    (own ? group.ours : group.theirs).push(put);
  }
  return groups;
};

const isInsertion = ({ start, end }: Put): boolean => start === end;
const isDeletion = ({ items }: Put): boolean => items.length === 0;
const samePut = (a: Put, b: Put): boolean =>
  a.start === b.start &&
  a.end === b.end &&
  a.items.length === b.items.length &&
  a.items.every((item, i) => item === b.items[i]);

const settle = (base: Row, { start, end, ours, theirs }: Group): { readonly row: Row; readonly clash: boolean } => {
  const own = ours.filter((put) => !theirs.some((other) => samePut(put, other)));
  const [mine, foreign] = [own.filter((put) => !isInsertion(put)), theirs.filter((put) => !isInsertion(put))];
  const insertions = [...own.filter(isInsertion), ...theirs.filter(isInsertion)];
  const grown = bothGrown(base, mine, foreign, insertions);
  if (grown !== null) {
    const around = insertions.filter((put) => !isWithin(put, grown.start, grown.end));
    return { row: laid(base, start, end, [grown], [], around), clash: false };
  }
  const [replaced, gone] = [mine.filter((put) => !isDeletion(put)), mine.filter(isDeletion)];
  const [replacedThere, goneThere] = [foreign.filter((put) => !isDeletion(put)), foreign.filter(isDeletion)];
  const clash = replaced.some((a) => replacedThere.some((b) => a.start < b.end && b.start < a.end));
  if (!clash)
    return { row: laid(base, start, end, [...replaced, ...replacedThere], [...gone, ...goneThere], insertions), clash };
  const theirInsertions = theirs.filter(isInsertion);
  return { row: laid(base, start, end, replacedThere, goneThere, theirInsertions), clash };
};

/**
 * Both wrote on within the same words: all of it is there, at one place ours, then theirs. So whoever writes in a word in which others write too goes on in it, whatever
 * words it has come to.
 */
const bothGrown = (
  base: Row,
  mine: readonly Put[],
  foreign: readonly Put[],
  insertions: readonly Put[],
): Put | null => {
  if (mine.length === 0 || foreign.length === 0) return null;
  const replaced = [...mine, ...foreign];
  const [start, end] = [Math.min(...replaced.map((put) => put.start)), Math.max(...replaced.map((put) => put.end))];
  const written: Grown[] = [];
  for (const put of [...replaced, ...insertions.filter((one) => isWithin(one, start, end))]) {
    const grown = isInsertion(put) ? [{ at: 0, text: put.items.join('') }] : put.grown;
    if (grown.length === 0 || put.items.some(isHead)) return null;
    const before = base.slice(start, put.start).join('').length;
    written.push(...grown.map(({ at, text }) => ({ at: before + at, text })));
  }
  let text = base.slice(start, end).join('');
  for (const { at, text: more } of written.toSorted((a, b) => a.at - b.at).toReversed())
    text = text.slice(0, at) + more + text.slice(at);
  return { start, end, items: tokensOf(text), grown: [] };
};

const isWithin = (put: Put, start: number, end: number): boolean => start < put.start && put.start < end;

/** What several put in at one place, one behind the other; no word comes of two people's. */
const apart = (all: readonly Row[]): Row => {
  const row: string[] = [];
  for (const words of all) push(row, words);
  return row;
};

/** Puts words behind others, never into one word with them. */
const push = (row: string[], words: Row): void => {
  const [last, first] = [row.at(-1), words[0]];
  const isOne = last !== undefined && first !== undefined && !isHead(last) && tokensOf(last + first).length < 2;
  row.push(...(isOne ? [' '] : []), ...words);
};

/** The items from `start` to `end` with all this done; an insertion within what is replaced stands behind what took its place. */
const laid = (
  base: Row,
  start: number,
  end: number,
  replaced: readonly Put[],
  gone: readonly Put[],
  insertions: readonly Put[],
): Row => {
  const row: string[] = [];
  const inserted = (from: number, to: number): void => {
    const here = insertions.filter((put) => put.start >= from && put.start <= to);
    // Words go on with the clause that they stand in, before another begins.
    const parts = here.map(({ items }) => {
      const head = items.findIndex(isHead);
      return head < 0 ? [items, []] : [items.slice(0, head), items.slice(head)];
    });
    row.push(...apart(parts.map(([words]) => words ?? [])), ...parts.flatMap(([, clauses]) => clauses ?? []));
  };
  const inOrder = replaced.toSorted((a, b) => a.start - b.start);
  let done = start - 1;
  for (let at = start; at <= end;) {
    if (at > done) inserted(done + 1, at);
    done = Math.max(done, at);
    if (at === end) break;
    const put = inOrder.find((one) => one.start === at);
    if (put !== undefined) {
      push(row, put.items);
      if (put.end - 1 > at) inserted(at + 1, put.end - 1);
      done = put.end - 1;
      at = put.end;
      continue;
    }
    const item = base[at];
    if (item !== undefined && !gone.some((one) => one.start <= at && at < one.end)) push(row, [item]);
    at += 1;
  }
  return row;
};
