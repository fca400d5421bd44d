import { z } from 'zod';
import { organisationIdSchema } from '../../base/ids.ts';
import { line } from '../../base/schema.ts';

/** Whose money comes in, or who is paid: an organisation on the record, or an office or body outside; a person is not named, and stands as `null`. */
export const partySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('organisation'), organisation: organisationIdSchema }).readonly(),
  z.strictObject({ kind: z.literal('outside'), name: line(200).nullable() }).readonly(),
]);
