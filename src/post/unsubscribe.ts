import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Bytes, base64url, fromBase64url, fromUtf8, utf8 } from '../base/bytes.ts';
import type { OrganisationId, Slug } from '../base/ids.ts';

/** One delegate's bulletins. */
export interface Subscriber {
  readonly slug: Slug;
  readonly organisation: OrganisationId;
  readonly delegate: number;
}

/** Links that end bulletins without signing in (RFC 8058): whoever holds one holds a mail that was sent there. */
export interface UnsubscribeLinks {
  readonly token: (subscriber: Subscriber) => string;
  /** `null` where this node never gave the token out. */
  readonly read: (token: string) => Subscriber | null;
}

const MAC = 16;

export const createUnsubscribeLinks = (key: Bytes): UnsubscribeLinks => {
  const macOf = (body: Uint8Array): Uint8Array =>
    createHmac('sha256', key).update('unsubscribe\0').update(body).digest().subarray(0, MAC);
  return {
    token: ({ slug, organisation, delegate }) => {
      const body = utf8(`${slug}/${organisation}/${delegate}`);
      return base64url(new Uint8Array([...macOf(body), ...body]));
    },
    read: (token) => {
      const bytes = token.length > 200 ? null : fromBase64url(token);
      if (bytes === null || bytes.length <= MAC) return null;
      const body = bytes.subarray(MAC);
      if (!timingSafeEqual(macOf(body), bytes.subarray(0, MAC))) return null;
      const [slug = '', organisation = '', delegate = ''] = (fromUtf8(body) ?? '').split('/');
      return { slug: slug as Slug, organisation: organisation as OrganisationId, delegate: Number(delegate) };
    },
  };
};
