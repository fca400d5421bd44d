import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Bytes, base64url, fromBase64url, fromUtf8, utf8 } from '../../base/bytes.ts';
import { type OrganisationId, type Slug, organisationIdSchema, slugSchema } from '../../base/ids.ts';
import type { Contact } from '../../conference/post/contacts.ts';

/**
 * The links by which bulletins end with one request, without signing in (RFC 8058). Only this node can make one, and whoever has it can do no more
 * than that. It holds whose they are and HMAC-SHA256 over that and the mail address to which it went, parted by a full stop, both in base64url.
 */
export interface UnsubscribeTokens {
  readonly of: (contact: Pick<Contact, keyof Whose | 'address'>) => string;
  /** Whose it is; `null`: this node never gave it out, or what it was given out for has ended. */
  readonly read: (token: string) => Contact | null;
}

type Whose = Pick<Contact, 'slug' | 'organisation' | 'delegate'>;

/** `reached`: the contact of whoever is still reached. */
export const createUnsubscribeTokens = (key: Bytes, reached: (whose: Whose) => Contact | null): UnsubscribeTokens => {
  const mac = (name: string, address: string): Uint8Array =>
    createHmac('sha256', key).update(`unsubscribe ${name} ${address}`).digest();
  return {
    of: ({ slug, organisation, delegate, address }) => {
      const name = `${slug}/${organisation}/${delegate}`;
      return `${base64url(utf8(name))}.${base64url(new Uint8Array(mac(name, address)))}`;
    },
    read: (token) => {
      const [, named = '', sealed = ''] = /^([\w-]{1,200})\.([\w-]{43})$/u.exec(token) ?? [];
      const name = fromUtf8(fromBase64url(named) ?? new Uint8Array()) ?? '';
      const seal = fromBase64url(sealed);
      const whose = subscriberOf(name);
      const contact = whose === null ? null : reached(whose);
      if (contact === null || seal?.length !== 32) return null;
      return timingSafeEqual(mac(name, contact.address), seal) ? contact : null;
    },
  };
};

const subscriberOf = (name: string): Whose | null => {
  const [slug, organisation, delegate, ...more] = name.split('/');
  if (more.length > 0 || !slugSchema.safeParse(slug).success || !organisationIdSchema.safeParse(organisation).success)
    return null;
  const number = Number(delegate);
  return Number.isInteger(number)
    ? { slug: slug as Slug, organisation: organisation as OrganisationId, delegate: number }
    : null;
};
