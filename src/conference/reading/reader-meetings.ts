import type { OrganisationId } from '../../base/ids.ts';
import type { Instant } from '../../base/time.ts';
import { isInForce } from '../../charter/group/mandates.ts';
import { agendaCloses } from '../../charter/meetings/agenda.ts';
import type { Act } from '../../charter/act.ts';
import { callCloses, closedBy } from '../../charter/meetings/calls.ts';
import type { Mark } from '../../charter/law/mark.ts';
import { NOTHING_OWED, type Owed } from '../../charter/law/indexes.ts';
import type { Matter } from '../../charter/law/matter.ts';
import {
  anyoneConvenesFrom,
  mayManage,
  convenersNeeded,
  maySettleAlone,
  settlersNeeded,
  meetingRules,
  nextAssemblyDue,
  noticeOf,
  wasPublic,
} from '../../charter/meetings/meeting-rules.ts';
import { deciding, presentNow, quorumOf } from '../../charter/members/presence.ts';
import { mayServe } from '../../charter/group/group.ts';
import type { Circulation, Group, HelpRequest, Letter } from '../../charter/group/state.ts';
import type { Call, Meeting, Notice } from '../../charter/meetings/state.ts';
import type { State } from '../../charter/state.ts';
import type { Mandate } from '../../charter/group/mandate-state.ts';

/** Meetings, the coordinating group and the post, as one viewer may see them. */
export interface MeetingReader {
  /** Those of a meeting that anybody may follow are shown to all, without what is said among members: who comes, how it is joined, why it was called off, the summary record. */
  readonly meetings: () => readonly Meeting[];
  readonly meeting: (number: number) => Meeting | null;
  /** By when the next assembly must have begun, and from when any participant may convene it; `null`: nothing is due. */
  readonly assemblyDue: () => { readonly by: Instant | null; readonly anyoneFrom: Instant | null };
  /** When items can no longer be proposed before the meeting. */
  readonly agendaCloses: (meeting: Meeting) => Instant;
  /** Who is in the room, who of them has a say, and how many must be there to decide. */
  readonly room: (meeting: Meeting) => {
    readonly present: readonly OrganisationId[];
    readonly deciding: readonly OrganisationId[];
    readonly quorum: number;
    /** The longest speech in seconds; 0: no limit. */
    readonly speechSeconds: number;
  };
  readonly callCloses: (meeting: Meeting, call: Call) => Instant;
  /** From when on this delegate may close a call; `null`: it is for others. */
  readonly callClosedBy: (meeting: Meeting, call: Call, by: Act['by']) => Instant | null;
  /** Whether this organisation may open the meeting's sittings. */
  readonly mayManage: (meeting: Meeting, id: OrganisationId) => boolean;
  /** Whether it alone moves a meeting or calls it off; else so many do together. */
  readonly maySettleAlone: (meeting: Meeting, id: OrganisationId) => boolean;
  readonly settlers: () => number;
  /** How many participants together convene an assembly where the group does not. */
  readonly conveners: () => number;
  /** Whether this organisation does what the group does for everyone. */
  readonly mayServe: (id: OrganisationId) => boolean;
  readonly group: () => Group | null;
  readonly earlierGroups: () => readonly Group[];
  /** Every mandate that may be seen: one to complete a text by whoever may see the text. */
  readonly mandates: () => readonly Mandate[];
  readonly mandate: (number: number) => Mandate | null;
  /** Whether a mandate is in force at that time. */
  readonly inForce: (mandate: Mandate, at: Instant) => boolean;
  /** How many meetings of a kind were held, the one that sits among them. */
  readonly held: (kind: Meeting['kind']) => number;
  readonly help: () => readonly HelpRequest[];
  readonly letters: () => readonly Letter[];
  readonly letter: (number: number) => Letter | null;
  readonly circulations: () => readonly Circulation[];
  readonly circulation: (number: number) => Circulation | null;
  /** What has not come to an organisation. Good until the next `await`. */
  readonly owed: (id: OrganisationId) => Owed;
}

