import { z } from 'zod';
import type { Correction, Summary, SummaryVersion } from '../../charter/meetings/state.ts';
import { clauseSchema } from '../../text/clause.ts';
import { hashSchema, list, markOf, markOrNull, markSchema, ordinalSchema } from './common.ts';

/** Summary records and the corrections asked for. */

const fateSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('open') }),
  z.strictObject({ kind: z.literal('withdrawn'), on: markSchema }),
  z.strictObject({ kind: z.literal('taken-in'), version: ordinalSchema }),
]);

const fateView = (fate: Correction['fate']): z.input<typeof fateSchema> =>
  fate.kind === 'withdrawn' ? { kind: fate.kind, on: markOf(fate.on) } : fate;

export const summarySchema = z.strictObject({
  /** How many versions were circulated. */
  versions: ordinalSchema,
  /** When it is approved unless a correction stands against it; `null`: it is approved or contested. */
  deadline: z.int().nullable(),
  approved: markSchema.nullable(),
});

export const summaryView = ({ versions, deadline, approved }: Summary): z.input<typeof summarySchema> => ({
  versions: versions.length,
  deadline,
  approved: markOrNull(approved),
});

export const summaryVersionSchema = z.strictObject({
  number: ordinalSchema,
  by: z.string(),
  language: z.string(),
  clauses: list(clauseSchema),
  hash: hashSchema,
  on: markSchema,
});

export const summaryVersionView = (version: SummaryVersion): z.input<typeof summaryVersionSchema> => {
  const { number, by, language, clauses, hash, on } = version;
  return { number, by, language, clauses, hash, on: markOf(on) };
};

export const correctionSchema = z.strictObject({
  number: ordinalSchema,
  by: z.string(),
  /** The version it was asked of. */
  version: ordinalSchema,
  clause: z.string(),
  words: z.string(),
  reason: z.string(),
  on: markSchema,
  fate: fateSchema,
});

export const correctionView = (correction: Correction): z.input<typeof correctionSchema> => {
  const { number, by, version, clause, words, reason, on, fate } = correction;
  return { number, by, version, clause, words, reason, on: markOf(on), fate: fateView(fate) };
};
