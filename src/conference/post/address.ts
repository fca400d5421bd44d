import { domainToASCII } from 'node:url';
import type { Brand } from '../../base/brand.ts';

/** A mail address that is safe to stand in a header and in an SMTP command: ASCII, without spaces, quotes or control characters. */
export type MailAddress = Brand<string, 'MailAddress'>;

/** RFC 5321 section 4.5.3.1: octets before the at sign, and in all. */
const MOST_LOCAL = 64;
const MOST = 254;

/** RFC 5322 section 3.2.3. */
const DOT_ATOM = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/u;
/** Before IDNA: what a domain is typed with. A part that belongs to a URL is none, though the conversion would drop it. */
const TYPED = /^[\p{L}\p{M}\p{N}.-]+$/u;
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/u;

/**
 * The address that somebody typed, spaces around it aside, with its domain in lower case and as it goes over the wire (IDNA);
 * `null` where it is none, or one with a quoted or non-ASCII part before the at sign, which most mail servers do not take.
 */
export const parseMailAddress = (text: string): MailAddress | null => {
  const trimmed = text.trim();
  const at = trimmed.lastIndexOf('@');
  const local = trimmed.slice(0, Math.max(at, 0));
  const typed = trimmed.slice(at + 1);
  const domain = TYPED.test(typed) ? domainToASCII(typed) : '';
  if (local.length > MOST_LOCAL || !DOT_ATOM.test(local) || !DOMAIN.test(domain)) return null;
  const address = `${local}@${domain}`;
  return address.length > MOST ? null : (address as MailAddress);
};

/** What two spellings of an address have in common. Almost no server tells `Anna@` from `anna@`. */
export const foldedAddress = (address: string): string => address.trim().toLowerCase();
