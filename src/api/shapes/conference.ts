import { z } from 'zod';
import { charterSchema, type InForce } from '../../charter/law/charter.ts';
import type { Reader } from '../../conference/reading/reader.ts';
import type { Visitor } from '../../conference/door/sign-in.ts';
import type { Conference } from '../../conference/types.ts';
import { countSchema, hashSchema, list, markOrNull, markSchema, ordinalSchema } from './common.ts';

export const inForceSchema = z.strictObject({
  number: ordinalSchema,
  hash: hashSchema,
  since: markSchema.nullable(),
  /** How it came into force: by its founders' signatures, by the adoption of a text, or by a call in an assembly that moved the seat. */
  source: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('founding') }),
    z.strictObject({ kind: z.literal('text'), text: ordinalSchema }),
    z.strictObject({ kind: z.literal('seat'), meeting: ordinalSchema, call: ordinalSchema }),
  ]),
  charter: charterSchema,
});

export const inForceView = ({ number, hash, since, source, charter }: InForce): z.input<typeof inForceSchema> => ({
  number,
  hash,
  since: markOrNull(since),
  source,
  charter,
});

export const conferenceSummarySchema = z.strictObject({
  slug: z.string(),
  id: z.string().nullable(),
  /** `null` while its founders are signing, for everyone but them. */
  name: z.string().nullable(),
  founded: markSchema.nullable(),
  /** How many entries the record has. */
  size: countSchema,
});

export const conferenceSummary = (
  { slug, state }: Conference,
  reader: Reader,
): z.input<typeof conferenceSummarySchema> => ({
  slug,
  id: state().conference,
  name: reader.charter()?.charter.name ?? null,
  founded: markOrNull(reader.founded),
  size: reader.size,
});

export const conferencesSchema = z.strictObject({
  /** The public key with which this host signs checkpoints and ticks; a founding act names it. */
  host: z.string(),
  conferences: list(conferenceSummarySchema),
});

const meSchema = z.strictObject({
  organisation: z.string(),
  delegate: ordinalSchema,
  key: z.string(),
  expires: z.int(),
});

export const conferenceSchema = conferenceSummarySchema.extend({
  host: z.string().nullable(),
  /** Whether whoever asks sees what participants see. */
  member: z.boolean(),
  /** The signed-in delegate. */
  me: meSchema.nullable(),
  charter: inForceSchema.nullable(),
  /** The pages of its own, at `/about/` and their address, in the order in which they stand: adopted texts, by number. */
  pages: list(z.strictObject({ address: z.string(), text: ordinalSchema })),
});

export const conferenceView = (
  conference: Conference,
  reader: Reader,
  { me }: Visitor,
): z.input<typeof conferenceSchema> => {
  const charter = reader.charter();
  return {
    ...conferenceSummary(conference, reader),
    host: conference.state().host,
    member: reader.member,
    me: me && {
      organisation: me.session.organisation,
      delegate: me.session.delegate,
      key: me.session.key,
      expires: me.session.expires,
    },
    charter: charter && inForceView(charter),
    pages: Array.from(reader.pages(), ([address, text]) => ({ address, text })),
  };
};
