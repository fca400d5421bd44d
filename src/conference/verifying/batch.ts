import { type Bytes, concat } from '../../base/bytes.ts';
import type { Primitives } from '../../record/primitives.ts';

/** Signatures that go to a thread together, as one piece of memory. */

export interface ToVerify {
  /** 32 bytes of Ed25519, 65 of P-256. */
  readonly point: Bytes;
  readonly signature: Bytes;
  readonly data: Bytes;
}

/** Whether the signature holds, by the rule of its kind of key. */
export const verifyBy = (primitives: Primitives, { point, signature, data }: ToVerify): boolean | Promise<boolean> =>
  (point.length === 32 ? primitives.verifyEd25519 : primitives.verifyP256)(point, signature, data);

export interface Batch {
  /** Point, signature and data of each, one after the other. */
  readonly bytes: Bytes;
  /** How many bytes each of them has, in the same order. */
  readonly lengths: readonly number[];
}

/** What a thread says of a batch: 1 for each signature that holds, 0 for any other. */
export type Outcomes = Uint8Array<ArrayBuffer>;

export const packed = (signatures: readonly ToVerify[]): Batch => {
  const parts = signatures.flatMap(({ point, signature, data }) => [point, signature, data]);
  return { bytes: concat(...parts), lengths: parts.map(({ length }) => length) };
};

export const unpacked = ({ bytes, lengths }: Batch): readonly ToVerify[] => {
  let at = 0;
  const take = (i: number): Bytes => bytes.subarray(at, (at += lengths[i] ?? 0));
  return Array.from({ length: lengths.length / 3 }, (_, i) => ({
    point: take(3 * i),
    signature: take(3 * i + 1),
    data: take(3 * i + 2),
  }));
};
