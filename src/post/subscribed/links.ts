import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { type Bytes, base64url, fromBase64url, fromUtf8, utf8 } from '../../base/bytes.ts';
import { type Language, slugSchema } from '../../base/ids.ts';
import { type Instant, instant } from '../../base/time.ts';
import { parseMailAddress } from '../../conference/post/address.ts';
import type { SubscriptionLink } from '../../conference/post/desk.ts';

/**
 * The links in mails by which a subscription begins or ends without signing in. What they say is encrypted and authenticated (AES-256-GCM), so that no address stands in a log or a history, nobody else can
 * make one, and nothing is kept of whoever never answers. 12 bytes of nonce, the ciphertext, 16 bytes of tag, in base64url.
 */
export interface SubscriptionLinks {
  readonly of: (link: SubscriptionLink) => string;
  /** `null`: this node never gave it out. */
  readonly read: (token: string) => SubscriptionLink | null;
}

const [NONCE, TAG] = [12, 16];

/** As long as the longest address makes one. */
const MOST = 800;

const periodical = z.int().min(1);
const whose = { slug: slugSchema, periodical, address: z.string().transform(parsedAddress) } as const;
const linkSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('begin'),
    ...whose,
    language: z.string().transform((tag) => tag as Language),
    until: z.int().transform((at): Instant => instant(at)),
  }),
  z.strictObject({ kind: z.literal('end'), ...whose }),
]);

function parsedAddress(text: string, context: z.RefinementCtx<string>) {
  const address = parseMailAddress(text);
  if (address !== null) return address;
  context.addIssue('not an address');
  return z.NEVER;
}

export const createSubscriptionLinks = (secret: Bytes): SubscriptionLinks => {
  const key = createHmac('sha256', secret).update('subscription links').digest();
  return {
    of: (link) => {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const sealed = Buffer.concat([nonce, cipher.update(utf8(JSON.stringify(link))), cipher.final()]);
      return base64url(new Uint8Array(Buffer.concat([sealed, cipher.getAuthTag()])));
    },
    read: (token) => {
      const bytes = token.length > MOST ? null : fromBase64url(token);
      if (bytes === null || bytes.length <= NONCE + TAG) return null;
      const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE), { authTagLength: TAG });
      cipher.setAuthTag(bytes.subarray(-TAG));
      try {
        const open = Buffer.concat([cipher.update(bytes.subarray(NONCE, -TAG)), cipher.final()]);
        const read = linkSchema.safeParse(JSON.parse(fromUtf8(new Uint8Array(open)) ?? 'null'));
        return read.success ? read.data : null;
      } catch {
        return null;
      }
    },
  };
};
