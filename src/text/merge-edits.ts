import type { ClauseId } from '../base/ids.ts';
import type { Change } from './change.ts';
import { clausesOf } from './change-parts.ts';
import type { Clause } from './clause.ts';
import { changesBetween } from './derive.ts';
import { merge } from './merge.ts';
import { newId } from './new-id.ts';
import { editsBetween } from './word-edits.ts';

/** A clause that two edits of one text have made different things of. */
export interface EditCollision {
  readonly clause: ClauseId;
  /** What became of it, with the clauses split from it: none where it was deleted or joined to another. */
  readonly ours: readonly Clause[];
  readonly theirs: readonly Clause[];
}

export interface MergedEdits {
  readonly clauses: readonly Clause[];
  /** Where both changed the same: ours stands in `clauses`, theirs does not. */
  readonly collisions: readonly EditCollision[];
  /** New clauses of theirs whose id ours had given to another: their id in `theirs`, and in `clauses`. */
  readonly renamed: ReadonlyMap<ClauseId, ClauseId>;
}

/**
 * Puts two edits of one text together, for two people who write the same draft. Takes as long as {@link changesBetween} and
 * {@link merge}.
 */
export const mergeEdits = (
  base: readonly Clause[],
  ours: readonly Clause[],
  theirs: readonly Clause[],
): MergedEdits => {
  const renamed = newNames(base, ours, theirs);
  const told = theirs.map((clause) => ({ ...clause, id: renamed.get(clause.id) ?? clause.id }));
  const own = changesBetween(base, ours);
  const same = new Set(own.map((change) => JSON.stringify(change)));
  const other = changesBetween(base, told).filter((change) => !same.has(JSON.stringify(change)));
  const all = [...own, ...other].map((change, number) => ({ number, change }));
  const colliding = new Set(merge(base, all).collisions.flatMap(({ amendments }) => amendments));
  const isLeft = (number: number): boolean => number >= own.length && colliding.has(number);
  const left = all.filter(({ number }) => isLeft(number)).flatMap(({ change }) => about(change));
  const [ourResult, theirResult] = [outcomes(ours, own), outcomes(told, other)];
  return {
    clauses: merge(
      base,
      all.filter(({ number }) => !isLeft(number)),
    ).clauses,
    collisions: [...new Set(left)].map((clause) => ({
      clause,
      ours: ourResult(clause),
      theirs: theirResult(clause),
    })),
    renamed,
  };
};

const about = (change: Change): readonly ClauseId[] => (change.kind === 'add' ? [change.clause.id] : clausesOf(change));

/** What became of a clause by these changes. */
const outcomes = (after: readonly Clause[], changes: readonly Change[]): ((id: ClauseId) => readonly Clause[]) => {
  const known = new Map(after.map((clause) => [clause.id, clause]));
  const parts = new Map(changes.flatMap((change) => (change.kind === 'split' ? [[change.clause, change.into]] : [])));
  return (id) => {
    const clause = known.get(id);
    return clause === undefined ? [] : [clause, ...(parts.get(id) ?? [])];
  };
};

/** The names of new clauses of theirs whose id a new clause of ours has that is no earlier or later state of it. */
const newNames = (
  base: readonly Clause[],
  ours: readonly Clause[],
  theirs: readonly Clause[],
): ReadonlyMap<ClauseId, ClauseId> => {
  const old = new Set(base.map(({ id }) => id));
  const fresh = new Map(ours.flatMap((clause) => (old.has(clause.id) ? [] : [[clause.id, clause]])));
  const used = new Set<string>([...base, ...ours, ...theirs].map(({ id }) => id));
  return new Map(
    theirs.flatMap((clause) => {
      const own = fresh.get(clause.id);
      return own === undefined || areAlike(own.words, clause.words) ? [] : [[clause.id, newId(clause.kind, used)]];
    }),
  );
};

/** Whether at least half of one wording is in the other. */
const areAlike = (a: string, b: string): boolean => {
  const replaced = editsBetween(a, b).reduce((sum, { start, end }) => sum + end - start, 0);
  const put = editsBetween(b, a).reduce((sum, { start, end }) => sum + end - start, 0);
  return 2 * replaced <= a.length || 2 * put <= b.length;
};
