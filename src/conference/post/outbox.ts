import type { Language, OrganisationId, Slug } from '../../base/ids.ts';
import type { Instant } from '../../base/time.ts';
import type { MailAddress } from './address.ts';
import type { Person } from './personal.ts';

/** A mail to one recipient, as it is queued. What it says is made when it is sent. */
export interface Mailing {
  readonly slug: Slug;
  /** Unique within the conference; `CIRCULATION/ORGANISATION/DELEGATE` for what is circulated. */
  readonly key: string;
  /** What is sent, in a word that whoever renders it knows: `circular`, `invitation`, `digest`, `code`. */
  readonly kind: string;
  /** The circulation's number on the record; `null`: it is none's. */
  readonly entry: number | null;
  /** For whom it is; `null`: for somebody who is no organisation's. Delegate 0 is the organisation's general address. */
  readonly organisation: OrganisationId | null;
  readonly delegate: number | null;
  /** What the renderer needs besides, its own business. */
  readonly data: string | null;
  readonly address: MailAddress;
  readonly language: Language;
  /** With its angle brackets. The same however often the mail is sent. */
  readonly messageId: string;
  /** Names the mail in the addresses that bounces and replies come back to. Unique in the outbox. */
  readonly token: string;
  /** Somebody is waiting for it: it is sent before what is not. */
  readonly urgent: boolean;
  readonly queued: Instant;
}

export type OutboxState =
  /** To be sent at `next` or later. `answer` is what the server said when it was put off, `null` before the first attempt. */
  | { readonly kind: 'queued'; readonly next: Instant; readonly answer: string | null }
  /** Being handed over; after a crash, nobody knows whether it was. */
  | { readonly kind: 'sending'; readonly since: Instant }
  /** The receiving server has confirmed it. */
  | { readonly kind: 'handed-over'; readonly answer: string; readonly at: Instant }
  /** Refused for good, at once or by a report that came back later. */
  | { readonly kind: 'bounced'; readonly answer: string; readonly at: Instant }
  /** Put off too often, or there is nothing left to send. */
  | { readonly kind: 'given-up'; readonly answer: string; readonly at: Instant };

export interface OutboxItem extends Mailing {
  /** How often it was handed over, or tried to be. */
  readonly attempts: number;
  readonly state: OutboxState;
}

/** What became of an item that was being sent. */
export interface MailOutcome {
  readonly slug: Slug;
  readonly key: string;
  readonly state: Exclude<OutboxState, { readonly kind: 'sending' }>;
}

/** The same, with which attempt it became of: an answer is never taken for that of a later one. */
export interface Settled extends MailOutcome {
  readonly attempts: number;
}

/** What waits to be sent, of all conferences, and since when the first of it does; `null`: nothing waits. */
export interface Backlog {
  readonly waiting: number;
  readonly since: Instant | null;
}

export type OutboxTally = Readonly<Record<OutboxState['kind'], number>>;

/**
 * A queue of mails beside the record. What a promise was resolved for survives the loss of power. Reading shows what has been written, at once.
 */
export interface Outbox {
  /** Queues what is not in it yet, by slug and key, all or nothing. Answers how many were new. */
  readonly put: (mailings: readonly Mailing[]) => Promise<number>;
  /** Takes up to `most` items that are due, urgent ones first, then the longest due; they are `sending` from now on. */
  readonly claim: (now: Instant, most: number) => Promise<readonly OutboxItem[]>;
  /** Writes down what became of items that are `sending` for this time, all or nothing; the others are left as they are. */
  readonly settle: (outcomes: readonly Settled[]) => Promise<void>;
  /** Queues again whatever is `sending`: for the start, when nothing is. Answers how many there were. */
  readonly release: (now: Instant) => Promise<number>;
  /**
   * A report has come back that the item with this token will not arrive. The item as it is now; `null` where there is none, or it was
   * `bounced` or `given-up` before.
   */
  readonly bounce: (token: string, answer: string, at: Instant) => Promise<OutboxItem | null>;
  /** Queues a `bounced` or `given-up` item anew, to this address. `false`: it is neither, or there is none. */
  readonly again: (slug: Slug, key: string, address: MailAddress, at: Instant) => Promise<boolean>;
  /** When the next queued item is due; `null`: none is queued. */
  readonly nextDue: () => Instant | null;
  readonly backlog: () => Backlog;
  readonly get: (slug: Slug, key: string) => OutboxItem | null;
  readonly byToken: (token: string) => OutboxItem | null;
  readonly byMessageId: (messageId: string) => OutboxItem | null;
  /** The mails of a circulation, in the order in which they were queued. */
  readonly of: (slug: Slug, entry: number) => readonly OutboxItem[];
  /** How many mails of a circulation are in which state. */
  readonly tally: (slug: Slug, entry: number) => OutboxTally;
  /** A conference's items in one state, the last queued first. */
  readonly inState: (slug: Slug, kind: OutboxState['kind'], most: number) => readonly OutboxItem[];
  /** The mails to somebody, in the order in which they were queued. */
  readonly concerning: (person: Person) => readonly OutboxItem[];
  /**
   * Forgets where the mails to somebody went and what was said of them: what is circulated stays with its state, so that it goes out once, and anything else goes. What waits is given up.
   * What is `sending` is left for the next time.
   */
  readonly forget: (person: Person, now: Instant) => Promise<void>;
  /** Does so with every mail that was handed over or given up before an instant. What is dated later than now, by a clock that was ahead, counts from now on. */
  readonly expire: (before: Instant, now: Instant) => Promise<void>;
  readonly close: () => Promise<void>;
}
