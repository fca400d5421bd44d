import type { ClauseId } from '../base/ids.ts';
import { unreachable } from '../base/result.ts';
import { type Places, faultOf } from './apply-change.ts';
import type { Change } from './change.ts';
import { broughtBy } from './change-parts.ts';
import type { Clause, ClauseForm } from './clause.ts';
import { sameForm } from './clause-form.ts';
import { type Edit, editsBetween, sameEdit } from './word-edits.ts';

/** What one change does to the clauses of a text: worked out once, it tells fast whether two changes can be made together. */

export interface Join {
  readonly clauses: readonly ClauseId[];
  readonly words: string;
}

/** What is wanted of one clause. */
export interface Touch {
  readonly clause: ClauseId;
  /** In order; no two of them meet. */
  readonly edits: readonly Edit[];
  readonly form: ClauseForm | null;
  readonly move: { readonly after: ClauseId | null } | null;
  readonly join: Join | null;
  readonly deletes: boolean;
}

export interface Footprint {
  readonly touches: readonly Touch[];
  /** The new ids that it brings in. */
  readonly brings: readonly ClauseId[];
  /** The change itself, where it brings in ids: those that bring in the same ones are alike in all or cannot both be made. */
  readonly whole: string | null;
}

/** The footprint of a change to these clauses, whose places are given; `null`: it does not fit, or changes nothing. Linear in the words, and see {@link editsBetween}. */
export const footprintOf = (base: readonly Clause[], places: Places, change: Change): Footprint | null =>
  faultOf(base, places, change) === null ? fittingFootprint(base, places, change) : null;

/** The same of a change that is known to fit. */
export const fittingFootprint = (base: readonly Clause[], places: Places, change: Change): Footprint => {
  const brings = broughtBy(change).map(({ id }) => id);
  const whole = brings.length === 0 ? null : JSON.stringify(change);
  return { touches: touchesOf((id) => clauseAt(base, places, id), change), brings, whole };
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
      return [{ ...untouched(change.clause), move: { after: change.after } }];
    case 'join':
      return change.clauses.map((id) => ({ ...untouched(id), join: change }));
    default:
      return unreachable(change);
  }
};

const untouched = (clause: ClauseId): Touch => ({
  clause,
  edits: [],
  form: null,
  move: null,
  join: null,
  deletes: false,
});

const rewording = (clause: Clause, words: string, into: readonly Clause[]): readonly Edit[] =>
  words === clause.words && into.length === 0 ? [] : editsBetween(clause.words, words, into);

/** Whether two changes to the same clauses cannot both be made; `merge` says when. Linear in the edits of the two. */
export const clash = (a: Footprint, b: Footprint): boolean => {
  if (a.whole !== null && b.whole !== null && a.whole !== b.whole && a.brings.some((id) => b.brings.includes(id)))
    return true;
  return a.touches.some((one) => b.touches.some((other) => other.clause === one.clause && clashOn(one, other)));
};

const clashOn = (a: Touch, b: Touch): boolean => {
  if (a.form !== null && b.form !== null && !sameForm(a.form, b.form)) return true;
  if (a.move !== null && b.move !== null && a.move.after !== b.move.after) return true;
  if (a.join !== null && b.join !== null) return !sameJoin(a.join, b.join);
  if (a.join !== null) return b.deletes || stirs(b);
  if (b.join !== null) return a.deletes || stirs(a);
  if (a.deletes || b.deletes) return stirs(a) || stirs(b);
  return anyMeet(a.edits, b.edits);
};

const stirs = ({ edits, move }: Touch): boolean => edits.length > 0 || move !== null;

const sameJoin = (a: Join, b: Join): boolean =>
  a.words === b.words && a.clauses.length === b.clauses.length && a.clauses.every((id, i) => id === b.clauses[i]);

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
