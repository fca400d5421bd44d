import { z } from 'zod';
import { list, ordinalSchema } from './common.ts';

const lackSchema = z.discriminatedUnion('kind', [
  /** So many participants more stand behind it. */
  z.strictObject({ kind: z.literal('seconds'), count: z.int() }),
  /** These take their disagreement back. */
  z.strictObject({ kind: z.literal('disagreement'), by: list(z.string()) }),
  /** So many of these no longer object. */
  z.strictObject({ kind: z.literal('objection'), count: z.int(), by: list(z.string()) }),
  /** So many of these agree. */
  z.strictObject({ kind: z.literal('agreement'), count: z.int(), from: list(z.string()) }),
  /** Consultations on so many points of friction are recorded. */
  z.strictObject({ kind: z.literal('consultation'), points: z.int() }),
  /** These amendments give way, which want other words in the same place. */
  z.strictObject({ kind: z.literal('rivals'), amendments: list(ordinalSchema) }),
  /** Everyone agrees. */
  z.strictObject({ kind: z.literal('unanimity') }),
]);

/** What something open still needs to come about; `null`: it is not open, or that is not for the reader to see. */
export const toPassSchema = z
  .strictObject({
    /** It comes about as soon as each of these agrees, too; `null`: no agreement brings it about before its time. */
    atOnce: list(z.string()).nullable(),
    /** When it comes about or not; `null`: no time does that. */
    at: z.int().nullable(),
    /** What must change for it to come about then; none: it does, as things stand. */
    lacks: list(lackSchema),
  })
  .readonly()
  .nullable();
