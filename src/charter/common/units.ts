import type { ClauseId } from '../../base/ids.ts';
import { placesOf } from '../../text/apply-change.ts';
import type { Clause } from '../../text/clause.ts';
import type { VariantRef } from '../../text/common/problem.ts';
import type { Footprints } from '../../text/effects.ts';
import { combine } from '../../text/merge.ts';
import { type Join, type Place, collidingBeside, joinsIn, placesIn, rivalsIn } from './places.ts';
import { setsOf } from './sets.ts';
import { overAgreed } from '../texts/consolidated.ts';
import type { Text } from '../texts/state.ts';

/** A text taken apart into what can stand in it in one wording or another, or fall out: for the common text (article 6.3). */
export interface Unit extends Pick<Place, 'id' | 'kind' | 'weight'> {
  /** The present words first, where it stands in the text; behind them each amendment alone, then several together. */
  readonly wordings: readonly Wording[];
  /** Whether every set of amendments that can go in together is among them. */
  readonly isWhole: boolean;
}

export interface Wording {
  readonly id: string;
  /** Those that it is made of, in order; none: the present words. */
  readonly amendments: readonly number[];
  /** The clause in these words; of one that is split, the first part; of one that others are joined to, all. */
  readonly clause: Clause;
  /** The clause to whose end it is joined, so that it stands no more by itself: each of `amendments` alone does that. */
  readonly into: ClauseId | null;
}

/** How it shows in a choice that an amendment has gone in. */
export type Inclusion =
  /** For each place that it is about, one of these wordings is chosen; clauses that are `gone` with it have fallen out. */
  | {
      readonly kind: 'wordings';
      readonly places: readonly [readonly VariantRef[], ...(readonly VariantRef[])[]];
      readonly gone: readonly ClauseId[];
    }
  /** Its clauses have fallen out, all of them. */
  | { readonly kind: 'deletion'; readonly clauses: readonly ClauseId[] };

/** Clauses become one: the first stands in one of `wordings` if, and only if, each of the others is joined to it. */
export interface Joining {
  /** The first that does it. */
  readonly amendment: number;
  readonly wordings: readonly VariantRef[];
  readonly others: readonly VariantRef[];
}

export interface Units {
  readonly units: readonly Unit[];
  /** By number, of every open amendment that fits the text. */
  readonly entries: ReadonlyMap<number, Inclusion>;
  readonly joinings: readonly Joining[];
  readonly colliding: ReturnType<typeof collidingBeside>;
}

export const NOW = 'now';

/**
 * How many sets of two amendments and more are looked at for one clause: with 60, all of any six. In the whole text no more than `all`, so that where many
 * clauses have several amendments each has room for fewer.
 */
export const MOST_TOGETHER = { each: 60, all: 1500 } as const;

/** Wordings of the unit `id` that come of what is wanted of all places that it `covers`. */
interface Layer {
  readonly id: string;
  readonly covers: readonly string[];
  readonly wordings: readonly Wording[];
  readonly isWhole: boolean;
}

/** Of the text as far as it is agreed, with every set of open amendments that can go in together as another wording. */
export const unitsOf = (text: Text): Units => {
  const { clauses, footprints } = overAgreed(text);
  const places = placesIn(text, clauses, footprints);
  const joins = joinsIn(footprints);
  const rivals = rivalsIn(text, footprints);
  const shared = [...places.values()].filter(({ by }) => by.length > 1).length + joins.length;
  const most = Math.min(MOST_TOGETHER.each, Math.floor(MOST_TOGETHER.all / Math.max(1, shared)));

  const apart = [...places.values()].map(({ id, kind, clause, by }): Layer => {
    const alone = by.filter((number) => kind !== 'clause' || !joins.some((join) => isJoined(join, number, clause.id)));
    const { sets, isWhole } = setsOf(alone, [], rivals, most);
    const words = {
      clause: (set: readonly number[]) => worded([clause], footprints, set),
      addition: (set: readonly number[]) => added(clause, footprints, set),
      move: () => clause,
    };
    const wordings = sets.map((set) => wordingOf(set, words[kind](set)));
    return { id, covers: [id], wordings, isWhole };
  });
  const joined = joins.map(({ clauses: ids, by }): Layer => {
    const parts = ids.flatMap((id) => places.get(id)?.clause ?? []);
    const beside = new Set(ids.flatMap((id) => places.get(id)?.by ?? [])).difference(new Set(by));
    const { sets, isWhole } = setsOf(
      by,
      [...beside].toSorted((a, b) => a - b),
      rivals,
      most,
    );
    const wordings = sets.map((set) => wordingOf(set, worded(parts, footprints, set)));
    return { id: ids[0] ?? '', covers: ids, wordings, isWhole };
  });
  const layers = [...apart, ...joined];
  const units = [...places.values()].map((place): Unit => {
    const own = layers.filter(({ id }) => id === place.id);
    return {
      id: place.id,
      kind: place.kind,
      weight: place.weight,
      wordings: [
        ...(place.kind === 'clause' ? [{ id: NOW, amendments: [], clause: place.clause, into: null }] : []),
        ...[
          ...own.flatMap(({ wordings }) => wordings),
          ...joins.flatMap((join, at) => joinedTo(join, place, joined[at])),
        ].toSorted((a, b) => sizeOf(a) - sizeOf(b)),
      ],
      isWhole: layers.every(({ covers, isWhole }) => isWhole || !covers.includes(place.id)),
    };
  });
  return {
    units,
    entries: entriesOf(footprints, places, layers),
    joinings: joins.map((join, at) => joiningOf(join, joined[at]?.wordings ?? [])),
    colliding: collidingBeside(places, rivals),
  };
};

