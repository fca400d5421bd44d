import type { Mutable } from '../../base/brand.ts';
import type { OrganisationId } from '../../base/ids.ts';
import { ok, err, unless, type Result } from '../../base/result.ts';
import { numberSchema } from '../../base/schema.ts';
import { type Instant, DAY, after } from '../../base/time.ts';
import type { Act } from '../act.ts';
import type { Article } from '../law/articles.ts';
import { rulesInForce } from '../law/charter.ts';
import type { Meeting, MeetingStage, Notice } from './state.ts';
import { isPresent } from '../members/presence.ts';
import { isInGroup } from '../group/group.ts';
import { participants } from '../members/organisations.ts';
import type { Refusal } from '../law/refusal.ts';
import type { Rules } from '../law/rules.ts';
import type { State } from '../state.ts';

/** What the rules of meetings have in common: which meeting, who may, who is there. */

/** The numbers by which meetings are convened and run. */
export const meetingRules = (state: State): Rules['meetings'] => rulesInForce(state).meetings;

/** What the body of an act about one meeting says of it. */
export const oneMeeting = { meeting: numberSchema } as const;

/** The meeting, or why an act under this article is refused: unknown, or not at one of these stages. */
export const meetingAt = (
  state: State,
  number: number,
  article: Article,
  ...stages: readonly MeetingStage[]
): Result<Meeting, Refusal> => {
  const meeting = state.meetings[number - 1];
  if (meeting === undefined) return err({ article, kind: 'unknown', thing: 'meeting', ref: `${number}` });
  return stages.includes(meeting.stage) ? ok(meeting) : err({ article, kind: 'meeting-stage', stage: meeting.stage });
};

/** The meeting, which the rules have shown to be there. */
export const meetingOf = (state: Mutable<State>, number: number): Mutable<Meeting> => {
  const meeting = state.meetings[number - 1];
  if (meeting === undefined) throw new TypeError(`No meeting ${number}`);
  return meeting;
};

/** The notice that counts: the latest. */
export const noticeOf = (meeting: Meeting): Notice => {
  const last = meeting.notices.at(-1);
  if (last === undefined) throw new TypeError('A meeting without a notice');
  return last;
};

/** Whether anybody might follow the meeting when the entry at `index` was made: by the notice in force then, whatever a later one says. */
export const wasPublic = ({ notices }: Meeting, index: number): boolean =>
  notices.findLast(({ on }) => on.index <= index)?.public === true;

/** Whose it is to open a meeting's sittings: who convened it, alone, with others or as the group. */
export const mayManage = (state: State, meeting: Meeting, id: OrganisationId): boolean =>
  meeting.by === id || meeting.seconds.includes(id) || (meeting.byGroup && isInGroup(state, id));

/** How many participants together convene an assembly where no group does; all of them, where there are not so many. */
export const convenersNeeded = (state: State): number =>
  Math.min(meetingRules(state).conveners, participants(state).length);

/** Whether this organisation alone moves a meeting or calls it off: it alone convened it. */
export const maySettleAlone = (meeting: Meeting, id: OrganisationId): boolean =>
  meeting.by === id && meeting.seconds.length === 0;

/** How many others do so together: as many as convene an assembly, and never one alone. */
export const settlersNeeded = (state: State): number => Math.max(2, convenersNeeded(state));

/** By when the next assembly must have begun (5.1), counted from the last one; `null`: the rules ask for none. */
export const nextAssemblyDue = (state: State): Instant | null => {
  const perYear = rulesInForce(state).assembliesPerYear;
  if (perYear === 0 || state.founded === null) return null;
  const last = state.lastAssembly === null ? null : state.meetings[state.lastAssembly - 1]?.closed;
  return after((last ?? state.founded).at, Math.floor(365 / perYear) * DAY);
};

/** The assemblies that are convened or in session. */
export const assembliesAhead = ({ meetings, openMeetings }: State): readonly Meeting[] =>
  openMeetings
    .flatMap((number) => meetings[number - 1] ?? [])
    .filter(
      ({ kind, stage }) => kind === 'assembly' && (stage === 'convened' || stage === 'open' || stage === 'adjourned'),
    );

/** Whether an assembly begins when the next one is due, or about as soon as it can after it was called for. */
export const beginsInTime = (meeting: Meeting, due: Instant, noticeDays: number): boolean => {
  const { starts } = noticeOf(meeting);
  return starts <= due || starts <= after(meeting.on.at, (noticeDays + 30) * DAY);
};

/** Until when an assembly keeps others from being convened: while it sits, and until its time has passed; `null`: while it sits. */
const waitedForUntil = (meeting: Meeting): Instant | null => {
  const { ends } = noticeOf(meeting);
  if (meeting.stage === 'open') return null;
  const resumes = meeting.sittings.at(-1)?.resumes ?? ends;
  return after(resumes > ends ? resumes : ends, DAY);
};

/** A meeting needs nothing more, or (`open`) something again. */
export const setOpen = (state: Mutable<State>, number: number, open: boolean): void => {
  if (state.openMeetings.includes(number) === open) return;
  if (open) state.openMeetings.push(number);
  else state.openMeetings.splice(state.openMeetings.indexOf(number), 1);
};

/**
 * From when on any participant may convene an assembly: when the group can no longer do so in time, and one that would begin in time has not sat. One that is only called for, or begins too late,
 * keeps nobody from it. `null`: not now, for one sits, or none is due.
 */
export const anyoneConvenesFrom = (state: State): Instant | null => {
  const due = nextAssemblyDue(state);
  if (due === null) return null;
  let from = after(due, -meetingRules(state).noticeDays * DAY);
  for (const meeting of assembliesAhead(state)) {
    if (!beginsInTime(meeting, due, meetingRules(state).noticeDays)) continue;
    const until = waitedForUntil(meeting);
    if (until === null) return null;
    if (until > from) from = until;
  }
  return from;
};

/** Whether this delegate may take part for the organisation: by its credentials, and in meetings of the group, which are open to all (9.5), in any case. */
export const hasCredentials = (meeting: Meeting, { organisation, delegate }: Act['by']): boolean =>
  meeting.kind === 'group' || meeting.credentials.get(organisation)?.delegates.includes(delegate) === true;

/** Refused unless this organisation's delegate is in the room. */
export const roomRefusal = (meeting: Meeting, by: Act['by'], article: Article): Refusal | null => {
  if (!hasCredentials(meeting, by)) return { article, kind: 'no-credentials' };
  return isPresent(meeting, by.organisation) ? null : { article, kind: 'not-present' };
};

/** Refused unless this very delegate has the chair. */
export const chairRefusal = ({ chair }: Meeting, { organisation, delegate }: Act['by']): Refusal | null =>
  chair?.organisation === organisation && chair.delegate === delegate
    ? null
    : { article: '3.1', kind: 'not-the-chair', chair: chair?.organisation ?? null };

/** The open sitting that this act's maker has the chair of, or why not. */
export const chaired = (state: State, act: Act<string, { readonly meeting: number }>): Result<Meeting, Refusal> => {
  const found = meetingAt(state, act.body.meeting, '5.2', 'open');
  return found.ok ? unless(chairRefusal(found.value, act.by), found.value) : found;
};
