import { z } from 'zod';
import type { Mutable } from '../../base/brand.ts';
import { organisationIdSchema } from '../../base/ids.ts';
import { type Instant, DAY, HOUR, MINUTE, after } from '../../base/time.ts';
import { type Act, defineAct } from '../act.ts';
import { noDelegate } from '../members/delegates.ts';
import { EXAMPLE } from '../law/example-words.ts';
import { IN_ROOM } from './in-room.ts';
import type { Mark } from '../law/mark.ts';
import {
  oneMeeting,
  chaired,
  hasCredentials,
  mayManage,
  meetingAt,
  meetingOf,
  noticeOf,
  roomRefusal,
  setOpen,
} from './meeting-rules.ts';
import { isPresent } from '../members/presence.ts';
import type { Meeting } from './state.ts';
import type { Refusal } from '../law/refusal.ts';
import { endSpeeches } from './speeches.ts';
import type { State } from '../state.ts';
import { approveWhenDue } from './summaries.ts';
import { endWithMeeting } from '../texts/principle.ts';
import { textOf } from '../texts/texts.ts';
import { instantSchema, numberSchema } from '../../base/schema.ts';

/** Chapter 5.2: the sittings of a meeting. Whoever has the chair leads through the agenda and decides nothing. */

/** How far ahead a meeting is adjourned. */
const LONGEST = 30 * DAY;
/** How long before its time a sitting may open, and how long after it those who convened it are waited for. */
const EARLY = HOUR;
const WAITED_FOR = 30 * MINUTE;

/** When the next sitting is to begin: at the meeting's start, or when it was adjourned to. */
export const sitsAt = (meeting: Meeting): Instant | null => {
  const last = meeting.sittings.at(-1);
  return last === undefined ? noticeOf(meeting).starts : last.resumes;
};

/**
 * Until when a meeting goes on though its chair has ended it, or adjourned it to a day after the one that everybody was called for; `null`: it was neither. Whoever has the chair decides
 * nothing, and so does not send everybody home.
 */
export const goesOnUntil = ({ stage, sittings, notices }: Meeting): Instant | null => {
  const ends = notices.at(-1)?.ends ?? null;
  const resumes = sittings.at(-1)?.resumes ?? null;
  const isCutShort = stage === 'closed' || (resumes !== null && ends !== null && resumes > ends);
  return isCutShort ? ends : null;
};

/** Opens a sitting, and takes the chair of it: whoever convened the meeting or had the chair before, and when they do not come or end it before its time, anyone with credentials. */
export const openSitting = defineAct({
  kind: 'sitting.open',
  article: '5.2',
  strength: 'ordinary',
  from: ['participant'],
  ...IN_ROOM,
  body: z.strictObject(oneMeeting).readonly(),
  judge: (state, act, at) => {
    const { by, body } = act;
    const found = meetingAt(state, body.meeting, '5.2', 'convened', 'adjourned', 'closed');
    if (!found.ok) return found.error;
    const meeting = found.value;
    const goesOn = at < (goesOnUntil(meeting) ?? at);
    if (meeting.stage === 'closed' && !goesOn) return { article: '5.2', kind: 'meeting-stage', stage: meeting.stage };
    if (!hasCredentials(meeting, by)) return { article: '5.2', kind: 'no-credentials' };
    if (goesOn) return null;
    const time = sitsAt(meeting);
    if (time === null) return null;
    const earliest = after(time, -EARLY);
    if (at < earliest) return { article: '5.2', kind: 'deadline-too-early', earliest };
    const own = mayManage(state, meeting, by.organisation) || meeting.chair?.organisation === by.organisation;
    return own || at >= after(time, WAITED_FOR) ? null : { article: '5.2', kind: 'not-yours', owner: meeting.by };
  },
  apply: (state, { by, body }, on) => {
    const meeting = meetingOf(state, body.meeting);
    meeting.stage = 'open';
    meeting.closed = null;
    setOpen(state, body.meeting, true);
    if (meeting.nth === null) {
      state.held[meeting.kind] += 1;
      meeting.nth = state.held[meeting.kind];
    }
    meeting.sittings.push({ opened: on, by: by.organisation, closed: null, resumes: null });
    takeChair(meeting, by, on);
    enter(meeting, by, on);
  },
  example: { meeting: 1 },
});

