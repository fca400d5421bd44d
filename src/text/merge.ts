import type { ClauseId } from '../base/ids.ts';
import { type Places, placesOf } from './apply-change.ts';
import type { Change, Proposed } from './change.ts';
import { broughtBy, clausesOf } from './change-parts.ts';
import type { Clause } from './clause.ts';
import { clashesIn } from './clashes.ts';
import { type ClauseEffects, type Effects, type Footprints, type Wishes, effectsOf } from './effects.ts';
import { clash, footprintOf } from './footprint.ts';
import { withEdits } from './word-edits.ts';

/** Amendments that cannot all be made. */
export interface Collision {
  /** The clauses that they are about, in the order of the text, and behind them those whose new ids they share. */
  readonly clauses: readonly ClauseId[];
  /** Their numbers, in order. */
  readonly amendments: readonly number[];
}

export interface Merged {
  readonly clauses: readonly Clause[];
  /** The groups that collide among themselves, by their first amendments. None of these is made. */
  readonly collisions: readonly Collision[];
  /** The amendments that do not fit the base, in order; see `ChangeFault`. They are not made and collide with nothing. */
  readonly unfit: readonly number[];
}

/**
 * Makes amendments that all speak of the same clauses. Those that collide with none are made; their order in the list does not matter.
 * Two collide where they
 *
 * - change words that overlap or meet, and not in the very same way ({@link editsBetween}); a split counts as a change of the words
 *   around its breaks, a join as one of all the words of its clauses;
 * - make a clause one of different kinds or levels, move it to different places, or bring in different clauses with one id;
 * - delete or join a clause that the other rewords, splits, moves or joins otherwise.
 *
 * What comes to stand behind one clause does so in the order of the numbers. The place behind a clause that is deleted, moved or
 * joined stays where it was. Merged words may be longer than those of one clause may be, and clauses more than a text may have:
 * whoever records them checks. Takes time proportional to all words and n log n in the number of amendments; words of those whose
 * footprints on these clauses are `known` are not compared again.
 */
export const merge = (clauses: readonly Clause[], amendments: readonly Proposed[], known?: Footprints): Merged => {
  const inOrder = amendments.toSorted((a, b) => a.number - b.number);
  const effects = effectsOf(clauses, inOrder, known);
  const clashes = clashesIn(effects);
  const changes = new Map(inOrder.map(({ number, change }) => [number, change]));
  const places = placesOf(clauses);
  const open = new Set(clashes.flat());
  return {
    clauses: made(clauses, effects, (number) => !open.has(number)),
    collisions: clashes.map((numbers) => ({
      clauses: concerned(
        places,
        numbers.flatMap((number) => changes.get(number) ?? []),
      ),
      amendments: numbers,
    })),
    unfit: effects.unfit,
  };
};

/** Whether two changes to these clauses collide. One that does not fit collides with nothing. */
export const collides = (clauses: readonly Clause[], a: Change, b: Change): boolean => {
  const places = placesOf(clauses);
  const one = footprintOf(clauses, places, a);
  const other = footprintOf(clauses, places, b);
  return one !== null && other !== null && clash(one, other);
};

const concerned = (places: Places, changes: readonly Change[]): readonly ClauseId[] => {
  const about = new Set(changes.flatMap(clausesOf));
  const brought = new Set<ClauseId>();
  const shared = new Set<ClauseId>();
  for (const { id } of changes.flatMap(broughtBy)) (brought.has(id) ? shared : brought).add(id);
  return [...[...about].toSorted((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0)), ...shared];
};

const made = (
  base: readonly Clause[],
  { clauses, arrivals }: Effects,
  isMade: (number: number) => boolean,
): readonly Clause[] => {
  const out: Clause[] = [];
  const known = new Map(base.map((clause) => [clause.id, clause]));
  const arrived = new Set<ClauseId>();
  const put = (id: ClauseId): void => {
    const clause = known.get(id);
    const effects = clauses.get(id);
    if (clause !== undefined) out.push(...(effects === undefined ? [clause] : remade(clause, effects, isMade)));
  };
  const arrive = (behind: ClauseId | null): void => {
    for (const arrival of arrivals.get(behind) ?? []) {
      const id = arrival.kind === 'add' ? arrival.clause.id : arrival.clause;
      // What several want alike is done once.
      if (!isMade(arrival.by) || arrived.has(id)) continue;
      arrived.add(id);
      if (arrival.kind === 'add') out.push(arrival.clause);
      else put(id);
    }
  };
  arrive(null);
  for (const { id } of base) {
    if (!wished(clauses.get(id)?.moves, isMade)) put(id);
    arrive(id);
  }
  return out;
};

/** What becomes of a clause: nothing where it is deleted or joined to another, several clauses where it is split. */
const remade = (
  clause: Clause,
  { edits, forms, joins, deletions }: ClauseEffects,
  isMade: (number: number) => boolean,
): readonly Clause[] => {
  if (wished(deletions, isMade)) return [];
  const [form] = granted(forms, isMade);
  const { words, ...own } = clause;
  const head = form === undefined ? own : { id: clause.id, ...form };
  const [join] = granted(joins, isMade);
  if (join !== undefined) return join.clauses[0] === clause.id ? [{ ...head, words: join.words }] : [];
  const put = granted(edits, isMade);
  return put.length === 0 ? [{ ...head, words }] : withEdits(head, words, put);
};

const granted = <T>(wishes: Wishes<T>, isMade: (number: number) => boolean): readonly T[] =>
  [...wishes.values()].filter(({ by }) => by.some(isMade)).map(({ value }) => value);

const wished = (wishes: Wishes<unknown> | undefined, isMade: (number: number) => boolean): boolean =>
  wishes !== undefined && granted(wishes, isMade).length > 0;
