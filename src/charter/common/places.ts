import type { ClauseId } from '../../base/ids.ts';
import type { Clause } from '../../text/clause.ts';
import type { Footprints } from '../../text/effects.ts';
import { clash } from '../../text/footprint.ts';
import type { Text } from '../texts/state.ts';

/** What amendments can be about, and which of them are about the same: for the common text (article 6.3). */

export interface Place {
  /** The id of its clause; `+4`: what amendment 4 would add; `~c1`: where clause `c1` would move. */
  readonly id: string;
  readonly kind: 'clause' | 'addition' | 'move';
  /** What it counts for. */
  readonly weight: number;
  readonly clause: Clause;
  /** The amendments that choose something here, in order. */
  readonly by: readonly number[];
}

/** Clauses that amendments make one, in order. */
export interface Join {
  readonly clauses: readonly ClauseId[];
  readonly by: readonly number[];
}

/** Each clause, in order, and behind them what is added or moved, by the first amendment that does. What falls out chooses nothing. */
export const placesIn = (
  { weights }: Text,
  clauses: readonly Clause[],
  footprints: Footprints,
): ReadonlyMap<string, Place> => {
  // A heading says nothing that anybody signs, unless the participants agreed that it counts.
  const weightOf = ({ id, kind }: Clause): number => weights.get(id) ?? (kind === 'heading' ? 0 : 1);
  const places = new Map<string, Place & { readonly by: number[] }>(
    clauses.map((clause) => [clause.id, { id: clause.id, kind: 'clause', weight: weightOf(clause), clause, by: [] }]),
  );
  const additions = new Map<ClauseId, string>();
  const begin = (id: string, kind: Place['kind'], clause: Clause): void => {
    if (!places.has(id)) places.set(id, { id, kind, weight: kind === 'move' ? 0 : weightOf(clause), clause, by: [] });
  };
  for (const [number, { touches, adds }] of [...footprints].toSorted(([a], [b]) => a - b)) {
    for (const { clause, edits, form, move, join } of touches) {
      const place = places.get(clause);
      if (place === undefined) continue;
      if (edits.length > 0 || form !== null || join !== null) place.by.push(number);
      if (move === null) continue;
      begin(`~${clause}`, 'move', place.clause);
      places.get(`~${clause}`)?.by.push(number);
    }
    for (const { clause } of adds) {
      const id = additions.get(clause.id) ?? `+${number}`;
      additions.set(clause.id, id);
      begin(id, 'addition', clause);
      places.get(id)?.by.push(number);
    }
  }
  return places;
};

/** Joins of the same clauses are one. */
export const joinsIn = (footprints: Footprints): readonly Join[] => {
  const joins = new Map<string, { readonly clauses: readonly ClauseId[]; readonly by: Set<number> }>();
  for (const [number, { touches }] of [...footprints].toSorted(([a], [b]) => a - b)) {
    for (const { join } of touches) {
      if (join === null) continue;
      const key = join.join(' ');
      const known = joins.get(key) ?? { clauses: join, by: new Set() };
      known.by.add(number);
      joins.set(key, known);
    }
  }
  return [...joins.values()].map(({ clauses, by }) => ({ clauses, by: [...by] }));
};

/** By number, those that cannot go in with it. Of the open amendments that collide over the present revision some may have nothing left to collide about. */
export type Rivals = ReadonlyMap<number, ReadonlySet<number>>;

export const rivalsIn = ({ live }: Text, footprints: Footprints): Rivals =>
  new Map(
    [...footprints].map(([number, footprint]) => {
      const rivals = [...(live.rivals.get(number) ?? [])].filter((other) => {
        const theirs = footprints.get(other);
        return theirs !== undefined && clash(footprint, theirs);
      });
      return [number, new Set(rivals)];
    }),
  );

/** By number, the later amendments that cannot go in beside it, though there is no place where one has to choose between them. */
export const collidingBeside = (
  places: ReadonlyMap<string, Place>,
  rivals: Rivals,
): ReadonlyMap<number, readonly number[]> => {
  const choosing = new Map<number, Set<string>>();
  for (const { id, by } of places.values())
    for (const number of by) choosing.set(number, (choosing.get(number) ?? new Set()).add(id));
  const colliding = new Map<number, readonly number[]>();
  for (const [number, own] of [...choosing].toSorted(([a], [b]) => a - b)) {
    const against = [...(rivals.get(number) ?? [])].filter(
      (other) => other > number && choosing.get(other)?.isDisjointFrom(own) === true,
    );
    if (against.length > 0) colliding.set(number, against);
  }
  return colliding;
};
