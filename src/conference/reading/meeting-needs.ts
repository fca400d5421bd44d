import type { OrganisationId } from '../../base/ids.ts';
import { DAY, type Instant, after } from '../../base/time.ts';
import { beginsInTime, noticeOf } from '../../charter/meetings/meeting-rules.ts';
import type { Meeting } from '../../charter/meetings/state.ts';
import type { Reader } from './reader.ts';

/** What meetings ask of an organisation. */
export type MeetingNeed =
  /** The next assembly is due soon and none is on its way; without a deadline, the day has passed. */
  | { readonly kind: 'assembly'; readonly deadline: Instant | null }
  /** A meeting sits now. */
  | { readonly kind: 'sitting'; readonly meeting: number; readonly deadline: null }
  /** An assembly is called for, and not yet by enough participants. */
  | { readonly kind: 'second'; readonly meeting: number; readonly deadline: Instant }
  | { readonly kind: 'reply'; readonly meeting: number; readonly deadline: Instant }
  /** It comes to an assembly and has named nobody. */
  | { readonly kind: 'delegation'; readonly meeting: number; readonly deadline: Instant }
  /** The agenda is closed soon, and it has proposed nothing. */
  | { readonly kind: 'items'; readonly meeting: number; readonly deadline: Instant };

interface Asked {
  readonly reader: Reader;
  readonly id: OrganisationId;
  readonly now: Instant;
}

export const meetingNeeds = (asked: Asked): readonly MeetingNeed[] => [
  ...assemblyNeeds(asked),
  ...asked.reader.meetings().flatMap((meeting) => needsOfMeeting(asked, meeting)),
];

/** How long before others may convene it everyone is told that the group has to. */
const NEARS = 30 * DAY;

const assemblyNeeds = ({ reader, now }: Asked): readonly MeetingNeed[] => {
  const { by, anyoneFrom } = reader.assemblyDue();
  if (by === null || anyoneFrom === null || now < after(anyoneFrom, -NEARS)) return [];
  // One that is called for is seconded, not called for anew.
  const { noticeDays } = reader.rules().meetings;
  const isCalled = reader
    .meetings()
    .some((one) => one.kind === 'assembly' && one.stage === 'called' && beginsInTime(one, by, noticeDays));
  if (isCalled) return [];
  return [{ kind: 'assembly', deadline: now < by ? by : null }];
};

const needsOfMeeting = (asked: Asked, meeting: Meeting): readonly MeetingNeed[] => {
  const { id } = asked;
  const { number, stage } = meeting;
  const { starts } = noticeOf(meeting);
  switch (stage) {
    case 'called': {
      const behind = meeting.by === id || meeting.seconds.includes(id);
      return behind ? [] : [{ kind: 'second', meeting: number, deadline: starts }];
    }
    case 'convened':
      return [...attendanceNeeds(asked, meeting), ...agendaNeeds(asked, meeting)];
    case 'open':
      return [{ kind: 'sitting', meeting: number, deadline: null }];
    case 'adjourned':
    case 'closed':
    case 'cancelled':
      return [];
  }
};

const attendanceNeeds = ({ id }: Asked, meeting: Meeting): readonly MeetingNeed[] => {
  const { number, kind, replies, credentials } = meeting;
  const deadline = noticeOf(meeting).starts;
  const given = replies.get(id);
  // One that nobody vouches for could be anybody's.
  if (given?.proven !== true) return [{ kind: 'reply', meeting: number, deadline }];
  const { reply } = given;
  const comes = reply === 'coming' || reply === 'online';
  const named = (credentials.get(id)?.delegates.length ?? 0) > 0;
  return kind === 'assembly' && comes && !named ? [{ kind: 'delegation', meeting: number, deadline }] : [];
};

/** How long before the agenda is closed whoever proposed nothing is reminded. */
const CLOSES_SOON = 14 * DAY;

const agendaNeeds = ({ reader, id, now }: Asked, meeting: Meeting): readonly MeetingNeed[] => {
  const deadline = reader.agendaCloses(meeting);
  const soon = now >= after(deadline, -CLOSES_SOON);
  const proposed = meeting.items.some(({ by }) => by === id);
  return meeting.kind === 'assembly' && soon && !proposed ? [{ kind: 'items', meeting: meeting.number, deadline }] : [];
};
