/** The host's public key as openssl reads it: SubjectPublicKeyInfo in PEM (RFC 8410, RFC 7468). */

import { base64, concat, fromBase64, sameBytes } from '../base/bytes.ts';
import type { PublicKey } from '../base/ids.ts';
import { parsed, printPublicKey } from './public-key.ts';

/** The head of an Ed25519 key in SubjectPublicKeyInfo, which its 32 bytes follow. */
const SPKI = Uint8Array.fromHex('302a300506032b6570032100');
const PEM = /^-----BEGIN PUBLIC KEY-----\n([A-Za-z0-9+/]{59}=)\n-----END PUBLIC KEY-----\n$/u;

/** @throws TypeError for a key of another type. */
export const hostKeyPem = (key: PublicKey): string => {
  const { type, point } = parsed(key);
  if (type !== 'ssh-ed25519') throw new TypeError('A host has an Ed25519 key');
  return `-----BEGIN PUBLIC KEY-----\n${base64(concat(SPKI, point))}\n-----END PUBLIC KEY-----\n`;
};

/** Reads what {@link hostKeyPem} writes and nothing else. */
export const hostKeyFromPem = (pem: string): PublicKey | null => {
  const der = fromBase64(PEM.exec(pem)?.[1] ?? '');
  if (der?.length !== SPKI.length + 32 || !sameBytes(der.subarray(0, SPKI.length), SPKI)) return null;
  return printPublicKey({ type: 'ssh-ed25519', point: der.slice(SPKI.length) });
};
