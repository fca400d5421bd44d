import { z } from 'zod';
import { subjectSchema } from '../../charter/texts/subjects.ts';
import type { ToPass } from '../../charter/law/to-pass.ts';
import type { Proposal, Translation } from '../../charter/texts/negotiation-state.ts';
import type { Text } from '../../charter/texts/state.ts';
import { alignedWith } from '../../charter/texts/translations.ts';
import { list, markSchema, ordinalSchema } from './common.ts';
import { targetSchema } from './decisions.ts';
import { toPassSchema } from './to-pass.ts';

/** What stands beside a text while it is negotiated, and after. */

export const disagreementSchema = z.strictObject({
  by: z.string(),
  reasons: z.string(),
  on: markSchema,
  withdrawn: markSchema.nullable(),
});

export const threadSchema = z.strictObject({
  number: ordinalSchema,
  on: targetSchema,
  by: z.string(),
  quote: z.string().nullable(),
  revision: ordinalSchema,
  posts: list(z.strictObject({ by: z.string(), words: z.string(), language: z.string().nullable(), mark: markSchema })),
  resolved: markSchema.nullable(),
});

export const proposalSchema = z.strictObject({
  number: ordinalSchema,
  by: z.string(),
  what: subjectSchema,
  reason: z.string(),
  on: markSchema,
  deadline: z.int(),
  disagreements: list(disagreementSchema),
  outcome: z.enum(['open', 'agreed', 'refused', 'withdrawn']),
  /** What it still needs to stand, while it is open. */
  toPass: toPassSchema,
});

export const proposalView = (proposal: Proposal, toPass: ToPass | null): z.input<typeof proposalSchema> => ({
  ...proposal,
  toPass,
});

const renderingSchema = z.strictObject({
  clause: z.string(),
  /** `outdated`: the original says something else by now. */
  state: z.enum(['draft', 'checked', 'outdated', 'missing']),
  words: z.string().nullable(),
  by: z.string().nullable(),
  checked: z.string().nullable(),
});

export const translationSchema = z.strictObject({
  language: z.string(),
  title: z.string(),
  /** In the order of the present revision. */
  clauses: list(renderingSchema),
});

export const negotiationShape = {
  language: z.string().nullable(),
  rapporteur: z.string().nullable(),
  /** When it was taken in principle, and the mandates to complete it, by number: the last one counts. */
  principle: z.strictObject({ on: markSchema, mandates: list(ordinalSchema) }).nullable(),
  /** Clauses that are not named count for 1 in the common text. */
  weights: list(z.strictObject({ clause: z.string(), weight: z.int() })),
  authentic: list(z.string()),
  rectifications: list(
    z.strictObject({
      clause: z.string(),
      before: z.string(),
      words: z.string(),
      proposal: ordinalSchema,
      on: markSchema,
    }),
  ),
};

export const negotiationView = (text: Text) => ({
  language: text.language,
  rapporteur: text.rapporteur,
  principle: text.principle,
  weights: [...text.weights].map(([clause, weight]) => ({ clause, weight })),
  authentic: text.authentic,
  rectifications: text.rectifications,
});

export const translationView = (text: Text, translation: Translation): z.input<typeof translationSchema> => ({
  language: translation.language,
  title: translation.title,
  clauses: alignedWith(text, translation).map(({ clause, rendering, state }) => ({
    clause: clause.id,
    state,
    words: rendering?.words ?? null,
    by: rendering?.by ?? null,
    checked: rendering?.checked?.by ?? null,
  })),
});
