import { type Mutable, mutable } from '../../base/brand.ts';
import { carriedOn } from '../../text/carry-on.ts';
import type { Carried } from '../../text/carry.ts';
import type { Change } from '../../text/change.ts';
import { changesOf } from '../../text/changes-of.ts';
import type { Clause } from '../../text/clause.ts';
import type { Footprints } from '../../text/effects.ts';
import type { Footprint } from '../../text/footprint.ts';
import { type Combined, combine } from '../../text/merge.ts';
import type { Amendment, Text } from './state.ts';
import { present } from './texts.ts';

/**
 * What amendments do to the text as it stands. Everyone who shows, counts, tells or agrees to an amendment asks here: nobody works it out anew.
 * See docs/decisions/0039-amendments-over-revisions.md.
 */

/** What an amendment changes: the clauses that it speaks of, those of the present revision while it is open, agreed or to be renewed, and the changes to them. */
export interface Effect {
  readonly clauses: readonly Clause[];
  readonly changes: readonly Change[];
}

export const effectOf = (text: Text, { over, current }: Amendment): Effect => ({
  clauses: (text.revisions[over - 1] ?? present(text)).clauses,
  changes: current,
});

/** The amendment once for each change that it comes to, with that one in the place of what was proposed. */
export const inParts = (amendment: Amendment): readonly Amendment[] =>
  amendment.current.map((change) => ({ ...amendment, change }));

/** Whether it comes to something else than what was proposed, for the clauses that it was proposed to have changed since. */
export const isCarried = ({ change, current, revision, over }: Amendment): boolean =>
  over !== revision && JSON.stringify(current) !== JSON.stringify([change]);

/** The present revision with these amendments in it, of those that are open, agreed or to be renewed; those that collide with each other are named and left out. */
export const textWith = (text: Text, numbers: Iterable<number>): Combined =>
  combine(present(text).clauses, text.live.places, footprintsOf(text, numbers));

export const footprintsOf = (text: Text, numbers: Iterable<number>): Footprints =>
  new Map(
    [...numbers].flatMap((number) => {
      const footprint = text.amendments[number - 1]?.footprint;
      return footprint === undefined ? [] : [[number, footprint]];
    }),
  );

/** What becomes of amendments that are open, agreed or to be renewed when these clauses follow the present ones, and some were taken in. */
export const overRevision = (
  text: Text,
  tookIn: readonly number[],
  after: readonly Clause[],
  numbers: readonly number[],
): ReadonlyMap<number, Carried> => {
  const made = footprintsOf(text, tookIn);
  for (const number of collidingIn(text, made)) (made as Map<number, Footprint>).delete(number);
  return carriedOn(present(text).clauses, made, after, footprintsOf(text, numbers));
};

const collidingIn = (text: Text, made: Footprints): readonly number[] =>
  [...made.keys()].filter((number) => [...(text.live.rivals.get(number) ?? [])].some((other) => made.has(other)));

/** What became, over the present words, of an amendment that was withdrawn under earlier ones. */
export const overPresent = (text: Text, { number, over, footprint }: Amendment): Carried => {
  const then = text.revisions[over - 1];
  const now = present(text);
  if (then === undefined || then === now) return { kind: 'carried', footprint };
  const carried = carriedOn(then.clauses, new Map(), now.clauses, new Map([[number, footprint]]));
  return carried.get(number) ?? { kind: 'ended', why: 'gone' };
};

/** An amendment says from now on what it comes to over the present revision. */
export const restate = (text: Text, amendment: Mutable<Amendment>, footprint: Footprint): void => {
  const { clauses, number } = present(text);
  amendment.footprint = mutable(footprint);
  amendment.current = mutable(changesOf(clauses, footprint, text.live.places));
  amendment.over = number;
};
