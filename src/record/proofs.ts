/** Checking the tree's proofs, as RFC 9162 sections 2.1.3.2 and 2.1.4.2 put it. Sizes and indices are safe integers. */

import { sameBytes } from '../base/bytes.ts';
import type { Hash } from '../base/sha256.ts';
import { nodeHash } from './tree.ts';

/** Whether `proof` shows that leaf `index` has the hash `leaf` in the tree of `size` leaves and this `root`. */
export const verifyInclusion = ({
  index,
  size,
  leaf,
  root,
  proof,
}: {
  readonly index: number;
  readonly size: number;
  readonly leaf: Hash;
  readonly root: Hash;
  readonly proof: readonly Hash[];
}): boolean => {
  if (!isCount(index) || !isCount(size) || index >= size) return false;
  let at = index;
  let last = size - 1;
  let hash = leaf;
  for (const sibling of proof) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      hash = nodeHash(sibling, hash);
      // At the right edge, levels without a sibling are passed over.
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)];
    } else {
      hash = nodeHash(hash, sibling);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && sameBytes(hash, root);
};

/** Whether `proof` shows that the tree of `from` leaves and root `oldRoot` begins the one of `size` leaves and root `root`. */
export const verifyConsistency = ({
  from,
  size,
  oldRoot,
  root,
  proof,
}: {
  readonly from: number;
  readonly size: number;
  readonly oldRoot: Hash;
  readonly root: Hash;
  readonly proof: readonly Hash[];
}): boolean => {
  if (!isCount(from) || !isCount(size) || from < 1 || from > size) return false;
  if (from === size) return proof.length === 0 && sameBytes(oldRoot, root);
  const [first, ...rest] = isPowerOfTwo(from) ? [oldRoot, ...proof] : proof;
  if (first === undefined || proof.length === 0) return false;
  let at = from - 1;
  let last = size - 1;
  while (at % 2 === 1) [at, last] = [half(at), half(last)];
  let oldHash = first;
  let hash = first;
  for (const sibling of rest) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      oldHash = nodeHash(sibling, oldHash);
      hash = nodeHash(sibling, hash);
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)];
    } else {
      hash = nodeHash(hash, sibling);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && sameBytes(oldHash, oldRoot) && sameBytes(hash, root);
};

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

/** Sizes may pass 2^31, where shifts would not do. */
const half = (value: number): number => Math.floor(value / 2);

const isPowerOfTwo = (value: number): boolean => {
  let odd = value;
  while (odd % 2 === 0) odd = half(odd);
  return odd === 1;
};