/** Who comes back came when it first did. */
const enter = (meeting: Mutable<Meeting>, { organisation, delegate }: Act['by'], on: Mark): void => {
  const came = meeting.present.get(organisation)?.came ?? on;
  meeting.present.set(organisation, { delegate, came, left: null });
};

/** A delegate with credentials comes in for the organisation, or its delegation goes. */
export const arrive = defineAct({
  kind: 'sitting.arrive',
  article: '5.2',
  strength: 'ordinary',
  from: ['participant'],
  ...IN_ROOM,
  quiet: true,
  body: z.strictObject({ ...oneMeeting, present: z.boolean() }).readonly(),
  judge: (state, { by, body }) => {
    const found = meetingAt(state, body.meeting, '5.2', 'open');
    if (!found.ok) return found.error;
    const meeting = found.value;
    if (!hasCredentials(meeting, by)) return { article: '5.2', kind: 'no-credentials' };
    if (isPresent(meeting, by.organisation) !== body.present) return null;
    return body.present
      ? { article: '5.2', kind: 'already', what: 'present' }
      : { article: '5.2', kind: 'not-present' };
  },
  apply: (state, { by, body }, on) => {
    const meeting = meetingOf(state, body.meeting);
    if (body.present) enter(meeting, by, on);
    else goOut(meeting, by.organisation, on);
  },
  example: { meeting: 1, present: true },
});

/** An organisation is no longer in the room. Answers whether it was. */
export const goOut = (meeting: Mutable<Meeting>, id: Act['by']['organisation'], on: Mark): boolean => {
  const presence = meeting.present.get(id);
  if (presence === undefined || presence.left !== null) return false;
  presence.left = on;
  meeting.cards.delete(id);
  // Whoever has left does not chair.
  if (meeting.chair?.organisation === id) meeting.chair = null;
  endSpeeches(meeting, on, (speech) => speech.by === id);
  return true;
};

/** Hands the chair over to somebody in the room. */
export const handOver = defineAct({
  kind: 'sitting.chair',
  article: '5.2',
  strength: 'ordinary',
  from: ['participant'],
  ...IN_ROOM,
  quiet: true,
  body: z.strictObject({ ...oneMeeting, organisation: organisationIdSchema, delegate: z.int().min(1) }).readonly(),
  judge: (state, act) => {
    const found = chaired(state, act);
    return found.ok ? mayTakeChair(state, found.value, act.body) : found.error;
  },
  apply: (state, { body: { meeting, ...to } }, on) => takeChair(meetingOf(state, meeting), to, on),
  example: { meeting: 1, organisation: 'reka', delegate: 1 },
});

/** From now on this delegate has the chair. */
export const takeChair = (meeting: Mutable<Meeting>, { organisation, delegate }: Act['by'], on: Mark): void => {
  meeting.chair = { organisation, delegate };
  meeting.chairs.push({ organisation, delegate, on });
};

/** Refused unless this delegate is appointed, has credentials and their organisation is in the room. */
export const mayTakeChair = (state: State, meeting: Meeting, to: Act['by']): Refusal | null => {
  const delegate = state.organisations.get(to.organisation)?.delegates[to.delegate - 1];
  if (delegate === undefined) return noDelegate(to.delegate);
  if (delegate.recalled !== null) return { article: '4.1', kind: 'recalled-delegate', delegate: to.delegate };
  return roomRefusal(meeting, to, '5.2');
};

