import { placesOf } from '../../text/apply-change.ts';
import type { Clause } from '../../text/clause.ts';
import { courseOf } from '../../text/carry.ts';
import { changesOf } from '../../text/changes-of.ts';
import { type Row, withAmendments } from '../../text/consolidate.ts';
import type { Footprint } from '../../text/footprint.ts';
import { type Collision, type Combined, combine } from '../../text/merge.ts';
import { agreedIn } from './agreement.ts';
import { footprintsOf } from './effect.ts';
import type { Amendment, Text } from './state.ts';
import { present } from './texts.ts';

/** The text as far as it is agreed, and what is still proposed to it. */

/** The open amendments over the present revision with all that is agreed in it. */
export interface OverAgreed {
  readonly clauses: readonly Clause[];
  /** By number, what open amendments do to these clauses. */
  readonly footprints: ReadonlyMap<number, Footprint>;
  /** Open ones that stand against what is agreed. */
  readonly against: readonly number[];
}

/** In proportion to the text and its amendments. */
export const overAgreed = (text: Text): OverAgreed => {
  const course = courseOf(present(text).clauses, footprintsOf(text, agreedIn(text)));
  const footprints = new Map<number, Footprint>();
  const against: number[] = [];
  for (const number of text.live.numbers) {
    const amendment = text.amendments[number - 1];
    if (amendment?.fate.kind !== 'open') continue;
    const carried = course.carry(number, amendment.footprint);
    if (carried.kind === 'carried') footprints.set(number, carried.footprint);
    else against.push(number);
  }
  return { clauses: course.clauses, footprints, against };
};

/** The text of a choice of open amendments: what is agreed is always in it. Those that collide with each other are named and left out. */
export const withChosen = ({ clauses, footprints }: OverAgreed, chosen: ReadonlySet<number>): Combined =>
  combine(clauses, placesOf(clauses), new Map([...footprints].filter(([number]) => chosen.has(number))));

export interface Consolidated {
  /** The present revision with every agreed amendment worked in. */
  readonly clauses: readonly Clause[];
  readonly workedIn: readonly Amendment[];
  /** The same clauses with the open amendments in their places; `change` is each as it reads over the agreed words, once for each change that it comes to. */
  readonly rows: readonly Row<Amendment>[];
  /** Open amendments that cannot all go in. */
  readonly rivals: readonly Collision[];
  /** Open ones that stand against what is agreed, or are in it already. */
  readonly outside: readonly Amendment[];
}

export const consolidated = (text: Text): Consolidated => {
  const { clauses, footprints, against } = overAgreed(text);
  const places = placesOf(clauses);
  const inside = [...footprints].flatMap(([number, footprint]) => {
    const amendment = text.amendments[number - 1];
    if (amendment === undefined) return [];
    return changesOf(clauses, footprint, places).map((change) => ({ ...amendment, change }));
  });
  return {
    clauses,
    workedIn: text.amendments.filter(({ fate }) => fate.kind === 'agreed'),
    rows: withAmendments(clauses, inside),
    rivals: combine(clauses, places, footprints).collisions,
    outside: text.amendments.filter(({ number }) => against.includes(number)),
  };
};
