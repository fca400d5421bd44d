/**
 * The record's Merkle tree (RFC 6962 section 2.1, SHA-256), growing leaf by leaf, with the proofs that a reader needs. Checking
 * those proofs takes no tree: see proofs.ts.
 */

import { type Bytes, concat } from '../base/bytes.ts';
import { type Hash, sha256 } from '../base/sha256.ts';

const LEAF = Uint8Array.of(0);
const NODE = 1;
const HASH = 32;

/** SHA-256(0x00 ‖ entry), by the platform's SHA-256 where a caller has one. */
export const leafHash = (entryBytes: Uint8Array, hash: (bytes: Uint8Array) => Bytes = sha256): Hash =>
  hash(concat(LEAF, entryBytes)) as Hash;

/** SHA-256(0x01 ‖ left ‖ right), likewise. */
export const nodeHash = (left: Uint8Array, right: Uint8Array, hash: (bytes: Uint8Array) => Bytes = sha256): Hash => {
  const bytes = new Uint8Array(1 + 2 * HASH);
  bytes[0] = NODE;
  bytes.set(left, 1);
  bytes.set(right, 1 + HASH);
  return hash(bytes) as Hash;
};

export interface Tree {
  /** How many leaves there are. */
  readonly size: () => number;
  /** Adds a leaf by its {@link leafHash}. */
  readonly append: (leaf: Hash) => void;
  /** Adds the leaves of another tree by its {@link Tree.rows}: without a hash where this one's size is a multiple of as many leaves as its highest row has below each. */
  readonly extend: (rows: readonly Bytes[]) => void;
  /** All {@link Tree.hashes}, height by height from the leaves on. */
  readonly rows: () => readonly Bytes[];
  /** The root over the first `size` leaves, or all. */
  readonly root: (size?: number) => Hash;
  /** The siblings from leaf `index` up to the root over the first `size` leaves (RFC 6962 section 2.1.1). */
  readonly inclusionProof: (index: number, size?: number) => readonly Hash[];
  /** What shows that the tree of `from` leaves begins the one of `size` (RFC 6962 section 2.1.2). */
  readonly consistencyProof: (from: number, size?: number) => readonly Hash[];
  /**
   * `count` neighbouring hashes `height` above the leaves, 32 bytes each, beginning with the `first`. Those are the roots of
   * complete subtrees of 2^height leaves.
   */
  readonly hashes: (height: number, first: number, count: number) => Bytes;
}

/**
 * An empty tree. It keeps the root of every complete subtree, 64 bytes a leaf; appending costs one hash on average, and
 * each of its other answers at most two for each level. All of them throw RangeError for what the tree does not have yet.
 */
export const createTree = (sha: (bytes: Uint8Array) => Bytes = sha256): Tree => {
  /** `levels[h]` holds the roots of the complete subtrees of 2^h leaves, from the left. */
  const levels: Level[] = [createLevel()];
  const level = (height: number): Level => (levels[height] ??= createLevel());
  const size = (): number => level(0).length();

  /** Adds the root of a complete subtree of 2^from leaves whose own hashes are there. */
  const raise = (root: Hash, from: number): void => {
    let hash = root;
    for (let height = from; ; height++) {
      const row = level(height);
      row.push(hash);
      if (row.length() % 2 === 1) return;
      hash = nodeHash(row.at(row.length() - 2), hash, sha);
    }
  };

  const append = (leaf: Hash): void => raise(leaf, 0);

  const extend = (rows: readonly Bytes[]): void => {
    const top = rows.length - 1;
    const fits = size() % 2 ** top === 0;
    rows.forEach((row, height) => {
      if (fits && height < top) level(height).push(row);
      else if (height === (fits ? top : 0))
        for (let at = 0; at < row.length; at += HASH) raise(row.subarray(at, at + HASH) as Hash, height);
    });
  };

  /** MTH(D[from:to]) of RFC 6962, where a complete subtree as high as this range begins at `from`. */
  const range = (from: number, to: number): Hash => {
    if (to - from === 1) return level(0).at(from);
    const height = heightBelow(to - from);
    const middle = from + 2 ** height;
    return to - middle === 2 ** height
      ? level(height + 1).at(from / 2 ** (height + 1))
      : nodeHash(range(from, middle), range(middle, to), sha);
  };

  const within = (least: number, value: number, most: number): void => {
    if (!Number.isSafeInteger(value) || value < least || value > most)
      throw new RangeError(`${value} is not ${least} to ${most}`);
  };

  return {
    size,
    append,
    extend,
    rows: () => levels.filter((row) => row.length() > 0).map((row) => row.slice(0, row.length())),
    root: (to = size()) => {
      within(0, to, size());
      return to === 0 ? sha256(new Uint8Array(0)) : range(0, to);
    },
    inclusionProof: (index, to = size()) => {
      within(0, to, size());
      within(0, index, to - 1);
      const path: Hash[] = [];
      for (let from = 0, end = to; end - from > 1;) {
        const middle = from + 2 ** heightBelow(end - from);
        const left = index < middle;
        path.unshift(left ? range(middle, end) : range(from, middle));
        if (left) end = middle;
        else from = middle;
      }
      return path;
    },
    consistencyProof: (old, to = size()) => {
      within(0, to, size());
      within(1, old, to);
      const path: Hash[] = [];
      let from = 0;
      let end = to;
      while (end !== old) {
        const middle = from + 2 ** heightBelow(end - from);
        const left = old <= middle;
        path.unshift(left ? range(middle, end) : range(from, middle));
        if (left) end = middle;
        else from = middle;
      }
      return from === 0 ? path : [range(from, end), ...path];
    },
    hashes: (height, first, count) => {
      within(0, height, 63);
      within(0, first, levels[height]?.length() ?? 0);
      within(0, count, (levels[height]?.length() ?? 0) - first);
      return level(height).slice(first, count);
    },
  };
};

/** The largest `height` for which 2^height is below `length`, which is at least 2. */
const heightBelow = (length: number): number => {
  let height = 0;
  while (2 ** (height + 1) < length) height++;
  return height;
};

type Level = ReturnType<typeof createLevel>;

/** A list of hashes in one growing piece of memory. */
const createLevel = () => {
  let bytes: Bytes = new Uint8Array(HASH * 16);
  let length = 0;
  const slice = (first: number, count: number): Bytes => bytes.slice(first * HASH, (first + count) * HASH);
  /** Adds hashes that stand one after the other. */
  const push = (hashes: Bytes): void => {
    const needed = length * HASH + hashes.length;
    if (needed > bytes.length) bytes = concat(bytes, new Uint8Array(Math.max(bytes.length, needed - bytes.length)));
    bytes.set(hashes, length * HASH);
    length += hashes.length / HASH;
  };
  return {
    length: () => length,
    at: (index: number) => slice(index, 1) as Hash,
    slice,
    push,
  };
};
