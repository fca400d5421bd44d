/**
 * Passkeys as SSH keys. A WebAuthn credential (ES256) is an `sk-ecdsa-sha2-nistp256@openssh.com` key whose application is the
 * relying party's id, and its assertion over an SSHSIG to-be-signed blob is a `webauthn-sk-ecdsa-…` signature.
 */

import { type Bytes, concat, sameBytes, utf8 } from '../base/bytes.ts';
import type { PublicKey } from '../base/ids.ts';
import { type Result, err, ok } from '../base/result.ts';
import { sha256 } from '../base/sha256.ts';
import { webPrimitives } from './primitives.ts';
import { type KeyFault, checkRegistrable, parsed, printPublicKey } from './public-key.ts';
import { FLAG, type HashAlgorithm, serialiseSshSig, toBeSigned } from './sshsig.ts';
import { toScalar } from './wire.ts';

/** The head of an uncompressed P-256 key in SubjectPublicKeyInfo (RFC 5480), which the 65 bytes of the point follow. */
const SPKI = Uint8Array.fromHex('3059301306072a8648ce3d020106082a8648ce3d030107034200');

/**
 * The public key of a new passkey, from the browser's `response.getPublicKey()` (SubjectPublicKeyInfo, DER) and the relying
 * party's id it was made for.
 */
export const passkeyFromSpki = (spki: Bytes, rpId: string): Result<PublicKey, KeyFault> => {
  if (!sameBytes(spki.subarray(0, SPKI.length), SPKI)) return err({ kind: 'not-a-key' });
  const point = spki.slice(SPKI.length);
  return checkRegistrable(printPublicKey({ type: 'sk-ecdsa-sha2-nistp256@openssh.com', point, application: rpId }));
};

/** What `navigator.credentials.get()` answers, in its `response`. */
export interface Assertion {
  readonly authenticatorData: Bytes;
  readonly clientDataJSON: Bytes;
  /** ECDSA in DER. */
  readonly signature: Bytes;
}

interface Signed {
  readonly message: Bytes;
  readonly namespace: string;
  readonly hash?: HashAlgorithm;
}

/** The challenge for `navigator.credentials.get()` by which a passkey signs `message`. */
export const passkeyChallenge = ({ message, namespace, hash = 'sha512' }: Signed): Bytes =>
  toBeSigned(namespace, hash, hash === 'sha512' ? webPrimitives.sha512(message) : sha256(message));

export type AssertionFault =
  /** The authenticator's data is cut short, carries a new credential, or is for another relying party. */
  | { readonly kind: 'authenticator-data' }
  | { readonly kind: 'client-data' }
  /** Not an ECDSA signature over P-256 in DER. */
  | { readonly kind: 'der' };

/** Joins an assertion over {@link passkeyChallenge} and its key to an SSHSIG. Does not check the signature. */
export const sshSigFromAssertion = (
  publicKey: PublicKey,
  { authenticatorData, clientDataJSON, signature }: Assertion,
  { namespace, hash = 'sha512' }: Omit<Signed, 'message'>,
): Result<Bytes, AssertionFault> => {
  const key = parsed(publicKey);
  const bytes = ecdsaFromDer(signature);
  if (bytes === null) return err({ kind: 'der' });
  const data = readAuthenticatorData(authenticatorData);
  if (data === null || key.type !== 'sk-ecdsa-sha2-nistp256@openssh.com') return err({ kind: 'authenticator-data' });
  if (!sameBytes(data.rpIdHash, sha256(utf8(key.application)))) return err({ kind: 'authenticator-data' });
  const origin = originIn(clientDataJSON);
  if (origin === null) return err({ kind: 'client-data' });
  const { flags, counter, extensions } = data;
  const algorithm = 'webauthn-sk-ecdsa-sha2-nistp256@openssh.com';
  const inner = { algorithm, bytes, flags, counter, origin, clientData: clientDataJSON, extensions } as const;
  return ok(serialiseSshSig({ key, namespace, hash, signature: inner }));
};

/** WebAuthn section 6.1, for an assertion: no attested credential data. */
const readAuthenticatorData = (bytes: Bytes) => {
  const flags = bytes[32] ?? 0;
  if (bytes.length < 37 || flags & FLAG.attestedData) return null;
  const counter = new DataView(bytes.buffer, bytes.byteOffset).getUint32(33);
  return { rpIdHash: bytes.subarray(0, 32), flags, counter, extensions: bytes.subarray(37) };
};

const originIn = (clientDataJSON: Bytes): string | null => {
  try {
    const { origin } = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(clientDataJSON)) as {
      origin?: unknown;
    };
    return typeof origin === 'string' ? origin : null;
  } catch {
    return null;
  }
};

/** An ECDSA signature in DER (RFC 3279 section 2.2.3) as r ‖ s, 32 bytes each; `null` where it is no such thing. */
export const ecdsaFromDer = (der: Bytes): Bytes | null => {
  if (der[0] !== 0x30 || der[1] !== der.length - 2 || der.length > 72) return null;
  const r = derInteger(der, 2);
  const s = r && derInteger(der, r.end);
  return r && s && s.end === der.length ? concat(r.value, s.value) : null;
};

const derInteger = (der: Bytes, at: number): { readonly value: Bytes; readonly end: number } | null => {
  const end = at + 2 + (der[at + 1] ?? 0);
  const value = der[at] === 0x02 && end <= der.length ? toScalar(der.subarray(at + 2, end)) : null;
  return value && { value, end };
};
