import { placesOf } from './apply-change.ts';
import { type Carried, type Course, courseOf } from './carry.ts';
import { clausesOf } from './change-parts.ts';
import type { Change } from './change.ts';
import type { Clause } from './clause.ts';
import { sameClauses } from './clause-form.ts';
import { changesBetween } from './derive.ts';
import type { Footprints } from './effects.ts';
import { type Footprint, footprintOf } from './footprint.ts';

/** Numbers of changes that nobody proposed: beyond those of all amendments, so that what was proposed for a place stands before what was written there. */
const UNPROPOSED = 1_000_001;

/**
 * Amendments of one text over another that came of it: `made` were made, and behind them whatever else makes `after` of it was written. In proportion to the words
 * of the two, and to the square of what changed in clauses that the amendments are about.
 */
export const carriedOn = (
  before: readonly Clause[],
  made: Footprints,
  after: readonly Clause[],
  amendments: Footprints,
): ReadonlyMap<number, Carried> => {
  const first = courseOf(before, made);
  const between = mapped(amendments, (footprint, number) => first.carry(number, footprint));
  if (sameClauses(first.clauses, after)) return between;
  const second = writtenCourse(first.clauses, after, [...between.values()]);
  return mapped(between, (one, number) =>
    one.kind === 'ended' ? one : further(one, second.carry(number, one.footprint)),
  );
};

const mapped = <A, B>(map: ReadonlyMap<number, A>, to: (value: A, number: number) => B): ReadonlyMap<number, B> =>
  new Map([...map].map(([number, value]) => [number, to(value, number)]));

const further = (first: Carried, second: Carried): Carried =>
  first.kind === 'contested' && second.kind === 'carried' ? { ...second, kind: 'contested' } : second;

/** What was written, without other words for clauses that none of these is about. */
const writtenCourse = (before: readonly Clause[], after: readonly Clause[], carried: readonly Carried[]): Course => {
  const touched = new Set(
    carried.flatMap((one) => (one.kind === 'ended' ? [] : one.footprint.touches.map(({ clause }) => clause))),
  );
  const places = placesOf(before);
  const isAbout = (change: Change): boolean =>
    change.kind !== 'replace' || clausesOf(change).some((id) => touched.has(id));
  const written = new Map<number, Footprint>();
  for (const [i, change] of changesBetween(before, after).filter(isAbout).entries()) {
    const footprint = footprintOf(before, places, change);
    if (footprint !== null) written.set(UNPROPOSED + i, footprint);
  }
  return courseOf(before, written, true);
};
