import ICAL from 'ical.js';
import { fitProse } from '../../base/fit.ts';
import { type Result, err, ok } from '../../base/result.ts';
import { foldedAddress } from '../../conference/post/address.ts';
import { mended } from './mend.ts';

/** Answers to invitations as calendar programs send them: iTIP REPLY (RFC 5546, section 3.2.3). They prove nothing; their reply address does. */

export interface CalendarReply {
  readonly uid: string;
  /** The number of the notice that it answers. */
  readonly sequence: number;
  /** The mail address of who was asked, in lower case. */
  readonly attendee: string;
  readonly answer: 'coming' | 'perhaps' | 'not-coming';
  readonly comment: string | null;
}

/** Why a calendar part is no answer to an invitation. */
export type CalendarReplyFault =
  | { readonly kind: 'too-large'; readonly most: number }
  | { readonly kind: 'not-a-calendar' }
  /** Something else than an answer, another time proposed (COUNTER) among it. */
  | { readonly kind: 'method'; readonly method: string }
  | { readonly kind: 'no-event' }
  | { readonly kind: 'several-events' }
  /** None who answers, or several. */
  | { readonly kind: 'attendees'; readonly number: number }
  | { readonly kind: 'no-uid' }
  /** No answer yet, or passed on to somebody else (DELEGATED), which an organisation does by its credentials instead. */
  | { readonly kind: 'no-answer'; readonly status: string };

/** In UTF-16 units. The largest that programs send, with all rules of a zone, have some ten thousand. */
export const MOST_CALENDAR = 256 * 1024;
const MOST_COMMENT = 4000;

const ANSWERS: Readonly<Record<string, CalendarReply['answer']>> = {
  ACCEPTED: 'coming',
  TENTATIVE: 'perhaps',
  DECLINED: 'not-coming',
};

/** `asked`: whose answer it may be, where it names several who were. */
export const readCalendarReply = (
  content: string,
  asked: readonly string[] = [],
): Result<CalendarReply, CalendarReplyFault> => {
  if (content.length > MOST_CALENDAR) return err({ kind: 'too-large', most: MOST_CALENDAR });
  const calendar = parsed(content);
  if (calendar === null) return err({ kind: 'not-a-calendar' });
  const method = textOf(calendar, 'method').toUpperCase();
  if (method !== 'REPLY') return err({ kind: 'method', method });
  const [event, ...others] = calendar.getAllSubcomponents('vevent');
  if (event === undefined) return err({ kind: 'no-event' });
  if (others.length > 0) return err({ kind: 'several-events' });
  const uid = textOf(event, 'uid');
  if (uid === '') return err({ kind: 'no-uid' });
  const named = event.getAllProperties('attendee');
  const theirs = named.filter((one) => asked.some((address) => foldedAddress(address) === addressOf(one)));
  const attendees = named.length > 1 && theirs.length === 1 ? theirs : named;
  const [attendee] = attendees;
  if (attendee === undefined || attendees.length > 1) return err({ kind: 'attendees', number: attendees.length });
  const status = parameter(attendee, 'partstat').toUpperCase();
  const answer = Object.hasOwn(ANSWERS, status) ? ANSWERS[status] : undefined;
  if (answer === undefined) return err({ kind: 'no-answer', status });
  return ok({
    uid,
    sequence: sequenceOf(event),
    attendee: addressOf(attendee),
    answer,
    // Google writes the comment into a parameter of its own.
    comment: clean(textOf(event, 'comment')) ?? clean(parameter(attendee, 'x-response-comment')),
  });
};

const parsed = (content: string): ICAL.Component | null => {
  try {
    const read: unknown = ICAL.parse(mended(content));
    // Several calendars in one stream come as a list of them.
    if (!Array.isArray(read) || read[0] !== 'vcalendar') return null;
    return new ICAL.Component(read);
  } catch {
    return null;
  }
};

const textOf = (component: ICAL.Component, name: string): string => {
  const value: unknown = component.getFirstPropertyValue(name);
  return typeof value === 'string' ? value : '';
};

const parameter = (property: ICAL.Property, name: string): string => {
  const value: unknown = property.getParameter(name);
  return typeof value === 'string' ? value : '';
};

/** RFC 5545, section 3.8.7.4: without one it is 0. */
const sequenceOf = (event: ICAL.Component): number => {
  const value: unknown = event.getFirstPropertyValue('sequence');
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : 0;
};

const addressOf = (attendee: ICAL.Property): string => {
  const value: unknown = attendee.getFirstValue();
  const uri = typeof value === 'string' ? value.trim() : '';
  const address = uri.replace(/^mailto:/iu, '');
  try {
    return decodeURIComponent(address).toLowerCase();
  } catch {
    return address.toLowerCase();
  }
};

const clean = (words: string): string | null => fitProse(fitProse(words).slice(0, MOST_COMMENT)).trim() || null;
