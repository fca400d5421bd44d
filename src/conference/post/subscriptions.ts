import type { Language, Slug } from '../../base/ids.ts';
import type { Instant } from '../../base/time.ts';
import type { MailAddress } from './address.ts';

/** Whoever wants the issues of a periodical by mail, and has shown that the address is theirs. Personal data: kept beside the record, never on it. */
export interface Subscription {
  readonly slug: Slug;
  /** By its number. */
  readonly periodical: number;
  readonly address: MailAddress;
  /** In which the mails are. */
  readonly language: Language;
  readonly since: Instant;
  /** How many issues were out when the last was sent, or when it began. */
  readonly upTo: number;
  /** How many mails to it came back for good. */
  readonly bounced: number;
}

/** How many there are of one conference at most: they are sent to in turns, and each is somebody's data. */
export const MOST_SUBSCRIPTIONS = 20_000;

/** How many mails that came back for good end one. */
export const MOST_BOUNCED = 3;

/** Which one: an address has one for each periodical, however it is spelled. */
export type Named = Pick<Subscription, 'slug' | 'periodical' | 'address'>;

/** Keeps subscriptions. What was put and what was removed survives the loss of power. */
export interface Subscriptions {
  readonly get: (named: Named) => Subscription | null;
  /** Up to so many who have not been sent every issue up to this one. */
  readonly behind: (slug: Slug, periodical: number, upTo: number, most: number) => readonly Subscription[];
  /** Whatever an address subscribes to in a conference. */
  readonly byAddress: (slug: Slug, address: string) => readonly Subscription[];
  readonly count: (slug: Slug) => number;
  /** Keeps one in the place of the one that the address had. */
  readonly put: (subscription: Subscription) => void;
  /** Marks up to which issue these were sent, all or nothing. */
  readonly told: (whom: readonly Named[], upTo: number) => void;
  readonly remove: (named: Named) => void;
}

/** One that came back once more: as it is now, or, where that was once too often, ended. */
export const bounce = (subscriptions: Subscriptions, named: Named): void => {
  const known = subscriptions.get(named);
  if (known === null) return;
  if (known.bounced + 1 >= MOST_BOUNCED) subscriptions.remove(named);
  else subscriptions.put({ ...known, bounced: known.bounced + 1 });
};
