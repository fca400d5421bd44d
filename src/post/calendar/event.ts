import { DAY, type Day, type Instant, after, dayOf, rfc3339, startOf } from '../../base/time.ts';
import type {
  ActionDays,
  Attendee,
  CalendarDeadline,
  CalendarOf,
  MeetingNotice,
} from '../../conference/post/calendar.ts';
import type { MailAddress } from '../../conference/post/address.ts';
import { spanIn } from '../../conference/reading/zone-words.ts';
import { memoise } from '../../base/memo.ts';
import { postLanguage, postMessages } from '../messages/index.ts';
import { line, textLine, uriLine } from './lines.ts';
import { actionUid, deadlineUid, meetingUid } from './uid.ts';

/**
 * A meeting as VEVENT. Its times are in UTC: a meeting is one moment, every program shows it on its reader's clocks, and no copy of a zone's
 * rules can disagree with theirs; the description has the time on the clocks of the place.
 */
export const meetingEvent = (
  calendar: CalendarOf,
  notice: MeetingNotice,
  organiser: MailAddress | null,
  attendee: Attendee | null,
): string => {
  const { place, link } = notice;
  const language = { LANGUAGE: postLanguage(calendar.language) };
  return [
    'BEGIN:VEVENT\r\n',
    line('UID', meetingUid({ ...notice, conference: calendar.conference })),
    line('SEQUENCE', `${notice.sequence}`),
    line('DTSTAMP', utcTime(notice.on)),
    line('LAST-MODIFIED', utcTime(notice.on)),
    line('DTSTART', utcTime(notice.starts)),
    line('DTEND', utcTime(notice.ends)),
    textLine('SUMMARY', meetingTitle(calendar, notice), language),
    textLine('DESCRIPTION', description(calendar, notice), language),
    textLine('LOCATION', place ?? link ?? ''),
    uriLine('URL', notice.page),
    link === null ? '' : uriLine('CONFERENCE', link, { VALUE: 'URI', FEATURE: 'AUDIO,VIDEO' }),
    organiserLine(calendar, organiser),
    attendee === null ? '' : attendeeLine(attendee),
    line('STATUS', STATUS[notice.status]),
    line('TRANSP', 'OPAQUE'),
    'END:VEVENT\r\n',
  ].join('');
};

const STATUS = { called: 'TENTATIVE', convened: 'CONFIRMED', cancelled: 'CANCELLED' } as const;

/** Something due, at its moment; it keeps nobody busy. */
export const deadlineEvent = (
  calendar: CalendarOf,
  deadline: CalendarDeadline,
  organiser: MailAddress | null,
): string =>
  [
    'BEGIN:VEVENT\r\n',
    line('UID', deadlineUid(calendar.conference, deadline.key)),
    line('DTSTAMP', utcTime(deadline.on)),
    line('DTSTART', utcTime(deadline.at)),
    textLine('SUMMARY', postMessages(calendar.language).calendar.deadline(deadline.title)),
    textLine('DESCRIPTION', `${calendar.name}\n${deadline.page}`),
    uriLine('URL', deadline.page),
    organiserLine(calendar, organiser),
    line('TRANSP', 'TRANSPARENT'),
    'END:VEVENT\r\n',
  ].join('');

/** A part of a joint action, by whole days of the place (RFC 5545, section 3.6.1: the end is the day after the last). It keeps nobody busy who does not take part. */
export const actionEvent = (calendar: CalendarOf, days: ActionDays, organiser: MailAddress | null): string =>
  [
    'BEGIN:VEVENT\r\n',
    line('UID', actionUid(calendar.conference, days.action, days.part)),
    line('SEQUENCE', `${days.sequence}`),
    line('DTSTAMP', utcTime(days.on)),
    line('LAST-MODIFIED', utcTime(days.on)),
    line('DTSTART', dateOf(days.from), { VALUE: 'DATE' }),
    line('DTEND', dateOf(dayOf(after(startOf(days.to), DAY))), { VALUE: 'DATE' }),
    textLine('SUMMARY', days.title),
    textLine('DESCRIPTION', `${calendar.name}\n${days.page}`),
    textLine('LOCATION', days.place),
    uriLine('URL', days.page),
    organiserLine(calendar, organiser),
    line('STATUS', days.calledOff ? 'CANCELLED' : 'CONFIRMED'),
    line('TRANSP', 'TRANSPARENT'),
    'END:VEVENT\r\n',
  ].join('');

const dateOf = (day: Day): string => day.replaceAll('-', '');

/** `Assembly of …`, in the calendar's language: also a fit subject for the mail that carries it. */
export const meetingTitle = ({ name, language }: CalendarOf, { kind, sitting }: MeetingNotice): string => {
  const words = postMessages(language).calendar;
  return sitting === null ? words[kind](name) : words.continued(words[kind](name));
};

const description = ({ language }: CalendarOf, notice: MeetingNotice): string => {
  const words = postMessages(language).calendar;
  const speaks = postLanguage(language);
  return [
    spanIn(notice.starts, notice.ends, notice.zone, speaks),
    notice.place === null ? null : words.place(notice.place),
    notice.link === null ? null : words.join(notice.link),
    notice.languages.length === 0 ? null : words.languages(languagesIn([speaks, ...notice.languages].join(' '))),
    notice.words === null ? null : `\n${quoted(notice.words)}\n`,
    words.page(notice.page),
  ]
    .filter((part) => part !== null)
    .join('\n');
};

/** Every line of what people wrote is marked, as in mails: it stands among what the conference says. */
const quoted = (words: string): string => words.replaceAll(/^|\n/gu, '$&> ');

/** The names of languages as a list, in the first one. */
const languagesIn = memoise(100, (tags) => {
  const [speaks = 'en', ...languages] = tags.split(' ');
  const names = new Intl.DisplayNames([speaks], { type: 'language' });
  return new Intl.ListFormat(speaks).format(languages.map((tag) => names.of(tag) ?? tag));
});

const organiserLine = ({ name }: CalendarOf, organiser: MailAddress | null): string =>
  organiser === null ? '' : uriLine('ORGANIZER', mailto(organiser), { CN: name });

const attendeeLine = ({ name, address }: Attendee): string =>
  uriLine('ATTENDEE', mailto(address), {
    CUTYPE: 'INDIVIDUAL',
    ROLE: 'REQ-PARTICIPANT',
    PARTSTAT: 'NEEDS-ACTION',
    RSVP: 'TRUE',
    CN: name,
  });

/** RFC 6068: what has a meaning in such an address is encoded. */
const mailto = (address: MailAddress): string =>
  `mailto:${encodeURI(address).replaceAll(/[?#]/gu, encodeURIComponent)}`;

/** RFC 5545, section 3.3.5, form 2. */
export const utcTime = (at: Instant): string => `${rfc3339(at).slice(0, 19).replaceAll(/[-:]/gu, '')}Z`;
