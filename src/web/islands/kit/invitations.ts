import { type Bytes, base64, base64url, fromBase64url } from '../../../base/bytes.ts';
import type { PublicKey } from '../../../base/ids.ts';
import { type SigningKey, signEd25519, signingKeyFromSeed } from '../../../record/sign-ed25519.ts';
import { Trouble } from './trouble.ts';

/**
 * Links of invitation. The secret in a link is the seed of a key whose public half stands in the act. It is kept in this tab alone, where it
 * signs the act, until the receipt has shown the link, and the server never sees it: browsers do not send what stands behind `#`.
 */

const nameOf = (key: string): string => `isonomia-invitation:${key}`;

/** Makes a secret, keeps it in this tab, and gives its public key. */
export const newInvitation = async (): Promise<PublicKey> => {
  const seed = crypto.getRandomValues(new Uint8Array(32));
  const { publicKey } = await signingKeyFromSeed(seed);
  sessionStorage.setItem(nameOf(publicKey), base64url(seed));
  return publicKey;
};

const secretOf = (key: string): string | null => sessionStorage.getItem(nameOf(key));

/** Whether the invitation was made in this tab. */
export const isMadeHere = (key: string): boolean => secretOf(key) !== null;

/** The link of an invitation that was made in this tab, or `null`. */
export const invitationLink = (key: string, slug: string): string | null => {
  const secret = secretOf(key);
  return secret === null ? null : `${location.origin}/${slug}/invitation#${secret}`;
};

/** The key in the fragment of an invitation's address; `null` where there is none. */
export const invitationIn = async (fragment: string): Promise<SigningKey | null> => {
  const seed = fromBase64url(fragment.replace(/^#/u, ''));
  return seed?.length === 32 ? signingKeyFromSeed(seed) : null;
};

/** The invitations that the act in this form brings in, in its order. */
export const invitationsOf = (form: HTMLFormElement): readonly string[] =>
  JSON.parse(form.dataset['invitations'] ?? '[]') as readonly string[];

/** Signs with each of the form's invitations. @throws Trouble where one was made elsewhere. */
export const signWithInvitations = (
  form: HTMLFormElement,
  toSign: { readonly message: Bytes; readonly namespace: string },
): Promise<readonly Bytes[]> =>
  Promise.all(
    invitationsOf(form).map(async (key) => {
      const signingKey = await invitationIn(secretOf(key) ?? '');
      if (signingKey === null) throw new Trouble('noInvitationHere');
      return signEd25519(signingKey, toSign);
    }),
  );

/** A signature as a field of a form. */
export const signatureInput = (blob: Bytes): HTMLInputElement =>
  Object.assign(document.createElement('input'), { type: 'hidden', name: 'signature', value: base64(blob) });
