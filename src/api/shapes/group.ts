import { z } from 'zod';
import type { Group, GroupMandate, HelpRequest } from '../../charter/group/state.ts';
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

export const mandateSchema = z.strictObject({
  number: ordinalSchema,
  task: z.string(),
  until: z.int(),
  meeting: ordinalSchema,
  on: markSchema,
});

export const mandateView = ({ number, task, until, meeting, on }: GroupMandate): z.input<typeof mandateSchema> => ({
  number,
  task,
  until,
  meeting,
  on: markOf(on),
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
