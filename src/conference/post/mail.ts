import type { Bytes } from '../../base/bytes.ts';

/** What a mail says, before it is put into the form of the wire. Whoever renders it brings words and no headers. */
export interface Mail {
  /** The conference's name, as the sender's. */
  readonly from: string;
  /** The recipient's name; `null`: the address stands alone. */
  readonly to: string | null;
  readonly subject: string;
  /** Mails that say the same should share this one object: it is brought into the form of the wire once. */
  readonly content: MailContent;
  /** The Message-IDs of what it follows, the oldest first, so that mail programs show one conversation. */
  readonly follows: readonly string[];
  readonly sort: MailSort;
}

/** Which of a list's headers a mail has (RFC 2369, RFC 8058). `help` and `archive` are addresses of pages. */
export type MailSort =
  /** To one person, on what they themselves have done: a code. */
  | { readonly kind: 'personal' }
  /** What the rules say must be communicated: nobody can be unsubscribed from it. */
  | { readonly kind: 'notice'; readonly help: URL; readonly archive: URL | null }
  /** `unsubscribe` takes a POST without signing in, and ends bulletins for this recipient at once. */
  | { readonly kind: 'bulletin'; readonly help: URL; readonly archive: URL | null; readonly unsubscribe: URL };

export interface MailContent {
  readonly text: string;
  /** A whole document; `null`: the text alone. */
  readonly html: string | null;
  /** An iCalendar object that mail programs answer by themselves, and its iTIP method. */
  readonly calendar: { readonly method: 'PUBLISH' | 'REQUEST' | 'REPLY' | 'CANCEL'; readonly object: string } | null;
  readonly attachments: readonly MailAttachment[];
}

export interface MailAttachment {
  readonly name: string;
  /** Its media type, without parameters. */
  readonly type: string;
  readonly content: Bytes;
}
