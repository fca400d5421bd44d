/**
 * Whether a signature over an act is good: the envelope is SSHSIG in the right namespace, the key's owner was there, a passkey
 * was used on the right site, and the mathematics hold. What it does not say is whose key it is: that is the charter's to know.
 */

import { type Bytes, concat, utf8 } from '../base/bytes.ts';
import type { Fingerprint, PublicKey } from '../base/ids.ts';
import { type Result, err, ok, unreachable } from '../base/result.ts';
import { type ClientDataFault, clientDataFault } from './client-data.ts';
import { type Primitives, webPrimitives } from './primitives.ts';
import { fingerprint, printPublicKey } from './public-key.ts';
import { wireByte, wireUint32 } from './wire.ts';
import { FLAG, type InnerSignature, type SshSig, type SshSigFault, parseSshSig, toBeSigned } from './sshsig.ts';

/** Of signatures over acts. */
export const ACT_NAMESPACE = 'isonomia-act-v1';
/** Of signatures over the server's challenge, by which a delegate signs in. */
export const SIGN_IN_NAMESPACE = 'isonomia-sign-in-v1';

export interface VerifiedSignature {
  readonly key: PublicKey;
  readonly fingerprint: Fingerprint;
  /** `webauthn-sk-…` means that a passkey made it. */
  readonly algorithm: InnerSignature['algorithm'];
}

/** Whether a passkey made it, through a browser and with its user verified. */
export const isWebAuthn = (algorithm: VerifiedSignature['algorithm']): boolean =>
  algorithm === 'webauthn-sk-ecdsa-sha2-nistp256@openssh.com';

export type SignatureFault =
  | SshSigFault
  | ClientDataFault
  | { readonly kind: 'namespace'; readonly given: string }
  /** Nobody touched the authenticator. */
  | { readonly kind: 'user-not-present' }
  /** The authenticator did not check who touched it. */
  | { readonly kind: 'user-not-verified' }
  /** The flags announce data that is not there, or the reverse. */
  | { readonly kind: 'flags' }
  /** The signature does not fit this key and this message. */
  | { readonly kind: 'wrong-signature' };

export interface SignatureToCheck {
  readonly sshsig: SshSig;
  /** What was signed: an act's bytes. */
  readonly message: Bytes;
  readonly namespace: string;
  /**
   * Whether a passkey must have verified its user (by PIN, finger or face) and not only noticed a touch. The record demands
   * it, so this is only ever turned off for signatures from elsewhere.
   */
  readonly userVerification?: boolean;
}

/** Reads an SSHSIG, binary, and checks it. Never throws for bad input. */
export const verifySignature = async (
  { blob, ...toCheck }: Omit<SignatureToCheck, 'sshsig'> & { readonly blob: Bytes },
  primitives: Primitives = webPrimitives,
): Promise<Result<VerifiedSignature, SignatureFault>> => {
  const sshsig = parseSshSig(blob);
  return sshsig.ok ? checkSignature({ sshsig: sshsig.value, ...toCheck }, primitives) : sshsig;
};

/** Checks one signature that was read. Never throws for bad input. */
export const checkSignature = async (
  { sshsig, message, namespace, userVerification = true }: SignatureToCheck,
  primitives: Primitives = webPrimitives,
): Promise<Result<VerifiedSignature, SignatureFault>> => {
  if (sshsig.namespace !== namespace) return err({ kind: 'namespace', given: sshsig.namespace.slice(0, 64) });
  const { key, hash, signature } = sshsig;
  const data = toBeSigned(namespace, hash, primitives[hash](message));
  const fault = authenticatorFault(sshsig, data, userVerification);
  if (fault !== null) return err(fault);
  if (!(await holds(sshsig, data, primitives))) return err({ kind: 'wrong-signature' });
  const publicKey = printPublicKey(key);
  return ok({ key: publicKey, fingerprint: fingerprint(publicKey), algorithm: signature.algorithm });
};

/** What the authenticator and the browser say of the circumstances, before any mathematics. */
const authenticatorFault = (
  { key, signature }: SshSig,
  data: Bytes,
  userVerification: boolean,
): SignatureFault | null => {
  if (key.type === 'ssh-ed25519' || signature.algorithm === 'ssh-ed25519') return null;
  const { application } = key;
  const { algorithm, flags } = signature;
  if (!(flags & FLAG.userPresent)) return { kind: 'user-not-present' };
  if (algorithm !== 'webauthn-sk-ecdsa-sha2-nistp256@openssh.com') {
    // A passkey signs through a browser only: nothing else says which site asked and checks who answers.
    return application.startsWith('ssh:') ? null : { kind: 'signature-type', given: algorithm };
  }
  if (userVerification && !(flags & FLAG.userVerified)) return { kind: 'user-not-verified' };
  const announced = (flags & FLAG.extensions) !== 0;
  if (flags & FLAG.attestedData || announced !== signature.extensions.length > 0) return { kind: 'flags' };
  return clientDataFault(signature.clientData, { challenge: data, origin: signature.origin, application });
};

const holds = ({ key, signature }: SshSig, data: Bytes, primitives: Primitives): boolean | Promise<boolean> => {
  switch (key.type) {
    case 'ssh-ed25519':
      return primitives.verifyEd25519(key.point, signature.bytes, data);
    case 'sk-ssh-ed25519@openssh.com':
      return primitives.verifyEd25519(
        key.point,
        signature.bytes,
        authenticated(key.application, signature, data, primitives),
      );
    case 'sk-ecdsa-sha2-nistp256@openssh.com':
      return primitives.verifyP256(
        key.point,
        signature.bytes,
        authenticated(key.application, signature, data, primitives),
      );
    default:
      return unreachable(key);
  }
};

/** What an authenticator signs (PROTOCOL.u2f): SHA-256 of the application, flags, counter, extensions, SHA-256 of the message. */
const authenticated = (application: string, signature: InnerSignature, data: Bytes, { sha256 }: Primitives): Bytes => {
  if (signature.algorithm === 'ssh-ed25519') throw new TypeError('No authenticator makes such a signature');
  const webauthn = signature.algorithm === 'webauthn-sk-ecdsa-sha2-nistp256@openssh.com';
  return concat(
    sha256(utf8(application)),
    wireByte(signature.flags),
    wireUint32(signature.counter),
    webauthn ? signature.extensions : new Uint8Array(0),
    sha256(webauthn ? signature.clientData : data),
  );
};
