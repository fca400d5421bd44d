import { utf8 } from '../base/bytes.ts';
import { sha256 } from '../base/sha256.ts';
import { type SigningKey, signingKeyFromSeed } from './sign-ed25519.ts';

/**
 * The published keys of the sample conference: anyone can make them, so that a visitor may take the place of any of its
 * delegates. They are good for nothing anywhere else, since no other record names them.
 */

const keyOf = (what: 'key' | 'invitation', organisation: string, delegate: number): Promise<SigningKey> =>
  signingKeyFromSeed(sha256(utf8(`isonomia sample ${what} ${organisation}/${delegate}`)));

/** The key with which this delegate signs. */
export const sampleKey = (organisation: string, delegate: number): Promise<SigningKey> =>
  keyOf('key', organisation, delegate);

/** The key of the link by which this delegate was invited. It was spent when the delegate's own key came in. */
export const sampleInvitation = (organisation: string, delegate: number): Promise<SigningKey> =>
  keyOf('invitation', organisation, delegate);
