import { base64url, fromBase64url } from '../../../base/bytes.ts';
import type { PublicKey } from '../../../base/ids.ts';
import { type SigningKey, signingKeyFromSeed } from '../../../record/sign-ed25519.ts';

/**
 * Links of invitation. The secret in a link is the seed of a key whose public half stands in the act. It is kept in this tab alone, until
 * the receipt has shown the link, and the server never sees it: browsers do not send what stands behind `#`.
 */

const nameOf = (key: string): string => `isonomia-invitation:${key}`;

/** Makes a secret, keeps it in this tab, and gives its public key. */
export const newInvitation = async (): Promise<PublicKey> => {
  const seed = crypto.getRandomValues(new Uint8Array(32));
  const { publicKey } = await signingKeyFromSeed(seed);
  sessionStorage.setItem(nameOf(publicKey), base64url(seed));
  return publicKey;
};

/** The link of an invitation that was made in this tab, or `null`. */
export const invitationLink = (key: string, slug: string): string | null => {
  const secret = sessionStorage.getItem(nameOf(key));
  return secret === null ? null : `${location.origin}/${slug}/invitation#${secret}`;
};

/** The key in the fragment of an invitation's address; `null` where there is none. */
export const invitationIn = async (fragment: string): Promise<SigningKey | null> => {
  const seed = fromBase64url(fragment.replace(/^#/u, ''));
  return seed?.length === 32 ? signingKeyFromSeed(seed) : null;
};
