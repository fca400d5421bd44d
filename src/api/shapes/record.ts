import { z } from 'zod';
import { bytesSchema, instantSchema } from '../../base/schema.ts';
import { countSchema, hashSchema, list, nodeSchema } from './common.ts';

/** An entry in the JSON of its own bytes: in canonical form (RFC 8785) it is the leaf of the tree. */
export const entrySchema = z.strictObject({
  act: z.strictObject({
    v: z.literal(1),
    kind: z.string(),
    conference: z.string(),
    by: z.strictObject({ organisation: z.string(), delegate: countSchema }),
    made: instantSchema,
    nonce: bytesSchema(16),
    body: z.looseObject({}),
  }),
  signatures: list(z.base64()),
  time: instantSchema,
  v: z.literal(1),
});

const placedSchema = z.strictObject({
  index: countSchema,
  /** SHA-256 over the act's canonical bytes. */
  hash: hashSchema,
  entry: entrySchema,
});

export const entriesSchema = z.strictObject({
  /** How many entries the record has. */
  size: countSchema,
  /** The range that was looked at. Entries in it that whoever asks may not see are left out. */
  from: countSchema,
  to: countSchema,
  entries: list(placedSchema),
});

export const entryProofSchema = placedSchema.extend({
  proof: z.strictObject({
    /** The checkpoint's size, for which the proof holds. */
    size: countSchema,
    /** SHA-256(0x00 ‖ entry). */
    leaf: nodeSchema,
    /** The sibling hashes from the leaf up (RFC 6962 section 2.1.1). */
    hashes: list(nodeSchema),
    root: nodeSchema,
    /** The signed note of the host. */
    checkpoint: z.string(),
  }),
});

export const consistencySchema = z.strictObject({
  from: countSchema,
  to: countSchema,
  /** RFC 6962 section 2.1.2. */
  hashes: list(nodeSchema),
});
