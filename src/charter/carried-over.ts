import type { ClauseId } from '../base/ids.ts';
import { placesOf } from '../text/apply-change.ts';
import type { Change } from '../text/change.ts';
import type { Clause } from '../text/clause.ts';
import { type Footprint, footprintOf } from '../text/footprint.ts';
import { merge } from '../text/merge.ts';
import type { Amendment, Text } from './state.ts';
import { present } from './texts.ts';

/** Amendments over the words of a later revision. */

type Clauses = ReadonlyMap<ClauseId, Clause>;

/**
 * Carries changes from one revision's clauses to another's: other words for a clause go over its new words, where the two touch different ones; else the change
 * stays as it is. What the revision did to a clause is worked out once; `footprint` is the change's own over the earlier words, where it is known.
 */
export const carrying = (before: Clauses, after: Clauses): ((change: Change, footprint?: Footprint) => Change) => {
  const revised = new Map<ClauseId, Footprint | null>();
  const revisionOf = (old: Clause, words: string): Footprint | null => {
    const known = revised.get(old.id);
    if (known !== undefined) return known;
    const made = footprintOf([old], placesOf([old]), { kind: 'replace', clause: old.id, words });
    revised.set(old.id, made);
    return made;
  };
  return (change, footprint) => {
    if (change.kind !== 'replace') return change;
    const [old, now] = [before.get(change.clause), after.get(change.clause)];
    if (old === undefined || now === undefined || old.words === now.words) return change;
    const revision = revisionOf(old, now.words);
    const known = new Map([
      ...(revision === null ? [] : [[1, revision] as const]),
      ...(footprint === undefined ? [] : [[2, footprint] as const]),
    ]);
    const both = [
      { number: 1, change: { kind: 'replace' as const, clause: old.id, words: now.words } },
      { number: 2, change },
    ];
    const { clauses, collisions } = merge([old], both, known);
    const words = clauses[0]?.words;
    return collisions.length > 0 || words === undefined ? change : { ...change, words };
  };
};

/** What an amendment comes to over the words of the present revision, also when it was neither open nor agreed since. */
export const currentOf = (text: Text, { current, over }: Amendment): Change => {
  const now = present(text);
  const then = text.revisions[over - 1];
  if (then === undefined || then === now || current.kind !== 'replace') return current;
  const only = (clauses: readonly Clause[]): Clauses =>
    new Map(clauses.filter(({ id }) => id === current.clause).map((clause) => [clause.id, clause]));
  return carrying(only(then.clauses), only(now.clauses))(current);
};
