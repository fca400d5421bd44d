import type { OrganisationId, Slug } from '../../base/ids.ts';
import { DAY } from '../../base/time.ts';
import { type MailAddress, foldedAddress } from './address.ts';

/** Whose mail it is, for whoever wants to know what a node keeps of them, and for how long it does. See decision 51. */

/** Somebody, as mail knows them: a delegate with the addresses that are theirs, or whoever wrote from one. */
export interface Person {
  readonly slug: Slug;
  /** `null`: they are known by addresses alone. */
  readonly delegate: { readonly organisation: OrganisationId; readonly number: number } | null;
  readonly addresses: readonly string[];
}

/** For how long the node itself keeps what mail says of people, in milliseconds. */
export const MAIL_KEPT = {
  /** Where a mail went, and what the server there said of it; from when it was handed over or given up. */
  out: 90 * DAY,
  /** What came in, of whomever. */
  in: 365 * DAY,
} as const;

/** For how long the node keeps how somebody is reached who is not reached any more, in milliseconds. */
export const ADDRESS_KEPT = {
  /** From when their organisation left the conference. A delegate who is recalled is forgotten within a day. */
  former: 365 * DAY,
  /** From when the last code that was sent there ended, where nobody gave it. */
  unconfirmed: 30 * DAY,
} as const;

/** Stands where an address was forgotten; nobody has it, ever (RFC 2606). */
export const FORGOTTEN = 'forgotten@invalid' as MailAddress;

/**
 * Whether something that went to, or came from, an address is the person's. What is known to be a delegate's is nobody else's, whoever has the same address; what is known to be no
 * delegate's goes by the address.
 */
export const isTheirs = (
  { delegate, addresses }: Person,
  of: { readonly organisation: OrganisationId | null; readonly delegate: number | null },
  address: string,
): boolean =>
  delegate !== null && of.delegate !== null
    ? of.organisation === delegate.organisation && of.delegate === delegate.number
    : addresses.some((own) => foldedAddress(own) === foldedAddress(address));
