/** Signing with an Ed25519 key: what `ssh-keygen -Y sign` does, for device keys, the command line and the sample. */

import { type Bytes, concat, fromBase64url } from '../base/bytes.ts';
import type { PublicKey } from '../base/ids.ts';
import { sha256 } from '../base/sha256.ts';
import { webPrimitives } from './primitives.ts';
import { parsed, printPublicKey } from './public-key.ts';
import { type HashAlgorithm, serialiseSshSig, toBeSigned } from './sshsig.ts';

/** A private key in WebCrypto's keeping, and its public half. */
export interface SigningKey {
  readonly privateKey: CryptoKey;
  readonly publicKey: PublicKey;
}

/** A new key. Where it is not `extractable`, no script can ever read the private half: a device key. */
export const generateSigningKey = async (extractable = false): Promise<SigningKey> => {
  const pair = await crypto.subtle.generateKey('Ed25519', extractable, ['sign', 'verify']);
  if (!('privateKey' in pair)) throw new TypeError('WebCrypto made one key where a pair was asked for');
  return { privateKey: pair.privateKey, publicKey: await publicKeyOf(pair.publicKey) };
};

/** The `ssh-ed25519` form of WebCrypto's public key. */
export const publicKeyOf = async (key: CryptoKey): Promise<PublicKey> =>
  printPublicKey({ type: 'ssh-ed25519', point: new Uint8Array(await crypto.subtle.exportKey('raw', key)) });

/** The head of every PKCS #8 structure that holds an Ed25519 seed (RFC 8410 section 7). */
const PKCS8 = Uint8Array.fromHex('302e020100300506032b657004220420');

/**
 * The key that RFC 8032 derives from a seed of 32 bytes.
 * @throws RangeError for a seed of another length.
 */
export const signingKeyFromSeed = async (seed: Bytes): Promise<SigningKey> => {
  if (seed.length !== 32) throw new RangeError('A seed has 32 bytes');
  const pkcs8 = concat(PKCS8, seed);
  // WebCrypto gives the public half of an extractable key only; the one handed out is not extractable.
  const jwk = await crypto.subtle.exportKey(
    'jwk',
    await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', true, ['sign']),
  );
  const point = fromBase64url(jwk.x ?? '');
  if (point === null) throw new TypeError('WebCrypto gave no public key');
  return {
    privateKey: await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', false, ['sign']),
    publicKey: printPublicKey({ type: 'ssh-ed25519', point }),
  };
};

/** The seed of an extractable key. @throws where the key is not extractable. */
export const seedOf = async ({ privateKey }: SigningKey): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.exportKey('pkcs8', privateKey)).slice(-32);

/** An SSHSIG over `message`, binary. With the hash `sha512` it is byte for byte what `ssh-keygen -Y sign` makes. */
export const signEd25519 = async (
  { privateKey, publicKey }: SigningKey,
  {
    message,
    namespace,
    hash = 'sha512',
  }: { readonly message: Bytes; readonly namespace: string; readonly hash?: HashAlgorithm },
): Promise<Bytes> => {
  const data = toBeSigned(namespace, hash, hash === 'sha512' ? webPrimitives.sha512(message) : sha256(message));
  const bytes = new Uint8Array(await crypto.subtle.sign('Ed25519', privateKey, data));
  return serialiseSshSig({ key: parsed(publicKey), namespace, hash, signature: { algorithm: 'ssh-ed25519', bytes } });
};
