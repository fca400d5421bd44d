import type { ClauseId } from '../base/ids.ts';
import { placesOf } from './apply-change.ts';
import type { Clause } from './clause.ts';
import { sameForm } from './clause-form.ts';
import { carriedEdits } from './carry-edits.ts';
import type { Footprints } from './effects.ts';
import { type Footprint, type Touch, sameJoin, untouched } from './footprint.ts';
import { type Made, type Sum, made, sumOf } from './made.ts';
import { type Slot, sameSlot } from './slot.ts';
import { breaks } from './word-edits.ts';

/** An amendment over clauses that others have changed meanwhile. */

/** What becomes of it. */
export type Carried =
  /** It collides with nothing that was done, and does the same. */
  | { readonly kind: 'carried'; readonly footprint: Footprint }
  /** What it is about was changed otherwise: this is what it comes to where it prevails there, and takes back nothing else. */
  | { readonly kind: 'contested'; readonly footprint: Footprint }
  | { readonly kind: 'ended'; readonly why: Ended };

/** `done`: the clauses say it already; `gone`: its clauses are there no more; `reshaped`: they were split, joined, moved or written otherwise. */
export type Ended = 'done' | 'gone' | 'reshaped';

export interface Course {
  readonly clauses: readonly Clause[];
  readonly carry: (number: number, footprint: Footprint) => Carried;
}

/**
 * What happens where these amendments, none of which collide, are made. What is carried over and then made comes to the same clauses as what is made with them, in any
 * number and order; but of two that move one clause alike, the first made decides before what else it stands. With `isWritten` they are what somebody wrote: a move to where its
 * clause stands by then is done. Else it goes on, and holds the place. Takes time proportional to the edits of the clauses that an amendment is about.
 */
export const courseOf = (base: readonly Clause[], footprints: Footprints, isWritten = false): Course => {
  const sum = sumOf(footprints);
  const came = made(base, sum);
  const words = new Map(base.map((clause) => [clause.id, clause.words]));
  const places = placesOf(came.clauses);
  return {
    clauses: came.clauses,
    carry: (number, footprint) => carried({ sum, came, words, places, number, isWritten }, footprint),
  };
};

interface Over {
  readonly sum: Sum;
  readonly came: Made;
  readonly words: ReadonlyMap<ClauseId, string>;
  readonly places: ReadonlyMap<ClauseId, number>;
  readonly number: number;
  readonly isWritten: boolean;
}

/** The pieces of an amendment while they are carried. */
interface Pieces {
  readonly touches: Map<ClauseId, Touch>;
  contested: boolean;
  lost: Exclude<Ended, 'done'> | null;
  /** Some of it is about what has gone, without any harm to the rest. */
  gone: boolean;
  /** What kinds it wants of clauses that were joined to others. */
  readonly formless: Touch[];
}

const carried = (over: Over, footprint: Footprint): Carried => {
  const { sum, came, number } = over;
  if (isApart(sum, footprint)) return { kind: 'carried', footprint };
  const pieces: Pieces = { touches: new Map(), contested: false, lost: null, gone: false, formless: [] };
  const brought = footprint.brings.filter((id) => sum.brings.has(id));
  if (brought.some((id) => sum.brings.get(id) !== footprint.whole)) return { kind: 'ended', why: 'reshaped' };
  for (const touch of footprint.touches) carryTouch(over, touch, pieces);
  const adds = footprint.adds
    .filter(({ clause }) => !sum.brings.has(clause.id))
    .map(({ slot, clause }) => ({ clause, slot: came.slotOf(slot, number) }));
  if (pieces.lost !== null) return { kind: 'ended', why: pieces.lost };
  const all = [...pieces.touches.values()];
  const touches = over.isWritten ? withoutIdleMoves(over, all) : all;
  if (touches.length + adds.length === 0) return { kind: 'ended', why: pieces.gone ? 'gone' : 'done' };
  // A kind that no clause can be of any more does nothing, but whoever wanted another stays a rival, whichever revision comes first.
  const wanted = [...touches, ...pieces.formless];
  return { kind: pieces.contested ? 'contested' : 'carried', footprint: { ...footprint, touches: wanted, adds } };
};

