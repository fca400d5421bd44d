import type { Clause } from '../../../text/clause.ts';

/** A long text in parts, each of which is translated in one act. */

/** The most UTF-16 units of one part's original words: translated and written in any script, they fit an act (64 KiB). */
const MOST_WORDS = 10_000;
/** What a clause takes beside its words. */
const HEAD = 60;

/** The clauses in order, in as few runs as the size allows; a clause is never parted. */
export const partsOf = (clauses: readonly Clause[]): readonly (readonly Clause[])[] => {
  const parts: Clause[][] = [[]];
  let size = 0;
  for (const clause of clauses) {
    const own = clause.words.length + HEAD;
    if (size > 0 && size + own > MOST_WORDS) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)?.push(clause);
    size += own;
  }
  return parts;
};
