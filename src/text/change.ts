import { z } from 'zod';
import { clauseIdSchema } from '../base/ids.ts';
import { prose } from '../base/schema.ts';
import { MOST_WORDS, clauseSchema, formSchema } from './clause.ts';

/**
 * What an amendment does to a text. `after: null` means before the first clause.
 *
 * - `replace` gives a clause other words; with `as`, it becomes a clause of another kind or level, and the words may stay.
 * - `split` ends a clause where its `words` end; the clauses of `into` follow it directly. It keeps its id, kind and level.
 * - `join` makes one of clauses that follow each other directly: the first keeps its id, kind and level, the others go.
 */
export const changeSchema = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: z.literal('replace'),
      clause: clauseIdSchema,
      words: prose(MOST_WORDS),
      as: formSchema.optional(),
    })
    .readonly(),
  z.strictObject({ kind: z.literal('add'), after: clauseIdSchema.nullable(), clause: clauseSchema }).readonly(),
  z.strictObject({ kind: z.literal('delete'), clause: clauseIdSchema }).readonly(),
  z.strictObject({ kind: z.literal('move'), clause: clauseIdSchema, after: clauseIdSchema.nullable() }).readonly(),
  z
    .strictObject({
      kind: z.literal('split'),
      clause: clauseIdSchema,
      words: prose(MOST_WORDS),
      into: z.array(clauseSchema).min(1).max(40).readonly(),
    })
    .readonly(),
  z
    .strictObject({
      kind: z.literal('join'),
      clauses: z.array(clauseIdSchema).min(2).max(40).readonly(),
      words: prose(MOST_WORDS),
    })
    .readonly(),
]);

export type Change = z.infer<typeof changeSchema>;

/** A change that somebody proposes, by its number; no two have the same. */
export interface Proposed {
  readonly number: number;
  readonly change: Change;
}
