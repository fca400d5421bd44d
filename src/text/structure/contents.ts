import type { Seen } from './features.ts';
import { CONTENTS } from './words.ts';

/** A table of contents: lines that end in the number of a page, one after the other, at the beginning. */

const FEWEST = 4;
const LONGEST_ENTRY = 160;

/** The places of its lines, and of the line above them. */
export const contentsIn = (seen: readonly Seen[]): readonly number[] => {
  const last = Math.ceil(seen.length / 2);
  for (let at = 0; at < last; at += 1) {
    const end = endOfRun(seen, at);
    if (end - at < FEWEST) continue;
    const above = at > 0 && CONTENTS.test(seen[at - 1]?.words ?? '') ? at - 1 : at;
    return Array.from({ length: end - above }, (_, i) => above + i);
  }
  return [];
};

/** Where the run of entries from `at` ends: their pages never go down. Only the first of a run is looked at from. */
const endOfRun = (seen: readonly Seen[], at: number): number => {
  if (pageOf(seen[at - 1]) !== null) return at;
  let [end, page] = [at, 0];
  for (let next = pageOf(seen[end]); next !== null && next >= page; next = pageOf(seen[end])) {
    page = next;
    end += 1;
  }
  return end;
};

const pageOf = (one: Seen | undefined): number | null => {
  if (one === undefined || one.paragraph.given !== null || one.words.length > LONGEST_ENTRY) return null;
  const number = /\p{L}.*?[\s.…]\s*(\d{1,3})\*{0,2}$/su.exec(one.words)?.[1];
  return number === undefined ? null : Number(number);
};
