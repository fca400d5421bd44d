import type { ClauseId } from '../base/ids.ts';
import type { Touch } from './footprint.ts';
import type { Kept } from './weave.ts';
import { type Edit, type Item, breaks, sameEdit } from './word-edits.ts';

/** Edits of one clause over what others have made of it. */

export interface CarriedEdits {
  /** By the clause in which their words now are, in order. */
  readonly into: ReadonlyMap<ClauseId, readonly Edit[]>;
  /** Whether the others changed some of the same words otherwise, or words that meet them. */
  readonly contested: boolean;
}

interface Given {
  readonly clause: ClauseId;
  readonly words: string;
  readonly wanted: readonly Edit[];
  /** All that was done to the clause. */
  readonly done: Touch;
  /** Where its words are that stayed, where it was reworded, split or joined. */
  readonly kept: readonly Kept[] | undefined;
}

/**
 * Puts edits where their words are. Where both changed the same words, the edit prevails over all words that either changed; `null`: it cannot, for the clause was
 * split or joined there.
 */
export const carriedEdits = ({ clause, words, wanted, done, kept }: Given): CarriedEdits | null => {
  const edits = wanted.filter((edit) => !done.edits.some((other) => sameEdit(edit, other)));
  const into = new Map<ClauseId, Edit[]>();
  if (kept === undefined) return { into: new Map(edits.length === 0 ? [] : [[clause, edits]]), contested: false };
  const place = (start: Spot | undefined, end: Spot | undefined, items: readonly Item[]): boolean => {
    if (start === undefined || end === undefined || start.into !== end.into) return false;
    const list = into.get(start.into) ?? [];
    list.push({ start: start.at, end: end.at, items });
    into.set(start.into, list);
    return true;
  };
  for (const { ours, theirs } of groupsOf(edits, done.edits)) {
    const [first] = ours;
    if (first === undefined) continue;
    if (theirs.length === 0) {
      const { start, end, items } = first;
      // What only meets the words of another stands before or behind them.
      if (!place(spotOf(kept.toReversed(), start), spotOf(kept, end), items)) return null;
      continue;
    }
    if (theirs.some((edit) => breaks(edit) || isSeam(edit, clause, words, done))) return null;
    const all = [...ours, ...theirs];
    const start = Math.min(...all.map((edit) => edit.start));
    const end = Math.max(...all.map((edit) => edit.end));
    if (!place(spotOf(kept, start), spotOf(kept.toReversed(), end), withEdits(words, start, end, ours))) return null;
  }
  return { into, contested: edits.some((edit) => done.edits.some((other) => meet(edit, other))) };
};

/** A place in the clauses that came out. */
interface Spot {
  readonly into: ClauseId;
  readonly at: number;
}

/** Where a place is, in the first of these stretches that it is in or at the end of. */
const spotOf = (kept: readonly Kept[], place: number): Spot | undefined => {
  const stretch = kept.find(({ from, to }) => from <= place && place <= to);
  return stretch && { into: stretch.into, at: stretch.at + place - stretch.from };
};

/** Edits of ours with those of theirs that change the same words, at first or second hand; by themselves those that change others. In order. */
const groupsOf = (
  ours: readonly Edit[],
  theirs: readonly Edit[],
): readonly { readonly ours: readonly Edit[]; readonly theirs: readonly Edit[] }[] => {
  const groups: { ours: Edit[]; theirs: Edit[]; end: number }[] = [];
  const all = [...ours.map((edit) => ({ edit, own: true })), ...theirs.map((edit) => ({ edit, own: false }))];
  for (const { edit, own } of all.toSorted((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end)) {
    const last = groups.at(-1);
    const isIn = last !== undefined && [...last.ours, ...last.theirs].some((other) => overlap(edit, other));
    const group = isIn ? last : { ours: [], theirs: [], end: 0 };
    if (!isIn) groups.push(group);
    (own ? group.ours : group.theirs).push(edit);
  }
  return groups;
};

const meet = (a: Edit, b: Edit): boolean => a.start <= b.end && b.start <= a.end;

const overlap = (a: Edit, b: Edit): boolean =>
  (a.start < b.end && b.start < a.end) || (a.start === b.start && a.end === b.end);

/** Whether it changes the words around the seam of a join. */
const isSeam = ({ start, end }: Edit, clause: ClauseId, words: string, { join }: Touch): boolean =>
  join !== null && ((end === words.length && join.at(-1) !== clause) || (start === 0 && join[0] !== clause));

/** What edits make of the words from `start` up to `end`. */
const withEdits = (words: string, start: number, end: number, edits: readonly Edit[]): readonly Item[] => {
  const items: Item[] = [];
  let at = start;
  for (const edit of edits) {
    items.push(words.slice(at, edit.start), ...edit.items);
    at = edit.end;
  }
  return [...items, words.slice(at, end)].filter((item) => item !== '');
};
