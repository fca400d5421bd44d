import { z } from 'zod';
import type { Final } from '../../charter/final/final.ts';
import { namedSchema, noteSchema, slipSchema, whereSchema } from '../../charter/final/note.ts';
import { termsSchema } from '../../charter/law/charter.ts';
import { clauseSchema } from '../../text/clause.ts';
import { countSchema, hashSchema, list } from './common.ts';

/** A finished text, as its page, its files and its proof give it: see `charter/final/final.ts`. Times are in milliseconds. */

export const finalSchema = z.strictObject({
  symbol: z.string(),
  kind: z.enum(['resolution', 'charter']),
  title: z.string(),
  /** As they are to be read, with every slip put right. */
  clauses: list(clauseSchema),
  /** What signatures cover: the hash of the words as they were adopted. */
  version: hashSchema,
  slips: list(slipSchema),
  /** Of a charter only: its head and its rules. */
  terms: termsSchema.nullable(),
  signatories: list(
    z.strictObject({
      organisation: namedSchema,
      /** `null`: the whole. */
      clauses: list(z.string()).nullable(),
      riders: list(
        z.strictObject({
          kind: z.enum(['reservation', 'interpretation']),
          clause: z.string().nullable(),
          words: z.string(),
        }),
      ),
      on: countSchema,
      accession: z.boolean(),
      referendum: z.strictObject({ confirmed: countSchema.nullable() }).nullable(),
      withdrawn: countSchema.nullable(),
    }),
  ),
  /** How it became final, made by what happened (13.3); of the founding charter, how the conference was founded (13.1). */
  note: z.union([z.strictObject({ how: z.literal('founded'), at: countSchema, where: whereSchema }), noteSchema]),
  /** Those that their authors made public. */
  observations: list(
    z.strictObject({
      by: namedSchema,
      kind: z.enum(['clarification', 'view', 'disagreement']),
      clauses: list(z.string()),
      words: z.string(),
      on: countSchema,
    }),
  ),
});

export const finalView = (final: Final): z.input<typeof finalSchema> => ({
  ...final,
});
