import type { OrganisationId, Slug } from '../../base/ids.ts';
import type { MailAddress } from '../../conference/post/address.ts';
import type { ActionDays, CalendarDeadline, Feeds } from '../../conference/post/calendar.ts';
import type { Told, Wordings } from '../../conference/post/digest.ts';
import { meetingNotices } from '../../conference/post/meeting-notices.ts';
import type { Meeting } from '../../charter/meetings/state.ts';
import { type Need, needsOf } from '../../conference/reading/needs.ts';
import { type Reader, createReader } from '../../conference/reading/reader.ts';
import { postMessages } from '../messages/index.ts';
import { subscription } from './write.ts';

export interface FeedsDeps {
  readonly wordings: Wordings;
  /** The public address of this installation, without a slash at the end. */
  readonly origin: string;
  /** Where mail to a conference goes; `null`: it takes none. */
  readonly organiser: (slug: Slug) => MailAddress | null;
}

/** Calendars of all meetings and joint actions that the viewer may see, of the days that matter to everyone, and of an organisation's own deadlines. */
export const createFeeds = ({ wordings, origin, organiser }: FeedsDeps): Feeds => ({
  feed: ({ conference, viewer, language, now, source, meeting: only }) => {
    const state = conference.state();
    const reader = createReader(state, viewer);
    const id = state.conference;
    if (id === null) throw new TypeError('A conference without a founding act');
    const told: Told = { conference, reader, language, now };
    const base = `${origin}/${conference.slug}`;
    const pageOf = (meeting: number): string => `${base}/meetings/${meeting}`;
    return subscription({
      conference: id,
      name: reader.charter()?.charter.name ?? conference.slug,
      language,
      source,
      organiser: organiser(conference.slug),
      meetings: (only === undefined
        ? toList(reader.meetings())
        : reader.meetings().filter(({ number }) => number === only)
      ).flatMap((meeting) => meetingNotices(meeting, pageOf(meeting.number))),
      actions: only === undefined ? actionDays(reader, base) : [],
      deadlines:
        only !== undefined
          ? []
          : [
              ...agendaDays(told, pageOf),
              ...assemblyDay(told, base),
              ...(viewer.kind === 'organisation' ? ownDays(told, viewer.id, origin, wordings) : []),
            ],
    });
  },
});

/** The parts of joint actions that the viewer may see; of those that are over the last ones. */
const actionDays = (reader: Reader, base: string): readonly ActionDays[] => {
  const actions = reader.actions();
  const over = new Set(actions.filter(({ ended }) => ended !== null).slice(-MOST_OVER));
  return actions
    .filter((one) => one.ended === null || over.has(one))
    .flatMap(({ number, title, parts, on, ended }) => {
      const calledOff = ended?.outcome === 'called-off';
      return parts.map((part, i): ActionDays => ({
        action: number,
        part: i + 1,
        sequence: calledOff ? 1 : 0,
        on: (calledOff ? (ended?.on ?? on) : on).at,
        title: `${title}: ${part.title}`,
        place: part.place,
        from: part.from,
        to: part.to,
        calledOff,
        page: `${base}/actions/${number}`,
      }));
    });
};

/** How many meetings, or joint actions, that are over a calendar lists, the last ones: those to come are bounded by the charter's code. */
export const MOST_OVER = 200;

const toList = (meetings: readonly Meeting[]): readonly Meeting[] => {
  const isOver = ({ stage }: Meeting): boolean => stage === 'closed' || stage === 'cancelled';
  const over = new Set(meetings.filter(isOver).slice(-MOST_OVER));
  return meetings.filter((meeting) => !isOver(meeting) || over.has(meeting));
};

/** Until when items can be proposed for meetings to come. */
const agendaDays = (
  { reader, language, now }: Told,
  pageOf: (meeting: number) => string,
): readonly CalendarDeadline[] =>
  reader.meetings().flatMap((meeting) => {
    const at = reader.agendaCloses(meeting);
    const ahead = meeting.stage === 'convened' || meeting.stage === 'called';
    if (!ahead || at <= now || at >= (meeting.notices.at(-1)?.starts ?? 0) || !reader.may('meeting')) return [];
    const title = postMessages(language).calendar.agendaCloses;
    return [{ key: `agenda-${meeting.number}`, title, at, on: meeting.on.at, page: pageOf(meeting.number) }];
  });

const assemblyDay = ({ reader, language }: Told, base: string): readonly CalendarDeadline[] => {
  const { by } = reader.assemblyDue();
  const began = reader.founded;
  if (by === null || began === null) return [];
  const title = postMessages(language).calendar.assemblyDue;
  return [{ key: 'assembly', title, at: by, on: began.at, page: `${base}/meetings` }];
};

const ownDays = (told: Told, id: OrganisationId, origin: string, wordings: Wordings): readonly CalendarDeadline[] =>
  needsOf(told.reader, id, told.now).flatMap((need) => {
    // Meetings and the days that matter for them are in the calendar already.
    if (need.deadline === null || need.kind === 'assembly' || 'meeting' in need) return [];
    const { title, path } = wordings.need(told, need);
    return [{ key: keyOf(need), title, at: need.deadline, on: told.conference.state().time, page: `${origin}${path}` }];
  });

/** What names the matter, and not how much of it there is or when it is due: a matter keeps its place in calendars. */
const keyOf = (need: Need): string =>
  Object.entries(need)
    .filter(([name, value]) => name !== 'deadline' && typeof value !== 'object')
    .map(([, value]) => `${value}`)
    .join('-');
