import { timingSafeEqual } from 'node:crypto';
import { base64url, utf8 } from '../../base/bytes.ts';
import type { OrganisationId } from '../../base/ids.ts';
import { sha256 } from '../../base/sha256.ts';
import { type SigningKey, signEd25519 } from '../../record/sign-ed25519.ts';
import type { Conference } from '../types.ts';

/**
 * The secrets in the addresses of organisations' calendars: programs that read calendars sign in nowhere, so whoever has the address reads it.
 * Only this host can make them, and it keeps none. When a delegate is recalled, the organisation's calendar moves to another address.
 */
export interface CalendarKeys {
  /** 32 characters of base64url. */
  readonly keyOf: (conference: Conference, organisation: OrganisationId) => Promise<string>;
  /** Whether this is the organisation's key now. */
  readonly fits: (conference: Conference, organisation: OrganisationId, key: string) => Promise<boolean>;
}

const NAMESPACE = 'isonomia-calendar-v1';

export const createCalendarKeys = (hostKey: SigningKey): CalendarKeys => {
  const keyOf: CalendarKeys['keyOf'] = async (conference, organisation) => {
    const { conference: id, organisations } = conference.state();
    const delegates = organisations.get(organisation)?.delegates ?? [];
    const recalled = delegates.filter((delegate) => delegate.recalled !== null).length;
    // Ed25519 signs the same bytes always alike (RFC 8032), and the signature itself is told to nobody.
    const message = utf8(`${id ?? ''}/${organisation}/${recalled}`);
    const signature = await signEd25519(hostKey, { message, namespace: NAMESPACE });
    return base64url(sha256(signature)).slice(0, 32);
  };
  return {
    keyOf,
    fits: async (conference, organisation, key) => {
      const [right, given] = [utf8(await keyOf(conference, organisation)), utf8(key)];
      return right.length === given.length && timingSafeEqual(right, given);
    },
  };
};
