import { base64, fromBase64 } from './bytes.ts';
import type { Fingerprint, PublicKey } from './ids.ts';
import { sha256 } from './sha256.ts';

/** OpenSSH's fingerprint of a public key: `SHA256:` and the unpadded base64 of SHA-256 over the key blob. */
export const fingerprint = (key: PublicKey): Fingerprint => {
  const blob = fromBase64(key.slice(key.indexOf(' ') + 1));
  if (blob === null) throw new TypeError('A public key is not base64');
  return `SHA256:${base64(sha256(blob)).replaceAll('=', '')}` as Fingerprint;
};
