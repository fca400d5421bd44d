import type { Mutable } from '../../base/brand.ts';
import type { ClauseId } from '../../base/ids.ts';
import { placesOf } from '../../text/apply-change.ts';
import type { Clause } from '../../text/clause.ts';
import { type Footprint, clash } from '../../text/footprint.ts';

import type { Live } from './live-state.ts';
import type { Condition } from './position-state.ts';
import type { Amendment, Text } from './state.ts';

export const newLive = (clauses: readonly Clause[]): Live => ({
  places: placesOf(clauses),
  numbers: [],
  toRenew: [],
  about: new Map(),
  rivals: new Map(),
  voices: new Map(),
  hanging: new Map(),
});

/** The clauses and new ids that an amendment is about. */
export const idsIn = ({ touches, brings }: Footprint): readonly ClauseId[] => [
  ...touches.map(({ clause }) => clause),
  ...brings,
];

/** An amendment that fits the present revision is open from now on. Compares it with those about the same clauses. */
export const comeAlive = (text: Mutable<Text>, amendment: Mutable<Amendment>): void => {
  const { number } = amendment;
  const { live } = text;
  live.toRenew = live.toRenew.filter((other) => other !== number);
  putInOrder(live.numbers, number);
  live.voices.set(number, { of: new Map(), accepting: 0, objecting: 0, conditional: new Set() });
  place(text, amendment);
};

const putInOrder = (numbers: number[], number: number): void => {
  const later = numbers.findLastIndex((other) => other < number);
  numbers.splice(later + 1, 0, number);
};

/** Finds its place among the others by what it does. */
export const place = (text: Mutable<Text>, { number, footprint }: Mutable<Amendment>): void => {
  const { live } = text;
  const rivals = new Set<number>();
  for (const other of beside(text, idsIn(footprint))) {
    const theirs = text.amendments[other - 1]?.footprint;
    if (theirs === undefined || !clash(footprint, theirs)) continue;
    rivals.add(other);
    live.rivals.get(other)?.add(number);
  }
  live.rivals.set(number, rivals);
  for (const id of idsIn(footprint)) {
    const about = live.about.get(id);
    if (about === undefined) live.about.set(id, new Set([number]));
    else about.add(number);
  }
};

/** Leaves its place: what it does is worked out anew. */
export const displace = (text: Mutable<Text>, { number, footprint }: Mutable<Amendment>): void => {
  const { live } = text;
  for (const other of live.rivals.get(number) ?? []) live.rivals.get(other)?.delete(number);
  live.rivals.delete(number);
  for (const id of idsIn(footprint)) {
    const about = live.about.get(id);
    about?.delete(number);
    if (about?.size === 0) live.about.delete(id);
  }
};

/** An amendment waits to be renewed. */
export const wait = (text: Mutable<Text>, number: number): void => {
  passAway(text, number);
  putInOrder(text.live.toRenew, number);
};

/** An amendment is neither open nor agreed any more, nor does it wait to be renewed. */
export const passAway = (text: Mutable<Text>, number: number): void => {
  const { live } = text;
  live.toRenew = live.toRenew.filter((other) => other !== number);
  const at = live.numbers.indexOf(number);
  const amendment = text.amendments[number - 1];
  if (at < 0 || amendment === undefined) return;
  live.numbers.splice(at, 1);
  displace(text, amendment);
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

export const hang = (live: Mutable<Live>, number: number, conditions: readonly Condition[]): void => {
  for (const hook of conditions.map(hookOf)) {
    const there = live.hanging.get(hook) ?? new Map<number, number>();
    there.set(number, (there.get(number) ?? 0) + 1);
    live.hanging.set(hook, there);
  }
};

export const unhang = (live: Mutable<Live>, number: number, conditions: readonly Condition[]): void => {
  for (const hook of conditions.map(hookOf)) {
    const there = live.hanging.get(hook);
    const left = (there?.get(number) ?? 0) - 1;
    if (left > 0) there?.set(number, left);
    else there?.delete(number);
    if (there?.size === 0) live.hanging.delete(hook);
  }
};
