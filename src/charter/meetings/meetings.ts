import { z } from 'zod';
import { type Mutable, mutable } from '../../base/brand.ts';
import { type OrganisationId, languageSchema } from '../../base/ids.ts';
import { err, type Result } from '../../base/result.ts';
import { type Instant, DAY, after } from '../../base/time.ts';
import { type Act, defineAct } from '../act.ts';
import { circulate, toParticipants } from '../group/circulation.ts';
import { follows } from '../law/consequences.ts';
import { EXAMPLE } from '../law/example-words.ts';
import {
  oneMeeting,
  anyoneConvenesFrom,
  convenersNeeded,
  maySettleAlone,
  meetingAt,
  meetingOf,
  meetingRules,
  noticeOf,
  setOpen,
  settlersNeeded,
} from './meeting-rules.ts';
import { isInGroup, mayServe } from '../group/group.ts';
import type { Item, Meeting, MeetingAsk, MeetingStage } from './state.ts';
import type { Mark } from '../law/mark.ts';
import { type Refusal, beyond } from '../law/refusal.ts';
import { isParticipant } from '../members/organisations.ts';
import type { State } from '../state.ts';
import { instantSchema, placeSchema, prose, webAddress, zoneSchema } from '../../base/schema.ts';
import { itsMeeting, broughtAt } from '../law/resource.ts';
import { openMeeting, matterOfSitting } from './in-room.ts';

/** Chapters 5.1, 9.5 and 10: meetings are convened, changed and called off, and everybody is told. */

/** The longest meeting. */
const LONGEST = 30 * DAY;

export const noticeSchema = z
  .strictObject({
    starts: instantSchema,
    ends: instantSchema,
    zone: zoneSchema,
    place: placeSchema(300).nullable(),
    link: webAddress(500, /^https$/u).nullable(),
    languages: z.array(languageSchema).min(1).max(24).readonly(),
    words: prose(4000).nullable(),
    /** Whether anybody may follow its sittings. */
    public: z.boolean(),
  })
  .readonly();

type NoticeBody = NonNullable<MeetingAsk['notice']>;

const noticeRefusal = (notice: NoticeBody, at: Instant): Refusal | null => {
  const { starts, ends, place, link } = notice;
  if (starts <= at) return { article: '5.1', kind: 'bad-field', field: 'starts', why: 'past' };
  if (ends <= starts || ends > after(starts, LONGEST)) {
    return { article: '5.1', kind: 'bad-field', field: 'ends', why: ends <= starts ? 'before-start' : 'too-long' };
  }
  return place === null && link === null ? { article: '5.1', kind: 'bad-field', field: 'place', why: 'missing' } : null;
};

/** An assembly is convened by the group; by others together where none is elected, or once it can no longer do so in time (5.1). */
const convenerRefusal = (state: State, { by, body }: Act<string, ConveneBody>, at: Instant): Refusal | null => {
  if (body.kind === 'group') {
    return isInGroup(state, by.organisation) ? null : { article: '9.1', kind: 'group-only' };
  }
  if (mayServe(state, by.organisation)) return null;
  const from = anyoneConvenesFrom(state);
  return from !== null && at >= from ? null : { article: '5.1', kind: 'group-convenes', from };
};

interface Convened extends Pick<Meeting, 'kind' | 'by' | 'byGroup' | 'stage'> {
  readonly notice: NoticeBody;
}

/** The next meeting as it is convened, with nothing on its agenda and nobody in its room. */
export const newMeeting = (state: State, { kind, by, byGroup, stage, notice }: Convened, on: Mark): Meeting => ({
  number: state.meetings.length + 1,
  kind,
  nth: null,
  by,
  byGroup,
  on,
  stage,
  seconds: [],
  asks: [],
  notices: [{ ...notice, by, on }],
  cancelled: null,
  replies: new Map(),
  credentials: new Map(),
  guests: [],
  items: [],
  agenda: null,
  sittings: [],
  chair: null,
  chairs: [],
  present: new Map(),
  item: null,
  speeches: [],
  cards: new Map(),
  calls: [],
  stoodIn: [],
  closed: null,
  summary: null,
});

const convenedAt = ({ meetings }: State, index: number): number => broughtAt(meetings, ({ on }) => on, index);

