import { faultOf, placesOf } from '../text/apply-change.ts';
import { clausesOf } from '../text/change.ts';
import type { Clause } from '../text/clause.ts';
import { type Row, withAmendments } from '../text/consolidate.ts';
import { type Collision, merge } from '../text/merge.ts';
import { agreedClauses } from './agreement.ts';
import { carrying } from './carried-over.ts';
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
  const clauses = agreedClauses(text);
  const [before, after] = [byId(present(text).clauses), byId(clauses)];
  const carry = carrying(before, after);
  const places = placesOf(clauses);
  const open = text.amendments
    .filter(({ fate }) => fate.kind === 'open')
    .map((amendment) => ({
      ...amendment,
      change: carry(amendment.current, text.live.footprints.get(amendment.number)),
    }));
  const fits = ({ change }: Amendment): boolean => faultOf(clauses, places, change) === null;
  const inside = open.filter(fits);
  // What nothing agreed has touched is known.
  const known = new Map(
    inside.flatMap(({ number, change, current }) => {
      const footprint = text.live.footprints.get(number);
      const stays = change === current && clausesOf(change).every((id) => before.get(id) === after.get(id));
      return footprint === undefined || !stays ? [] : [[number, footprint] as const];
    }),
  );
  return {
    clauses,
    workedIn: text.amendments.filter(({ fate }) => fate.kind === 'agreed'),
    rows: withAmendments(clauses, inside),
    rivals: merge(clauses, inside, known).collisions,
    outside: open.filter((amendment) => !fits(amendment)),
  };
};

const byId = (clauses: readonly Clause[]): ReadonlyMap<Clause['id'], Clause> =>
  new Map(clauses.map((clause) => [clause.id, clause]));
