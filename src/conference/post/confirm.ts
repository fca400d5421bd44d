import { hash, randomInt, timingSafeEqual } from 'node:crypto';
import { HOUR, type Instant, after } from '../../base/time.ts';
import type { Contact } from './contacts.ts';

/** How long a code is good, and how many wrong ones end it: one guess in a hundred thousand. */
const GOOD_FOR = HOUR;
const MOST_WRONG = 10;

export type CodeFault = 'not-asked' | 'expired' | 'wrong-code' | 'too-many';

/** A fresh code of six digits, to be sent to the contact's address, and the contact that waits for it. */
export const askForCode = (contact: Contact, now: Instant): { readonly contact: Contact; readonly code: string } => {
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const until = after(now, GOOD_FOR);
  return {
    code,
    contact: { ...contact, confirmation: { kind: 'asked', codeHash: hashOf(contact, code), until, wrong: 0 } },
  };
};

/** The contact after a code was given, to be kept whatever the outcome, and why it is not confirmed; `null` where it is. */
export const giveCode = (
  contact: Contact,
  code: string,
  now: Instant,
): { readonly contact: Contact; readonly fault: CodeFault | null } => {
  const { confirmation } = contact;
  if (confirmation.kind !== 'asked') return { contact, fault: 'not-asked' };
  if (now >= confirmation.until) return { contact, fault: 'expired' };
  if (confirmation.wrong >= MOST_WRONG) return { contact, fault: 'too-many' };
  if (sameHex(confirmation.codeHash, hashOf(contact, code.replaceAll(/\s/gu, ''))))
    return { contact: { ...contact, confirmation: { kind: 'confirmed', at: now } }, fault: null };
  return {
    contact: { ...contact, confirmation: { ...confirmation, wrong: confirmation.wrong + 1 } },
    fault: 'wrong-code',
  };
};

/** A code is good for the address that it was sent to, and no other. */
const hashOf = ({ slug, organisation, delegate, address }: Contact, code: string): string =>
  hash('sha256', [slug, organisation, delegate, address, code].join('\n'), 'hex');

const sameHex = (a: string, b: string): boolean => timingSafeEqual(Buffer.from(a, 'hex'), Buffer.from(b, 'hex'));
