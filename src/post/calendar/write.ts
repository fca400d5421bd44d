import type { Attendee, CalendarOf, MeetingNotice, Subscription } from '../../conference/post/calendar.ts';
import type { MailContent } from '../../conference/post/mail.ts';
import type { MailAddress } from '../../conference/post/address.ts';
import { actionEvent, deadlineEvent, meetingEvent } from './event.ts';
import { line, textLine, uriLine } from './lines.ts';

/** Calendars as they go out: iCalendar (RFC 5545 and 7986), iTIP (RFC 5546), by mail (RFC 6047). */

/**
 * An invitation to one attendee, its change, or, where the meeting was called off, its end: one more alternative to a mail's text and HTML, so that
 * mail programs offer their buttons. `organiser`: where the answer goes; the mail should come from there, for some programs ask the sender of an
 * invitation to be its organiser.
 */
export const invitation = (
  calendar: CalendarOf,
  notice: MeetingNotice,
  organiser: MailAddress,
  attendee: Attendee,
): NonNullable<MailContent['calendar']> => {
  const method = notice.status === 'cancelled' ? 'CANCEL' : 'REQUEST';
  return { method, object: wrapped(`${line('METHOD', method)}${meetingEvent(calendar, notice, organiser, attendee)}`) };
};

/** How often subscribers look again. RFC 7986, section 5.7; older programs know only the other name. */
const REFRESH = 'PT1H';

export const subscription = (calendar: Subscription): string =>
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
      ...calendar.actions.map((days) => actionEvent(calendar, days, calendar.organiser)),
      ...calendar.deadlines.map((deadline) => deadlineEvent(calendar, deadline, calendar.organiser)),
    ].join(''),
  );

const wrapped = (body: string): string =>
  `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Isonomia//Isonomia//EN\r\nCALSCALE:GREGORIAN\r\n${body}END:VCALENDAR\r\n`;
