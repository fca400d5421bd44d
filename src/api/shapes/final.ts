import { z } from 'zod';
import type { Final } from '../../charter/final/final.ts';
import { termsSchema } from '../../charter/law/charter.ts';
import { printedSchema } from '../../charter/names/printed.ts';
import { clauseSchema } from '../../text/clause.ts';
import { countSchema, hashSchema, list, ordinalSchema } from './common.ts';

/** A finished text, as its page, its files and its proof give it: see `charter/final/final.ts`. Times are in milliseconds. */

/** An organisation as it is printed: as it had stated that then. */
const namedSchema = z.strictObject({ id: z.string(), printed: printedSchema });

const meetingKindSchema = z.enum(['assembly', 'group']);

/** In writing, or at a meeting by its place among those of its kind; `place`: `null` where it was online. */
const whereSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('writing') }),
  z.strictObject({
    kind: z.literal('meeting'),
    of: meetingKindSchema,
    nth: ordinalSchema,
    place: z.string().nullable(),
  }),
]);

export const finalSchema = z.strictObject({
  symbol: z.string(),
  kind: z.enum(['resolution', 'charter']),
  title: z.string(),
  /** As they are to be read, with every slip put right. */
  clauses: list(clauseSchema),
  /** What signatures cover: the hash of the words as they were adopted. */
  version: hashSchema,
  slips: list(z.strictObject({ clause: z.string(), before: z.string(), words: z.string(), on: countSchema })),
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
  note: z.union([
    z.strictObject({ how: z.literal('founded'), at: countSchema, where: whereSchema }),
    z.strictObject({
      how: z.enum(['unanimous', 'broad-consensus']),
      at: countSchema,
      where: whereSchema,
      /** Whether additions and amendments went into what was tabled. */
      amended: z.boolean(),
      /** Under which it was completed, having been taken in principle. */
      mandate: z
        .strictObject({
          given: whereSchema,
          on: countSchema,
          to: z.union([z.literal('group'), list(namedSchema)]),
          until: countSchema,
          latest: z.strictObject({ of: meetingKindSchema, nth: ordinalSchema }).nullable(),
        })
        .nullable(),
      charter: z.strictObject({ number: ordinalSchema, title: z.string() }),
      articles: list(z.string()),
    }),
  ]),
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
