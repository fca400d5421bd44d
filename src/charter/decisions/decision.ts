import { z } from 'zod';
import { mutable } from '../../base/brand.ts';
import { type OrganisationId, versionHashSchema } from '../../base/ids.ts';
import { type Result, err, ok } from '../../base/result.ts';
import { DAY, type Instant, SECOND, after, instant } from '../../base/time.ts';
import { type Act, defineAct } from '../act.ts';
import { scheduleDeadline } from '../law/deadlines.ts';
import { reserveName } from '../members/in-force.ts';
import { EXAMPLE } from '../law/example-words.ts';
import { isFoundingMeeting } from '../meetings/agenda.ts';
import { chairRefusal, meetingAt, meetingRules, noticeOf, roomRefusal } from '../meetings/meeting-rules.ts';
import { presentNow, quorumOf } from '../members/presence.ts';
import { fallAll } from './falling.ts';
import { endInRoom } from './in-room.ts';
import { outcomeAt } from './outcome.ts';
import type { Refusal } from '../law/refusal.ts';
import type { State } from '../state.ts';
import { targetKey } from '../texts/position-state.ts';
import type { Decision, Text, Where } from '../texts/state.ts';
import { present, termsRefusal, textAt, textOf } from '../texts/texts.ts';
import { unsecondedRefusal } from '../texts/seconding.ts';
import { instantSchema, numberSchema } from '../../base/schema.ts';
import type { Meeting } from '../meetings/state.ts';
import { completing, mandateOf, mayEnd, openRefusal } from '../texts/powers.ts';
import { rulesInForce } from '../law/charter.ts';
import { itsText } from '../law/resource.ts';

/** Refused while the present revision is objected to, or leaves out what was agreed. */
const unsettled = (text: Text): Refusal | null => {
  const objection = present(text).objections.find(({ withdrawn }) => withdrawn === null);
  if (objection !== undefined) return { article: '13.2', kind: 'revision-contested', by: objection.by };
  const waiting = text.live.numbers.find((number) => text.amendments[number - 1]?.fate.kind === 'agreed');
  return waiting === undefined ? null : { article: '13.3', kind: 'agreed-waiting', amendment: waiting };
};

interface Room {
  readonly meeting: Meeting;
  /** Since when everyone, present or not, had notice that the text would be taken up here, so that the rules' shortest time for answers runs from then; `null`: nobody had. */
  readonly known: Instant | null;
}

/** Since when a text stands on the provisional agenda. At the founding meeting everyone is there, and knows whatever is proposed. */
const knownSince = (state: State, meeting: Meeting, text: Text): Instant | null => {
  const item = meeting.items.find(
    ({ texts, late, withdrawn }) => texts.includes(text.number) && !late && withdrawn === null,
  );
  if (item === undefined) return null;
  return isFoundingMeeting(state, meeting) ? instant(0) : item.on.at;
};

/** Nothing is put to a room, or ended there, while too few are in it. */
const quorumRefusal = (state: State, text: Text, meeting: Meeting): Refusal | null => {
  if (text.principle !== null) return completingRefusal(state, text, meeting);
  const [present, quorum] = [presentNow(state, meeting).length, quorumOf(state, meeting)];
  return present < quorum ? { article: '6.1', kind: 'no-quorum', present, quorum } : null;
};

/**
 * The room in which a text is decided: an open sitting that is at an item about it. A text that was taken in principle is at home in every room that may complete it, and
 * waits for nobody to take it up.
 */
const inRoom = (
  state: State,
  act: Act<string, { readonly text: number }>,
  text: Text,
  number: number,
): Result<Room, Refusal> => {
  const found = meetingAt(state, number, '6.1', 'open');
  if (!found.ok) return found;
  const meeting = found.value;
  const refusal = roomRefusal(meeting, act.by, '6.1') ?? quorumRefusal(state, text, meeting);
  if (refusal !== null) return err(refusal);
  const item = meeting.items[(meeting.item ?? 0) - 1];
  if (text.principle === null && item?.texts.includes(text.number) !== true)
    return err({ article: '5.3', kind: 'not-on-agenda', item: meeting.item });
  return ok({ meeting, known: knownSince(state, meeting, text) });
};

/** Of a text that was taken in principle nobody alone makes a decision, draws it out, or puts the same words to the same meeting again and again. */
const togetherRefusal = (
  text: Text,
  by: OrganisationId,
  meeting: Meeting | null,
  { deadline, earliest }: { readonly deadline: Instant; readonly earliest: Instant },
): Refusal | null => {
  if (text.principle === null) return null;
  const again = text.failed.some(
    (failed) =>
      failed.by === by && failed.version === present(text).hash && failed.meeting === (meeting?.number ?? null),
  );
  if (again) return { article: '13.3', kind: 'already', what: 'decided' };
  return deadline > after(earliest, LONGEST)
    ? { article: '13.3', kind: 'bad-field', field: 'deadline', why: 'too-long' }
    : null;
};

const completingRefusal = (state: State, text: Text, meeting: Meeting): Refusal | null => {
  const { present: here, needed } = completing(state, text, meeting);
  return here < needed ? { article: '13.3', kind: 'too-few', present: here, needed } : null;
};

/** Of a text that was taken in principle nobody ends another's decision before its time so that it comes to nothing: whoever has not answered still may. */
const isCutOff = (state: State, text: Text, by: OrganisationId, at: Instant): boolean =>
  text.principle !== null && text.decision?.by !== by && outcomeAt(state, text, at).result === 'not-adopted';

/** By how much the deadline for a text that all took in principle may be later than it must. */
const LONGEST = 7 * DAY;

