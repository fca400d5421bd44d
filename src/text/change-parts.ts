import type { ClauseId } from '../base/ids.ts';
import type { Change } from './change.ts';
import type { Clause } from './clause.ts';

/** What a change is about, without the schemas. */

/** The clause an amendment is about, for its place beside the text; an addition stands after its neighbour. */
export const clauseOf = (change: Change): ClauseId | null => {
  if (change.kind === 'add') return change.after;
  return change.kind === 'join' ? (change.clauses[0] ?? null) : change.clause;
};

/** The clauses of the text that the change is about: an addition has none, a join has several. */
export const clausesOf = (change: Change): readonly ClauseId[] => {
  if (change.kind === 'add') return [];
  return change.kind === 'join' ? change.clauses : [change.clause];
};

/** The clauses that the change brings in, with new ids. */
export const broughtBy = (change: Change): readonly Clause[] => {
  if (change.kind === 'add') return [change.clause];
  return change.kind === 'split' ? change.into : [];
};
