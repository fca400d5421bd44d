import { createHmac } from 'node:crypto';
import type { Bytes } from '../../base/bytes.ts';
import type { Slug } from '../../base/ids.ts';
import type { MailAddress } from '../../conference/post/address.ts';
import type { Mailing } from '../../conference/post/outbox.ts';
import { toBase32 } from './base32.ts';
import type { Tokens } from './token.ts';

/** What is queued, with the names that it is known by: they follow from its conference and key alone, so that a mail sent again is the same. */
export interface Mailings {
  readonly of: (wanted: Wanted) => Mailing;
  /** With its angle brackets, of what is or was or will be queued under this key. */
  readonly messageId: (slug: Slug, key: string) => string;
  /** The envelope's sender: where what cannot be delivered comes back to. */
  readonly returnPath: (mailing: Mailing) => MailAddress;
  /** Where replies go; `null` for what takes none. */
  readonly replyTo: (mailing: Mailing) => MailAddress | null;
}

/** `key` is `null` for what is circulated: it goes to a delegate of an organisation once. */
export type Wanted = Omit<Mailing, 'key' | 'messageId' | 'token'> & { readonly key: string | null };

const KEY = /^[a-z0-9-]+(?:\/[a-z0-9-]+)*$/u;

/**
 * @param secret under which names are made that nobody else can make
 * @param domain where the post takes mail
 */
export const createMailings = (secret: Bytes, tokens: Tokens, domain: string): Mailings => {
  const messageId = (slug: Slug, key: string): string => `<${key.replaceAll('/', '.')}.${slug}@${domain}>`;
  return {
    of: (wanted) => {
      const own = ownKey(wanted);
      const key = wanted.key ?? own;
      if (key === null || !KEY.test(key)) throw new TypeError(`${key} is no key of a mail`);
      const addressed = addressedIn(wanted);
      const token =
        key === own && addressed !== null
          ? tokens.local('bounce', addressed).slice('bounce+'.length)
          : toBase32(
              new Uint8Array(
                createHmac('sha256', secret).update(`mail ${wanted.slug}/${key}`).digest().subarray(0, 25),
              ),
            );
      return { ...wanted, key, messageId: messageId(wanted.slug, key), token };
    },
    messageId,
    returnPath: ({ token }) => `bounce+${token}@${domain}` as MailAddress,
    replyTo: (mailing) => {
      const addressed = addressedIn(mailing);
      return addressed === null ? null : (`${tokens.local('reply', addressed)}@${domain}` as MailAddress);
    },
  };
};

type About = Pick<Mailing, 'slug' | 'entry' | 'organisation' | 'delegate'>;

const addressedIn = ({ slug, entry, organisation, delegate }: About) =>
  entry === null || organisation === null || delegate === null
    ? null
    : { slug, circulation: entry, organisation, delegate };

const ownKey = (about: About): string | null => {
  const addressed = addressedIn(about);
  return addressed === null ? null : `${addressed.circulation}/${addressed.organisation}/${addressed.delegate}`;
};
