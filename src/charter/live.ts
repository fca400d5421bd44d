import type { Draft } from '../base/brand.ts';
import type { ClauseId, OrganisationId } from '../base/ids.ts';
import { type Places, placesOf } from '../text/apply-change.ts';
import { type Change, broughtBy, clausesOf } from '../text/change.ts';
import type { Clause } from '../text/clause.ts';
import { type Footprint, clash, fittingFootprint } from '../text/footprint.ts';
import type { Condition } from './negotiation-state.ts';
import type { Amendment, Text } from './state.ts';

/**
 * The amendments of a text that are open or agreed, ready to be asked about: what each does to the present revision, which collide, and who accepts them.
 * It follows from the rest of the text, and is kept so that no act compares words that were compared before.
 */
export interface Live {
  /** Of the clauses of the present revision. */
  readonly places: Places;
  /** In order. */
  readonly numbers: readonly number[];
  readonly footprints: ReadonlyMap<number, Footprint>;
  /** By each clause and each new id, the amendments that are about it. */
  readonly about: ReadonlyMap<ClauseId, ReadonlySet<number>>;
  /** By each, those that it collides with. */
  readonly rivals: ReadonlyMap<number, ReadonlySet<number>>;
  readonly voices: ReadonlyMap<number, Voices>;
  /** By what a condition hangs on, the amendments that somebody accepts under it, and how many conditions hang there. */
  readonly hanging: ReadonlyMap<string, ReadonlyMap<number, number>>;
}

/** What the participants say of one amendment. */
export interface Voices {
  readonly of: ReadonlyMap<OrganisationId, Voice>;
  readonly accepting: number;
  readonly objecting: number;
  /** Those whose consent hangs on something. */
  readonly conditional: ReadonlySet<OrganisationId>;
}

export interface Voice {
  readonly kind: 'accepts' | 'objects' | 'conditional';
  readonly conditions: readonly Condition[];
}

export const newLive = (clauses: readonly Clause[]): Live => ({
  places: placesOf(clauses),
  numbers: [],
  footprints: new Map(),
  about: new Map(),
  rivals: new Map(),
  voices: new Map(),
  hanging: new Map(),
});

/** The clauses and new ids that a change is about. */
export const idsIn = (change: Change): readonly ClauseId[] => [
  ...clausesOf(change),
  ...broughtBy(change).map(({ id }) => id),
];

/** An amendment that fits the present revision is open from now on. Compares it with those about the same clauses. */
export const comeAlive = (text: Draft<Text>, { number, current }: Draft<Amendment>): void => {
  const { live } = text;
  const later = live.numbers.findLastIndex((other) => other < number);
  live.numbers.splice(later + 1, 0, number);
  live.voices.set(number, { of: new Map(), accepting: 0, objecting: 0, conditional: new Set() });
  place(text, number, current);
};

/** The same amendment over other words of its clauses, or with other words. */
export const placeAnew = (text: Draft<Text>, { number, current }: Draft<Amendment>): void => {
  displace(text, number);
  place(text, number, current);
};

const place = (text: Draft<Text>, number: number, current: Change): void => {
  const { live } = text;
  const footprint = fittingFootprint(text.revisions.at(-1)?.clauses ?? [], live.places, current);
  const rivals = new Set<number>();
  for (const other of beside(text, idsIn(current))) {
    const theirs = live.footprints.get(other);
    if (theirs === undefined || !clash(footprint, theirs)) continue;
    rivals.add(other);
    live.rivals.get(other)?.add(number);
  }
  live.footprints.set(number, footprint as Draft<Footprint>);
  live.rivals.set(number, rivals);
  for (const id of idsIn(current)) {
    const about = live.about.get(id);
    if (about === undefined) live.about.set(id, new Set([number]));
    else about.add(number);
  }
};

const displace = (text: Draft<Text>, number: number): void => {
  const { live } = text;
  for (const other of live.rivals.get(number) ?? []) live.rivals.get(other)?.delete(number);
  live.rivals.delete(number);
  const footprint = live.footprints.get(number);
  live.footprints.delete(number);
  for (const id of [...(footprint?.touches ?? []).map(({ clause }) => clause), ...(footprint?.brings ?? [])]) {
    const about = live.about.get(id);
    about?.delete(number);
    if (about?.size === 0) live.about.delete(id);
  }
};

/** An amendment is neither open nor agreed any more. */
export const passAway = (text: Draft<Text>, number: number): void => {
  const { live } = text;
  const at = live.numbers.indexOf(number);
  if (at < 0) return;
  live.numbers.splice(at, 1);
  displace(text, number);
  for (const { conditions } of live.voices.get(number)?.of.values() ?? []) unhang(live, number, conditions);
  live.voices.delete(number);
};

/** The live amendments as they are now, in order: whatever is done to them, the list stays. */
export const numbersOf = ({ live }: Text): readonly number[] => live.numbers.slice();

/** The live amendments about one of these clauses or ids, in order. */
export const beside = ({ live }: Text, ids: readonly ClauseId[]): readonly number[] =>
  [...new Set(ids.flatMap((id) => [...(live.about.get(id) ?? [])]))].toSorted((a, b) => a - b);

/** What a condition hangs on: a clause or an amendment. */
export const hookOf = (condition: Condition): string =>
  'clause' in condition ? `clause:${condition.clause}` : `amendment:${condition.amendment}`;

export const hang = (live: Draft<Live>, number: number, conditions: readonly Condition[]): void => {
  for (const hook of conditions.map(hookOf)) {
    const there = live.hanging.get(hook) ?? new Map<number, number>();
    there.set(number, (there.get(number) ?? 0) + 1);
    live.hanging.set(hook, there);
  }
};

export const unhang = (live: Draft<Live>, number: number, conditions: readonly Condition[]): void => {
  for (const hook of conditions.map(hookOf)) {
    const there = live.hanging.get(hook);
    const left = (there?.get(number) ?? 0) - 1;
    if (left > 0) there?.set(number, left);
    else there?.delete(number);
    if (there?.size === 0) live.hanging.delete(hook);
  }
};