/** When a decision may end: after the rules' shortest time, which in a room runs from when everyone had notice, and there after the time for a call. */
const earliestEnd = (state: State, room: Room | null, at: Instant): Instant => {
  const since = room === null ? at : (room.known ?? at);
  const answered = after(since, rulesInForce(state).decision.minimumDays * DAY);
  const called = after(at, room === null ? 0 : meetingRules(state).callSeconds * SECOND);
  return called > answered ? called : answered;
};

const whereOf = (meeting: Meeting | undefined): Where =>
  meeting === undefined
    ? { kind: 'writing' }
    : { kind: 'meeting', of: meeting.kind, nth: meeting.nth ?? 0, place: noticeOf(meeting).place };

/**
 * Chapters 6.1 and 13.3: whoever may puts the present version, final from here on, to decision. Positions on the whole are given anew; those on clauses stand. The
 * outcome falls at the deadline, or as soon as every participant has answered and all support or accept.
 */
export const open = defineAct({
  kind: 'decision.open',
  article: '6.1',
  strength: 'binding',
  from: ['participant'],
  matter: 'text',
  subjects: itsText,
  body: z
    .strictObject({
      text: numberSchema,
      /** The version decided upon: the hash of the present revision. */
      version: versionHashSchema,
      deadline: instantSchema,
      /** The meeting in whose room it is decided, and may be closed before the deadline; `null`: in writing. */
      meeting: numberSchema.nullable(),
    })
    .readonly(),
  judge: (state, act, at) => {
    const { body } = act;
    const found = textAt(state, body.text, '6.1', 'negotiation');
    if (!found.ok) return found.error;
    const text = found.value;
    const refusal =
      openRefusal(state, text, act.by.organisation, state.meetings[(body.meeting ?? 0) - 1] ?? null) ??
      unsecondedRefusal(state, text) ??
      unsettled(text) ??
      termsRefusal(state, text.kind, present(text).charter);
    if (refusal !== null) return refusal;
    const current = present(text).hash;
    if (current !== body.version) return { article: '13.3', kind: 'superseded', field: 'version', current };
    const seat = body.meeting === null ? null : inRoom(state, act, text, body.meeting);
    if (seat?.ok === false) return seat.error;
    const room = seat?.value ?? null;
    const earliest = earliestEnd(state, room, at);
    if (body.deadline < earliest || body.deadline <= at)
      return { article: '6.1', kind: 'deadline-too-early', earliest };
    // An assembly needs no mandate, so that none ends too soon for it.
    const until = room?.meeting.kind === 'assembly' ? null : (mandateOf(state, text)?.until ?? null);
    return until !== null && body.deadline > until
      ? { article: '13.3', kind: 'mandate-ends', until }
      : togetherRefusal(text, act.by.organisation, room?.meeting ?? null, { deadline: body.deadline, earliest });
  },
  apply: (state, { by, body }, on) => {
    const text = textOf(state, body.text);
    const { version, deadline } = body;
    text.stage = 'decision';
    text.standing.delete(targetKey({ kind: 'whole' }));
    const { charter } = present(text);
    if (charter !== null) reserveName(state, charter);
    const fell = fallAll(state, text, on);
    text.decision = mutable<Decision>({
      version,
      revision: text.revisions.length,
      opened: on,
      by: by.organisation,
      deadline,
      where: whereOf(state.meetings[(body.meeting ?? 0) - 1]),
      meeting: body.meeting,
      room: null,
      mandate: mandateOf(state, text)?.number ?? null,
      fell: text.principle === null ? [] : fell,
      outcome: null,
    });
    scheduleDeadline(state, { kind: 'decision', text: text.number, at: deadline });
  },
  example: { text: 1, version: EXAMPLE.hash, deadline: EXAMPLE.day, meeting: null },
});

/**
 * The chair, and of a text taken in principle whoever may put it to decision there, ends a decision that is taken in the room, once everyone present has answered or the rules' time for a call has passed. What those say who are absent counts as always,
 * and their silence as the rules say; where unanimity is that of those present, they may still object for a time.
 */
export const close = defineAct({
  kind: 'decision.close',
  article: '6.1',
  strength: 'ordinary',
  from: ['participant'],
  matter: 'text',
  subjects: itsText,
  body: z.strictObject({ text: numberSchema }).readonly(),
  judge: (state, { by, body }, at) => {
    const found = textAt(state, body.text, '6.1', 'decision');
    if (!found.ok) return found.error;
    const text = found.value;
    const { decision } = text;
    if (decision === null || decision.meeting === null)
      return { article: '6.1', kind: 'wrong-stage', stage: text.stage };
    if (decision.room !== null) return { article: '6.1', kind: 'deadline-passed', deadline: decision.room.on.at };
    const foundMeeting = meetingAt(state, decision.meeting, '6.1', 'open');
    if (!foundMeeting.ok) return foundMeeting.error;
    const meeting = foundMeeting.value;
    const refusal = mayEnd(state, text, by.organisation, meeting) ? null : chairRefusal(meeting, by);
    if (refusal !== null) return refusal;
    const few = quorumRefusal(state, text, meeting);
    if (few !== null) return few;
    const present = presentNow(state, meeting);
    const answered = text.standing.get(targetKey({ kind: 'whole' }));
    const earliest = after(decision.opened.at, meetingRules(state).callSeconds * SECOND);
    if (at < earliest && !present.every((id) => answered?.has(id) === true))
      return { article: '6.1', kind: 'deadline-too-early', earliest };
    return isCutOff(state, text, by.organisation, at)
      ? { article: '6.1', kind: 'deadline-too-early', earliest: decision.deadline }
      : null;
  },
  apply: (state, { body }, on) => endInRoom(state, textOf(state, body.text), on),
  example: { text: 1 },
});
