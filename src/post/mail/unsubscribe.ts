import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Bytes, base64url, fromBase64url, fromUtf8, utf8 } from '../../base/bytes.ts';
import { type OrganisationId, type Slug, organisationIdSchema, slugSchema } from '../../base/ids.ts';
import type { Subscriber } from '../../conference/post/desk.ts';

/**
 * The links by which bulletins end with one request, without signing in (RFC 8058). Only this node can make one, and whoever has it can do no more
 * than that. It holds whose they are and HMAC-SHA256 over it, parted by a full stop, both in base64url.
 */
export interface UnsubscribeTokens {
  readonly of: (subscriber: Subscriber) => string;
  /** `null`: this node never gave it out. */
  readonly read: (token: string) => Subscriber | null;
}

export const createUnsubscribeTokens = (key: Bytes): UnsubscribeTokens => {
  const mac = (name: string): Uint8Array => createHmac('sha256', key).update(`unsubscribe ${name}`).digest();
  return {
    of: ({ slug, organisation, delegate }) => {
      const name = `${slug}/${organisation}/${delegate}`;
      return `${base64url(utf8(name))}.${base64url(new Uint8Array(mac(name)))}`;
    },
    read: (token) => {
      const [, named = '', sealed = ''] = /^([\w-]{1,200})\.([\w-]{43})$/u.exec(token) ?? [];
      const name = fromUtf8(fromBase64url(named) ?? new Uint8Array()) ?? '';
      const seal = fromBase64url(sealed);
      if (seal?.length !== 32 || !timingSafeEqual(mac(name), seal)) return null;
      return subscriberOf(name);
    },
  };
};

const subscriberOf = (name: string): Subscriber | null => {
  const [slug, organisation, delegate, ...more] = name.split('/');
  if (more.length > 0 || !slugSchema.safeParse(slug).success || !organisationIdSchema.safeParse(organisation).success)
    return null;
  const number = Number(delegate);
  return Number.isInteger(number)
    ? { slug: slug as Slug, organisation: organisation as OrganisationId, delegate: number }
    : null;
};
