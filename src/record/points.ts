/**
 * Which encoded points may stand for somebody's key. Signature libraries disagree about points that are written in two ways,
 * lie off the curve or have a small order (under such an Ed25519 key one signature fits many messages), so none of them is
 * registered. Runs once for each new key; the arithmetic is not constant-time, for it sees public keys only.
 */

type Field = { readonly prime: bigint };

const ED25519 = {
  prime: 2n ** 255n - 19n,
  d: 0x52036cee2b6ffe738cc740797779e89800700a4d4141d8ab75eb4dca135978a3n,
} as const;

const P256 = {
  prime: 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n,
  b: 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn,
} as const;

/** RFC 8032 section 5.1.3: canonical, on the curve, and of no order that divides 8. */
export const isSoundEd25519 = (point: Uint8Array): boolean => {
  if (point.length !== 32) return false;
  const y = number(point.toReversed()) & (2n ** 255n - 1n);
  if (y >= ED25519.prime) return false;
  const yy = mod(y * y, ED25519);
  const u = yy - 1n;
  const v = ED25519.d * yy + 1n;
  // Orders 1 and 2 have y² = 1, order 4 has y = 0; doubling a point of order 8 gives one of order 4, whence d·y⁴ + 2y² = 1.
  const smallOrder = mod(y * u * (v * yy + u), ED25519) === 0n;
  return !smallOrder && isSquare(u * v, ED25519);
};

/** SEC 1 section 2.3.4, uncompressed form only: 0x04 ‖ x ‖ y on NIST P-256. That curve has no small orders. */
export const isSoundP256 = (point: Uint8Array): boolean => {
  if (point.length !== 65 || point[0] !== 4) return false;
  const x = number(point.subarray(1, 33));
  const y = number(point.subarray(33));
  return x < P256.prime && y < P256.prime && mod(y * y - (x * x * x - 3n * x + P256.b), P256) === 0n;
};

const number = (bytes: Uint8Array): bigint => BigInt(`0x${bytes.toHex()}`);

const mod = (value: bigint, { prime }: Field): bigint => ((value % prime) + prime) % prime;

/** Euler's criterion. */
const isSquare = (value: bigint, field: Field): boolean => {
  let result = 1n;
  let base = mod(value, field);
  for (let exponent = (field.prime - 1n) / 2n; exponent > 0n; exponent >>= 1n) {
    if (exponent & 1n) result = mod(result * base, field);
    base = mod(base * base, field);
  }
  return result === 1n;
};
