import { type KeyObject, createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import { type Bytes, fromBase64url } from '../base/bytes.ts';
import { parsed, printPublicKey } from '../record/public-key.ts';
import type { SigningKey } from '../record/sign-ed25519.ts';
import { serialiseSshSig, toBeSigned } from '../record/sshsig.ts';
import { ACT_NAMESPACE } from '../record/verify-signature.ts';
import { nodePrimitives } from './primitives.ts';
import { type KeptForm, keptIn } from './unusable.ts';

/** The key by which the host signs what it says in its own name: checkpoints, ticks and deliveries. */
export interface HostKey extends SigningKey {
  /** An SSHSIG over an act's bytes, binary. At once: a tick must stand before the act that is judged after it. */
  readonly signAct: (actBytes: Bytes) => Bytes;
}

/** @throws TypeError where it is no Ed25519 key. */
export const hostKeyFrom = (key: KeyObject): HostKey => {
  const point = key.asymmetricKeyType === 'ed25519' ? fromBase64url(key.export({ format: 'jwk' }).x ?? '') : null;
  if (point === null) throw new TypeError('The host’s key must be an Ed25519 key');
  const publicKey = printPublicKey({ type: 'ssh-ed25519', point });
  return {
    publicKey,
    privateKey: key.toCryptoKey('Ed25519', false, ['sign']),
    signAct: (actBytes) => {
      const data = toBeSigned(ACT_NAMESPACE, 'sha512', nodePrimitives.sha512(actBytes));
      const signature = { algorithm: 'ssh-ed25519', bytes: new Uint8Array(sign(null, data, key)) } as const;
      return serialiseSshSig({ key: parsed(publicKey), namespace: ACT_NAMESPACE, hash: 'sha512', signature });
    },
  };
};

export const generateHostKey = (): HostKey => hostKeyFrom(generateKeyPairSync('ed25519').privateKey);

/**
 * The key in this file (PKCS #8, PEM, as `openssl genpkey -algorithm ed25519` writes it); where there is no such file, a new
 * key, kept there for the owner's eyes alone.
 * @throws Unusable where the file holds anything else, or cannot be read or written
 */
export const loadOrCreateHostKey = async (file: string): Promise<HostKey> => hostKeyFrom(await keptIn(file, HOST_KEY));

const HOST_KEY: KeptForm<KeyObject> = {
  read: (bytes) => {
    const key = createPrivateKey(Buffer.from(bytes));
    return key.asymmetricKeyType === 'ed25519' ? key : null;
  },
  make: () => generateKeyPairSync('ed25519').privateKey,
  write: (key) => key.export({ type: 'pkcs8', format: 'pem' }),
  is: 'Ed25519 key in PEM, by which this host signs its records and without which they can only be read',
};
