import type { ClauseId } from '../base/ids.ts';
import type { Clause } from './clause.ts';
import type { Edit, Head } from './word-edits.ts';

/** The words of one clause, and edits of them in order, none of which meet. */
export interface Strand {
  readonly clause: ClauseId;
  readonly words: string;
  readonly edits: readonly Edit[];
}

/** Words that edits leave: those of a clause from `from` up to `to` stand in the clause `into`, from `at` on. */
export interface Kept {
  readonly from: number;
  readonly to: number;
  readonly into: ClauseId;
  readonly at: number;
}

export interface Woven {
  readonly clauses: readonly Clause[];
  /** By clause, in order; two neighbours have an edit between them. */
  readonly kept: ReadonlyMap<ClauseId, readonly Kept[]>;
}

/** The clauses that come of one clause, or of several that are joined, with edits made. The first has the head `first`. */
export const weave = (first: Head, strands: readonly Strand[]): Woven => {
  const clauses: Clause[] = [];
  const kept = new Map<ClauseId, readonly Kept[]>();
  let head = first;
  let text = '';
  const keep = (words: string, from: number, to: number): Kept => {
    const stretch = { from, to, into: head.id, at: text.length };
    text += words.slice(from, to);
    return stretch;
  };
  for (const { clause, words, edits } of strands) {
    const stretches: Kept[] = [];
    let at = 0;
    for (const { start, end, items } of edits) {
      stretches.push(keep(words, at, start));
      at = end;
      for (const item of items) {
        if (typeof item === 'string') {
          text += item;
          continue;
        }
        clauses.push({ ...head, words: text });
        [head, text] = [item, ''];
      }
    }
    stretches.push(keep(words, at, words.length));
    kept.set(clause, stretches);
  }
  return { clauses: [...clauses, { ...head, words: text }], kept };
};
