import { type KeyObject, createPublicKey, verify } from 'node:crypto';
import { base64url } from '../../base/bytes.ts';
import { nodePrimitives } from '../primitives.ts';
import type { Primitives } from '../../record/primitives.ts';

/** How many keys are kept ready. */
const MOST_KEYS = 4096;

/** {@link Primitives} that check on the thread they are called on, at once: for threads that do nothing else. */
export const createSyncPrimitives = (): Primitives => {
  const keys = new Map<string, KeyObject | null>();

  /** The machine's form of a key, or `null` where it refuses the point. */
  const keyFor = (point: Uint8Array): KeyObject | null => {
    const name = base64url(point);
    let key = keys.get(name);
    if (key === undefined) {
      if (keys.size >= MOST_KEYS) keys.clear();
      key = made(point);
      keys.set(name, key);
    }
    return key;
  };

  return {
    ...nodePrimitives,
    verifyEd25519: (point, signature, data) => {
      const key = keyFor(point);
      return key !== null && verify(null, data, key, signature);
    },
    verifyP256: (point, signature, data) => {
      const key = keyFor(point);
      return key !== null && verify('sha256', data, { key, dsaEncoding: 'ieee-p1363' }, signature);
    },
  };
};

const made = (point: Uint8Array): KeyObject | null => {
  const key =
    point.length === 32
      ? { kty: 'OKP', crv: 'Ed25519', x: base64url(point) }
      : { kty: 'EC', crv: 'P-256', x: base64url(point.subarray(1, 33)), y: base64url(point.subarray(33)) };
  try {
    return createPublicKey({ key, format: 'jwk' });
  } catch {
    return null;
  }
};