/** The chair takes up an item of the adopted agenda, or none. */
export const takeItem = defineAct({
  kind: 'sitting.item',
  article: '5.3',
  strength: 'ordinary',
  from: ['participant'],
  ...IN_ROOM,
  quiet: true,
  body: z.strictObject({ ...oneMeeting, item: numberSchema.nullable() }).readonly(),
  judge: (state, act) => {
    const found = chaired(state, act);
    if (!found.ok) return found.error;
    const meeting = found.value;
    const { item } = act.body;
    if (meeting.agenda === null) return { article: '5.3', kind: 'agenda-first' };
    if (item !== null && !meeting.agenda.items.includes(item)) return { article: '5.3', kind: 'not-on-agenda', item };
    if (item === meeting.item) return { article: '5.3', kind: 'already', what: 'open' };
    return openCallRefusal(meeting);
  },
  apply: (state, { body }, on) => {
    const meeting = meetingOf(state, body.meeting);
    meeting.item = body.item;
    meeting.cards.clear();
    endSpeeches(meeting, on, () => true);
    if (body.item !== null) meeting.items[body.item - 1]?.taken.push(on);
  },
  example: { meeting: 1, item: 1 },
});

/** Refused while a call for consensus is open. */
export const openCallRefusal = (meeting: Meeting): Refusal | null =>
  // Only the last can be open: none is opened beside another.
  meeting.calls.at(-1)?.closed === null ? { article: '6.1', kind: 'already', what: 'open' } : null;

/** The chair adjourns to a time, or ends the meeting. */
export const closeSitting = defineAct({
  kind: 'sitting.close',
  article: '5.2',
  strength: 'ordinary',
  from: ['participant'],
  ...IN_ROOM,
  body: z.strictObject({ ...oneMeeting, resumes: instantSchema.nullable() }).readonly(),
  judge: (state, act, at) => {
    const found = chaired(state, act);
    if (!found.ok) return found.error;
    const meeting = found.value;
    const { resumes } = act.body;
    if (resumes !== null && resumes <= at) return { article: '5.2', kind: 'bad-field', field: 'resumes', why: 'past' };
    if (resumes !== null && resumes > after(at, LONGEST))
      return { article: '5.2', kind: 'bad-field', field: 'resumes', why: 'too-long' };
    return openCallRefusal(meeting);
  },
  apply: (state, { body }, on) => {
    const meeting = meetingOf(state, body.meeting);
    const sitting = meeting.sittings.at(-1);
    if (sitting !== undefined) Object.assign(sitting, { closed: on, resumes: body.resumes });
    endSpeeches(meeting, on, () => true);
    meeting.cards.clear();
    meeting.stoodIn = [...meeting.stoodIn, ...standIns(state, meeting)];
    for (const presence of meeting.present.values()) presence.left ??= on;
    meeting.stage = body.resumes === null ? 'closed' : 'adjourned';
    if (body.resumes !== null) return;
    Object.assign(meeting, { closed: on, item: null });
    setOpen(state, meeting.number, meeting.summary !== null && meeting.summary.approved === null);
    approveWhenDue(state, meeting, on);
    for (const number of state.openTexts) endWithMeeting(state, textOf(state, number), on);
    if (meeting.kind === 'assembly') state.lastAssembly = Math.max(state.lastAssembly ?? 0, meeting.number);
  },
  example: { meeting: 1, resumes: EXAMPLE.day + 33 * 3_600_000 },
});

/** In the group's meeting the next substitute sits for a member who did not come at all (9.1). */
const standIns = (state: State, meeting: Meeting): Meeting['stoodIn'] => {
  if (meeting.kind !== 'group' || state.group === null) return [];
  const seated = new Set(meeting.stoodIn.flatMap(({ member, substitute }) => [member, substitute]));
  const absent = state.group.members.filter((id) => !meeting.present.has(id) && !seated.has(id));
  const there = state.group.substitutes.filter((id) => meeting.present.has(id) && !seated.has(id));
  return absent.slice(0, there.length).flatMap((member, i) => {
    const substitute = there[i];
    return substitute === undefined ? [] : [{ member, substitute }];
  });
};
