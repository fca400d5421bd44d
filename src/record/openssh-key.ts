/** Private keys in files, as `ssh-keygen -t ed25519` writes them (OpenSSH's PROTOCOL.key): Ed25519, without a passphrase. */

import { type Bytes, base64, concat, fromBase64, sameBytes, utf8 } from '../base/bytes.ts';
import type { PublicKey } from '../base/ids.ts';
import { type Result, err, ok } from '../base/result.ts';
import { keyBlob, parseKeyBlob, parsed, printPublicKey } from './public-key.ts';
import { createWireReader, wireString, wireUint32 } from './wire.ts';

export interface PrivateKey {
  /** The 32 bytes that `signingKeyFromSeed` makes a key of. */
  readonly seed: Bytes;
  readonly publicKey: PublicKey;
  readonly comment: string;
}

export type PrivateKeyFault =
  | { readonly kind: 'not-a-private-key' }
  /** It has a passphrase: `ssh-keygen -Y sign` asks for it, we do not. */
  | { readonly kind: 'encrypted' }
  | { readonly kind: 'key-type'; readonly given: string };

const BEGIN = '-----BEGIN OPENSSH PRIVATE KEY-----\n';
const END = '-----END OPENSSH PRIVATE KEY-----\n';
const MAGIC = utf8('openssh-key-v1\0');
const BLOCK = 8;

/** @throws TypeError where the public key is not of type `ssh-ed25519`. */
export const writePrivateKey = ({ seed, publicKey, comment }: PrivateKey): string => {
  const key = parsed(publicKey);
  if (key.type !== 'ssh-ed25519') throw new TypeError('Only Ed25519 keys are kept in files');
  const check = wireUint32(0);
  const secret = concat(check, check, keyBlob(key), wireString(concat(seed, key.point)), wireString(comment));
  const padding = Uint8Array.from({ length: (BLOCK - (secret.length % BLOCK)) % BLOCK }, (_, i) => i + 1);
  const none = wireString('none');
  const blob = concat(
    MAGIC,
    none,
    none,
    wireString(''),
    wireUint32(1),
    wireString(keyBlob(key)),
    wireString(concat(secret, padding)),
  );
  return `${BEGIN}${base64(blob).replaceAll(/.{1,70}/gu, '$&\n')}${END}`;
};

/** Reads such a file. That seed and public key belong together is for whoever makes a key of the seed to see. */
export const readPrivateKey = (text: string): Result<PrivateKey, PrivateKeyFault> => {
  const lines = `${text.trim()}\n`.replaceAll('\r', '');
  const framed = lines.startsWith(BEGIN) && lines.endsWith(END);
  const blob = framed ? fromBase64(lines.slice(BEGIN.length, -END.length).replaceAll('\n', '')) : null;
  if (blob === null || !sameBytes(blob.subarray(0, MAGIC.length), MAGIC)) return err({ kind: 'not-a-private-key' });
  const outer = createWireReader(blob.subarray(MAGIC.length));
  const [cipher, kdf, options, count] = [outer.text(), outer.text(), outer.string(), outer.uint32()];
  const [publicBlob, secret] = [outer.string(), outer.string()];
  if (!outer.complete() || count !== 1) return err({ kind: 'not-a-private-key' });
  if (cipher !== 'none' || kdf !== 'none' || options.length > 0) return err({ kind: 'encrypted' });
  const key = parseKeyBlob(publicBlob);
  if (!key.ok) return err(key.error.kind === 'key-type' ? key.error : { kind: 'not-a-private-key' });
  if (key.value.type !== 'ssh-ed25519') return err({ kind: 'key-type', given: key.value.type });

  const inner = createWireReader(secret);
  const [one, other, type] = [inner.uint32(), inner.uint32(), inner.text()];
  const [point, pair, comment] = [inner.string(), inner.string(), inner.text()];
  for (let expected = 1; !inner.complete(); expected++) {
    if (expected >= BLOCK || inner.byte() !== expected) return err({ kind: 'not-a-private-key' });
  }
  const sound = one === other && type === 'ssh-ed25519' && sameBytes(point, key.value.point);
  if (!sound || pair.length !== 64 || !sameBytes(pair.subarray(32), point)) return err({ kind: 'not-a-private-key' });
  return ok({ seed: pair.slice(0, 32), publicKey: printPublicKey(key.value), comment });
};
