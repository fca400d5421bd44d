import type { ClauseId } from '../base/ids.ts';
import type { ClauseForm } from './clause.ts';
import type { Footprint, Touch } from './footprint.ts';
import type { Slot } from './slot.ts';
import { type Edit, editKey } from './word-edits.ts';

/** What amendments to one base want, gathered by what they want it of, to find those that cannot be made together. */

/** Things wanted, each with the numbers of the amendments that want it; those that want the same stand together. */
export type Wishes<T> = ReadonlyMap<string, { readonly value: T; readonly by: readonly number[] }>;

/** What is wanted of one clause. */
export interface ClauseEffects {
  readonly edits: Wishes<Edit>;
  readonly forms: Wishes<ClauseForm>;
  readonly moves: Wishes<Slot>;
  readonly joins: Wishes<readonly ClauseId[]>;
  readonly deletions: Wishes<null>;
}

export interface Effects {
  readonly clauses: ReadonlyMap<ClauseId, ClauseEffects>;
  /** By each new id, the changes that bring it in. */
  readonly brought: ReadonlyMap<ClauseId, Wishes<null>>;
}

/** By number, what amendments do to one base. */
export type Footprints = ReadonlyMap<number, Footprint>;

/** What they want. Takes time proportional to their edits. */
export const effectsOf = (footprints: Footprints): Effects => {
  const clauses = new Map<ClauseId, Open>();
  const brought = new Map<ClauseId, OpenWishes<null>>();
  for (const [by, { touches, brings, whole }] of footprints) {
    for (const id of brings) wish(entry(brought, id, newWishes), whole ?? '', null, by);
    for (const touch of touches) gather(entry(clauses, touch.clause, newEffects), touch, by);
  }
  return { clauses, brought };
};

type OpenWishes<T> = Map<string, { readonly value: T; readonly by: number[] }>;

const newWishes = <T>(): OpenWishes<T> => new Map();

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
  readonly moves: OpenWishes<Slot>;
  readonly joins: OpenWishes<readonly ClauseId[]>;
  readonly deletions: OpenWishes<null>;
}

const newEffects = (): Open => ({
  edits: new Map(),
  forms: new Map(),
  moves: new Map(),
  joins: new Map(),
  deletions: new Map(),
});

const gather = (on: Open, { edits, form, move, join, deletes }: Touch, by: number): void => {
  for (const edit of edits) wish(on.edits, editKey(edit), edit, by);
  if (form !== null) wish(on.forms, `${form.kind} ${form.level ?? 0}`, form, by);
  if (move !== null) wish(on.moves, JSON.stringify(move), move, by);
  if (join !== null) wish(on.joins, join.join(' '), join, by);
  if (deletes) wish(on.deletions, '', null, by);
};
