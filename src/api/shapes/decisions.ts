import { printedSchema } from '../../charter/names/printed.ts';
import { z } from 'zod';
import type { Decision } from '../../charter/texts/state.ts';
import { conditionSchema } from '../../charter/texts/conditions.ts';
import { hashSchema, list, markSchema, ordinalSchema } from './common.ts';

export const targetSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('whole') }),
    z.strictObject({ kind: z.literal('clause'), clause: z.string() }),
    z.strictObject({ kind: z.literal('amendment'), amendment: ordinalSchema }),
  ])
  .readonly();

const standSchema = z.enum(['support', 'accept', 'stand-aside', 'object']);

export const positionSchema = z
  .strictObject({
    by: z.string(),
    on: targetSchema,
    /** `null`: taken back. */
    stand: standSchema.nullable(),
    reason: z.string().nullable(),
    /** While one of them does not hold, the position counts as an objection. */
    conditions: list(conditionSchema),
    revision: ordinalSchema,
    mark: markSchema,
  })
  .readonly();

export const consultationSchema = z
  .strictObject({
    number: ordinalSchema,
    on: targetSchema,
    by: z.string(),
    with: list(z.string()),
    held: z.int(),
    tried: z.string(),
    result: z.string(),
    mark: markSchema,
  })
  .readonly();

const answerSchema = z
  .strictObject({
    organisation: z.string(),
    stand: standSchema,
    silent: z.boolean(),
    reason: z.string().nullable(),
  })
  .readonly();

const frictionSchema = z
  .strictObject({ on: targetSchema, objections: list(z.string()), consultations: list(ordinalSchema) })
  .readonly();

const obstacleSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('objections'), count: z.int(), most: z.int() }),
    z.strictObject({ kind: z.literal('not-agreeing'), count: z.int(), most: z.int() }),
    z.strictObject({ kind: z.literal('no-consultation'), on: targetSchema }),
    z.strictObject({ kind: z.literal('unanimity-only') }),
  ])
  .readonly();

const outcomeSchema = z
  .strictObject({
    result: z.enum(['unanimous', 'broad-consensus', 'not-adopted']),
    at: z.int(),
    answers: list(answerSchema),
    friction: list(frictionSchema),
    obstacles: list(obstacleSchema),
    symbol: z.string().nullable(),
  })
  .readonly();

/** Where it is decided, as its meeting says: which one of its kind it is, and its place; `null`: online. */
const whereSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('writing') }),
    z.strictObject({
      kind: z.literal('meeting'),
      of: z.enum(['assembly', 'group']),
      nth: ordinalSchema,
      place: z.string().nullable(),
    }),
  ])
  .readonly();

export const decisionSchema = z
  .strictObject({
    version: hashSchema,
    revision: ordinalSchema,
    opened: markSchema,
    by: z.string(),
    deadline: z.int(),
    /** When it was ended in its room, and who was there, where the absent may still object until the deadline. */
    room: z.strictObject({ on: markSchema, present: list(z.string()) }).nullable(),
    where: whereSchema,
    /** The meeting in whose room it is decided; `null`: in writing. */
    meeting: ordinalSchema.nullable(),
    /** The mandate under which a text taken in principle is completed. */
    mandate: ordinalSchema.nullable(),
    outcome: outcomeSchema.nullable(),
  })
  .readonly();

export const decisionView = ({ fell: _fell, ...decision }: Decision): z.input<typeof decisionSchema> => decision;

export const signatureSchema = z
  .strictObject({
    by: z.string(),
    /** How it and its country are printed, as it stated when it signed. */
    printed: printedSchema,
    /** The clauses that are signed; `null`: the whole. */
    clauses: list(z.string()).nullable(),
    riders: list(
      z
        .strictObject({
          kind: z.enum(['reservation', 'interpretation']),
          clause: z.string().nullable(),
          words: z.string(),
        })
        .readonly(),
    ),
    on: markSchema,
    /** When its maker made the last act about it. */
    made: z.int(),
    accession: z.boolean(),
    referendum: z.strictObject({ confirmed: markSchema.nullable() }).readonly().nullable(),
    withdrawn: z.strictObject({ on: markSchema, reason: z.string() }).readonly().nullable(),
  })
  .readonly();
