import { z } from 'zod';
import type { Mutable } from '../../base/brand.ts';
import { defineAct } from '../act.ts';
import { IN_ROOM } from './in-room.ts';
import type { Mark } from '../law/mark.ts';
import { oneMeeting, chaired, meetingAt, meetingOf, roomRefusal } from './meeting-rules.ts';
import type { Meeting, Speech } from './state.ts';
import { beyond } from '../law/refusal.ts';
import { numberSchema } from '../../base/schema.ts';

/** Chapter 3.1 in the room: who asks to speak speaks, in an order that follows from the list and not from the chair; and cards tell how what is said is taken. */

/** Ends the speeches that are asked for or being given. */
export const endSpeeches = (meeting: Mutable<Meeting>, on: Mark, which: (speech: Speech) => boolean): void => {
  for (const speech of meeting.speeches) if (speech.ended === null && which(speech)) speech.ended = on;
};

/** The speech being given. */
export const speaking = (meeting: Meeting): Speech | null =>
  meeting.speeches.find(({ given, ended }) => given !== null && ended === null) ?? null;

/**
 * The list of speakers: points of order first; then the organisations that have spoken least on this item, and of those the one that asked first.
 */
export const speakers = (meeting: Meeting): readonly Speech[] => {
  const spoken = new Map<string, number>();
  for (const { by, kind, item, given } of meeting.speeches) {
    if (given !== null && kind === 'speech' && item === meeting.item) spoken.set(by, (spoken.get(by) ?? 0) + 1);
  }
  const waiting = meeting.speeches.filter(({ given, ended }) => given === null && ended === null);
  // The second request of one organisation waits until every other one has had its first.
  const ahead = new Map<string, number>();
  const turn = waiting.map((speech) => {
    if (speech.kind === 'point-of-order') return { speech, round: -1 };
    const round = (spoken.get(speech.by) ?? 0) + (ahead.get(speech.by) ?? 0);
    ahead.set(speech.by, (ahead.get(speech.by) ?? 0) + 1);
    return { speech, round };
  });
  return turn.toSorted((a, b) => a.round - b.round || a.speech.number - b.speech.number).map(({ speech }) => speech);
};

export const askToSpeak = defineAct({
  kind: 'speech.request',
  article: '3.1',
  strength: 'ordinary',
  from: ['participant'],
  ...IN_ROOM,
  quiet: true,
  limits: ['own-speeches'],
  body: z.strictObject({ ...oneMeeting, kind: z.enum(['speech', 'point-of-order']) }).readonly(),
  judge: (state, { by, body }) => {
    const found = meetingAt(state, body.meeting, '3.1', 'open');
    if (!found.ok) return found.error;
    const meeting = found.value;
    const refusal = roomRefusal(meeting, by, '3.1');
    if (refusal !== null) return refusal;
    const asked = meeting.speeches.some(
      ({ by: id, delegate, kind, given, ended }) =>
        id === by.organisation && delegate === by.delegate && kind === body.kind && given === null && ended === null,
    );
    if (asked) return { article: '3.1', kind: 'already', what: 'asked-to-speak' };
    const own = meeting.speeches.filter((speech) => speech.by === by.organisation).length;
    return beyond('3.1', 'own-speeches', own + 1);
  },
  apply: (state, { by, body }, on) => {
    const meeting = meetingOf(state, body.meeting);
    meeting.speeches.push({
      number: meeting.speeches.length + 1,
      by: by.organisation,
      delegate: by.delegate,
      kind: body.kind,
      item: meeting.item,
      asked: on,
      given: null,
      ended: null,
    });
  },
  example: { meeting: 1, kind: 'speech' },
});

/** An organisation takes a request back, or ends its speech. */
export const endSpeech = defineAct({
  kind: 'speech.end',
  article: '3.1',
  strength: 'ordinary',
  from: ['participant'],
  ...IN_ROOM,
  quiet: true,
  body: z.strictObject({ ...oneMeeting, speech: numberSchema }).readonly(),
  judge: (state, { by, body }) => {
    const found = meetingAt(state, body.meeting, '3.1', 'open');
    if (!found.ok) return found.error;
    const meeting = found.value;
    const speech = meeting.speeches[body.speech - 1];
    if (speech === undefined || speech.ended !== null) {
      return { article: '3.1', kind: 'unknown', thing: 'speech', ref: `${body.speech}` };
    }
    return speech.by === by.organisation ? null : { article: '3.1', kind: 'not-yours', owner: speech.by };
  },
  apply: (state, { body }, on) =>
    endSpeeches(meetingOf(state, body.meeting), on, ({ number }) => number === body.speech),
  example: { meeting: 1, speech: 1 },
});

/** The chair gives the floor to the next on the list, or to nobody; who was speaking ends. */
export const giveFloor = defineAct({
  kind: 'speech.call',
  article: '3.1',
  strength: 'ordinary',
  from: ['participant'],
  ...IN_ROOM,
  quiet: true,
  body: z.strictObject({ ...oneMeeting, speech: numberSchema.nullable() }).readonly(),
  judge: (state, act) => {
    const found = chaired(state, act);
    if (!found.ok) return found.error;
    const meeting = found.value;
    const next = speakers(meeting)[0]?.number ?? null;
    const { speech } = act.body;
    if (speech === null) return speaking(meeting) === null ? { article: '3.1', kind: 'not-next', next } : null;
    return speech === next ? null : { article: '3.1', kind: 'not-next', next };
  },
  apply: (state, { body }, on) => {
    const meeting = meetingOf(state, body.meeting);
    endSpeeches(meeting, on, ({ given }) => given !== null);
    const speech = body.speech === null ? undefined : meeting.speeches[body.speech - 1];
    if (speech !== undefined) speech.given = on;
    meeting.cards.clear();
  },
  example: { meeting: 1, speech: 2 },
});

/** An organisation shows how it takes what is said, or puts its card down. */
export const showCard = defineAct({
  kind: 'card.show',
  article: '6.2',
  strength: 'ordinary',
  from: ['participant'],
  ...IN_ROOM,
  quiet: true,
  body: z.strictObject({ ...oneMeeting, card: z.enum(['warm', 'cool', 'move-on']).nullable() }).readonly(),
  judge: (state, { by, body }) => {
    const found = meetingAt(state, body.meeting, '6.2', 'open');
    if (!found.ok) return found.error;
    const meeting = found.value;
    const refusal = roomRefusal(meeting, by, '6.2');
    if (refusal !== null) return refusal;
    return (meeting.cards.get(by.organisation) ?? null) === body.card
      ? { article: '6.2', kind: 'already', what: 'same-card' }
      : null;
  },
  apply: (state, { by, body }) => {
    const { cards } = meetingOf(state, body.meeting);
    if (body.card === null) cards.delete(by.organisation);
    else cards.set(by.organisation, body.card);
  },
  example: { meeting: 1, card: 'warm' },
});
