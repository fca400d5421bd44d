import { placesOf } from '../../text/apply-change.ts';
import { carriedOn } from '../../text/carry-on.ts';
import type { Carried } from '../../text/carry.ts';
import { broughtBy, clausesOf } from '../../text/change-parts.ts';
import type { Change } from '../../text/change.ts';
import { sameClause, sameClauses } from '../../text/clause-form.ts';
import type { Clause } from '../../text/clause.ts';
import { changesBetween } from '../../text/derive.ts';
import { type Footprint, fittingFootprint } from '../../text/footprint.ts';
import type { Combined } from '../../text/merge.ts';
import type { Text } from './state.ts';
import { textWith } from './effect.ts';
import { idsIn } from './live.ts';
import { present } from './texts.ts';

/** Whether what a revision says it took in stands in it. See docs/decisions/0039-amendments-over-revisions.md. */

/**
 * An amendment of these that the clauses do not say; `null`: they say them all. `taking` are the clauses as taking them in makes them. What goes from these back to the present
 * ones must still be there to take back, all of it, whatever else was written. Compares nothing where no more was written.
 */
export const notTakenIn = (
  text: Text,
  tookIn: readonly number[],
  taking: Combined,
  after: readonly Clause[],
): number | null => {
  const [collision] = taking.collisions;
  if (collision !== undefined) return collision.amendments[0] ?? null;
  if (sameClauses(taking.clauses, after)) return null;
  const lost = lostIn(taking.clauses, present(text).clauses, after);
  if (lost === null) return null;
  const about = tookIn.filter((number) => isAbout(text, number, lost)).toSorted((a, b) => a - b);
  const without = (number: number): readonly Clause[] =>
    textWith(
      text,
      tookIn.filter((other) => other !== number),
    ).clauses;
  return (
    about.find((number) => lostIn(taking.clauses, without(number), after) !== null) ?? about[0] ?? tookIn[0] ?? null
  );
};

/** Whether an amendment may be what a change takes back. Of two clauses that changed places either may be said to have moved. */
const isAbout = (text: Text, number: number, change: Change): boolean => {
  const footprint = text.amendments[number - 1]?.footprint;
  if (footprint === undefined) return false;
  const ids = idsIn(footprint);
  return (
    clausesOf(change).some((id) => ids.includes(id)) ||
    broughtBy(change).some(({ id }) => ids.includes(id)) ||
    (change.kind === 'move' && footprint.touches.some(({ move }) => move !== null))
  );
};

/** The first of the changes from the clauses back to others that, over what followed them, would not take back all that it does. */
const lostIn = (clauses: readonly Clause[], back: readonly Clause[], after: readonly Clause[]): Change | null => {
  const now = new Map(after.map((clause) => [clause.id, clause]));
  const stands = (id: Clause['id'], i: number): boolean => {
    const [then, other] = [clauses[i], now.get(id)];
    return then !== undefined && other !== undefined && sameClause(then, other);
  };
  const places = placesOf(clauses);
  const changes = changesBetween(clauses, back).filter(
    (change) => change.kind !== 'replace' || !stands(change.clause, places.get(change.clause) ?? -1),
  );
  const footprints = new Map(changes.map((change, i) => [i, fittingFootprint(clauses, places, change)]));
  const carried = carriedOn(clauses, new Map(), after, footprints);
  return changes.find((_, i) => !isWhole(footprints.get(i), carried.get(i))) ?? null;
};

const isWhole = (footprint: Footprint | undefined, carried: Carried | undefined): boolean =>
  footprint !== undefined && carried?.kind === 'carried' && partsIn(carried.footprint) >= partsIn(footprint);

/** How many things it does: what is done already falls out of it as it is carried. */
const partsIn = ({ touches, adds }: Footprint): number =>
  touches.reduce(
    (sum, { edits, form, move, join, deletes }) =>
      sum + edits.length + [form !== null, move !== null, join !== null, deletes].filter(Boolean).length,
    adds.length,
  );
