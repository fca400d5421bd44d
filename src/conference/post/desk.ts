import type { Language, Slug } from '../../base/ids.ts';
import type { Instant } from '../../base/time.ts';
import type { Contact, Contacts } from './contacts.ts';
import type { Outbox } from './outbox.ts';
import type { Pushes } from './push.ts';
import type { Named } from './subscriptions.ts';
import type { Tray } from './tray.ts';

/** Why a conference's mail waits, all of it, and since when: no mail server is reached, or what is sent cannot be written down and so is not sent. */
export interface Standstill {
  readonly kind: 'unreached' | 'unwritten';
  readonly since: Instant;
}

/** What a link in a mail about a subscription does, when whoever has it says so. */
export type SubscriptionLink =
  /** Good until then. */
  | (Named & { readonly kind: 'begin'; readonly language: Language; readonly until: Instant })
  | (Named & { readonly kind: 'end' });

/** Periodicals by mail, for anybody. */
export interface Subscribing {
  /**
   * Sends a mail with a link by which whoever reads it there begins the subscription. Resolves when it is queued; whether there is one already is told to nobody. `false`: it is not, for enough was asked for
   * within a day: by whoever this is `from`, for this address, or of this conference.
   */
  readonly ask: (wanted: Named & { readonly language: Language }, from: string) => Promise<boolean>;
  /** `null`: this node never gave it out. */
  readonly read: (token: string) => SubscriptionLink | null;
  /** `over`: it was good until a time that is past. `full`: there are as many as may be. Done again, it does nothing more. */
  readonly carryOut: (link: SubscriptionLink) => 'begun' | 'ended' | 'over' | 'full';
}

/** What pages need of the post, where this node has one. */
export interface PostDesk {
  readonly contacts: Contacts;
  readonly outbox: Pick<Outbox, 'backlog' | 'concerning' | 'forget'>;
  /**
   * Sends a code to the contact's address, by which whoever reads it there shows that it reaches them. Resolves when it is queued. `false`: none is, for enough codes went to this address, or were asked
   * for by this organisation or by others, within a day.
   */
  readonly sendCode: (contact: Contact, code: string) => Promise<boolean>;
  /** Told that an address was confirmed: what did not reach the organisation lately is sent there. */
  readonly confirmed: (contact: Contact) => void;
  /** Whose bulletins a link in a mail ends; `null`: this node never gave it out, or the address that it went to is not the delegate's any more. */
  readonly subscriber: (token: string) => Contact | null;
  readonly subscribing: Subscribing;
  /** `null`: mail goes out. */
  readonly standstill: (slug: Slug) => Standstill | null;
  readonly tray: Tray;
  /** `null`: this node sends no notes to browsers. */
  readonly pushes: Pushes | null;
}
