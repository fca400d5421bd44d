import type { Bytes } from '../../base/bytes.ts';
import { type Packed, pack, unpack } from '../../base/pack.ts';
import type { Primitives } from '../../record/primitives.ts';

/** Signatures that go to a thread together. */

export interface ToVerify {
  /** 32 bytes of Ed25519, 65 of P-256. */
  readonly point: Bytes;
  readonly signature: Bytes;
  readonly data: Bytes;
}

/** What a thread says of a batch: 1 for each signature that holds, 0 for any other. */
export type Outcomes = Uint8Array<ArrayBuffer>;

/** Whether the signature holds, by the rule of its kind of key. */
export const verifyBy = (primitives: Primitives, { point, signature, data }: ToVerify): boolean | Promise<boolean> =>
  (point.length === 32 ? primitives.verifyEd25519 : primitives.verifyP256)(point, signature, data);

/** Point, signature and data of each, one after the other. */
export const packed = (signatures: readonly ToVerify[]): Packed =>
  pack(signatures.flatMap(({ point, signature, data }) => [point, signature, data]));

export const unpacked = (batch: Packed): readonly ToVerify[] => {
  const parts = unpack(batch);
  const part = (i: number): Bytes => parts[i] ?? new Uint8Array(0);
  return Array.from({ length: parts.length / 3 }, (_, i) => ({
    point: part(3 * i),
    signature: part(3 * i + 1),
    data: part(3 * i + 2),
  }));
};
