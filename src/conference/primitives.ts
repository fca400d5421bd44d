import { hash } from 'node:crypto';
import type { Bytes } from '../base/bytes.ts';
import type { ActHash } from '../base/ids.ts';
import type { Hash } from '../base/sha256.ts';
import { MAX_ENTRY } from '../record/entry.ts';
import { type Primitives, createWebPrimitives } from '../record/primitives.ts';

/** What the record needs of cryptography, by the machine's own library: several times as fast as what runs anywhere. */

const digest =
  (algorithm: 'sha256' | 'sha512', length: number) =>
  (data: Uint8Array): Bytes => {
    // A string of Latin-1 comes back from the library in a third of the time that a buffer takes.
    const text = hash(algorithm, data, 'latin1');
    const bytes = new Uint8Array(length);
    for (let i = 0; i < length; i++) bytes[i] = text.charCodeAt(i);
    return bytes;
  };

export const fastSha256 = digest('sha256', 32);

/** Verifies through WebCrypto, off this thread. */
export const nodePrimitives: Primitives = {
  ...createWebPrimitives(),
  sha256: fastSha256,
  sha512: digest('sha512', 64),
};

/** The act's identity; see `record/act.ts`. */
export const actHashOf = (actBytes: Uint8Array): ActHash => hash('sha256', actBytes, 'base64url') as ActHash;

/** A leaf is hashed behind a zero byte, which stands here once and for all. */
const leaf = new Uint8Array(1 + MAX_ENTRY);

/** An entry's hash in the tree; see `record/tree.ts`. */
export const leafHashOf = (entryBytes: Uint8Array): Hash => {
  leaf.set(entryBytes, 1);
  return fastSha256(leaf.subarray(0, 1 + entryBytes.length)) as Hash;
};
