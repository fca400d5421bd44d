import { z } from 'zod';
import type { Group, HelpRequest } from '../../charter/group/state.ts';
import type { Mandate } from '../../charter/group/mandate-state.ts';
import type { Reader } from '../../conference/reading/reader.ts';
import { list, markOf, markSchema, ordinalSchema } from './common.ts';

/** The coordinating group, what it may do, and the help that is asked for. */

export const electedSchema = z.strictObject({
  /** The assembly that elected it, and when. */
  meeting: ordinalSchema,
  elected: markSchema,
  /** When its term ends; `null`: the rules set none. */
  until: z.int().nullable(),
  members: list(z.string()),
  /** In the order in which they step in. */
  substitutes: list(z.string()),
  changes: list(
    z.strictObject({
      on: markSchema,
      organisation: z.string(),
      seat: z.enum(['member', 'substitute']),
      why: z.enum(['resigned', 'left']),
      reason: z.string().nullable(),
      successor: z.string().nullable(),
    }),
  ),
});

export const electedView = (group: Group): z.input<typeof electedSchema> => ({
  meeting: group.meeting,
  elected: markOf(group.elected),
  until: group.until,
  members: group.members,
  substitutes: group.substitutes,
  changes: group.changes.map(({ on, organisation, seat, why, reason, successor }) => ({
    on: markOf(on),
    organisation,
    seat,
    why,
    reason,
    successor,
  })),
});

export const mandatedSchema = z.union([z.literal('group'), list(z.string())]);

export const nthMeetingSchema = z.strictObject({ of: z.enum(['assembly', 'group']), nth: ordinalSchema });

export const mandateSchema = z.strictObject({
  number: ordinalSchema,
  what: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('task'), words: z.string() }),
    z.strictObject({ kind: z.literal('text'), text: ordinalSchema }),
    /** To publish issues of a periodical at once. */
    z.strictObject({ kind: z.literal('publication'), periodical: ordinalSchema }),
    /** To keep the conference's books. */
    z.strictObject({ kind: z.literal('books') }),
  ]),
  /** Who has it: the coordinating group, or these participants. */
  to: mandatedSchema,
  until: z.int(),
  /** The meeting at which a text is adopted at the latest: the how manyth of its kind. */
  latest: nthMeetingSchema.nullable(),
  given: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('call'), meeting: ordinalSchema, call: ordinalSchema }),
    z.strictObject({ kind: z.literal('silence'), text: ordinalSchema, proposal: ordinalSchema }),
    z.strictObject({ kind: z.literal('publication'), periodical: ordinalSchema }),
  ]),
  on: markSchema,
  /** When it ended otherwise than with its time, or with that of a text. */
  ended: z.strictObject({ on: markSchema, why: z.enum(['adopted', 'time', 'meeting', 'replaced']) }).nullable(),
});

export const mandateView = (mandate: Mandate): z.input<typeof mandateSchema> => ({
  ...mandate,
  on: markOf(mandate.on),
  ended: mandate.ended && { on: markOf(mandate.ended.on), why: mandate.ended.why },
});

export const groupSchema = z.strictObject({
  /** `null`: none is elected. */
  group: electedSchema.nullable(),
});

export const groupView = (reader: Reader): z.input<typeof groupSchema> => {
  const group = reader.group();
  return { group: group && electedView(group) };
};

export const helpSchema = z.strictObject({
  number: ordinalSchema,
  by: z.string(),
  what: z.enum(['secretarial', 'technical']),
  words: z.string(),
  until: z.int().nullable(),
  on: markSchema,
  offers: list(z.strictObject({ by: z.string(), words: z.string(), on: markSchema })),
  closed: z.strictObject({ on: markSchema, words: z.string().nullable() }).nullable(),
});

export const helpView = ({
  number,
  by,
  what,
  words,
  until,
  on,
  offers,
  closed,
}: HelpRequest): z.input<typeof helpSchema> => ({
  number,
  by,
  what,
  words,
  until,
  on: markOf(on),
  offers: offers.map((offer) => ({ by: offer.by, words: offer.words, on: markOf(offer.on) })),
  closed: closed && { on: markOf(closed.on), words: closed.words },
});