const conveneBody = z.strictObject({ kind: z.enum(['assembly', 'group']), notice: noticeSchema }).readonly();
type ConveneBody = z.infer<typeof conveneBody>;

export const convene = defineAct({
  kind: 'meeting.convene',
  article: '5.1',
  strength: 'binding',
  from: ['participant'],
  matter: 'meeting',
  subjects: (_act, state, index) => [`meetings/${convenedAt(state, index)}`],
  openParts: (state, _act, index) => [openMeeting(state, convenedAt(state, index), index)],
  limits: ['own-open-meetings', 'open-meetings'],
  body: conveneBody,
  judge: (state, act, at) => {
    const own = state.openMeetings.filter((number) => state.meetings[number - 1]?.by === act.by.organisation).length;
    const refusal =
      noticeRefusal(act.body.notice, at) ??
      convenerRefusal(state, act, at) ??
      beyond('5.1', 'open-meetings', state.openMeetings.length + 1) ??
      beyond('5.1', 'own-open-meetings', own + 1);
    if (refusal !== null || act.body.kind === 'group') return refusal;
    const earliest = after(at, meetingRules(state).noticeDays * DAY);
    return act.body.notice.starts < earliest ? { article: '5.1', kind: 'deadline-too-early', earliest } : null;
  },
  apply: (state, { by, body }, on) => {
    const byGroup = isInGroup(state, by.organisation);
    const enough = byGroup || convenersNeeded(state) === 1;
    const stage = enough ? 'convened' : 'called';
    const convened = newMeeting(
      state,
      { kind: body.kind, by: by.organisation, byGroup, stage, notice: body.notice },
      on,
    );
    const meeting = { ...convened, items: standingItems(state, body.kind, by.organisation, on) };
    const { number } = meeting;
    state.meetings.push(mutable(meeting));
    setOpen(state, number, true);
    circulate(state, { kind: 'notice', meeting: number, notice: 1 }, toParticipants(state, by.organisation), on);
  },
  example: { kind: 'assembly', notice: EXAMPLE.notice },
});

/** What the charter puts on every assembly's provisional agenda by itself. */
const standingItems = (state: State, kind: Meeting['kind'], by: OrganisationId, on: Mark): readonly Item[] => {
  const title = kind === 'assembly' ? meetingRules(state).standingItem : null;
  if (title === null) return [];
  return [
    {
      number: 1,
      by,
      title,
      words: null,
      texts: [],
      files: [],
      on,
      standing: true,
      late: false,
      withdrawn: null,
      taken: [],
    },
  ];
};
const AHEAD: readonly MeetingStage[] = ['called', 'convened'];

/** A participant calls for an assembly together with the one that began to; when they are enough, it is convened. */
export const second = defineAct({
  kind: 'meeting.second',
  article: '5.1',
  strength: 'binding',
  from: ['participant'],
  matter: 'meeting',
  subjects: itsMeeting,
  openParts: (state, { body }, index) => [openMeeting(state, body.meeting, index)],
  body: z.strictObject(oneMeeting).readonly(),
  judge: (state, { by, body }, at) => {
    const found = meetingAt(state, body.meeting, '5.1', 'called');
    if (!found.ok) return found.error;
    const meeting = found.value;
    const { starts } = noticeOf(meeting);
    if (starts <= at) return { article: '5.1', kind: 'deadline-passed', deadline: starts };
    return meeting.by === by.organisation || meeting.seconds.includes(by.organisation)
      ? { article: '5.1', kind: 'already', what: 'joined' }
      : null;
  },
  apply: (state, { by, body }, on) => {
    const meeting = meetingOf(state, body.meeting);
    meeting.seconds.push(by.organisation);
    if (meeting.seconds.length + 1 < convenersNeeded(state)) return;
    meeting.stage = 'convened';
    const what = { kind: 'notice', meeting: meeting.number, notice: meeting.notices.length } as const;
    circulate(state, what, toParticipants(state, null), on);
  },
  example: { meeting: 1 },
});

