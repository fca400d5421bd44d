import type { ClauseId } from '../base/ids.ts';
import type { Clause } from './clause.ts';
import type { Footprints } from './effects.ts';
import { type Touch, untouched } from './footprint.ts';
import { type Slot, byRank, slotAfter } from './slot.ts';
import { type Kept, weave } from './weave.ts';
import { sameEdit } from './word-edits.ts';

/** Amendments made, none of which collide. */

/** What they do together. */
export interface Sum {
  /** For each clause that they touch, all that they want of it. */
  readonly touches: ReadonlyMap<ClauseId, Touch>;
  /** By the clause that they come to stand behind, `null` for the beginning; in order. */
  readonly arrivals: ReadonlyMap<ClauseId | null, readonly Arrival[]>;
  /** By each new id, the amendment that brings it in. */
  readonly brings: ReadonlyMap<ClauseId, string | null>;
}

/** What comes to stand behind a clause: a new one, or one that moves there. */
type Arrival = { readonly by: number; readonly rank: readonly number[] } & (
  { readonly kind: 'add'; readonly clause: Clause } | { readonly kind: 'move'; readonly clause: ClauseId }
);

export const sumOf = (footprints: Footprints): Sum => {
  const touches = new Map<ClauseId, Touch>();
  const coming: (Arrival & { readonly after: ClauseId | null })[] = [];
  const brings = new Map<ClauseId, string | null>();
  for (const [by, footprint] of footprints) {
    for (const id of footprint.brings) brings.set(id, footprint.whole);
    for (const { slot, clause } of footprint.adds) coming.push({ by, ...slot, kind: 'add', clause });
    for (const touch of footprint.touches) {
      const { clause, move } = touch;
      if (move !== null) coming.push({ by, ...move, kind: 'move', clause });
      touches.set(clause, together(touches.get(clause) ?? untouched(clause), touch));
    }
  }
  // Sorting is stable: what one amendment brings to one place stays in its order.
  const inOrder = coming.toSorted((a, b) => byRank(a.rank, b.rank) || a.by - b.by);
  return { touches, arrivals: Map.groupBy(inOrder, ({ after }) => after), brings };
};

const together = (a: Touch, b: Touch): Touch => ({
  clause: a.clause,
  edits:
    a.edits.length === 0
      ? b.edits
      : [...a.edits, ...b.edits.filter((edit) => !a.edits.some((other) => sameEdit(edit, other)))],
  form: a.form ?? b.form,
  move: a.move ?? b.move,
  join: a.join ?? b.join,
  deletes: a.deletes || b.deletes,
});

export interface Made {
  readonly clauses: readonly Clause[];
  /** Of each clause that was reworded, split or joined, where its words are that stayed. */
  readonly kept: ReadonlyMap<ClauseId, readonly Kept[]>;
  /** The place, among the clauses that came out, to which an amendment with this number comes that wants this one. */
  readonly slotOf: (slot: Slot, number: number) => Slot;
}

/** What comes of clauses by amendments. Takes time proportional to the words and n log n in the amendments. */
export const made = (base: readonly Clause[], { touches, arrivals }: Sum): Made => {
  const clauses: Clause[] = [];
  const kept = new Map<ClauseId, readonly Kept[]>();
  const known = new Map(base.map((clause) => [clause.id, clause]));
  const arrived = new Set<ClauseId>();
  const stops = new Map<ClauseId | null, Stop[]>();
  let steps = 0;
  const put = (id: ClauseId): void => {
    const clause = known.get(id);
    if (clause === undefined) return;
    const touch = touches.get(id);
    const parts = touch === undefined ? [clause] : remade(clause, touch, known, touches, kept);
    for (const part of parts) clauses.push(part);
    if (parts.length > 0) steps = 0;
  };
  const arrive = (behind: ClauseId | null): void => {
    const stop = (upTo: Arrival | null): Stop => ({ upTo, after: clauses.at(-1)?.id ?? null, steps });
    const here: Stop[] = [];
    for (const arrival of arrivals.get(behind) ?? []) {
      const id = arrival.kind === 'add' ? arrival.clause.id : arrival.clause;
      // What several want alike is done once.
      if (arrived.has(id)) continue;
      arrived.add(id);
      here.push(stop(arrival));
      if (arrival.kind === 'move') put(id);
      else {
        clauses.push(arrival.clause);
        steps = 0;
      }
    }
    stops.set(behind, [...here, stop(null)]);
  };
  arrive(null);
  for (const { id } of base) {
    steps += 1;
    if ((touches.get(id)?.move ?? null) === null) put(id);
    arrive(id);
  }
  return { clauses, kept, slotOf: (slot, number) => slotAmong(stops, slot, number) };
};

/** How far the clauses have come out when something arrives, the last one before it and how many places back that was. */
interface Stop {
  readonly upTo: Arrival | null;
  readonly after: ClauseId | null;
  readonly steps: number;
}

const slotAmong = (stops: ReadonlyMap<ClauseId | null, readonly Stop[]>, slot: Slot, number: number): Slot => {
  const comesBefore = ({ upTo }: Stop): boolean =>
    upTo === null || (byRank(slot.rank, upTo.rank) || number - upTo.by) < 0;
  const stop = stops.get(slot.after)?.find(comesBefore);
  return stop === undefined ? slot : slotAfter(stop.after, stop.steps, slot.rank);
};

/** What becomes of a clause: nothing where it is deleted or joined to another, several clauses where it is split. */
const remade = (
  clause: Clause,
  { clause: id, form, join, deletes, edits }: Touch,
  known: ReadonlyMap<ClauseId, Clause>,
  touches: ReadonlyMap<ClauseId, Touch>,
  kept: Map<ClauseId, readonly Kept[]>,
): readonly Clause[] => {
  if (deletes || (join !== null && join[0] !== id)) return [];
  const { words, ...own } = clause;
  const head = form === null ? own : { id, ...form };
  if (edits.length === 0 && join === null) return [{ ...head, words }];
  const woven = weave(
    head,
    (join ?? [id]).map((one) => ({
      clause: one,
      words: known.get(one)?.words ?? '',
      edits: (touches.get(one)?.edits ?? []).toSorted((a, b) => a.start - b.start),
    })),
  );
  for (const [one, stretches] of woven.kept) kept.set(one, stretches);
  return woven.clauses;
};
