import type { ClauseId } from '../base/ids.ts';
import { type Places, faultOf, placesOf } from './apply-change.ts';
import type { Change, Proposed } from './change.ts';
import type { Clause } from './clause.ts';
import { clashesIn } from './clashes.ts';
import { type Footprints, effectsOf } from './effects.ts';
import { type Footprint, clash, fittingFootprint, footprintOf } from './footprint.ts';
import { made, sumOf } from './made.ts';

/** Amendments that cannot all be made. */
export interface Collision {
  /** The clauses that they are about, in the order of the text, and behind them those whose new ids they share. */
  readonly clauses: readonly ClauseId[];
  /** Their numbers, in order. */
  readonly amendments: readonly number[];
}

export interface Combined {
  readonly clauses: readonly Clause[];
  /** The groups that collide among themselves, by their first amendments. None of these is made. */
  readonly collisions: readonly Collision[];
}

export interface Merged extends Combined {
  /** The amendments that do not fit the base, in order; see `ChangeFault`. They are not made and collide with nothing. */
  readonly unfit: readonly number[];
}

/**
 * Makes amendments that all speak of the same clauses. Those that collide with none are made; their order in the list does not matter.
 * Two collide where they
 *
 * - change words that overlap or meet, and not in the very same way ({@link editsBetween}); a split counts as a change of the words
 *   around its breaks, a join as one of those around its seams ({@link seamsBetween});
 * - make a clause one of different kinds or levels, move it to different places, or bring in different clauses with one id;
 * - delete a clause that the other rewords, splits, moves or joins, or join one that the other splits, moves or joins to others.
 *
 * What comes to stand behind one clause does so in the order of the numbers. The place behind a clause that is deleted, moved or
 * joined stays where it was. Merged words may be longer than those of one clause may be, and clauses more than a text may have:
 * whoever records them checks. Takes time proportional to all words and n log n in the number of amendments.
 */
export const merge = (clauses: readonly Clause[], amendments: readonly Proposed[]): Merged => {
  const places = placesOf(clauses);
  const footprints = new Map<number, Footprint>();
  const unfit: number[] = [];
  for (const { number, change } of amendments.toSorted((a, b) => a.number - b.number)) {
    const fault = faultOf(clauses, places, change);
    if (fault === null) footprints.set(number, fittingFootprint(clauses, places, change));
    else if (fault.kind !== 'changes-nothing') unfit.push(number);
  }
  return { ...combine(clauses, places, footprints), unfit };
};

/** The same for amendments of which is known what they do to these clauses, whose places are given. Compares no words. */
export const combine = (clauses: readonly Clause[], places: Places, footprints: Footprints): Combined => {
  const inOrder = new Map([...footprints].toSorted(([a], [b]) => a - b));
  const clashes = clashesIn(effectsOf(inOrder));
  const collisions = clashes.map((amendments) => ({
    clauses: concerned(
      places,
      amendments.flatMap((number) => inOrder.get(number) ?? []),
    ),
    amendments,
  }));
  for (const number of clashes.flat()) inOrder.delete(number);
  return { clauses: made(clauses, sumOf(inOrder)).clauses, collisions };
};

/** Whether two changes to these clauses collide. One that does not fit collides with nothing. */
export const collides = (clauses: readonly Clause[], a: Change, b: Change): boolean => {
  const places = placesOf(clauses);
  const one = footprintOf(clauses, places, a);
  const other = footprintOf(clauses, places, b);
  return one !== null && other !== null && clash(one, other);
};

const concerned = (places: Places, footprints: readonly Footprint[]): readonly ClauseId[] => {
  const touched = footprints.flatMap(({ touches }) => touches.map(({ clause }) => clause));
  const about = new Set(touched.filter((clause) => places.has(clause)));
  const brought = new Set<ClauseId>();
  const shared = new Set<ClauseId>();
  for (const id of footprints.flatMap(({ brings }) => brings)) (brought.has(id) ? shared : brought).add(id);
  return [...[...about].toSorted((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0)), ...shared];
};
