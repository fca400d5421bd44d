import { z } from 'zod';
import { KINDS } from '../../conference/search/document.ts';
import type { Find } from '../../conference/search/search.ts';
import { countSchema, list } from './common.ts';

/** What was found. */

const piecesSchema = list(z.strictObject({ text: z.string(), hit: z.boolean() }));

export const findSchema = z.strictObject({
  /** A path below the conference's own: what it is part of can be read there, up to its second segment. */
  name: z.string(),
  kind: z.enum(KINDS),
  /** The entry that brought it. */
  entry: countSchema,
  /** Its name, where it has one, and a stretch of its words, in pieces: those that are looked for are marked as hits. */
  title: piecesSchema,
  words: piecesSchema,
});

export const findView = ({ document, title, words }: Find): z.input<typeof findSchema> => ({
  name: document.key,
  kind: document.kind,
  entry: document.entry,
  title: title.map(({ text, hit }) => ({ text, hit })),
  words: words.map(({ text, hit }) => ({ text, hit })),
});
