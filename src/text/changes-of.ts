import type { ClauseId } from '../base/ids.ts';
import { type Places, placesOf } from './apply-change.ts';
import type { Change } from './change.ts';
import type { Clause } from './clause.ts';
import { type Footprint, type Touch, untouched } from './footprint.ts';
import { weave } from './weave.ts';

/** What an amendment does, put as changes to the clauses that it is about: one, or several where its words have come into several clauses. */
export const changesOf = (
  base: readonly Clause[],
  { touches, adds }: Footprint,
  places: Places = placesOf(base),
): readonly Change[] => {
  const known = new Map(touches.map((touch) => [touch.clause, touch]));
  const behind = destinations(base, touches, places);
  return [
    ...touches.flatMap((touch): readonly Change[] => {
      const clause = base[places.get(touch.clause) ?? -1];
      if (clause === undefined || (touch.join !== null && touch.join[0] !== clause.id)) return [];
      const isJoined = touch.join?.every((id, i) => places.get(id) === (places.get(clause.id) ?? 0) + i) === true;
      const strands = (touch.join ?? [clause.id]).map((id) => ({
        clause: id,
        words: base[places.get(id) ?? -1]?.words ?? '',
        edits: (known.get(id) ?? untouched(id)).edits,
      }));
      return changesTo(clause, touch, isJoined, weave(clause, strands).clauses, behind);
    }),
    ...adds.map(({ slot, clause }): Change => ({ kind: 'add', after: slot.after, clause })),
  ];
};

/**
 * By each clause that moves, the one that it comes to stand behind: one that stays. Of several that move to one place, the first may stand there already: that changes
 * nothing, and the others come behind these.
 */
const destinations = (
  base: readonly Clause[],
  touches: readonly Touch[],
  places: Places,
): ReadonlyMap<ClauseId, ClauseId | null> => {
  const behind = new Map<ClauseId, ClauseId | null>();
  const moving = touches.filter(({ move }) => move !== null);
  for (const together of Map.groupBy(moving, ({ move }) => JSON.stringify(move)).values()) {
    const leaving = new Set(together.map(({ clause }) => clause));
    let after = together[0]?.move?.after ?? null;
    while (after !== null && leaving.has(after)) after = base[(places.get(after) ?? 0) - 1]?.id ?? null;
    let stands = true;
    for (const { clause } of together) {
      behind.set(clause, after);
      stands &&= places.get(clause) === (after === null ? 0 : (places.get(after) ?? -1) + 1);
      if (stands) after = clause;
    }
  }
  return behind;
};

const changesTo = (
  { id, words: before }: Clause,
  { form, move, join, deletes, edits }: Touch,
  isJoined: boolean,
  [first, ...into]: readonly Clause[],
  behind: ReadonlyMap<ClauseId, ClauseId | null>,
): readonly Change[] => {
  const words = first?.words ?? before;
  const changes: Change[] = [];
  if (deletes) changes.push({ kind: 'delete', clause: id });
  if (move !== null) changes.push({ kind: 'move', clause: id, after: behind.get(id) ?? null });
  if (join !== null && isJoined) changes.push({ kind: 'join', clauses: join, words });
  else if (into.length > 0) changes.push({ kind: 'split', clause: id, words, into });
  else if (edits.length > 0 || form !== null || join !== null)
    changes.push({ kind: 'replace', clause: id, words, ...(form === null ? {} : { as: form }) });
  // Clauses between which others have come are not joined side by side; the first takes the words of all.
  if (join !== null && !isJoined) changes.push(...join.slice(1).map((clause): Change => ({ kind: 'delete', clause })));
  return changes;
};
