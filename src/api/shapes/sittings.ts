import { z } from 'zod';
import type { Call, Meeting, Sitting, Speech } from '../../charter/meetings/state.ts';
import type { Reader } from '../../conference/reading/reader.ts';
import { mandatedSchema, nthMeetingSchema } from './group.ts';
import { countSchema, hashSchema, list, markOf, markOrNull, markSchema, ordinalSchema } from './common.ts';

/** What happens in the room: who is there, who speaks, what is shown and decided. */

const questionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('agenda'), items: list(ordinalSchema) }),
  z.strictObject({ kind: z.literal('chair'), organisation: z.string(), delegate: ordinalSchema }),
  z.strictObject({ kind: z.literal('election'), members: list(z.string()), substitutes: list(z.string()) }),
  z.strictObject({ kind: z.literal('mandate'), task: z.string(), until: z.int() }),
  /** `null`: the coordinating group. */
  z.strictObject({ kind: z.literal('treasurer'), organisation: z.string().nullable(), until: z.int() }),
  z.strictObject({ kind: z.literal('admission'), organisation: z.string(), application: z.string() }),
  z.strictObject({ kind: z.literal('seat'), seat: z.string() }),
  z.strictObject({
    kind: z.literal('principle'),
    text: ordinalSchema,
    version: hashSchema,
    to: mandatedSchema,
    until: z.int(),
    latest: nthMeetingSchema,
  }),
  z.strictObject({
    kind: z.literal('words'),
    words: z.string(),
    /** In a meeting of the group, the article or the number of the mandate by which it may decide this. */
    under: z.union([z.enum(['9.2', '9.3', '9.4', '9.6']), ordinalSchema]).nullable(),
  }),
]);

export const callSchema = z.strictObject({
  number: ordinalSchema,
  item: ordinalSchema.nullable(),
  by: z.string(),
  question: questionSchema,
  opened: markSchema,
  /** When it is closed at the latest. */
  closes: z.int(),
  answers: list(
    z.strictObject({
      organisation: z.string(),
      stand: z.enum(['agree', 'stand-aside', 'object']),
      reason: z.string().nullable(),
      on: markSchema,
    }),
  ),
  closed: markSchema.nullable(),
  outcome: z
    .strictObject({
      result: z.enum(['consensus', 'not-agreed', 'no-quorum', 'overtaken', 'too-few-answers']),
      present: list(z.string()),
      quorum: countSchema,
    })
    .nullable(),
});

export const sittingFields = {
  chair: z.strictObject({ organisation: z.string(), delegate: ordinalSchema }).nullable(),
  present: list(
    z.strictObject({
      organisation: z.string(),
      delegate: ordinalSchema,
      came: markSchema,
      left: markSchema.nullable(),
    }),
  ),
  /** Who of those in the room has a say, and how many must be there to decide. */
  deciding: list(z.string()),
  quorum: countSchema,
  /** The item under discussion. */
  item: ordinalSchema.nullable(),
  cards: list(z.strictObject({ organisation: z.string(), card: z.enum(['warm', 'cool', 'move-on']) })),
  /** Substitutes that sat in the place of absent members. */
  stoodIn: list(z.strictObject({ member: z.string(), substitute: z.string() })),
} as const;

const fieldsSchema = z.strictObject(sittingFields);

export const sittingSchema = z.strictObject({
  opened: markSchema,
  by: z.string(),
  closed: markSchema.nullable(),
  /** When it goes on, where it was adjourned to a time. */
  resumes: z.int().nullable(),
});

export const oneSittingView = ({ opened, by, closed, resumes }: Sitting): z.input<typeof sittingSchema> => ({
  opened: markOf(opened),
  by,
  closed: markOrNull(closed),
  resumes,
});

export const speechSchema = z.strictObject({
  number: ordinalSchema,
  by: z.string(),
  delegate: ordinalSchema,
  kind: z.enum(['speech', 'point-of-order']),
  item: ordinalSchema.nullable(),
  asked: markSchema,
  /** When the floor was given. */
  given: markSchema.nullable(),
  ended: markSchema.nullable(),
});

export const speechView = (speech: Speech): z.input<typeof speechSchema> => {
  const { number, by, delegate, kind, item, asked, given, ended } = speech;
  return { number, by, delegate, kind, item, asked: markOf(asked), given: markOrNull(given), ended: markOrNull(ended) };
};

export const callView = (meeting: Meeting, call: Call, reader: Reader): z.input<typeof callSchema> => ({
  number: call.number,
  item: call.item,
  by: call.by,
  question: call.question,
  opened: markOf(call.opened),
  closes: reader.callCloses(meeting, call),
  answers: [...call.answers].map(([organisation, { stand, reason, on }]) => ({
    organisation,
    stand,
    reason,
    on: markOf(on),
  })),
  closed: markOrNull(call.closed),
  outcome: call.outcome,
});

export const sittingView = (meeting: Meeting, reader: Reader): z.input<typeof fieldsSchema> => {
  const { deciding, quorum } = reader.room(meeting);
  return {
    chair: meeting.chair,
    present: [...meeting.present].map(([organisation, { delegate, came, left }]) => ({
      organisation,
      delegate,
      came: markOf(came),
      left: markOrNull(left),
    })),
    deciding,
    quorum,
    item: meeting.item,
    cards: [...meeting.cards].map(([organisation, card]) => ({ organisation, card })),
    stoodIn: meeting.stoodIn,
  };
};
