import { z } from 'zod';
import { type ClauseId, clauseIdSchema } from '../base/ids.ts';
import { type Result, err, ok, unreachable } from '../base/result.ts';
import { prose } from '../base/schema.ts';
import { type Clause, clauseSchema } from './clause.ts';

/** What an amendment does to a text. `after: null` means before the first clause. */
export const changeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('replace'), clause: clauseIdSchema, words: prose(8000) }).readonly(),
  z.strictObject({ kind: z.literal('add'), after: clauseIdSchema.nullable(), clause: clauseSchema }).readonly(),
  z.strictObject({ kind: z.literal('delete'), clause: clauseIdSchema }).readonly(),
  z.strictObject({ kind: z.literal('move'), clause: clauseIdSchema, after: clauseIdSchema.nullable() }).readonly(),
]);

export type Change = z.infer<typeof changeSchema>;

/** Why a change does not fit a text. */
export type ChangeFault =
  | { readonly kind: 'no-such-clause'; readonly clause: ClauseId }
  | { readonly kind: 'clause-exists'; readonly clause: ClauseId }
  | { readonly kind: 'changes-nothing' };

/** The clause an amendment is about, for its place beside the text; an addition stands after its neighbour. */
export const clauseOf = (change: Change): ClauseId | null => (change.kind === 'add' ? change.after : change.clause);

/** The clauses with the change made. The input is left as it is. */
export const applyChange = (clauses: readonly Clause[], change: Change): Result<readonly Clause[], ChangeFault> => {
  const place = (id: ClauseId): number => clauses.findIndex((clause) => clause.id === id);
  const missing = (id: ClauseId): Result<never, ChangeFault> => err({ kind: 'no-such-clause', clause: id });
  switch (change.kind) {
    case 'replace': {
      const at = place(change.clause);
      const old = clauses[at];
      if (old === undefined) return missing(change.clause);
      if (old.words === change.words) return err({ kind: 'changes-nothing' });
      return ok(clauses.with(at, { ...old, words: change.words }));
    }
    case 'add': {
      if (place(change.clause.id) >= 0) return err({ kind: 'clause-exists', clause: change.clause.id });
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
    default:
      return unreachable(change);
  }
};
