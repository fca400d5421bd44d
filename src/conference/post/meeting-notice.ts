import type { Meeting } from '../../charter/state.ts';
import type { MeetingNotice } from './calendar.ts';

/**
 * A meeting as calendars have it, by its last notice, or by the one in this place (from 1).
 * @param page the address of the meeting's page
 */
export const meetingNotice = (
  meeting: Meeting,
  page: string,
  place: number = meeting.notices.length,
): MeetingNotice => {
  const notice = meeting.notices[place - 1];
  if (notice === undefined) throw new TypeError(`Meeting ${meeting.number} has no notice ${place}`);
  const { number, kind, cancelled } = meeting;
  const { starts, ends, zone, link, languages, words } = notice;
  const called = cancelled === null ? {} : { sequence: meeting.notices.length, on: cancelled.on.at };
  return {
    number,
    sitting: null,
    kind,
    sequence: place - 1,
    on: notice.on.at,
    starts,
    ends,
    zone,
    place: notice.place,
    link,
    languages,
    words,
    page,
    cancelled: cancelled !== null,
    ...called,
  };
};
