import type { Text } from '../../../charter/texts/state.ts';
import { present } from '../../../charter/texts/texts.ts';
import type { Imported } from '../../../conference/documents.ts';
import { applyChange } from '../../../text/apply-change.ts';
import type { Change } from '../../../text/change.ts';
import { sameClause } from '../../../text/clause-form.ts';
import type { Clause } from '../../../text/clause.ts';
import { changesBetween } from '../../../text/derive.ts';
import { recognised } from '../../../text/keep-ids.ts';
import { merge } from '../../../text/merge.ts';

/** What a file with tracked changes would have a text say, as amendments to its present revision. */

export interface Tracked {
  readonly change: Change;
  /** The name of who made it, as the file says; empty where it says none. */
  readonly credit: string;
}

interface FromFile {
  readonly amendments: readonly Tracked[];
  /** How many changes touch words that are otherwise now, or gone. */
  readonly unfit: number;
  /** How many clauses the file has in other words than the present revision, with no tracked change that says so. */
  readonly untracked: number;
}

/** A file without tracked changes is itself the edit. */
export const trackedIn = (text: Text, { clauses, byAuthor }: Imported): FromFile => {
  const now = present(text).clauses;
  const base = byAuthor.length === 0 ? recognised(now, clauses) : clauses;
  const untracked = changesBetween(now, base);
  const wanted =
    byAuthor.length === 0
      ? untracked.map((change) => ({ change, credit: '' }))
      : byAuthor.flatMap(({ author, clauses }) =>
          changesBetween(base, clauses).map((change) => ({ change, credit: author })),
        );
  const amendments = wanted.flatMap(({ change, credit }) => {
    const fitted = overPresent(base, now, change);
    return fitted === null ? [] : [{ change: fitted, credit }];
  });
  return {
    amendments,
    unfit: wanted.length - amendments.length,
    untracked: byAuthor.length === 0 ? 0 : untracked.length,
  };
};

/** The change over the present words: where those are not the file's, both changes, if they touch different words. */
const overPresent = (base: readonly Clause[], now: readonly Clause[], change: Change): Change | null => {
  if (change.kind !== 'replace') return applyChange(now, change).ok ? change : null;
  const old = base.find(({ id }) => id === change.clause);
  const present = now.find(({ id }) => id === change.clause);
  if (old === undefined || present === undefined) return null;
  if (sameClause(old, present)) return change;
  const both = [
    { number: 1, change: { kind: 'replace' as const, clause: old.id, words: present.words } },
    { number: 2, change },
  ];
  const merged = merge([old], old.words === present.words ? both.slice(1) : both);
  const words = merged.clauses[0]?.words;
  if (words === undefined || merged.collisions.length > 0) return null;
  const fitted = { ...change, words };
  return applyChange(now, fitted).ok ? fitted : null;
};
