import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Bytes, utf8 } from '../../base/bytes.ts';
import { sha256 } from '../../base/sha256.ts';
import { type Holder, holdersFor } from '../../charter/members/holders.ts';
import { type SigningKey, signEd25519 } from '../../record/sign-ed25519.ts';
import type { Conference } from '../types.ts';

/**
 * The secrets in the addresses of calendars: programs that read calendars sign in nowhere, so whoever has the address reads it. Each is a delegate's, by the
 * key with which they took it, and ends with that key or the delegate. Only this host can make them, and it keeps none.
 */
export interface CalendarKeys {
  /** 32 characters of base64url. */
  readonly keyOf: (conference: Conference, holder: Holder) => Promise<string>;
  /** Whether somebody holds this key for the delegate now. */
  readonly fits: (
    conference: Conference,
    holder: Pick<Holder, 'organisation' | 'delegate'>,
    key: string,
  ) => Promise<boolean>;
}

const NAMESPACE = 'isonomia-calendar-v1';

export const createCalendarKeys = (hostKey: SigningKey): CalendarKeys => {
  let secret: Promise<Bytes> | undefined;
  /** Ed25519 signs the same bytes always alike (RFC 8032), and this signature is told to nobody. */
  const made = async (): Promise<Bytes> => {
    const signature = await signEd25519(hostKey, { message: utf8('calendars'), namespace: NAMESPACE });
    return new Uint8Array(sha256(signature));
  };
  const keyOf: CalendarKeys['keyOf'] = async (conference, { organisation, delegate, key }) => {
    const name = `${conference.state().conference ?? ''}/${organisation}/${delegate}/${key}`;
    return createHmac('sha256', await (secret ??= made()))
      .update(name)
      .digest('base64url')
      .slice(0, 32);
  };
  return {
    keyOf,
    fits: async (conference, { organisation, delegate }, key) => {
      const given = utf8(key);
      for (const holder of holdersFor(conference.state(), organisation, delegate)) {
        const right = utf8(await keyOf(conference, holder));
        if (right.length === given.length && timingSafeEqual(right, given)) return true;
      }
      return false;
    },
  };
};
