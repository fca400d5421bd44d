import { z } from 'zod';
import { bytesSchema } from '../../base/schema.ts';
import { headSchema } from '../../charter/act.ts';
import { ACT_KINDS, ACT_RULES, type ActKind } from '../../charter/acts.ts';
import { DOOR_LIMITS } from '../../conference/door/submission.ts';
import { MAX_SIGNATURES } from '../../record/entry.ts';
import { countSchema, hashSchema, list } from './common.ts';

/** Acts as they are sent, each kind with its own body. */

const actSchemaOf = (kind: ActKind) =>
  headSchema.extend({ kind: z.literal(kind), body: ACT_RULES[kind].body as z.ZodType });

export const ACT_SCHEMAS: Readonly<Record<string, z.ZodObject>> = Object.fromEntries(
  ACT_KINDS.map((kind) => [kind, actSchemaOf(kind)]),
);

const [first, ...rest] = Object.values(ACT_SCHEMAS);
if (first === undefined) throw new TypeError('There are no kinds of acts');

export const anyActSchema = z.union([first, ...rest]);

/** An act of which the host fills in what is missing. */
export const draftSchema = z.strictObject({
  ...headSchema.partial({ v: true, conference: true, made: true, nonce: true }).shape,
  body: z.looseObject({}),
});

const signaturesSchema = z.array(z.base64()).min(1).max(MAX_SIGNATURES).readonly();

const attachmentsSchema = z
  .array(z.strictObject({ salt: bytesSchema(16), content: z.base64() }).readonly())
  .max(DOOR_LIMITS.attachments)
  .readonly();

export const envelopeSchema = z.strictObject({
  act: anyActSchema,
  signatures: signaturesSchema,
  attachments: attachmentsSchema.optional(),
});

export const foundingEnvelopeSchema = envelopeSchema.extend({
  slug: z.string(),
  token: z.string().optional(),
});

/** `act`: the bytes that were signed. `signature`: armoured or base64. `attachment`: salt and content in one file. */
export const formSchema = z.strictObject({
  act: z.file(),
  signature: list(z.file()),
  attachment: list(z.file()).optional(),
});

export const foundingFormSchema = formSchema.extend({ slug: z.string(), token: z.string().optional() });

/** `replayed`: the very same signed act was on the record already, and this is its first receipt. */
export const receiptSchema = z.strictObject({
  index: countSchema,
  hash: hashSchema,
  time: z.int(),
  replayed: z.boolean(),
});
