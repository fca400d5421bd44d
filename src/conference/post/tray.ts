import type { Bytes } from '../../base/bytes.ts';
import type { OrganisationId, Slug } from '../../base/ids.ts';
import { DAY, type Instant } from '../../base/time.ts';
import type { Person } from './personal.ts';

/** Mail that came in. All of it is kept as it came, with what became of it: no mail vanishes. Personal data, beside the record. */

/** A mail as it was taken in at the door. */
export interface KeptMail {
  readonly slug: Slug;
  /** The same for a mail that comes again; see `mailKey` in `post/inbound/key.ts`. */
  readonly id: string;
  readonly at: Instant;
  /** The envelope's sender; empty where nobody may be answered. */
  readonly sender: string;
  /** The addresses of ours that it was for. */
  readonly recipients: readonly string[];
  /** The address and the name of the server that brought it. */
  readonly from: { readonly address: string; readonly name: string };
  /** To the byte. */
  readonly raw: Bytes;
}

/** What other servers vouch for. */
export interface Trust {
  readonly dkim: 'pass' | 'fail' | 'none';
  /** Whose DKIM signature it is; `null` where there is none. */
  readonly domain: string | null;
  readonly spf: 'pass' | 'fail' | 'softfail' | 'neutral' | 'none';
  /** Whether DKIM or SPF vouches for the very domain of the author's address. */
  readonly aligned: boolean;
  /** Whether that domain says (DMARC) that mail which neither vouches for is not its own, and this is such mail. */
  readonly disowned: boolean;
}

export interface KeptFile {
  readonly name: string;
  readonly type: string;
  /** In bytes. */
  readonly size: number;
}

/** A mail as a person reads it. */
export interface MailView {
  readonly name: string;
  readonly address: string;
  readonly subject: string;
  /** The writer's own words, and what was cut from around them. */
  readonly words: string;
  readonly cut: string;
  readonly files: readonly KeptFile[];
  readonly trust: Trust;
  /** Whom it comes from, as far as that is sure. */
  readonly organisation: OrganisationId | null;
  readonly delegate: number | null;
  /** The number of the circulation that it answers. */
  readonly answers: number | null;
}

/** What became of a mail. */
export type Fate =
  /** Nobody has looked at it yet. */
  | { readonly kind: 'new' }
  /** It is on the record, in these entries. */
  | { readonly kind: 'placed'; readonly as: PlacedAs; readonly entries: readonly number[] }
  /** It was not taken, and whoever sent it was told why, unless `told` is false: for nobody vouches that it was they, or they were told enough today. */
  | { readonly kind: 'refused'; readonly why: string; readonly told: boolean }
  /** A person must look at it. */
  | { readonly kind: 'waiting'; readonly why: string; readonly told: boolean }
  /** A person has looked at it, and nothing more is to be done. */
  | { readonly kind: 'done'; readonly by: OrganisationId; readonly delegate: number; readonly at: Instant }
  /** A program wrote it: nothing follows from it. */
  | { readonly kind: 'ignored'; readonly why: string }
  /** A mail of ours did not arrive; that is noted. */
  | { readonly kind: 'bounce'; readonly status: string };

export type PlacedAs = 'comment' | 'letter' | 'attendance' | 'act';
export type FateKind = Fate['kind'];

/** A mail in the tray, without its bytes. `view` is there once it was read. */
export interface TrayItem extends Omit<KeptMail, 'raw'> {
  /** In bytes. */
  readonly size: number;
  readonly view: MailView | null;
  readonly fate: Fate;
}

/**
 * How much the tray holds of strangers: of everybody whom nobody vouches for as a delegate, and who is on the record by nothing. What members have written is never dropped.
 */
export const STRANGERS_MAIL = {
  /** In milliseconds; then it is dropped, and counted. */
  lasts: 30 * DAY,
  /** Mails of one sender, and of a conference; bytes of a conference, and in all. */
  ofOne: 20,
  mails: 500,
  bytes: 64 * 1024 * 1024,
  inAll: 256 * 1024 * 1024,
} as const;

/** What lies in the tray that nobody has looked at yet: beyond that, mail is put off at the door, and comes again. */
export const MOST_UNREAD = { mails: 1000, bytes: 256 * 1024 * 1024 } as const;

export interface Lying {
  readonly mails: number;
  readonly bytes: number;
}

/** What was dropped of strangers' mail: how many, and when last. */
export interface Dropped {
  readonly mails: number;
  readonly last: Instant;
}

/** Whether it is a stranger's: read, on the record by nothing, and nobody's for sure. */
export const isStrangers = ({ fate, view }: Pick<TrayItem, 'fate' | 'view'>): boolean =>
  fate.kind !== 'new' && fate.kind !== 'placed' && (view?.organisation ?? null) === null;

/** Keeps mail. What a promise was resolved for survives the loss of power. */
export interface Tray {
  /** Keeps a mail that is new. `false`: it was kept before, and nothing is changed. */
  readonly keep: (mail: KeptMail) => Promise<boolean>;
  /** Writes down how a mail reads and what became of it. `false`: there is none. */
  readonly settle: (slug: Slug, id: string, view: MailView | null, fate: Fate) => Promise<boolean>;
  readonly get: (slug: Slug, id: string) => TrayItem | null;
  /** The bytes of a mail. */
  readonly raw: (slug: Slug, id: string) => Bytes | null;
  /** Empties what is kept of the mails that are on the record in this entry: bytes, words and the names of files. That they came stays, so that none is taken twice. */
  readonly empty: (slug: Slug, entry: number) => Promise<void>;
  /** A conference's mails, the last first: those with one of these fates, from before an instant on. */
  readonly list: (slug: Slug, fates: readonly FateKind[], before: Instant, most: number) => readonly TrayItem[];
  readonly tally: (slug: Slug) => Readonly<Record<FateKind, number>>;
  /** The oldest mails that nobody has looked at, of all conferences. */
  readonly fresh: (most: number) => readonly TrayItem[];
  /** What lies there of strangers in a conference; of one sender, where one is named; in all conferences, where none is. */
  readonly strangers: (slug: Slug | null, sender?: string) => Lying;
  readonly unread: () => Lying;
  /** Removes a mail for good, and counts it. */
  readonly drop: (slug: Slug, id: string, now: Instant) => void;
  /** Drops the strangers' mails that came before an instant, and counts them. */
  readonly expire: (before: Instant, now: Instant) => void;
  /** The mails that somebody wrote, the last first. */
  readonly concerning: (person: Person) => readonly TrayItem[];
  /** Forgets what somebody wrote, as far as it was read: what is on the record is emptied here, whoever sent it with it, and anything else goes. */
  readonly forget: (person: Person) => void;
  /** Does so with every mail that came before an instant. What is dated later than now, by a clock that was ahead, counts from now on. */
  readonly forgetBefore: (before: Instant, now: Instant) => void;
  /** `null`: nothing was ever dropped. */
  readonly dropped: (slug: Slug) => Dropped | null;
  readonly close: () => Promise<void>;
}
