import { z } from 'zod';
import { type ClauseId, type OrganisationId, clauseIdSchema } from '../../base/ids.ts';
import { numberSchema } from '../../base/schema.ts';
import type { Instant } from '../../base/time.ts';
import type { Mark } from '../law/mark.ts';

/** What organisations say of a text and its parts, and where they met over it. */

export type Stand = 'support' | 'accept' | 'stand-aside' | 'object';

/** What a position, a debate or a consultation is about. */
export const targetSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('whole') }).readonly(),
  z.strictObject({ kind: z.literal('clause'), clause: clauseIdSchema }).readonly(),
  z.strictObject({ kind: z.literal('amendment'), amendment: numberSchema }).readonly(),
]);

export type Target = z.infer<typeof targetSchema>;

export const targetKey = (target: Target): string =>
  target.kind === 'whole'
    ? 'whole'
    : target.kind === 'clause'
      ? `clause:${target.clause}`
      : `amendment:${target.amendment}`;

export interface Position {
  readonly by: OrganisationId;
  readonly on: Target;
  /** `null`: it takes back what it said and has no position. */
  readonly stand: Stand | null;
  readonly reason: string | null;
  /** All of them must hold for it to be what it says; while one does not, it counts as an objection. */
  readonly conditions: readonly Condition[];
  readonly revision: number;
  readonly mark: Mark;
}

export interface Consultation {
  readonly number: number;
  /** The point of friction: a clause, the whole, or a settled amendment on which conditions hold. */
  readonly on: Target;
  readonly by: OrganisationId;
  /** Who met, the recording organisation included. */
  readonly with: readonly OrganisationId[];
  readonly held: Instant;
  readonly tried: string;
  readonly result: string;
  readonly mark: Mark;
}

/** What an organisation's consent depends on. */
export type Condition =
  /** The clause stays, worded as in the revision that the position speaks of. */
  | { readonly kind: 'stays'; readonly clause: ClauseId }
  /** The clause goes. */
  | { readonly kind: 'goes'; readonly clause: ClauseId }
  /** The amendment goes in. */
  | { readonly kind: 'with'; readonly amendment: number }
  /** The amendment does not go in. */
  | { readonly kind: 'without'; readonly amendment: number }
  /** The clause has these words. */
  | { readonly kind: 'words'; readonly clause: ClauseId; readonly words: string };
