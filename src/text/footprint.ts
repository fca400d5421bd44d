import type { ClauseId } from '../base/ids.ts';
import { unreachable } from '../base/result.ts';
import { type Places, faultOf } from './apply-change.ts';
import type { Change } from './change.ts';
import { broughtBy } from './change-parts.ts';
import type { Clause, ClauseForm } from './clause.ts';
import { sameForm } from './clause-form.ts';
import { seamsBetween } from './seams.ts';
import { type Slot, sameSlot, slotBehind } from './slot.ts';
import { type Edit, breaks, editsBetween, sameEdit } from './word-edits.ts';

/** What an amendment does to the clauses of a text: worked out once, it tells fast what it can be made together with, and can be carried over other words. */

/** What is wanted of one clause. */
export interface Touch {
  readonly clause: ClauseId;
  /** In order; no two of them meet. */
  readonly edits: readonly Edit[];
  readonly form: ClauseForm | null;
  readonly move: Slot | null;
  /** The clauses that are made one, this one among them: the first stays, and the words of all follow each other. */
  readonly join: readonly ClauseId[] | null;
  readonly deletes: boolean;
}

export interface Footprint {
  /** For each clause one at most; those that move to one place in the order in which they stand there. */
  readonly touches: readonly Touch[];
  readonly adds: readonly { readonly slot: Slot; readonly clause: Clause }[];
  /** The new ids that it brings in. */
  readonly brings: readonly ClauseId[];
  /** The change as it was proposed, where it brings in ids: those that bring in the same ones are alike in all or cannot both be made. */
  readonly whole: string | null;
}

/** The footprint of a change to these clauses, whose places are given; `null`: it does not fit, or changes nothing. Linear in the words, and see {@link editsBetween}. */
export const footprintOf = (base: readonly Clause[], places: Places, change: Change): Footprint | null =>
  faultOf(base, places, change) === null ? fittingFootprint(base, places, change) : null;

/** The same of a change that is known to fit. */
export const fittingFootprint = (base: readonly Clause[], places: Places, change: Change): Footprint => {
  const brings = broughtBy(change).map(({ id }) => id);
  const whole = brings.length === 0 ? null : JSON.stringify(change);
  const adds = change.kind === 'add' ? [{ slot: slotBehind(change.after), clause: change.clause }] : [];
  return { touches: touchesOf((id) => clauseAt(base, places, id), change), adds, brings, whole };
};

const clauseAt = (base: readonly Clause[], places: Places, id: ClauseId): Clause => {
  const clause = base[places.get(id) ?? -1];
  if (clause === undefined) throw new TypeError('A change to a clause that is not there');
  return clause;
};

const touchesOf = (clauseOf: (id: ClauseId) => Clause, change: Change): readonly Touch[] => {
  switch (change.kind) {
    case 'add':
      return [];
    case 'replace': {
      const clause = clauseOf(change.clause);
      const form = change.as === undefined || sameForm(change.as, clause) ? null : change.as;
      return [{ ...untouched(clause.id), form, edits: rewording(clause, change.words, []) }];
    }
    case 'split': {
      const clause = clauseOf(change.clause);
      return [{ ...untouched(clause.id), edits: rewording(clause, change.words, change.into) }];
    }
    case 'delete':
      return [{ ...untouched(change.clause), deletes: true }];
    case 'move':
      return [{ ...untouched(change.clause), move: slotBehind(change.after) }];
    case 'join': {
      const edits = seamsBetween(change.clauses.map(clauseOf), change.words);
      return change.clauses.map((id, i) => ({ ...untouched(id), join: change.clauses, edits: edits[i] ?? [] }));
    }
    default:
      return unreachable(change);
  }
};

export const untouched = (clause: ClauseId): Touch => ({
  clause,
  edits: [],
  form: null,
  move: null,
  join: null,
  deletes: false,
});

const rewording = (clause: Clause, words: string, into: readonly Clause[]): readonly Edit[] =>
  words === clause.words && into.length === 0 ? [] : editsBetween(clause.words, words, into);

/** Whether two amendments of the same clauses cannot both be made; `merge` says when. Linear in the edits of the two. */
export const clash = (a: Footprint, b: Footprint): boolean =>
  bringOtherwise(a, b) ||
  a.touches.some((one) => b.touches.some((other) => other.clause === one.clause && clashOn(one, other)));

const bringOtherwise = (a: Footprint, b: Footprint): boolean =>
  a.whole !== null && b.whole !== null && a.whole !== b.whole && a.brings.some((id) => b.brings.includes(id));

const clashOn = (a: Touch, b: Touch): boolean =>
  (a.form !== null && b.form !== null && !sameForm(a.form, b.form)) ||
  (a.move !== null && b.move !== null && !sameSlot(a.move, b.move)) ||
  (a.join !== null && b.join !== null && !sameJoin(a.join, b.join)) ||
  (a.join !== null && reshapes(b)) ||
  (b.join !== null && reshapes(a)) ||
  (a.deletes && !b.deletes && stirs(b)) ||
  (b.deletes && !a.deletes && stirs(a)) ||
  anyMeet(a.edits, b.edits);

const reshapes = ({ edits, move, deletes }: Touch): boolean => deletes || move !== null || edits.some(breaks);

const stirs = ({ edits, move }: Touch): boolean => edits.length > 0 || move !== null;

export const sameJoin = (a: readonly ClauseId[], b: readonly ClauseId[]): boolean =>
  a.length === b.length && a.every((id, i) => id === b[i]);

/** Whether an edit of the one list overlaps or meets one of the other that is not the very same. */
const anyMeet = (a: readonly Edit[], b: readonly Edit[]): boolean => {
  let [i, j] = [0, 0];
  for (let [x, y] = [a[0], b[0]]; x !== undefined && y !== undefined; [x, y] = [a[i], b[j]]) {
    if (x.start <= y.end && y.start <= x.end && !sameEdit(x, y)) return true;
    if (x.end < y.end) i += 1;
    else j += 1;
  }
  return false;
};
