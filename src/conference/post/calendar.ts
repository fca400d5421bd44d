import type { ConferenceId } from '../../base/ids.ts';
import type { Day, Instant } from '../../base/time.ts';
import type { Viewer } from '../../charter/visibility.ts';
import type { Conference } from '../types.ts';
import type { MailAddress } from './address.ts';

/** What goes into people's calendars. What is written there is written by the post; who may see it is for whoever gathers it. */

/** One meeting as its last notice has it, or a sitting of it that goes on at another time. */
export interface MeetingNotice {
  readonly number: number;
  /** From 1, for a sitting that the meeting was adjourned to; `null`: the meeting itself. */
  readonly sitting: number | null;
  readonly kind: 'assembly' | 'group';
  /** The notice's number, from 0. Calling the meeting off is one more. */
  readonly sequence: number;
  /** When the notice was given. */
  readonly on: Instant;
  readonly starts: Instant;
  readonly ends: Instant;
  /** The IANA name of the place's zone. */
  readonly zone: string;
  /** `null`: online only. */
  readonly place: string | null;
  /** Where it is joined online. */
  readonly link: string | null;
  /** BCP 47. */
  readonly languages: readonly string[];
  readonly words: string | null;
  /** The address of its page. */
  readonly page: string;
  /** `called`: not enough participants call for it yet. */
  readonly status: 'called' | 'convened' | 'cancelled';
}

/** Something that is due, as a calendar shows it. */
export interface CalendarDeadline {
  /** Unique within the conference and always the same for the same matter: letters, digits and hyphens. */
  readonly key: string;
  readonly title: string;
  readonly at: Instant;
  /** When it was set. */
  readonly on: Instant;
  readonly page: string;
}

/** A part of a joint action: whole days, where it happens. */
export interface ActionDays {
  readonly action: number;
  /** From 1. */
  readonly part: number;
  /** How often it was said anew: 1 once it is called off. */
  readonly sequence: 0 | 1;
  /** When the action was proposed, or called off. */
  readonly on: Instant;
  readonly title: string;
  readonly place: string;
  readonly from: Day;
  readonly to: Day;
  readonly calledOff: boolean;
  readonly page: string;
}

/** Whose calendar it is, and in which language it speaks (BCP 47). */
export interface CalendarOf {
  readonly conference: ConferenceId;
  readonly name: string;
  readonly language: string;
}

export interface Attendee {
  readonly name: string;
  readonly address: MailAddress;
}

/** A calendar to subscribe to, in all that it holds. */
export interface Subscription extends CalendarOf {
  /** Where it is read again; `null`: nowhere. */
  readonly source: string | null;
  /** Where answers about it go; `null`: nowhere. */
  readonly organiser: MailAddress | null;
  readonly meetings: readonly MeetingNotice[];
  readonly deadlines: readonly CalendarDeadline[];
  readonly actions: readonly ActionDays[];
}

/** Calendars to subscribe to, each with what its viewer may see. */
export interface Feeds {
  /** `text/calendar; charset=utf-8`. Joint actions are in it, and for an organisation what needs it, too. `source`: the address where it is read again. */
  readonly feed: (asked: {
    readonly conference: Conference;
    readonly viewer: Viewer;
    readonly language: string;
    readonly now: Instant;
    readonly source: string | null;
    /** Only this meeting, and no deadlines. */
    readonly meeting?: number;
  }) => string;
}
