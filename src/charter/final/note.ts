import { z } from 'zod';
import type { Bytes } from '../../base/bytes.ts';
import { clauseIdSchema, organisationIdSchema } from '../../base/ids.ts';
import { canonicalBytes, parseCanonical } from '../../base/json.ts';
import { instantSchema, line, prose } from '../../base/schema.ts';
import { ARTICLES } from '../law/articles.ts';
import { printedSchema } from '../names/printed.ts';
import type { Final } from './final.ts';

/** What a final note is made of (13.3), and which slips were put right: `note.json` of a proof, and what the API answers. A host may write one of its own: its words keep the rules that those of acts do. */

/** An organisation as it is printed: as it had stated that then. */
export const namedSchema = z.strictObject({ id: organisationIdSchema, printed: printedSchema }).readonly();

const meetingKindSchema = z.enum(['assembly', 'group']);

const ordinal = z.int().min(1).max(1_000_000);

/** In writing, or at a meeting by its place among those of its kind; `place`: `null` where it was online. */
export const whereSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('writing') }).readonly(),
  z
    .strictObject({
      kind: z.literal('meeting'),
      of: meetingKindSchema,
      nth: ordinal,
      place: line(300).nullable(),
    })
    .readonly(),
]);

export const noteSchema = z
  .strictObject({
    how: z.enum(['unanimous', 'broad-consensus']),
    at: instantSchema,
    where: whereSchema,
    /** Whether additions and amendments went into what was tabled. */
    amended: z.boolean(),
    /** Under which it was completed, having been taken in principle. */
    mandate: z
      .strictObject({
        given: whereSchema,
        on: instantSchema,
        to: z.union([z.literal('group'), z.array(namedSchema).min(1).max(300).readonly()]),
        until: instantSchema,
        latest: z.strictObject({ of: meetingKindSchema, nth: ordinal }).readonly().nullable(),
      })
      .readonly()
      .nullable(),
    charter: z.strictObject({ number: ordinal, title: line(300) }).readonly(),
    articles: z.array(z.enum(ARTICLES)).max(10).readonly(),
  })
  .readonly();

export const slipSchema = z
  .strictObject({
    clause: clauseIdSchema,
    before: prose(8000),
    words: prose(8000),
    on: instantSchema,
  })
  .readonly();

const noteFileSchema = z
  .strictObject({ note: noteSchema, slips: z.array(slipSchema).max(1000).readonly() })
  .readonly()
  .nullable();

/** What `note.json` holds; `null` of what is no adopted text. */
export type NoteFile = z.infer<typeof noteFileSchema>;

export const NO_NOTE: Bytes = canonicalBytes(null);

/** In canonical JSON. */
export const noteBytes = ({ note, slips }: Pick<Final, 'note' | 'slips'>): Bytes =>
  note.how === 'founded' ? NO_NOTE : canonicalBytes({ note, slips });

/** `undefined`: it is none. */
export const readNote = (bytes: Uint8Array): NoteFile | undefined => {
  const json = parseCanonical(bytes);
  const read = json.ok ? noteFileSchema.safeParse(json.value) : undefined;
  return read?.success === true ? read.data : undefined;
};
