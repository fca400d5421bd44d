import type { Bytes } from '../../base/bytes.ts';
import type { Instant } from '../../base/time.ts';
import type { MailAddress } from '../../conference/post/address.ts';

/**
 * A message that came in, as far as it could be read: bounded, in NFC and without hidden characters, whatever the sender put in. Nothing in it is
 * proven; who wrote it is for `trust.ts` and `place.ts` to say.
 */
export interface ReadMail {
  /** The one author that the message names; `null` where it names none, several, or one whom another reader could take for somebody else. */
  readonly from: Mailbox | null;
  readonly subject: string;
  /** When the sender's program says it was written. */
  readonly date: Instant | null;
  /** Message-IDs with their angle brackets. */
  readonly messageId: string | null;
  readonly inReplyTo: readonly string[];
  readonly references: readonly string[];
  /** What a person reads first, with lines that end in LF; what was quoted is still in it, behind `>`. */
  readonly words: string;
  readonly attachments: readonly MailAttachment[];
  readonly calendars: readonly CalendarPart[];
  /** Why it is no person's writing; `null` where nothing says so. */
  readonly automatic: Automatic | null;
  /** What a mail server says of a mail of ours. */
  readonly report: DeliveryReport | null;
  /** What was left out, for it goes beyond what is read. */
  readonly leftOut: readonly LeftOut[];
  /** Why only the head could be read, or not even that; `null` where all could. */
  readonly fault: MailFault | null;
}

export interface Mailbox {
  readonly name: string;
  /** Its domain is in lower case. */
  readonly address: MailAddress;
}

export interface MailAttachment {
  /** Safe as a file's name anywhere: no path, nothing hidden, 1 to 120 characters. */
  readonly name: string;
  /** As the sender's program says; never believed. */
  readonly type: string;
  readonly content: Bytes;
}

export interface CalendarPart {
  /** In upper case; empty where the part does not name it. */
  readonly method: string;
  /** iCalendar, RFC 5545. */
  readonly words: string;
}

export type Automatic =
  /** RFC 3834: a program answers, such as a vacation notice. */
  | 'answered'
  /** RFC 3834: a program writes of its own accord. */
  | 'generated'
  /** Sent in bulk, or through a mailing list. */
  | 'bulk'
  /** A report of a mail server. */
  | 'report'
  /** One press on a sign, which a mail program sends as a mail; on the register it would look like words. */
  | 'reaction'
  /** No return path (RFC 5321 section 4.5.5): nobody may be answered. */
  | 'no-return-path'
  /** A mail of ours, or one that has gone round and round. */
  | 'loop';

/** RFC 3464. */
export interface DeliveryReport {
  readonly action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';
  /** Such as `5.1.1`; empty where the report has none. */
  readonly status: string;
  /** What the last server said, one line. */
  readonly diagnostic: string;
}

export type LeftOut = 'words' | 'attachments' | 'calendars';

export type MailFault = 'head-too-large' | 'too-deep' | 'too-many-parts' | 'too-large' | 'hostile';

/** What is read of a message at most. */
export const MAIL_BOUNDS = {
  /** Bytes of a message. */
  message: 26_214_400,
  /** Bytes of the head of the message, and of a part. */
  head: 262_144,
  partHead: 32_768,
  fields: 1000,
  depth: 12,
  parts: 200,
  /** Characters of the words. */
  words: 100_000,
  /** Characters of HTML that words are made of. */
  html: 4_000_000,
  attachments: 32,
  calendars: 4,
  /** Bytes of a calendar part. */
  calendar: 262_144,
  references: 100,
  /** How many servers a message may have gone through; RFC 5321 section 6.3 allows a hundred. */
  received: 60,
} as const;
