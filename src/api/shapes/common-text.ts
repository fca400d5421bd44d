import { z } from 'zod';
import type { CommonProblem } from '../../charter/common/problem.ts';
import { conditionSchema } from '../../charter/texts/conditions.ts';
import type { CommonAnswer } from '../../conference/work/common-texts.ts';
import type { Obstacle } from '../../text/common/check.ts';
import { type Point, isProven } from '../../text/common/problem.ts';
import { countSchema, list, ordinalSchema } from './common.ts';
import { targetSchema } from './decisions.ts';

/** The common text: what could be signed, by how many, and what stands before unanimity. */

const wordingSchema = z.strictObject({ clause: z.string(), wording: z.string() });

const obstacleSchema = z.discriminatedUnion('kind', [
  z.strictObject({ organisation: z.string(), kind: z.literal('objection'), clause: z.string(), wording: z.string() }),
  z.strictObject({
    organisation: z.string(),
    kind: z.literal('condition'),
    /** What the position is about, and its condition; `null`: it objects to a deletion. */
    on: targetSchema,
    condition: conditionSchema.nullable(),
  }),
]);

/** What holds in every text, whoever signs it. */
const reasonSchema = z.discriminatedUnion('kind', [
  /** What this amendment does stands or falls together. */
  z.strictObject({ kind: z.literal('joined'), amendment: ordinalSchema }),
  /** It and any of the others cannot both go in. */
  z.strictObject({ kind: z.literal('colliding'), amendment: ordinalSchema, others: list(ordinalSchema) }),
]);

const demandSchema = z.union([obstacleSchema, reasonSchema]);

const pointSchema = z.strictObject({
  /** How many could sign, at least. */
  signers: ordinalSchema,
  /** Whether no larger text can be made of the wordings in `clauses`. */
  proven: z.boolean(),
  /** No text of these wordings weighs more for so many; `null`: it is proven that there is none. */
  bound: countSchema.nullable(),
  text: z
    .strictObject({
      weight: countSchema,
      /** For each of `clauses`, the wording chosen; `null` where it fell out. */
      choice: list(z.string().nullable()),
      signers: list(z.string()),
    })
    .nullable(),
});

export const commonTextSchema = z.strictObject({
  clauses: list(
    z.strictObject({
      /** A clause of the text by its id; `+4`: what amendment 4 would add; `~c1`: where clause `c1` would move. */
      id: z.string(),
      weight: countSchema,
      /** Whether all sets of amendments that can go in together are among the wordings; otherwise there are more than are looked at. */
      whole: z.boolean(),
      wordings: list(
        z.strictObject({
          id: z.string(),
          /** Those that are in it; none: the present words. */
          amendments: list(ordinalSchema),
          /** The clause to whose end this one is joined: each of `amendments` alone does that. */
          into: z.string().nullable(),
          words: z.string(),
        }),
      ),
    }),
  ),
  /** Those who object to the whole or stand aside on it, and could sign nothing. */
  refusing: list(z.string()),
  points: list(pointSchema),
  unity: z
    .strictObject({
      /** What would have to change for all others to sign; `null`: no such text was found. */
      clauses: list(
        z.strictObject({
          clause: z.string(),
          /** A wording that would do; `null`: new words are needed, or the clause falls. */
          to: z.string().nullable(),
          obstacles: list(obstacleSchema),
        }),
      ).nullable(),
      /** No fewer would do; `null`: whatever changes, not all could sign. */
      least: countSchema.nullable(),
      /** Demands that cannot be met together, none too many. */
      contradictions: list(
        z.strictObject({
          /** What no text that meets them has; `null`: no text meets them. */
          wording: wordingSchema.nullable(),
          demands: list(demandSchema),
        }),
      ),
    })
    .nullable(),
});

type View = z.input<typeof commonTextSchema>;

export const commonTextView = (question: CommonProblem, { points, unity }: CommonAnswer): View => {
  const said = (organisation: string, obstacle: Obstacle): readonly z.input<typeof obstacleSchema>[] => {
    if (obstacle.kind === 'objection')
      return [{ organisation, kind: 'objection', clause: obstacle.clause, wording: obstacle.variant }];
    const origin = question.origin(organisation, obstacle.condition);
    if (origin === null) return [];
    return [{ organisation, kind: 'condition', on: origin.position.on, condition: origin.condition }];
  };
  return {
    clauses: question.units.map(({ id, weight, isWhole, wordings }) => ({
      id,
      weight,
      whole: isWhole,
      wordings: wordings.map((wording) => ({
        id: wording.id,
        amendments: wording.amendments,
        into: wording.into,
        words: wording.clause.words,
      })),
    })),
    refusing: question.refusing,
    points: points.map(pointView),
    unity: unity && {
      least: unity.least,
      clauses:
        unity.clauses?.map(({ clause, to, obstacles }) => ({
          clause,
          to,
          obstacles: obstacles.flatMap(({ signer, obstacle }) => said(signer, obstacle)),
        })) ?? null,
      contradictions: unity.contradictions.found.map(({ wording, demands }) => ({
        wording: wording && { clause: wording.clause, wording: wording.variant },
        demands: demands.flatMap((demand): z.input<typeof demandSchema> | readonly z.input<typeof demandSchema>[] =>
          demand.kind === 'rule'
            ? (question.reason(demand.condition) ?? [])
            : said(
                demand.signer,
                demand.kind === 'objection'
                  ? { kind: 'objection', ...demand.variant }
                  : { kind: 'condition', condition: demand.condition },
              ),
        ),
      })),
    },
  };
};

const pointView = (point: Point): z.input<typeof pointSchema> => ({
  signers: point.k,
  proven: isProven(point),
  bound: point.bound,
  text: point.text && { weight: point.text.weight, choice: point.text.choice, signers: point.text.signers },
});