/** A meeting that is ahead, and was not asked the same of by this organisation. */
const askable = (
  state: State,
  { by, body }: Act<string, { readonly meeting: number }>,
  notice: NoticeBody | null,
): Result<Meeting, Refusal> => {
  const found = meetingAt(state, body.meeting, '5.1', ...AHEAD);
  if (!found.ok || maySettleAlone(found.value, by.organisation)) return found;
  const again = found.value.asks.some((one) => one.by === by.organisation && isSame(one.notice, notice));
  return again ? err({ article: '5.1', kind: 'already', what: 'joined' }) : found;
};

/** Field by field, in whatever order they came. */
const isSame = (a: NoticeBody | null, b: NoticeBody | null): boolean => inOrder(a) === inOrder(b);

const inOrder = (notice: NoticeBody | null): string =>
  JSON.stringify(Object.entries(notice ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1)));

/** Whoever convened a meeting alone settles it; another asks for it, and it is settled when enough ask the same. An organisation asks one thing at a time. */
const isSettled = (state: Mutable<State>, meeting: Mutable<Meeting>, ask: MeetingAsk): boolean => {
  if (maySettleAlone(meeting, ask.by)) return true;
  meeting.asks = [...meeting.asks.filter((one) => one.by !== ask.by), mutable(ask)];
  const alike = meeting.asks.filter((one) => isParticipant(state, one.by) && isSame(one.notice, ask.notice));
  return alike.length >= settlersNeeded(state);
};

/** Another place or time, by whoever convened it alone or by enough together. Brought forward, it keeps the notice that the rules ask for. */
export const change = defineAct({
  kind: 'meeting.change',
  article: '5.1',
  strength: 'binding',
  from: ['participant'],
  matter: 'meeting',
  subjects: itsMeeting,
  openParts: (state, { body }, index) => [openMeeting(state, body.meeting, index)],
  limits: ['notices'],
  body: z.strictObject({ ...oneMeeting, notice: noticeSchema }).readonly(),
  judge: (state, act, at) => {
    const { notice } = act.body;
    const found = askable(state, act, notice);
    if (!found.ok) return found.error;
    const meeting = found.value;
    const days = meeting.kind === 'assembly' ? meetingRules(state).noticeDays : 0;
    const earliest = Math.min(noticeOf(meeting).starts, after(at, days * DAY)) as Instant;
    return (
      noticeRefusal(notice, at) ??
      beyond('5.1', 'notices', meeting.notices.length + 1) ??
      (notice.starts < earliest ? { article: '5.1', kind: 'deadline-too-early', earliest } : null)
    );
  },
  apply: (state, { by, body }, on) => {
    const meeting = meetingOf(state, body.meeting);
    if (!isSettled(state, meeting, { by: by.organisation, on, notice: body.notice, reason: null })) return;
    meeting.asks = [];
    // A meeting that nobody may follow any more has gone for those who did.
    follows(state, on, `meetings/${meeting.number}`, matterOfSitting(state, meeting.number, on.index));
    meeting.notices.push(mutable({ ...body.notice, by: by.organisation, on }));
    const what = { kind: 'notice', meeting: meeting.number, notice: meeting.notices.length } as const;
    circulate(state, what, toParticipants(state, by.organisation), on);
  },
  example: { meeting: 1, notice: { ...EXAMPLE.notice, place: null, words: 'The hall is flooded: we meet online.' } },
});

export const cancel = defineAct({
  kind: 'meeting.cancel',
  article: '5.1',
  strength: 'binding',
  from: ['participant'],
  matter: 'meeting',
  subjects: itsMeeting,
  openParts: (state, { body }, index) => [openMeeting(state, body.meeting, index)],
  body: z.strictObject({ ...oneMeeting, reason: prose(2000) }).readonly(),
  judge: (state, act) => {
    const found = askable(state, act, null);
    return found.ok ? null : found.error;
  },
  apply: (state, { by, body }, on) => {
    const meeting = meetingOf(state, body.meeting);
    if (!isSettled(state, meeting, { by: by.organisation, on, notice: null, reason: body.reason })) return;
    meeting.asks = [];
    meeting.stage = 'cancelled';
    setOpen(state, meeting.number, false);
    meeting.cancelled = { reason: body.reason, on };
    const what = { kind: 'cancellation', meeting: meeting.number } as const;
    circulate(state, what, toParticipants(state, by.organisation), on);
  },
  example: { meeting: 1, reason: 'The roads are closed. We convene anew in May.' },
});
