import { sha256 as digest } from '@noble/hashes/sha2.js';
import type { Brand } from './brand.ts';
import { type Bytes, concat } from './bytes.ts';

/** A SHA-256 digest: 32 bytes (FIPS 180-4). */
export type Hash = Brand<Bytes, 'Hash'>;

/** SHA-256 over the concatenation of `parts`. Synchronous, the same in Node and in a browser. */
export const sha256 = (...parts: readonly Uint8Array[]): Hash =>
  digest(parts.length === 1 && parts[0] !== undefined ? parts[0] : concat(...parts)) as Hash;

/** These bytes as a hash, or `null` where they are not 32. */
export const asHash = (bytes: Bytes | null): Hash | null => (bytes?.length === 32 ? (bytes as Hash) : null);
