import type { ClauseId } from '../base/ids.ts';
import type { Clause, ClauseKind } from './clause.ts';
import { changesBetween } from './derive.ts';
import { type Identities, type Unnamed, identifyAll, identifyUnnamed } from './identify.ts';

/** Clause ids through an edit: what goes on keeps its id, what is new gets one. */

export type { Unnamed } from './identify.ts';

/**
 * Gives every clause of `after` its id. Ids given in `after` stay; the others go first with the very words of an earlier clause, wherever they stand, then, in
 * order, with words that are alike. What is left gets the initial of its kind and the first number that neither `before`, `after` nor `taken` uses. Deterministic.
 */
export const keepIds = (
  before: readonly Clause[],
  after: readonly Unnamed[],
  taken: Iterable<ClauseId> = [],
): readonly Clause[] => named(before, after, identifyUnnamed(before, after), taken);

/**
 * The clauses of `after` under the ids of those of `before` that they are by their words, however they came to be written: what was cut and put elsewhere, pasted
 * from another program or typed again is the clause that said so before ({@link identifyAll}). An id in `after` that the words contradict is another clause's, or nobody's; one of `taken`
 * that `before` does not have was given by others, and stays.
 * {@link changesBetween} finds no more changes to the answer than to `after` as it is.
 */
export const recognised = (
  before: readonly Clause[],
  after: readonly Clause[],
  taken: Iterable<ClauseId> = [],
): readonly Clause[] => {
  const own = new Set(before.map(({ id }) => id));
  const found = identifyAll(before, after, new Set([...taken].filter((id) => !own.has(id))));
  if (after.every(({ id }, i) => (found[i]?.id ?? id) === id)) return after;
  const names = named(before, after, found, taken);
  return changesBetween(before, names).length <= changesBetween(before, after).length ? names : after;
};

const named = (
  before: readonly Clause[],
  after: readonly Unnamed[],
  found: Identities,
  taken: Iterable<ClauseId>,
): readonly Clause[] => {
  const given = after.flatMap(({ id }) => id ?? []);
  const used = new Set<string>([...before.map(({ id }) => id), ...given, ...taken]);
  const old = new Set<ClauseId>(before.map(({ id }) => id));
  return after.map((clause, i) => {
    const own = clause.id === null || old.has(clause.id) ? null : clause.id;
    return { ...clause, id: found[i]?.id ?? own ?? newId(clause.kind, used) };
  });
};

/** The first of `h1`, `h2` … that is not in use, for a heading; it is in use from here on. */
const newId = (kind: ClauseKind, used: Set<string>): ClauseId => {
  let number = 1;
  while (used.has(`${kind.slice(0, 1)}${number}`)) number += 1;
  const id = `${kind.slice(0, 1)}${number}` as ClauseId;
  used.add(id);
  return id;
};
