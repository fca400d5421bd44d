import { z } from 'zod';
import type { Final } from '../../charter/final/final.ts';
import { termsSchema } from '../../charter/law/charter.ts';
import type { ToPass } from '../../charter/law/to-pass.ts';
import type { Amendment, Revision, Text } from '../../charter/texts/state.ts';
import { present } from '../../charter/texts/texts.ts';
import { changeSchema } from '../../text/change.ts';
import { clauseSchema } from '../../text/clause.ts';
import { hashSchema, list, markOf, markSchema, ordinalSchema } from './common.ts';
import { finalSchema, finalView } from './final.ts';
import { disagreementSchema, negotiationShape, negotiationView } from './negotiation.ts';
import { decisionSchema, decisionView } from './decisions.ts';
import { toPassSchema } from './to-pass.ts';

const stageSchema = z.enum(['negotiation', 'decision', 'adopted', 'not-adopted', 'withdrawn']);

export const revisionSummarySchema = z.strictObject({
  number: ordinalSchema,
  hash: hashSchema,
  tookIn: list(ordinalSchema),
  by: z.string(),
  on: markSchema,
  /** As not reflecting what was agreed. */
  objections: list(disagreementSchema),
});

export const revisionSummary = ({
  number,
  hash,
  tookIn,
  by,
  on,
  objections,
}: Revision): z.input<typeof revisionSummarySchema> => ({
  number,
  hash,
  tookIn,
  by,
  on: markOf(on),
  objections,
});

export const revisionSchema = revisionSummarySchema.extend({
  title: z.string(),
  clauses: list(clauseSchema),
  /** Of a charter only: its head and its rules. */
  charter: termsSchema.nullable(),
  note: z.string().nullable(),
});

export const revisionView = (revision: Revision): z.input<typeof revisionSchema> => {
  const { title, clauses, charter, note } = revision;
  return { ...revisionSummary(revision), title, clauses, charter, note };
};

export const amendmentSchema = z.strictObject({
  number: ordinalSchema,
  /** Who moves it now, and who moves it jointly. */
  by: z.string(),
  joint: list(z.string()),
  /** Who proposed it. */
  author: z.string(),
  /** The amendment that it would replace, where it is a sub-amendment. */
  to: ordinalSchema.nullable(),
  credit: z.string().nullable(),
  /** As it was proposed, to `revision`. */
  change: changeSchema,
  /**
   * What it comes to over the words of revision `over`, the present one while it is open, agreed or to be renewed: one change, or several where its words have come into several
   * clauses. Where it is to be renewed, what it would come to then.
   */
  current: list(changeSchema),
  over: ordinalSchema,
  /** Whether silence can make it agreed. */
  bySilence: z.boolean(),
  /** When its movers last renewed it. */
  renewed: markSchema.nullable(),
  /** Whose positions on it lapsed with a revision, and have not been taken anew. */
  lapsed: list(z.string()),
  reason: z.string(),
  revision: ordinalSchema,
  on: markSchema,
  /** When its no-objection period ends, while one runs. */
  period: z.int().nullable(),
  /** What it still needs to be agreed, while it is open. */
  toPass: toPassSchema,
  /** When it was agreed, whatever came of it after. */
  agreed: markSchema.nullable(),
  fate: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('open') }),
    z.strictObject({ kind: z.literal('agreed'), on: markSchema, how: z.enum(['accepted', 'no-objection']) }),
    z.strictObject({ kind: z.literal('replaced'), on: markSchema, amendment: ordinalSchema }),
    z.strictObject({ kind: z.literal('withdrawn'), on: markSchema }),
    z.strictObject({ kind: z.literal('taken-in'), revision: ordinalSchema }),
    /** A revision changed otherwise what it is about; `against`: the amendments that it took in. */
    z.strictObject({
      kind: z.literal('to-renew'),
      on: markSchema,
      revision: ordinalSchema,
      against: list(ordinalSchema),
    }),
    z.strictObject({
      kind: z.literal('fallen'),
      on: markSchema,
      why: z.enum(['done', 'gone', 'reshaped', 'decision']),
    }),
  ]),
});

/** Without what it does place by place, which its changes say. */
export const amendmentView = (
  { footprint: _footprint, ...amendment }: Amendment,
  toPass: ToPass | null,
): z.input<typeof amendmentSchema> => ({ ...amendment, toPass });

export const textSummarySchema = z.strictObject({
  number: ordinalSchema,
  kind: z.enum(['resolution', 'charter']),
  title: z.string(),
  by: z.string(),
  cosponsors: list(z.string()),
  stage: stageSchema,
  tabled: markSchema,
  /**
   * The number of the present revision, and its hash: what positions speak of, decisions fix and signatures cover. To those who see an adopted text alone, and
   * not how it came about, its final version is the first and only revision, as if it had been tabled so.
   */
  revision: ordinalSchema,
  version: hashSchema,
  /** When its decision falls, where it is put to decision. */
  deadline: z.int().nullable(),
  /** The final number, where it was adopted. */
  symbol: z.string().nullable(),
});

export const textSummary = (text: Text): z.input<typeof textSummarySchema> => {
  const { number, kind, by, cosponsors, stage, tabled, decision } = text;
  const { title, number: revision, hash: version } = present(text);
  return {
    number,
    kind,
    title,
    by,
    cosponsors,
    stage,
    tabled: markOf(tabled),
    revision,
    version,
    deadline: decision?.deadline ?? null,
    symbol: decision?.outcome?.symbol ?? null,
  };
};

export const textSchema = textSummarySchema.extend({
  present: revisionSchema,
  ...negotiationShape,
  decision: decisionSchema.nullable(),
  /** What it still needs to be adopted, while it is put to decision. */
  toPass: toPassSchema,
  /** Decisions that came to nothing, and took nothing away from a text taken in principle. */
  failed: list(decisionSchema),
  /** Once it is adopted: the text as all its forms give it. */
  final: finalSchema.nullable(),
});

export const textView = (text: Text, final: Final | null, toPass: ToPass | null): z.input<typeof textSchema> => ({
  ...textSummary(text),
  present: revisionView(present(text)),
  ...negotiationView(text),
  decision: text.decision && decisionView(text.decision),
  toPass,
  failed: text.failed.map(decisionView),
  final: final && finalView(final),
});
