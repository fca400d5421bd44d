import { z } from 'zod';
import { mutable } from '../../base/brand.ts';
import { type OrganisationId, actHashSchema, organisationIdSchema } from '../../base/ids.ts';
import { ok, err, type Result } from '../../base/result.ts';
import { instantSchema, line, numberSchema, prose } from '../../base/schema.ts';
import { type Instant, MINUTE, SECOND, after } from '../../base/time.ts';
import { type Act, defineAct } from '../act.ts';
import { carryOut, isMoot, questionRefusal } from './call-questions.ts';
import { IN_ROOM } from './in-room.ts';
import { oneMeeting, chairRefusal, meetingAt, meetingOf, meetingRules, roomRefusal } from './meeting-rules.ts';
import { deciding, quorumOf } from '../members/presence.ts';
import type { Call, CallOutcome, Meeting } from './state.ts';
import type { Refusal } from '../law/refusal.ts';
import { openCallRefusal } from './sittings.ts';
import type { State } from '../state.ts';
import { inPrincipleFields } from '../texts/principle.ts';

/** Chapter 6 in the room: the chair calls for consensus, everyone present says so, stands aside or objects, and one objection is enough. */

const distinctIds = z.array(organisationIdSchema).max(50).readonly();

export const questionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('agenda'), items: z.array(numberSchema).min(1).max(200).readonly() }).readonly(),
  z.strictObject({ kind: z.literal('chair'), organisation: organisationIdSchema, delegate: z.int().min(1) }).readonly(),
  z.strictObject({ kind: z.literal('election'), members: distinctIds, substitutes: distinctIds }).readonly(),
  /** The applicant takes part at once (2.3): it applied by the act named, and was presented as the rules say. */
  z
    .strictObject({ kind: z.literal('admission'), organisation: organisationIdSchema, application: actHashSchema })
    .readonly(),
  /** The conference has its seat there from now on (10.1); all else in the charter stays. */
  z.strictObject({ kind: z.literal('seat'), seat: line(120) }).readonly(),
  z.strictObject({ kind: z.literal('mandate'), task: prose(2000), until: instantSchema }).readonly(),
  /** Keeps the conference's books until then (12); `null`: the coordinating group. */
  z
    .strictObject({
      kind: z.literal('treasurer'),
      organisation: organisationIdSchema.nullable(),
      until: instantSchema,
    })
    .readonly(),
  z.strictObject({ kind: z.literal('principle'), text: numberSchema, ...inPrincipleFields }).readonly(),
  z
    .strictObject({
      kind: z.literal('words'),
      words: prose(4000),
      under: z.union([z.enum(['9.2', '9.3', '9.4', '9.6']), numberSchema]).nullable(),
    })
    .readonly(),
]);

export const openCall = defineAct({
  kind: 'call.open',
  article: '6.1',
  strength: 'ordinary',
  from: ['participant'],
  ...IN_ROOM,
  quiet: true,
  body: z.strictObject({ ...oneMeeting, question: questionSchema }).readonly(),
  judge: (state, { by, body }, at) => {
    const found = meetingAt(state, body.meeting, '6.1', 'open');
    if (!found.ok) return found.error;
    const meeting = found.value;
    // Who has the chair is for everyone in the room to ask.
    const { question } = body;
    const who = question.kind === 'chair' ? roomRefusal(meeting, by, '6.1') : chairRefusal(meeting, by);
    return who ?? openCallRefusal(meeting) ?? questionRefusal(state, meeting, question, at);
  },
  apply: (state, { by, body }, on) => {
    const meeting = meetingOf(state, body.meeting);
    const call: Call = {
      number: meeting.calls.length + 1,
      item: meeting.item,
      by: by.organisation,
      question: body.question,
      opened: on,
      answers: new Map(),
      closed: null,
      outcome: null,
    };
    meeting.calls.push(mutable(call));
    meeting.cards.clear();
  },
  example: {
    meeting: 1,
    question: { kind: 'election', members: ['diktyo-potamon', 'reka', 'zelena-sava'], substitutes: ['pro-delta'] },
  },
});

const openCallAt = (meeting: Meeting, number: number): Result<Call, Refusal> => {
  const call = meeting.calls[number - 1];
  return call?.closed === null ? ok(call) : err({ article: '6.1', kind: 'unknown', thing: 'call', ref: `${number}` });
};

