import type { Bytes } from './bytes.ts';

/** Many byte strings in one piece of memory, which changes hands between threads without being copied. */
export interface Packed {
  readonly bytes: Bytes;
  readonly lengths: Uint32Array<ArrayBuffer>;
}

export const pack = (parts: readonly Uint8Array[]): Packed => {
  const lengths = Uint32Array.from(parts, (part) => part.length);
  const bytes = new Uint8Array(lengths.reduce((sum, length) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return { bytes, lengths };
};

/** The parts again, as views into the one piece. */
export const unpack = ({ bytes, lengths }: Packed): readonly Bytes[] => {
  let at = 0;
  return Array.from(lengths, (length) => bytes.subarray(at, (at += length)));
};

/** What to hand over with a message that holds these. */
export const transferOf = (...packed: readonly Packed[]): ArrayBuffer[] =>
  packed.flatMap(({ bytes, lengths }) => [bytes.buffer, lengths.buffer]);
