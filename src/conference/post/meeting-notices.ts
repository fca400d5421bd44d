import { HOUR, after } from '../../base/time.ts';
import type { Meeting, Notice, Sitting } from '../../charter/meetings/state.ts';
import type { MeetingNotice } from './calendar.ts';

/** Meetings as calendars have them. What is not in the meeting, for its reader may not see it, is not in its calendar. */

/** How long a sitting lasts that goes on outside the time of the notice: nobody said. */
const SITTING = 8 * HOUR;

/** One of a meeting's notices, from 1, as it was circulated. `page`: the address of the meeting's page. */
export const noticeNumber = (meeting: Meeting, number: number, page: string): MeetingNotice | null => {
  const notice = meeting.notices[number - 1];
  return notice === undefined ? null : written(meeting, notice, number - 1, page);
};

/** That the meeting is called off: by the last of its notices; `null`: it is not. */
export const cancellation = (meeting: Meeting, page: string): MeetingNotice | null => {
  const notice = meeting.notices.at(-1);
  if (notice === undefined || meeting.cancelled === null) return null;
  const { at } = meeting.cancelled.on;
  return { ...written(meeting, notice, meeting.notices.length, page), on: at, status: 'cancelled' };
};

/** The meeting as it stands now, and the sittings that it goes on with outside the time that its notice names. */
export const meetingNotices = (meeting: Meeting, page: string): readonly MeetingNotice[] => {
  const now = cancellation(meeting, page) ?? noticeNumber(meeting, meeting.notices.length, page);
  if (now === null) return [];
  const further = meeting.sittings.flatMap(({ resumes, closed }: Sitting, i): readonly MeetingNotice[] => {
    if (resumes === null || closed === null || (resumes >= now.starts && resumes < now.ends)) return [];
    return [{ ...now, sitting: i + 2, on: closed.at, starts: resumes, ends: after(resumes, SITTING) }];
  });
  return [now, ...further];
};

const written = ({ number, kind, stage }: Meeting, notice: Notice, sequence: number, page: string): MeetingNotice => ({
  number,
  sitting: null,
  kind,
  sequence,
  on: notice.on.at,
  starts: notice.starts,
  ends: notice.ends,
  zone: notice.zone,
  place: notice.place,
  link: notice.link,
  languages: notice.languages,
  words: notice.words,
  page,
  status: stage === 'called' ? 'called' : 'convened',
});
