import { z } from 'zod';
import { attachmentHashSchema, languageSchema } from '../../base/ids.ts';
import { mediaTypeSchema } from '../../base/media-type.ts';
import { line, placeSchema, prose } from '../../base/schema.ts';
import { type Instant, dayOf } from '../../base/time.ts';
import { type Named, letterIn } from '../law/kept.ts';
import type { Refusal } from '../law/refusal.ts';
import { nameSchema } from '../names/name.ts';
import { hasLetter } from '../names/likeness.ts';
import { isBefore, pastDaySchema } from './past-day.ts';

/** What may come from an archive: documents of four kinds, meetings, and participants of then. */
export const PAST_KINDS = ['decision', 'statement', 'charter', 'report', 'meeting', 'participant'] as const;

export type PastKind = (typeof PAST_KINDS)[number];

/** The most names in print, and parts of originals: with the words, as many as an envelope holds. */
export const [MOST_PAST_NAMES, MOST_PARTS] = [300, 3];

/** One name as it stands in print; no organisation of the record is meant by it, whatever it is called. */
const pastNameSchema = z.strictObject({ name: nameSchema(200), country: nameSchema(80).nullable() }).readonly();

export const pastPieceSchema = z
  .strictObject({
    kind: z.enum(PAST_KINDS),
    /** What it is called by in the archive, and nothing else there. */
    reference: line(60).refine((text) => /[\p{L}\p{N}]/u.test(text), { error: 'no-letter' }),
    /** The title of a document or meeting; the name of a participant. */
    title: line(300).refine(hasLetter, { error: 'no-letter' }),
    /** When it was adopted, signed or held; since when it took part. */
    on: pastDaySchema,
    /** When it ended, where it lasted; `null`: it did not, or that is not known. */
    until: pastDaySchema.nullable(),
    /** Where it was adopted or held; the country of a participant as it is printed. */
    place: placeSchema(200).nullable(),
    /** Of its words; `null` where it has none, or that is not known. */
    language: languageSchema.nullable(),
    /** Who signed it, or was there, in the order of the paper. */
    names: z.array(pastNameSchema).max(MOST_PAST_NAMES).readonly(),
    /** On whose paper it rests, and where that is. */
    source: prose(2000),
  })
  .readonly();

export type PastPiece = z.infer<typeof pastPieceSchema>;

/** A file of the original, in parts that each fit an attachment; they follow each other. */
const originalSchema = z
  .strictObject({
    name: line(120),
    type: mediaTypeSchema,
    parts: z.array(attachmentHashSchema).min(1).max(MOST_PARTS).readonly(),
  })
  .readonly();

export type Original = z.infer<typeof originalSchema>;

/** What of it is kept beside the record. */
export const papersSchema = z
  .strictObject({
    /** The salted hash of its words, in the form of `text/markdown.ts`; `null`: they are in its files, or lost. */
    words: attachmentHashSchema.nullable(),
    /** The original. */
    files: z
      .array(originalSchema)
      .refine((files) => files.flatMap(({ parts }) => parts).length <= MOST_PARTS, { error: 'too-many-files' })
      .readonly(),
  })
  .readonly();

export type Papers = z.infer<typeof papersSchema>;

export const namedPapers = ({ words, files }: Papers): readonly Named[] => [
  ...(words === null ? [] : [letterIn(words)]),
  ...files.flatMap(({ parts }) => parts.map(letterIn)),
];

/** The field of an act's body that holds it. */
export type Within = 'what' | 'instead';

/** Refused where it says what its kind has not, or what cannot have been. `at`: when it is brought. */
export const pieceRefusal = (piece: PastPiece, at: Instant, within: Within = 'what'): Refusal | null => {
  const fault = (field: keyof PastPiece, why: string): Refusal => ({
    article: '11.1',
    kind: 'bad-field',
    field: `${within}/${field}`,
    why,
  });
  const { kind, on, until, names } = piece;
  const today = dayOf(at);
  if (on > today.slice(0, on.length)) return fault('on', 'in-the-future');
  if (until !== null) {
    if (kind !== 'meeting' && kind !== 'participant') return fault('until', 'does-not-last');
    if (until > today.slice(0, until.length)) return fault('until', 'in-the-future');
    if (isBefore(until, on)) return fault('until', 'before-start');
  }
  if (kind === 'participant' && names.length > 0) return fault('names', 'no-names');
  return null;
};