export const answerCall = defineAct({
  kind: 'call.answer',
  article: '6.1',
  strength: 'binding',
  from: ['participant'],
  ...IN_ROOM,
  quiet: true,
  body: z
    .strictObject({
      ...oneMeeting,
      call: numberSchema,
      stand: z.enum(['agree', 'stand-aside', 'object']),
      reason: prose(4000).nullable(),
    })
    .readonly(),
  judge: (state, { by, body }) => {
    const found = meetingAt(state, body.meeting, '6.1', 'open');
    if (!found.ok) return found.error;
    const meeting = found.value;
    const foundCall = openCallAt(meeting, body.call);
    if (!foundCall.ok) return foundCall.error;
    const refusal = roomRefusal(meeting, by, '6.1');
    if (refusal !== null) return refusal;
    if (!deciding(state, meeting).includes(by.organisation)) return { article: '9.1', kind: 'group-only' };
    if (body.stand === 'object' && body.reason === null) return { article: '6.2', kind: 'reason-needed' };
    return null;
  },
  apply: (state, { by, body: { meeting, call, stand, reason } }, on) => {
    meetingOf(state, meeting).calls[call - 1]?.answers.set(by.organisation, { stand, reason, on });
  },
  example: { meeting: 1, call: 1, stand: 'object', reason: 'Nobody from the lower river would be in the group.' },
});

/** From when on a call may be closed: when its time is up, or everyone who has a say has answered. */
export const callCloses = (state: State, meeting: Meeting, call: Call): Instant => {
  const answered = deciding(state, meeting).every((id) => call.answers.has(id));
  return answered ? call.opened.at : after(call.opened.at, meetingRules(state).callSeconds * SECOND);
};

/**
 * Who has the chair is for those who look: more than half of them agree, whoever asks among them. Nobody keeps the chair, or keeps a room without one, by objecting; else it would be
 * an office that decides for others (3.1).
 */
const chairResult = (call: Call, present: readonly OrganisationId[]): CallOutcome['result'] => {
  const stand = (id: OrganisationId) => call.answers.get(id)?.stand ?? (id === call.by ? 'agree' : null);
  return present.filter((id) => stand(id) === 'agree').length * 2 > present.length ? 'consensus' : 'too-few-answers';
};

/** What a call comes to, were it closed now. Silence in the room consents, but to who has the chair. */
export const callOutcome = (state: State, meeting: Meeting, call: Call, at: Instant): CallOutcome => {
  const present = deciding(state, meeting);
  const quorum = quorumOf(state, meeting);
  if (present.length < quorum) return { result: 'no-quorum', present, quorum };
  if (isMoot(state, call.question, at)) return { result: 'overtaken', present, quorum };
  if (call.question.kind === 'chair') return { result: chairResult(call, present), present, quorum };
  const objected = present.some((id) => call.answers.get(id)?.stand === 'object');
  return { result: objected ? 'not-agreed' : 'consensus', present, quorum };
};

/** How long after a call's time whoever has the chair is waited for. */
const WAITED_FOR = 15 * MINUTE;

/**
 * From when on somebody ends a call: whoever has the chair, or asked who should have it. What it comes to follows from the answers alone, so that everyone in the room does where nobody has the chair, or whoever
 * has it leaves the call lying: else one would hold up the room.
 */
export const closedBy = (state: State, meeting: Meeting, call: Call, by: Act['by']): Result<Instant, Refusal> => {
  const from = callCloses(state, meeting, call);
  const own = call.question.kind === 'chair' && call.by === by.organisation;
  const chair = own ? null : chairRefusal(meeting, by);
  if (chair === null) return ok(from);
  const refusal = roomRefusal(meeting, by, '6.1');
  if (refusal !== null) return err(meeting.chair === null ? refusal : chair);
  return ok(meeting.chair === null ? from : after(from, WAITED_FOR));
};

export const closeCall = defineAct({
  kind: 'call.close',
  article: '6.1',
  strength: 'ordinary',
  from: ['participant'],
  ...IN_ROOM,
  body: z.strictObject({ ...oneMeeting, call: numberSchema }).readonly(),
  judge: (state, { by, body }, at) => {
    const found = meetingAt(state, body.meeting, '6.1', 'open');
    if (!found.ok) return found.error;
    const meeting = found.value;
    const foundCall = openCallAt(meeting, body.call);
    if (!foundCall.ok) return foundCall.error;
    const from = closedBy(state, meeting, foundCall.value, by);
    if (!from.ok) return from.error;
    return at < from.value ? { article: '6.1', kind: 'deadline-too-early', earliest: from.value } : null;
  },
  apply: (state, { body }, on) => {
    const meeting = meetingOf(state, body.meeting);
    const call = meeting.calls[body.call - 1];
    if (call === undefined) return;
    const outcome = callOutcome(state, meeting, call, on.at);
    call.closed = on;
    call.outcome = mutable(outcome);
    if (outcome.result === 'consensus') carryOut(state, meeting, call, on);
  },
  example: { meeting: 1, call: 1 },
});
