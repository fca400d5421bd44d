import type { ClauseId } from '../base/ids.ts';
import { faultOf, placesOf } from './apply-change.ts';
import type { Change, Proposed } from './change.ts';
import { broughtBy } from './change-parts.ts';
import type { Clause, ClauseForm } from './clause.ts';
import { type Footprint, type Join, type Touch, fittingFootprint } from './footprint.ts';
import { type Edit, editKey } from './word-edits.ts';

/** What amendments to one base do, gathered by what they do it to. */

/** Things wanted, each with the numbers of the amendments that want it; those that want the same stand together. */
export type Wishes<T> = ReadonlyMap<string, { readonly value: T; readonly by: readonly number[] }>;

/** What is wanted of one clause. */
export interface ClauseEffects {
  readonly clause: Clause;
  readonly edits: Wishes<Edit>;
  readonly forms: Wishes<ClauseForm>;
  /** The clause to stand behind, `null` for the beginning. */
  readonly moves: Wishes<ClauseId | null>;
  readonly joins: Wishes<Join>;
  readonly deletions: Wishes<null>;
}

/** What comes to stand behind a clause: a new one, or one that moves there. */
export type Arrival = { readonly by: number } & (
  { readonly kind: 'add'; readonly clause: Clause } | { readonly kind: 'move'; readonly clause: ClauseId }
);

export interface Effects {
  readonly clauses: ReadonlyMap<ClauseId, ClauseEffects>;
  /** By the clause that they come to stand behind, `null` for the beginning; in the order of the amendments. */
  readonly arrivals: ReadonlyMap<ClauseId | null, readonly Arrival[]>;
  /** By each new id, the changes that bring it in. */
  readonly brought: ReadonlyMap<ClauseId, Wishes<Change>>;
  /** The amendments that do not fit the base. */
  readonly unfit: readonly number[];
}

/** By number, the footprints of amendments that fit the base, where they are known already. */
export type Footprints = ReadonlyMap<number, Footprint>;

/** What the amendments do. Takes time proportional to their words and those of the base; to their edits, where their footprints are known. */
export const effectsOf = (
  base: readonly Clause[],
  amendments: readonly Proposed[],
  known: Footprints = new Map(),
): Effects => {
  const places = placesOf(base);
  const clauses = new Map<ClauseId, Open>();
  const arrivals = new Map<ClauseId | null, Arrival[]>();
  const brought = new Map<ClauseId, OpenWishes<Change>>();
  const unfit: number[] = [];
  for (const { number: by, change } of amendments) {
    const fault = known.has(by) ? null : faultOf(base, places, change);
    if (fault?.kind === 'changes-nothing') continue;
    if (fault !== null) {
      unfit.push(by);
      continue;
    }
    const { touches, whole } = known.get(by) ?? fittingFootprint(base, places, change);
    for (const { id } of broughtBy(change)) wish(entry(brought, id, newWishes), whole ?? '', change, by);
    if (change.kind === 'add') entry(arrivals, change.after, newList).push({ kind: 'add', clause: change.clause, by });
    if (change.kind === 'move')
      entry(arrivals, change.after, newList).push({ kind: 'move', clause: change.clause, by });
    for (const touch of touches) {
      const on = entry(clauses, touch.clause, () => openOn(base[places.get(touch.clause) ?? -1]));
      gather(on, touch, by);
    }
  }
  return { clauses, arrivals, brought, unfit };
};

type OpenWishes<T> = Map<string, { readonly value: T; readonly by: number[] }>;

const newWishes = <T>(): OpenWishes<T> => new Map();
const newList = <T>(): T[] => [];

const wish = <T>(wishes: OpenWishes<T>, key: string, value: T, by: number): void => {
  entry(wishes, key, () => ({ value, by: [] })).by.push(by);
};

const entry = <K, V>(map: Map<K, V>, key: K, begin: () => V): V => {
  const known = map.get(key);
  if (known !== undefined) return known;
  const begun = begin();
  map.set(key, begun);
  return begun;
};

/** What is wanted of a clause while it is gathered. */
interface Open extends ClauseEffects {
  readonly edits: OpenWishes<Edit>;
  readonly forms: OpenWishes<ClauseForm>;
  readonly moves: OpenWishes<ClauseId | null>;
  readonly joins: OpenWishes<Join>;
  readonly deletions: OpenWishes<null>;
}

const openOn = (clause: Clause | undefined): Open => {
  if (clause === undefined) throw new TypeError('A change to a clause that is not there');
  const none = { edits: new Map(), forms: new Map(), moves: new Map(), joins: new Map(), deletions: new Map() };
  return { clause, ...none };
};

const gather = (on: Open, { edits, form, move, join, deletes }: Touch, by: number): void => {
  for (const edit of edits) wish(on.edits, editKey(edit), edit, by);
  if (form !== null) wish(on.forms, `${form.kind} ${form.level ?? 0}`, form, by);
  if (move !== null) wish(on.moves, move.after ?? '', move.after, by);
  if (join !== null) wish(on.joins, JSON.stringify([join.clauses, join.words]), join, by);
  if (deletes) wish(on.deletions, '', null, by);
};
