import { z } from 'zod';
import { mutable } from '../../base/brand.ts';
import { attachmentHashSchema, organisationIdSchema } from '../../base/ids.ts';
import { defineAct } from '../act.ts';
import { noDelegate } from '../members/delegates.ts';
import { EXAMPLE } from '../law/example-words.ts';
import { meetingAt, meetingOf } from './meeting-rules.ts';
import { type Refusal, beyond } from '../law/refusal.ts';
import type { State } from '../state.ts';
import { line, numberSchema } from '../../base/schema.ts';
import { itsMeeting } from '../law/resource.ts';
import { nameIn } from '../law/kept.ts';

/** Chapters 4.1 and 5.2: all participants take part, and each names its own delegates. */

const attendance = z.enum(['coming', 'online', 'perhaps', 'not-coming']);

const replyRefusal = (state: State, number: number): Refusal | null => {
  const found = meetingAt(state, number, '5.2', 'called', 'convened', 'adjourned');
  return found.ok ? null : found.error;
};

/** An organisation says whether it comes. */
export const reply = defineAct({
  kind: 'meeting.reply',
  article: '5.2',
  strength: 'ordinary',
  from: ['participant'],
  matter: 'meeting',
  subjects: itsMeeting,
  quiet: true,
  body: z.strictObject({ meeting: numberSchema, reply: attendance }).readonly(),
  judge: (state, { by, body }) => {
    const refusal = replyRefusal(state, body.meeting);
    if (refusal !== null) return refusal;
    return state.meetings[body.meeting - 1]?.replies.get(by.organisation)?.reply === body.reply
      ? { article: '5.2', kind: 'already', what: 'same-reply' }
      : null;
  },
  apply: (state, { by, body }, on) => {
    meetingOf(state, body.meeting).replies.set(by.organisation, { reply: body.reply, on, byMail: false, proven: true });
  },
  example: { meeting: 1, reply: 'online' },
});

/** The host says that such an answer came by calendar or mail from a delegate's address. */
export const replied = defineAct({
  kind: 'host.replied',
  article: '5.2',
  strength: 'host',
  from: ['host'],
  matter: 'meeting',
  subjects: itsMeeting,
  quiet: true,
  body: z
    .strictObject({
      meeting: numberSchema,
      organisation: organisationIdSchema,
      delegate: z.int().min(1),
      /** Whether the domain of the delegate's address vouches for the mail. */
      proven: z.boolean(),
      reply: attendance,
    })
    .readonly(),
  judge: (state, { body }) => {
    const organisation = state.organisations.get(body.organisation);
    if (organisation?.standing.kind !== 'participant') {
      return { article: '5.2', kind: 'unknown', thing: 'organisation', ref: body.organisation };
    }
    const delegate = organisation.delegates[body.delegate - 1];
    if (delegate === undefined) return noDelegate(body.delegate);
    if (delegate.recalled !== null) return { article: '4.1', kind: 'recalled-delegate', delegate: body.delegate };
    const refusal = replyRefusal(state, body.meeting);
    if (refusal !== null) return refusal;
    // What anybody could have written takes the place of nothing that is the organisation's own.
    const given = state.meetings[body.meeting - 1]?.replies.get(body.organisation);
    return given?.proven === true && !body.proven ? { article: '5.2', kind: 'already', what: 'replied' } : null;
  },
  apply: (state, { body }, on) => {
    const { reply, proven } = body;
    meetingOf(state, body.meeting).replies.set(body.organisation, { reply, on, byMail: true, proven });
  },
  example: { meeting: 1, organisation: 'reka', delegate: 1, proven: true, reply: 'coming' },
});

/** An organisation names those who take part for it. What it says last counts; nobody: it takes them back. */
export const giveCredentials = defineAct({
  kind: 'meeting.credentials',
  article: '4.1',
  strength: 'binding',
  from: ['participant'],
  matter: 'meeting',
  subjects: itsMeeting,
  body: z
    .strictObject({ meeting: numberSchema, delegates: z.array(z.int().min(1).max(100_000)).max(50).readonly() })
    .readonly(),
  judge: (state, { by, body }) => {
    const found = meetingAt(state, body.meeting, '4.1', 'called', 'convened', 'open', 'adjourned');
    if (!found.ok) return found.error;
    if (new Set(body.delegates).size < body.delegates.length) {
      return { article: '4.1', kind: 'bad-field', field: 'delegates', why: 'repeated' };
    }
    for (const number of body.delegates) {
      const delegate = state.organisations.get(by.organisation)?.delegates[number - 1];
      if (delegate === undefined) return noDelegate(number);
      if (delegate.recalled !== null) return { article: '4.1', kind: 'recalled-delegate', delegate: number };
    }
    return null;
  },
  apply: (state, { by, body }, on) => {
    meetingOf(state, body.meeting).credentials.set(by.organisation, mutable({ delegates: body.delegates, on }));
  },
  example: { meeting: 1, delegates: [1, 3] },
});

/** An organisation brings a guest, who may follow and be given the floor, and decides nothing. */
export const bringGuest = defineAct({
  kind: 'meeting.guest',
  article: '5.2',
  strength: 'ordinary',
  from: ['participant'],
  matter: 'meeting',
  subjects: itsMeeting,
  limits: ['own-guests'],
  body: z
    .strictObject({
      meeting: numberSchema,
      /** The salted hash of the name, kept as an attachment. */
      name: attachmentHashSchema,
      capacity: z.enum(['guest', 'observer']),
      from: line(200).nullable(),
    })
    .readonly(),
  names: (body) => nameIn(body.name),
  judge: (state, { by, body }) => {
    const found = meetingAt(state, body.meeting, '5.2', 'called', 'convened', 'open', 'adjourned');
    if (!found.ok) return found.error;
    const meeting = found.value;
    return beyond('5.2', 'own-guests', meeting.guests.filter((guest) => guest.by === by.organisation).length + 1);
  },
  apply: (state, { by, body: { meeting: number, ...guest } }, on) => {
    const { guests } = meetingOf(state, number);
    guests.push({ number: guests.length + 1, by: by.organisation, ...guest, on });
  },
  example: { meeting: 1, name: EXAMPLE.hash, capacity: 'observer', from: 'University of Western Macedonia' },
});
