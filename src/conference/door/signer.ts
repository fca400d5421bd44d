import { type Bytes, base64 } from '../../base/bytes.ts';
import type { Signer } from '../../charter/act.ts';
import { fingerprintOf, printPublicKey } from '../../record/public-key.ts';
import { parseSshSig } from '../../record/sshsig.ts';

/** Whom a signature names as its maker. A conference has few keys and many signatures, so the answers are remembered. */

/** Where the key stands in an SSHSIG: behind the magic word and the version. */
const KEY = 10;
const MOST_KEPT = 4096;

const kept = new Map<string, Signer>();

/**
 * The signer that an SSHSIG names, which was read before: by the door, or when it went into the record. Says nothing about
 * whether the signature holds.
 * @throws TypeError or RangeError where the blob is no SSHSIG
 */
export const signerOf = (blob: Bytes): Signer => {
  const view = new DataView(blob.buffer, blob.byteOffset, blob.length);
  /** Where the string that begins at `at` ends. */
  const behind = (at: number): number => at + 4 + view.getUint32(at);
  const keyEnd = behind(KEY);
  // Namespace, reserved and hash stand between the key and the signature, which begins with its algorithm's name.
  const algorithm = behind(behind(behind(keyEnd))) + 4;
  // The algorithms' names have different lengths, so key and length tell all that a signer is made of.
  const name = `${view.getUint32(algorithm)} ${base64(blob.subarray(KEY, keyEnd))}`;
  const known = kept.get(name);
  if (known !== undefined) return known;
  const signer = read(blob);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(name, signer);
  return signer;
};

const read = (blob: Bytes): Signer => {
  const sshsig = parseSshSig(blob);
  if (!sshsig.ok) throw new TypeError(`Not a signature: ${sshsig.error.kind}`);
  const { key, signature } = sshsig.value;
  return {
    key: printPublicKey(key),
    fingerprint: fingerprintOf(key),
    webauthn: signature.algorithm === 'webauthn-sk-ecdsa-sha2-nistp256@openssh.com',
  };
};
