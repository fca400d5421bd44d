import type { Fingerprint, Language, OrganisationId, Slug } from '../../base/ids.ts';
import type { Instant } from '../../base/time.ts';
import { holding } from '../../charter/members/holders.ts';
import type { State } from '../../charter/state.ts';
import type { MailAddress } from './address.ts';
import type { Subscriptions } from './subscriptions.ts';

/** How often a delegate is told what is new. */
export type DigestChoice = 'at-once' | 'daily' | 'weekly' | 'never';

/** Whether whoever gave an address has shown that it reaches them. */
export type Confirmation =
  | { readonly kind: 'unconfirmed' }
  /** A code was sent there: its SHA-256 in hexadecimal, until when it is good, and how many wrong ones were given. */
  | { readonly kind: 'asked'; readonly codeHash: string; readonly until: Instant; readonly wrong: number }
  | { readonly kind: 'confirmed'; readonly at: Instant };

export interface LastDigest {
  readonly at: Instant;
  readonly upTo: number;
}

/** How a delegate is reached. Personal data: kept beside the record, never on it. */
export interface Contact {
  readonly slug: Slug;
  readonly organisation: OrganisationId;
  /** 0: the organisation's general address. */
  readonly delegate: number;
  readonly address: MailAddress;
  readonly confirmation: Confirmation;
  readonly language: Language;
  /** IANA. */
  readonly zone: string;
  readonly digest: DigestChoice;
  /** When the last digest was made, and the size of the record up to which it told; `null`: none was. */
  readonly lastDigest: LastDigest | null;
  /** Whether bulletins come by mail. Formal notices always do. */
  readonly bulletins: boolean;
  /** The browser's push subscription as JSON, and the key that its delegate had signed in with; `null`: none. */
  readonly push: { readonly subscription: string; readonly key: Fingerprint } | null;
}

/** The subscription at which the delegate may be told now; `null`: there is none, or it ended with its key or the appointment. */
export const pushIn = (
  state: State,
  { organisation, delegate, push }: Pick<Contact, 'organisation' | 'delegate' | 'push'>,
): string | null =>
  push !== null && holding(state, { organisation, delegate, key: push.key }) !== null ? push.subscription : null;

/** Keeps contacts. What was put survives the loss of power. */
export interface Contacts {
  readonly get: (slug: Slug, organisation: OrganisationId, delegate: number) => Contact | null;
  /** All of a conference, by organisation and delegate. */
  readonly all: (slug: Slug) => readonly Contact[];
  /** All of an organisation, its general address first. */
  readonly of: (slug: Slug, organisation: OrganisationId) => readonly Contact[];
  /** Whoever is reached at an address, however it is spelled; by organisation and delegate. */
  readonly byAddress: (slug: Slug, address: string) => readonly Contact[];
  /** Keeps a contact in the place of the one that the delegate had. */
  readonly put: (contact: Contact) => void;
  /** Marks when these were last told, and up to where, if they still are; all or nothing. */
  readonly told: (
    slug: Slug,
    whom: readonly { readonly organisation: OrganisationId; readonly delegate: number }[],
    last: LastDigest,
  ) => void;
  /** Removes a contact for good. */
  readonly remove: (slug: Slug, organisation: OrganisationId, delegate: number) => void;
  /** Readers of periodicals, who need be nobody's delegates. */
  readonly subscriptions: Subscriptions;
}
