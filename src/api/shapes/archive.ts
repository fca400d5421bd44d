import { z } from 'zod';
import { papersSchema, pastPieceSchema } from '../../charter/history/piece.ts';
import type { Piece } from '../../charter/history/state.ts';
import { list, markOf, markSchema, ordinalSchema } from './common.ts';

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
      reason: z.string().nullable(),
      on: markSchema,
    }),
  ),
});

export const pieceView = ({ number, by, versions }: Piece): z.input<typeof pieceSchema> => ({
  number,
  by,
  versions: versions.map(({ what, papers, reason, on }) => ({ what, papers, reason, on: markOf(on) })),
});
