import type { Bytes } from '../../../base/bytes.ts';
import type { PublicKey } from '../../../base/ids.ts';
import { unreachable } from '../../../base/result.ts';
import { type SigningKey, signEd25519 } from '../../../record/sign-ed25519.ts';
import { deviceKey, forgetDeviceKey, makeDeviceKey } from './device-keys.ts';
import { type Owner, forgetPasskey, makePasskey, signWithPasskey } from './passkeys.ts';
import { Trouble } from './trouble.ts';

/** Whoever signs here: a passkey, this browser's own key, or the key of a link. */
export type Signer =
  | { readonly use: 'passkey' | 'device'; readonly key: PublicKey }
  | { readonly use: 'link'; readonly key: PublicKey; readonly signingKey: SigningKey };

/** An SSHSIG over `message`, binary. @throws Trouble */
export const sign = async (
  signer: Signer,
  toSign: { readonly message: Bytes; readonly namespace: string },
): Promise<Bytes> => {
  switch (signer.use) {
    case 'passkey':
      return signWithPasskey(signer.key, toSign);
    case 'device': {
      const held = await deviceKey(signer.key);
      if (held === null) throw new Trouble('noKeyHere');
      return signEd25519(held, toSign);
    }
    case 'link':
      return signEd25519(signer.signingKey, toSign);
    default:
      return unreachable(signer);
  }
};

/** Makes the key that the person chose. @throws Trouble */
export const makeKey = async (use: 'passkey' | 'device', owner: Owner): Promise<Signer> => ({
  use,
  key: use === 'passkey' ? await makePasskey(owner) : (await makeDeviceKey(owner)).publicKey,
});

/** Throws a key away that did not get onto the record and is of no use. */
export const discard = async ({ use, key }: Signer): Promise<void> => {
  if (use === 'device') await forgetDeviceKey(key);
  if (use === 'passkey') await forgetPasskey(key);
};
