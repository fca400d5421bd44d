import { z } from 'zod';
import type { Guest, Item, Meeting, Notice } from '../../charter/meetings/state.ts';
import type { Reader } from '../../conference/reading/reader.ts';
import { hashSchema, list, markOf, markOrNull, markSchema, ordinalSchema } from './common.ts';
import { fileSchema, fileView } from './files.ts';
import { sittingFields, sittingView } from './sittings.ts';
import { summarySchema, summaryView } from './summaries.ts';

/** Meetings, from the convocation to the summary record. */

const noticeSchema = z.strictObject({
  starts: z.int(),
  ends: z.int(),
  /** The IANA name of the place's time zone. */
  zone: z.string(),
  /** `null`: online only. */
  place: z.string().nullable(),
  /** Where it is joined online, for members. */
  link: z.string().nullable(),
  languages: list(z.string()),
  words: z.string().nullable(),
  /** Whether anybody may follow its sittings. */
  public: z.boolean(),
  by: z.string(),
  on: markSchema,
});

const noticeView = (notice: Notice): z.input<typeof noticeSchema> => {
  const { starts, ends, zone, place, link, languages, words, by, on } = notice;
  return { starts, ends, zone, place, link, languages, words, public: notice.public, by, on: markOf(on) };
};

export const meetingSummarySchema = z.strictObject({
  number: ordinalSchema,
  kind: z.enum(['assembly', 'group']),
  /** The how manyth of its kind to be held: from its first sitting on. */
  nth: ordinalSchema.nullable(),
  stage: z.enum(['called', 'convened', 'open', 'adjourned', 'closed', 'cancelled']),
  by: z.string(),
  on: markSchema,
  /** The notice that counts. */
  notice: noticeSchema,
});

export const meetingSummary = (meeting: Meeting): z.input<typeof meetingSummarySchema> => {
  const { number, kind, nth, stage, by, on, notices } = meeting;
  const notice = notices.at(-1);
  if (notice === undefined) throw new TypeError('A meeting without a notice');
  return { number, kind, nth, stage, by, on: markOf(on), notice: noticeView(notice) };
};

export const meetingsSchema = z.strictObject({
  /** By when the next assembly must have begun; `null`: the rules ask for none, or whoever asks may not know. */
  due: z.int().nullable(),
  /** From when any participant may convene it. */
  anyoneFrom: z.int().nullable(),
  meetings: list(meetingSummarySchema),
});

export const itemSchema = z.strictObject({
  number: ordinalSchema,
  by: z.string(),
  title: z.string(),
  words: z.string().nullable(),
  texts: list(ordinalSchema),
  files: list(fileSchema),
  on: markSchema,
  /** Proposed after the provisional agenda was closed. */
  late: z.boolean(),
  withdrawn: markSchema.nullable(),
  /** Every time that it was taken up. */
  taken: list(markSchema),
});

export const itemView = ({ on, withdrawn, taken, files, ...item }: Item): z.input<typeof itemSchema> => ({
  number: item.number,
  by: item.by,
  title: item.title,
  words: item.words,
  texts: item.texts,
  files: files.map(fileView),
  on: markOf(on),
  late: item.late,
  withdrawn: markOrNull(withdrawn),
  taken: taken.map(markOf),
});

export const meetingSchema = meetingSummarySchema.extend({
  /** Every notice that was given, the last of which counts. */
  notices: list(noticeSchema),
  /** Who calls for it together with `by`. */
  seconds: list(z.string()),
  /** What some ask together that did not convene it alone: `notice: null`: that it be called off. */
  asks: list(
    z.strictObject({
      by: z.string(),
      on: markSchema,
      notice: noticeSchema.omit({ by: true, on: true }).nullable(),
      reason: z.string().nullable(),
    }),
  ),
  /** `reason`: for members; `null` for others. */
  cancelled: z.strictObject({ reason: z.string().nullable(), on: markSchema }).nullable(),
  replies: list(
    z.strictObject({
      organisation: z.string(),
      reply: z.enum(['coming', 'online', 'perhaps', 'not-coming']),
      on: markSchema,
      byMail: z.boolean(),
      /** `false` where it came by a mail that nobody vouches for. */
      proven: z.boolean(),
    }),
  ),
  /** Whom each organisation sends, by the numbers of its delegates. */
  credentials: list(z.strictObject({ organisation: z.string(), delegates: list(ordinalSchema), on: markSchema })),
  /** When items can no longer be proposed before the meeting. */
  agendaCloses: z.int(),
  /** By the numbers of its items; `null`: it is provisional. */
  agenda: z.strictObject({ items: list(ordinalSchema), adopted: markSchema }).nullable(),
  ...sittingFields,
  closed: markSchema.nullable(),
  summary: summarySchema.nullable(),
});

export const guestSchema = z.strictObject({
  number: ordinalSchema,
  by: z.string(),
  /** The hash of the attachment that holds the name. */
  name: hashSchema,
  capacity: z.enum(['guest', 'observer']),
  from: z.string().nullable(),
  on: markSchema,
});

export const guestView = ({ number, by, name, capacity, from, on }: Guest): z.input<typeof guestSchema> => ({
  number,
  by,
  name,
  capacity,
  from,
  on: markOf(on),
});

export const meetingView = (meeting: Meeting, reader: Reader): z.input<typeof meetingSchema> => {
  const { cancelled, agenda, summary } = meeting;
  return {
    ...meetingSummary(meeting),
    notices: meeting.notices.map(noticeView),
    seconds: meeting.seconds,
    asks: meeting.asks.map(({ by, on, notice, reason }) => ({ by, on: markOf(on), notice, reason })),
    cancelled: cancelled && { reason: cancelled.reason, on: markOf(cancelled.on) },
    replies: [...meeting.replies].map(([organisation, { reply, on, byMail, proven }]) => ({
      organisation,
      reply,
      on: markOf(on),
      byMail,
      proven,
    })),
    credentials: [...meeting.credentials].map(([organisation, { delegates, on }]) => ({
      organisation,
      delegates,
      on: markOf(on),
    })),
    agendaCloses: reader.agendaCloses(meeting),
    agenda: agenda && { items: agenda.items, adopted: markOf(agenda.adopted) },
    ...sittingView(meeting, reader),
    closed: markOrNull(meeting.closed),
    summary: summary && summaryView(summary),
  };
};
