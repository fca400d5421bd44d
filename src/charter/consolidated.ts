import { faultOf, placesOf } from '../text/apply-change.ts';
import type { Clause } from '../text/clause.ts';
import { type Row, withAmendments } from '../text/consolidate.ts';
import { type Collision, merge } from '../text/merge.ts';
import { agreedClauses } from './agreement.ts';
import { carriedOver } from './revisions.ts';
import type { Amendment, Text } from './state.ts';
import { present } from './texts.ts';

/** The text as far as it is agreed, and what is still proposed to it. */
export interface Consolidated {
  /** The present revision with every agreed amendment worked in. */
  readonly clauses: readonly Clause[];
  readonly workedIn: readonly Amendment[];
  /** The same clauses with the open amendments in their places, each as it reads over the agreed words. */
  readonly rows: readonly Row<Amendment>[];
  /** Open amendments that cannot all go in. */
  readonly rivals: readonly Collision[];
  /** Open ones that have no place in what is agreed. */
  readonly outside: readonly Amendment[];
}

/** Takes time proportional to the text and its amendments. */
export const consolidated = (text: Text): Consolidated => {
  const before = present(text).clauses;
  const clauses = agreedClauses(text);
  const [old, now] = [before, clauses].map((list) => new Map(list.map((clause) => [clause.id, clause])));
  const places = placesOf(clauses);
  const open = text.amendments
    .filter(({ fate }) => fate.kind === 'open')
    .map((amendment) => ({ ...amendment, change: carriedOver(amendment.current, old ?? new Map(), now ?? new Map()) }));
  const fits = ({ change }: Amendment): boolean => faultOf(clauses, places, change) === null;
  const inside = open.filter(fits);
  return {
    clauses,
    workedIn: text.amendments.filter(({ fate }) => fate.kind === 'agreed'),
    rows: withAmendments(clauses, inside),
    rivals: merge(clauses, inside).collisions,
    outside: open.filter((amendment) => !fits(amendment)),
  };
};
