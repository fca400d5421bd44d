import { z } from 'zod';
import { papersSchema, pastPieceSchema } from '../../charter/history/piece.ts';
import type { Piece } from '../../charter/history/state.ts';
import { list, markOf, markOrNull, markSchema, ordinalSchema } from './common.ts';

/** A piece from the archive: never signed with a key, and read by no rule. */
export const pieceSchema = z.strictObject({
  number: ordinalSchema,
  /** Who brought it, and answers for it. */
  by: z.string(),
  /** As it was brought, and as it was corrected since: the last one holds. `reason`: what was wrong before; `null` of the first. */
  versions: list(
    z.strictObject({
      what: pastPieceSchema,
      papers: papersSchema,
      by: z.string(),
      reason: z.string().nullable(),
      on: markSchema,
    }),
  ),
  /** What others hold against it; with `instead`, how it should read, unless somebody disagrees before `deadline`. */
  doubts: list(
    z.strictObject({
      number: ordinalSchema,
      by: z.string(),
      version: ordinalSchema,
      words: z.string(),
      instead: pastPieceSchema.nullable(),
      on: markSchema,
      deadline: z.int().nullable(),
      disagreements: list(
        z.strictObject({ by: z.string(), reasons: z.string(), on: markSchema, withdrawn: markSchema.nullable() }),
      ),
      outcome: z.enum(['open', 'taken-in', 'refused']).nullable(),
    }),
  ),
});

export const pieceView = ({ number, by, versions, doubts }: Piece): z.input<typeof pieceSchema> => ({
  number,
  by,
  versions: versions.map(({ what, papers, by: maker, reason, on }) => ({
    what,
    papers,
    by: maker,
    reason,
    on: markOf(on),
  })),
  doubts: doubts.map(({ on, disagreements, ...doubt }) => ({
    ...doubt,
    on: markOf(on),
    disagreements: disagreements.map((one) => ({
      by: one.by,
      reasons: one.reasons,
      on: markOf(one.on),
      withdrawn: markOrNull(one.withdrawn),
    })),
  })),
});
