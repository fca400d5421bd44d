/**
 * The cryptographic operations that checking needs. The record checks with WebCrypto and so runs anywhere; where a platform
 * has something faster, a caller passes that instead.
 */

import { sha512 } from '@noble/hashes/sha2.js';
import { type Bytes, base64 } from '../base/bytes.ts';
import { sha256 } from '../base/sha256.ts';
import { memoise } from '../base/memo.ts';

export interface Primitives {
  /**
   * Pure Ed25519 (RFC 8032 section 5.1) by OpenSSL's rule: without cofactor, S below the group's order. `point` is 32 bytes,
   * `signature` 64.
   */
  readonly verifyEd25519: (point: Bytes, signature: Bytes, data: Bytes) => boolean | Promise<boolean>;
  /** ECDSA with P-256 and SHA-256. `point` is 65 bytes uncompressed, `signature` r ‖ s, 64 bytes. */
  readonly verifyP256: (point: Bytes, signature: Bytes, data: Bytes) => boolean | Promise<boolean>;
  readonly sha256: (data: Uint8Array) => Bytes;
  readonly sha512: (data: Uint8Array) => Bytes;
}

/** How many imported keys are kept. An import costs a tenth of a verification; a conference has some hundreds of keys. */
const KEPT_KEYS = 4096;

const ECDSA = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

/** {@link Primitives} over WebCrypto, with a bounded memory of the keys it has seen. */
export const createWebPrimitives = (): Primitives => {
  const verifier = (algorithm: 'Ed25519' | typeof ECDSA) => {
    /** The platform's form of the key, or `null` where it refuses the point. */
    const imported = memoise(KEPT_KEYS, (point) =>
      crypto.subtle.importKey('raw', Uint8Array.fromBase64(point), algorithm, false, ['verify']).catch(() => null),
    );
    return async (point: Bytes, signature: Bytes, data: Bytes): Promise<boolean> => {
      const key = await imported(base64(point));
      return key !== null && crypto.subtle.verify(algorithm, key, signature, data);
    };
  };
  return {
    verifyEd25519: verifier('Ed25519'),
    verifyP256: verifier(ECDSA),
    sha256,
    sha512: (data) => sha512(data),
  };
};

/** The primitives used where a caller names none. */
export const webPrimitives: Primitives = createWebPrimitives();