/** Nothing was done to what it is about, and it comes to no place that may be another. */
const isApart = ({ touches, brings }: Sum, footprint: Footprint): boolean =>
  footprint.adds.length === 0 &&
  footprint.touches.every(({ clause, move }) => move === null && !touches.has(clause)) &&
  !footprint.brings.some((id) => brings.has(id));

const put = ({ touches }: Pieces, clause: ClauseId, more: Partial<Touch>): void =>
  void touches.set(clause, { ...(touches.get(clause) ?? untouched(clause)), ...more });

const carryTouch = (over: Over, touch: Touch, pieces: Pieces): void => {
  const { clause, form, move, join, deletes } = touch;
  const done = over.sum.touches.get(clause) ?? untouched(clause);
  if (done.deletes) {
    if (touch.edits.length > 0 || move !== null || join !== null) pieces.lost ??= 'gone';
    pieces.gone ||= form !== null;
    return;
  }
  const isJoined = !over.words.has(clause) || (done.join !== null && done.join[0] !== clause);
  if (isJoined && (deletes || move !== null)) pieces.lost ??= 'gone';
  if (done.join !== null && touch.edits.some(breaks)) pieces.lost ??= 'reshaped';
  if (form !== null) carryForm(clause, form, done, isJoined, pieces);
  if (join !== null) carryJoin(clause, join, done, pieces);
  if (move !== null) carryMove(over, move, done, pieces);
  if (deletes) carryDeletion(done, pieces);
  const edits = carriedEdits({
    words: over.words.get(clause) ?? '',
    clause,
    wanted: touch.edits,
    done,
    kept: over.came.kept.get(clause),
  });
  if (edits === null) {
    pieces.lost ??= 'reshaped';
    return;
  }
  pieces.contested ||= edits.contested;
  for (const [into, list] of edits.into)
    put(pieces, into, { edits: [...(pieces.touches.get(into)?.edits ?? []), ...list] });
};

const carryForm = (
  clause: ClauseId,
  form: NonNullable<Touch['form']>,
  done: Touch,
  isJoined: boolean,
  pieces: Pieces,
): void => {
  if (isJoined) pieces.gone = true;
  if (done.form !== null && sameForm(done.form, form)) return;
  pieces.contested ||= done.form !== null;
  if (isJoined) pieces.formless.push({ ...untouched(clause), form });
  else put(pieces, clause, { form });
};

/** What a clause has become: itself, and the clauses that were split from it. */
const partsOf = ({ clause, edits }: Touch): readonly ClauseId[] => [
  clause,
  ...edits
    .toSorted((a, b) => a.start - b.start)
    .flatMap(({ items }) => items.flatMap((item) => (typeof item === 'string' ? [] : [item.id]))),
];

const carryMove = ({ came, number }: Over, move: Slot, done: Touch, pieces: Pieces): void => {
  if (done.move !== null && sameSlot(done.move, move)) return;
  if (done.join !== null) pieces.lost ??= 'reshaped';
  pieces.contested ||= done.move !== null;
  const slot = came.slotOf(move, number);
  for (const part of partsOf(done)) put(pieces, part, { move: slot });
};

const carryDeletion = (done: Touch, pieces: Pieces): void => {
  if (done.join !== null) pieces.lost ??= 'reshaped';
  pieces.contested ||= done.edits.length > 0 || done.move !== null;
  for (const part of partsOf(done)) put(pieces, part, { deletes: true });
};

const carryJoin = (clause: ClauseId, join: readonly ClauseId[], done: Touch, pieces: Pieces): void => {
  const isSame = done.join !== null && sameJoin(done.join, join);
  if (done.move !== null || done.edits.some(breaks) || (done.join !== null && !isSame)) pieces.lost ??= 'reshaped';
  else if (!isSame) put(pieces, clause, { join });
};

/** What is left of an amendment, without moves to where the clauses are already. */
const withoutIdleMoves = ({ came, places }: Over, touches: readonly Touch[]): readonly Touch[] => {
  const moving = touches.filter(({ move }) => move !== null);
  const [first] = moving;
  if (first === undefined) return touches;
  const from = places.get(first.clause) ?? 0;
  const isOneStretch = moving.every(({ clause }, i) => places.get(clause) === from + i);
  const after = first.move?.after ?? null;
  const stays = (came.clauses[from - 1]?.id ?? null) === after || moving.some(({ clause }) => clause === after);
  return isOneStretch && stays ? touches.filter(({ move }) => move === null) : touches;
};
