/** The tree and the entries as static files (C2SP tlog-tiles): what mirrors and witnesses fetch. */

import { type Bytes, concat } from '../base/bytes.ts';
import type { Tree } from './tree.ts';

/** How many hashes, or entries, a full tile holds. */
export const TILE = 256;

/** Levels of the tree in a tile. */
const TILE_HEIGHT = 8;

export interface TileId {
  readonly level: number;
  readonly index: number;
  /** 1 to {@link TILE}; less than that is a partial tile, at the right edge. */
  readonly width: number;
}

/** The bytes of a hash tile, or `null` where the tree does not have all of it yet. */
export const hashTile = (tree: Tree, { level, index, width }: TileId): Bytes | null => {
  const first = index * TILE;
  return isTile(level, index, width) && first + width <= Math.floor(tree.size() / TILE ** level)
    ? tree.hashes(level * TILE_HEIGHT, first, width)
    : null;
};

/** An entry bundle: each entry behind its length in two bytes, most significant first. */
export const entryBundle = (entries: readonly Uint8Array[]): Bytes =>
  concat(...entries.flatMap((entry) => [Uint8Array.of(entry.length >>> 8, entry.length), entry]));

/** `tile/0/x001/234`, or with `.p/5` behind it for a partial tile. Entry bundles have the level `entries`. */
export const tilePath = (level: number | 'entries', index: number, width: number): string => {
  const digits = String(index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/.{3}/gu) ?? [];
  const path = groups.map((group, i) => (i < groups.length - 1 ? `x${group}` : group)).join('/');
  return `tile/${level}/${path}${width === TILE ? '' : `.p/${width}`}`;
};

/** The tile that such a path names, or `null`: there is one way to write each. */
export const parseTilePath = (
  path: string,
): (Omit<TileId, 'level'> & { readonly level: number | 'entries' }) | null => {
  const [, name = '', groups = '', partial] =
    /^tile\/(entries|[0-9]{1,2})\/((?:x[0-9]{3}\/){0,4}[0-9]{3})(?:\.p\/([0-9]{1,3}))?$/u.exec(path) ?? [];
  const level = name === 'entries' ? name : Number(name);
  const index = Number(groups.replaceAll(/[x/]/gu, ''));
  const width = partial === undefined ? TILE : Number(partial);
  return groups !== '' &&
    isTile(level === 'entries' ? 0 : level, index, width) &&
    tilePath(level, index, width) === path
    ? { level, index, width }
    : null;
};

const isTile = (level: number, index: number, width: number): boolean =>
  Number.isSafeInteger(index) &&
  index >= 0 &&
  level >= 0 &&
  level <= 63 &&
  Number.isInteger(level) &&
  width >= 1 &&
  width <= TILE;