export const createMeetingReader = (state: State, may: (matter: Matter) => boolean): MeetingReader => {
  const seenMandate = ({ what }: Mandate): boolean =>
    may('group') &&
    (what.kind !== 'text' || may('text') || (state.texts[what.text - 1]?.stage === 'adopted' && may('adopted-text')));
  const seen = (meeting: Meeting): Meeting | null => {
    if (may('meeting')) return meeting;
    return noticeOf(meeting).public && may('public-sitting') ? followed(meeting) : null;
  };
  const all = <T>(matter: Matter, list: readonly T[]): readonly T[] => (may(matter) ? list : []);
  const one = <T>(matter: Matter, item: T | undefined): T | null => (may(matter) ? (item ?? null) : null);
  return {
    meetings: () => state.meetings.flatMap((meeting) => seen(meeting) ?? []),
    meeting: (number) => {
      const meeting = state.meetings[number - 1];
      return meeting === undefined ? null : seen(meeting);
    },
    assemblyDue: () =>
      may('meeting')
        ? { by: nextAssemblyDue(state), anyoneFrom: anyoneConvenesFrom(state) }
        : { by: null, anyoneFrom: null },
    agendaCloses: (meeting) => agendaCloses(state, meeting),
    room: (meeting) => ({
      present: presentNow(state, meeting),
      deciding: deciding(state, meeting),
      quorum: quorumOf(state, meeting),
      speechSeconds: meetingRules(state).speechSeconds,
    }),
    callCloses: (meeting, call) => callCloses(state, meeting, call),
    callClosedBy: (meeting, call, by) => {
      const from = closedBy(state, meeting, call, by);
      return from.ok ? from.value : null;
    },
    mayManage: (meeting, id) => mayManage(state, meeting, id),
    maySettleAlone,
    settlers: () => settlersNeeded(state),
    conveners: () => convenersNeeded(state),
    mayServe: (id) => mayServe(state, id),
    group: () => (may('group') ? state.group : null),
    earlierGroups: () => all('group', state.earlierGroups),
    mandates: () => state.mandates.filter(seenMandate),
    mandate: (number) => {
      const mandate = state.mandates[number - 1];
      return mandate !== undefined && seenMandate(mandate) ? mandate : null;
    },
    inForce: (mandate, at) => isInForce(state, mandate, at),
    held: (kind) => state.held[kind],
    help: () => all('help', state.help),
    letters: () => all('letter', state.letters),
    letter: (number) => one('letter', state.letters[number - 1]),
    circulations: () => all('circulation', state.circulations),
    circulation: (number) => one('circulation', state.circulations[number - 1]),
    owed: (id) => (may('circulation') ? (state.owed.get(id) ?? NOTHING_OWED) : NOTHING_OWED),
  };
};

/**
 * A meeting as those follow it who are no members: where and when it is, what is before it, how the room stands now, and of what went on in it that which was
 * public when it did.
 */
const followed = (meeting: Meeting): Meeting => {
  const heard = ({ index }: Mark): boolean => wasPublic(meeting, index);
  return {
    ...meeting,
    notices: meeting.notices
      .filter((notice) => notice.public)
      .map((notice): Notice => ({ ...notice, link: null, words: null })),
    asks: [],
    cancelled: meeting.cancelled && { ...meeting.cancelled, reason: null },
    replies: new Map(),
    credentials: new Map(),
    guests: [],
    items: meeting.items.map((item) => ({
      ...item,
      words: null,
      texts: [],
      files: [],
      taken: item.taken.filter(heard),
    })),
    chairs: meeting.chairs.filter(({ on }) => heard(on)),
    speeches: meeting.speeches.filter(({ asked }) => heard(asked)),
    calls: meeting.calls
      .filter(({ opened }) => heard(opened))
      .map((call) => ({ ...call, answers: new Map([...call.answers].filter(([, { on }]) => heard(on))) })),
    summary: null,
  };
};