const wordingId = (amendments: readonly number[], between: '+' | '|'): string =>
  amendments.map((number) => `a${number}`).join(between);

const wordingOf = (amendments: readonly number[], clause: Clause): Wording => ({
  id: wordingId(amendments, '+'),
  amendments,
  clause,
  into: null,
});

const isJoined = ({ clauses, by }: Join, number: number, id: ClauseId): boolean =>
  by.includes(number) && clauses.includes(id);

/** What these amendments together make of a clause, or of several that they join. */
const worded = (parts: readonly Clause[], footprints: Footprints, amendments: readonly number[]): Clause => {
  const here = amendments.flatMap((number) => {
    const footprint = footprints.get(number);
    if (footprint === undefined) return [];
    const touches = footprint.touches.map((touch) => ({ ...touch, move: null }));
    return [[number, { ...footprint, touches, adds: [] }] as const];
  });
  const [first] = parts;
  const found = combine(parts, placesOf(parts), new Map(here)).clauses.find(({ id }) => id === first?.id);
  if (found === undefined) throw new TypeError('Amendments of a clause that leave nothing of it');
  return found;
};

/** Those that add one clause together add the same. */
const added = ({ id }: Clause, footprints: Footprints, [first = 0]: readonly number[]): Clause => {
  const found = footprints.get(first)?.adds.find(({ clause }) => clause.id === id);
  if (found === undefined) throw new TypeError('An amendment that does not add what it adds');
  return found.clause;
};

/** The wording of a clause that stands no more by itself. */
const joinedTo = (
  { clauses: [first, ...others], by }: Join,
  { id, kind }: Place,
  layer: Layer | undefined,
): readonly Wording[] => {
  const [wording] = layer?.wordings ?? [];
  if (kind !== 'clause' || wording === undefined || first === undefined || !others.some((other) => other === id))
    return [];
  return [{ ...wording, id: wordingId(by, '|'), amendments: by, into: first }];
};

const sizeOf = ({ amendments, into }: Wording): number => (into === null ? amendments.length : 1);

const joiningOf = ({ clauses: [first, ...others], by }: Join, wordings: readonly Wording[]): Joining => ({
  amendment: by[0] ?? 0,
  wordings: wordings.map(({ id }) => ({ clause: first ?? '', variant: id })),
  others: others.map((clause) => ({ clause, variant: wordingId(by, '|') })),
});

const entriesOf = (
  footprints: Footprints,
  places: ReadonlyMap<string, Place>,
  layers: readonly Layer[],
): Units['entries'] => {
  const entries = new Map<number, Inclusion>();
  const chosen = new Map<number, (readonly VariantRef[])[]>();
  for (const { id, by } of places.values()) {
    const over = layers.filter(({ covers }) => covers.includes(id));
    for (const number of by) {
      const refs = over.flatMap((layer) =>
        layer.wordings
          .filter(({ amendments }) => amendments.includes(number))
          .map((wording): VariantRef => ({ clause: layer.id, variant: wording.id })),
      );
      chosen.set(number, [...(chosen.get(number) ?? []), refs]);
    }
  }
  for (const [number, { touches }] of footprints) {
    const [first, ...others] = chosen.get(number) ?? [];
    const gone = touches.flatMap(({ clause, deletes }) => (deletes ? [clause] : []));
    if (first !== undefined) entries.set(number, { kind: 'wordings', places: [first, ...others], gone });
    else if (gone.length > 0) entries.set(number, { kind: 'deletion', clauses: gone });
  }
  return entries;
};
