import type { ClauseId } from '../base/ids.ts';
import { type Result, err, ok, unreachable } from '../base/result.ts';
import { type Change, broughtBy } from './change.ts';
import { type Clause, ofForm, sameClause } from './clause.ts';

/** Why a change does not fit a text. */
export type ChangeFault =
  | { readonly kind: 'no-such-clause'; readonly clause: ClauseId }
  | { readonly kind: 'clause-exists'; readonly clause: ClauseId }
  /** The clause does not follow directly on the one that it would be joined to. */
  | { readonly kind: 'not-adjacent'; readonly clause: ClauseId }
  | { readonly kind: 'changes-nothing' };

/** The clauses with the change made. The input is left as it is. */
export const applyChange = (clauses: readonly Clause[], change: Change): Result<readonly Clause[], ChangeFault> => {
  const place = (id: ClauseId): number => clauses.findIndex((clause) => clause.id === id);
  const missing = (id: ClauseId): Result<never, ChangeFault> => err({ kind: 'no-such-clause', clause: id });
  const taken = takenId(clauses, broughtBy(change));
  if (taken !== undefined) return err({ kind: 'clause-exists', clause: taken });
  switch (change.kind) {
    case 'replace': {
      const at = place(change.clause);
      const old = clauses[at];
      if (old === undefined) return missing(change.clause);
      const now = ofForm({ ...old, words: change.words }, change.as ?? old);
      return sameClause(old, now) ? err({ kind: 'changes-nothing' }) : ok(clauses.with(at, now));
    }
    case 'add': {
      if (change.after === null) return ok([change.clause, ...clauses]);
      const at = place(change.after);
      return at < 0 ? missing(change.after) : ok(clauses.toSpliced(at + 1, 0, change.clause));
    }
    case 'delete': {
      const at = place(change.clause);
      return at < 0 ? missing(change.clause) : ok(clauses.toSpliced(at, 1));
    }
    case 'move': {
      const at = place(change.clause);
      const moved = clauses[at];
      if (moved === undefined) return missing(change.clause);
      if (change.after === change.clause) return err({ kind: 'changes-nothing' });
      const rest = clauses.toSpliced(at, 1);
      if (change.after === null) return at === 0 ? err({ kind: 'changes-nothing' }) : ok([moved, ...rest]);
      const to = rest.findIndex((clause) => clause.id === change.after);
      if (to < 0) return missing(change.after);
      return to + 1 === at ? err({ kind: 'changes-nothing' }) : ok(rest.toSpliced(to + 1, 0, moved));
    }
    case 'split': {
      const at = place(change.clause);
      const old = clauses[at];
      if (old === undefined) return missing(change.clause);
      return ok(clauses.toSpliced(at, 1, { ...old, words: change.words }, ...change.into));
    }
    case 'join': {
      const gone = change.clauses.find((id) => place(id) < 0);
      if (gone !== undefined) return missing(gone);
      const at = clauses.findIndex(({ id }) => id === change.clauses[0]);
      const apart = change.clauses.find((id, i) => clauses[at + i]?.id !== id);
      if (apart !== undefined) return err({ kind: 'not-adjacent', clause: apart });
      const joined = clauses.slice(at, at + 1).map((first) => ({ ...first, words: change.words }));
      return ok(clauses.toSpliced(at, change.clauses.length, ...joined));
    }
    default:
      return unreachable(change);
  }
};

/** The first id of a new clause that is in the text already, or stands twice. */
const takenId = (clauses: readonly Clause[], brought: readonly Clause[]): ClauseId | undefined => {
  if (brought.length === 0) return undefined;
  const ids = new Set(clauses.map(({ id }) => id));
  return brought.find(({ id }) => ids.size === ids.add(id).size)?.id;
};
