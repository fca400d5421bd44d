import type { ClauseId } from '../base/ids.ts';
import { type Clause, sameClause } from './clause.ts';
import { type Segment, diffWords } from './diff.ts';

/** What became of a clause from one version to the next. `words` is the way from the old wording to the new. */
export type Compared =
  | { readonly kind: 'kept'; readonly after: Clause }
  | { readonly kind: 'changed'; readonly before: Clause; readonly after: Clause; readonly words: readonly Segment[] }
  /** Among other clauses than before; its words may have changed too. */
  | { readonly kind: 'moved'; readonly before: Clause; readonly after: Clause; readonly words: readonly Segment[] }
  | { readonly kind: 'added'; readonly after: Clause }
  | { readonly kind: 'removed'; readonly before: Clause };

/**
 * Compares two versions clause by clause, by their ids. In the order of the new version; a removed clause stands behind the one that it
 * stood behind. As few clauses as possible count as moved.
 */
export const compareClauses = (before: readonly Clause[], after: readonly Clause[]): readonly Compared[] => {
  const old = new Map(before.map((clause, place) => [clause.id, { clause, place }]));
  const now = new Set(after.map((clause) => clause.id));
  const inPlace = longestRise(after.flatMap((clause) => old.get(clause.id)?.place ?? []));
  const rows = after.map((clause): Compared => {
    const earlier = old.get(clause.id);
    if (earlier === undefined) return { kind: 'added', after: clause };
    if (inPlace.has(earlier.place) && sameClause(earlier.clause, clause)) return { kind: 'kept', after: clause };
    const words = diffWords(earlier.clause.words, clause.words);
    return { kind: inPlace.has(earlier.place) ? 'changed' : 'moved', before: earlier.clause, after: clause, words };
  });
  const removedBehind = Map.groupBy(
    before.filter(({ id }) => !now.has(id)),
    (clause) => anchorOf(before, clause.id, now),
  );
  const removed = (anchor: ClauseId | null): readonly Compared[] =>
    (removedBehind.get(anchor) ?? []).map((clause) => ({ kind: 'removed', before: clause }));
  return [...removed(null), ...rows.flatMap((row) => [row, ...(row.kind === 'removed' ? [] : removed(row.after.id))])];
};

/** The nearest clause in front of a removed one that is still there. */
const anchorOf = (before: readonly Clause[], id: ClauseId, now: ReadonlySet<ClauseId>): ClauseId | null => {
  const place = before.findIndex((clause) => clause.id === id);
  return before.slice(0, place).findLast((clause) => now.has(clause.id))?.id ?? null;
};

/** The members of a longest rising subsequence of distinct numbers. */
const longestRise = (numbers: readonly number[]): ReadonlySet<number> => {
  const length = new Map<number, number>();
  for (const [i, number] of numbers.entries()) {
    const below = numbers.slice(0, i).filter((other) => other < number);
    length.set(number, 1 + below.reduce((most, other) => Math.max(most, length.get(other) ?? 0), 0));
  }
  const rise = new Set<number>();
  let wanted = Math.max(0, ...length.values());
  for (const number of numbers.toReversed()) {
    if (length.get(number) !== wanted) continue;
    rise.add(number);
    wanted -= 1;
  }
  return rise;
};
