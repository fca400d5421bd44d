import type {
  Attendee,
  CalendarOf,
  MeetingNotice,
  Subscription,
  WriteSubscription,
} from '../../conference/post/calendar.ts';
import type { MailAddress } from '../../conference/post/address.ts';
import { deadlineEvent, meetingEvent } from './event.ts';
import { line, textLine, uriLine } from './lines.ts';

/** Calendars as they go out: iCalendar (RFC 5545 and 7986), iTIP (RFC 5546), by mail (RFC 6047). */

/**
 * A part of a mail: one more alternative to its text and HTML, so that mail programs offer their buttons, and as a file besides for those
 * that have none.
 */
export interface CalendarPart {
  /** With the method that the content names: RFC 6047, section 2.4. */
  readonly contentType: string;
  readonly method: 'REQUEST' | 'CANCEL';
  readonly filename: string;
  readonly content: string;
}

/**
 * An invitation to one attendee, its change, or, where the meeting was called off, its end. `organiser`: where the answer goes;
 * the mail should come from there, for some programs ask the sender of an invitation to be its organiser.
 */
export const invitation = (
  calendar: CalendarOf,
  notice: MeetingNotice,
  organiser: MailAddress,
  attendee: Attendee,
): CalendarPart => {
  const method = notice.cancelled ? 'CANCEL' : 'REQUEST';
  return {
    contentType: `text/calendar; charset=utf-8; method=${method}; component=VEVENT`,
    method,
    filename: notice.cancelled ? 'cancelled.ics' : 'invitation.ics',
    content: wrapped(`${line('METHOD', method)}${meetingEvent(calendar, notice, organiser, attendee)}`),
  };
};

/** How often subscribers look again. RFC 7986, section 5.7; older programs know only the other name. */
const REFRESH = 'PT1H';

export const subscription: WriteSubscription = (calendar: Subscription) =>
  wrapped(
    [
      // Publishing needs an organiser (RFC 5546, section 3.2.1); without one it is a calendar like any file.
      calendar.organiser === null ? '' : line('METHOD', 'PUBLISH'),
      textLine('NAME', calendar.name),
      textLine('X-WR-CALNAME', calendar.name),
      line('REFRESH-INTERVAL', REFRESH, { VALUE: 'DURATION' }),
      line('X-PUBLISHED-TTL', REFRESH),
      calendar.source === null ? '' : uriLine('SOURCE', calendar.source, { VALUE: 'URI' }),
      ...calendar.meetings.map((notice) => meetingEvent(calendar, notice, calendar.organiser, null)),
      ...calendar.deadlines.map((deadline) => deadlineEvent(calendar, deadline, calendar.organiser)),
    ].join(''),
  );

const wrapped = (body: string): string =>
  `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Isonomia//Isonomia//EN\r\nCALSCALE:GREGORIAN\r\n${body}END:VCALENDAR\r\n`;
