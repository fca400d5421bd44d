import type { ClauseId } from '../base/ids.ts';
import type { Clause } from './clause.ts';
import { sameClause } from './clause-form.ts';
import { longestRise } from './rising.ts';

/** What became of a clause from one version to the next. What changed in its words, `diffWords` tells. */
export type Compared =
  | { readonly kind: 'kept'; readonly after: Clause }
  | { readonly kind: 'changed'; readonly before: Clause; readonly after: Clause }
  /** Among other clauses than before; its words may have changed too. */
  | { readonly kind: 'moved'; readonly before: Clause; readonly after: Clause }
  | { readonly kind: 'added'; readonly after: Clause }
  | { readonly kind: 'removed'; readonly before: Clause };

/**
 * Compares two versions clause by clause, by their ids. In the order of the new version; a removed clause stands behind the one that it
 * stood behind. As few clauses as possible count as moved. Takes time proportional to both, and n log n in the number of clauses.
 */
export const compareClauses = (before: readonly Clause[], after: readonly Clause[]): readonly Compared[] => {
  const old = new Map(before.map((clause, place) => [clause.id, { clause, place }]));
  const now = new Set(after.map((clause) => clause.id));
  const inPlace = longestRise(after.flatMap((clause) => old.get(clause.id)?.place ?? []));
  const rows = after.map((clause): Compared => {
    const earlier = old.get(clause.id);
    if (earlier === undefined) return { kind: 'added', after: clause };
    if (inPlace.has(earlier.place) && sameClause(earlier.clause, clause)) return { kind: 'kept', after: clause };
    return { kind: inPlace.has(earlier.place) ? 'changed' : 'moved', before: earlier.clause, after: clause };
  });
  const removedBehind = new Map<ClauseId | null, Compared[]>();
  let anchor: ClauseId | null = null;
  for (const clause of before) {
    if (now.has(clause.id)) anchor = clause.id;
    else {
      const rowsBehind = removedBehind.get(anchor) ?? [];
      rowsBehind.push({ kind: 'removed', before: clause });
      removedBehind.set(anchor, rowsBehind);
    }
  }
  const removed = (behind: ClauseId | null): readonly Compared[] => removedBehind.get(behind) ?? [];
  return [...removed(null), ...rows.flatMap((row) => [row, ...(row.kind === 'removed' ? [] : removed(row.after.id))])];
};
