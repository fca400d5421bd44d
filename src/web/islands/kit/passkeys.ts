import { type Bytes, base64url, fromBase64url } from '../../../base/bytes.ts';
import type { PublicKey } from '../../../base/ids.ts';
import { verifySignature } from '../../../record/verify-signature.ts';
import { type Assertion, passkeyChallenge, passkeyFromSpki, sshSigFromAssertion } from '../../../record/webauthn.ts';
import { newUserHandle } from '../../shared/passkey-holder.ts';
import { Trouble } from './trouble.ts';

/** Passkeys, through the browser (WebAuthn). The relying party is this very host. */

export interface Owner {
  readonly slug: string;
  /** `organisation/delegate`. */
  readonly holder: string;
  /** What the browser shows when it asks which passkey. */
  readonly name: string;
}

const rpId = (): string => location.hostname;

/** Which credential a public key belongs to is not on the record; the browser remembers those that it has seen. */
const known = {
  name: (key: PublicKey): string => `isonomia-passkey:${key}`,
  get: (key: PublicKey): Bytes | null => {
    const kept = localStorage.getItem(known.name(key));
    return kept === null ? null : fromBase64url(kept);
  },
  put: (key: PublicKey, credential: ArrayBuffer): void =>
    localStorage.setItem(known.name(key), base64url(new Uint8Array(credential))),
  drop: (key: PublicKey): void => localStorage.removeItem(known.name(key)),
};

const required = (): void => {
  if (typeof PublicKeyCredential === 'undefined') throw new Trouble('unsupported');
};

/** Makes a passkey for a delegate; the person is asked to confirm. */
export const makePasskey = async ({ slug, holder, name }: Owner): Promise<PublicKey> => {
  required();
  const made = await navigator.credentials.create({
    publicKey: {
      challenge: crypto.getRandomValues(new Uint8Array(32)),
      rp: { id: rpId(), name: 'Isonomia' },
      user: { id: newUserHandle(slug, holder), name: `${name} (${holder})`, displayName: name },
      pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
      authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
      attestation: 'none',
    },
  });
  if (!(made instanceof PublicKeyCredential) || !(made.response instanceof AuthenticatorAttestationResponse))
    throw new Trouble('unsupported');
  const spki = made.response.getPublicKey();
  const key = spki === null ? null : passkeyFromSpki(new Uint8Array(spki), rpId());
  if (key === null || !key.ok) throw new Trouble('unsupported');
  known.put(key.value, made.rawId);
  return key.value;
};

export interface Asserted extends Assertion {
  readonly credential: ArrayBuffer;
  /** As {@link newUserHandle} made it; `null` where the authenticator does not tell. */
  readonly userHandle: Bytes | null;
}

interface ToSign {
  readonly message: Bytes;
  readonly namespace: string;
}

/** Which passkey is asked, and how; without either, whichever of this host's the person chooses, in a dialogue. */
interface Asking {
  readonly key?: PublicKey;
  /** Offered in a field that fills itself, without a dialogue, until the person has chosen or this is over. */
  readonly inField?: AbortSignal;
}

/** Asks a passkey to sign. @throws Trouble `cancelled`, where nobody chose */
export const assertWithPasskey = async (toSign: ToSign, { key, inField }: Asking = {}): Promise<Asserted> => {
  required();
  const id = key === undefined ? null : known.get(key);
  const given = await navigator.credentials.get({
    ...(inField === undefined ? {} : { mediation: 'conditional', signal: inField }),
    publicKey: {
      challenge: passkeyChallenge(toSign),
      rpId: rpId(),
      userVerification: 'required',
      allowCredentials: id === null ? [] : [{ type: 'public-key', id }],
    },
  });
  if (!(given instanceof PublicKeyCredential) || !(given.response instanceof AuthenticatorAssertionResponse))
    throw new Trouble('cancelled');
  const { authenticatorData, clientDataJSON, signature, userHandle } = given.response;
  return {
    credential: given.rawId,
    authenticatorData: new Uint8Array(authenticatorData),
    clientDataJSON: new Uint8Array(clientDataJSON),
    signature: new Uint8Array(signature),
    userHandle: userHandle === null ? null : new Uint8Array(userHandle),
  };
};

/** An SSHSIG by this very passkey. */
export const signWithPasskey = async (key: PublicKey, toSign: ToSign): Promise<Bytes> => {
  const asserted = await assertWithPasskey(toSign, { key });
  const blob = sshSigFromAssertion(key, asserted, toSign);
  if (!blob.ok || !(await verifySignature({ blob: blob.value, ...toSign })).ok) throw new Trouble('wrongPasskey');
  known.put(key, asserted.credential);
  return blob.value;
};

/** Whether the browser offers passkeys in a field. */
export const offersInField = async (): Promise<boolean> =>
  typeof PublicKeyCredential !== 'undefined' &&
  typeof PublicKeyCredential.isConditionalMediationAvailable === 'function' &&
  (await PublicKeyCredential.isConditionalMediationAvailable());

/** Tells the authenticator that a credential is good for nothing here, where the browser can; it may then offer it no more. */
export const signalDead = async (credentialId: string): Promise<void> => {
  if (typeof PublicKeyCredential === 'undefined' || !('signalUnknownCredential' in PublicKeyCredential)) return;
  await PublicKeyCredential.signalUnknownCredential({ rpId: rpId(), credentialId }).catch(() => undefined);
};

/** The same of a passkey that was made here and is on no record. */
export const forgetPasskey = async (key: PublicKey): Promise<void> => {
  const id = known.get(key);
  known.drop(key);
  if (id !== null) await signalDead(base64url(id));
};
