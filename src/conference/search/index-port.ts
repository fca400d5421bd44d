import type { ConferenceId, Slug } from '../../base/ids.ts';
import type { Cluster, Kind, Source } from './document.ts';
import type { Query } from './query.ts';

/**
 * What keeps words so that they are found quickly. It is derived from the record and can be thrown away at any time: what it answers are names, and what they stand for is read anew.
 *
 * It has two faces that share nothing: what everybody may find, and what members may. Whoever asks one learns nothing of the other, not by how long it takes either.
 */
export type Face = 'everyone' | 'members';

export const FACES: readonly Face[] = ['everyone', 'members'];

/** How far an index has come with a record. */
export interface Head {
  readonly conference: ConferenceId;
  /** The software that made it: another finds other words. */
  readonly maker: string;
  readonly size: number;
  /** The root of the record at that size, in base64url. */
  readonly root: string;
}

/** All that a cluster has now, on each face. */
export interface Change {
  readonly cluster: Cluster;
  readonly faces: Readonly<Record<Face, readonly Source[]>>;
  /** Where it is an entry of the record: how that is listed. */
  readonly placed?: Placed;
}

/** An entry of the record under the names of the lists in which it stands, on the faces that have it. */
export interface Placed {
  readonly entry: number;
  /** Always the same for an entry. */
  readonly under: readonly string[];
  readonly on: Readonly<Record<Face, boolean>>;
}

/** A stretch of a list of entries, and of which other lists it is asked whether there is anything in them. */
export interface ListAsked {
  readonly under: string;
  readonly before: number;
  readonly most: number;
  readonly any: readonly string[];
}

export interface Listed {
  /** Those before `before`, the newest first, at most `most`. */
  readonly entries: readonly number[];
  /** Those from it on, the oldest first, at most `most`. */
  readonly newer: readonly number[];
  readonly any: readonly boolean[];
}

/** The name of something that was found. */
export interface Found {
  readonly key: string;
  readonly cluster: Cluster;
  readonly kind: Kind;
}

export interface FoundAll {
  /** Of the kind that was asked for; else of every kind but entries. */
  readonly found: readonly Found[];
  /** Of every kind. */
  readonly kinds: ReadonlyMap<Kind, number>;
}

export interface SearchIndex {
  /** How far it has come; `null`: it is empty, or what there was of it is damaged and gone. */
  readonly head: () => Promise<Head | null>;
  /** Empties it. */
  readonly clear: () => Promise<void>;
  /** Puts what these clusters have now in place of what they had. With `head` it says how far it has come with that; else what was said of it stands. All or nothing. */
  readonly write: (changes: readonly Change[], head: Head | null) => Promise<void>;
  /** What holds all that is looked for: what is called so first, and the newest first; and how many there are of each kind. Of everything at most `most`. */
  readonly find: (face: Face, query: Query, kind: Kind | null, most: number) => Promise<FoundAll>;
  /** Entries of the record, in their order. */
  readonly list: (face: Face, asked: ListAsked) => Promise<Listed>;
}

/** It was damaged, and is empty now. */
export class IndexLost extends Error {
  override readonly name = 'IndexLost';
}

export interface SearchIndexes {
  /** The index of a conference, made where there is none. Every call of it throws {@link IndexLost} where it is damaged. */
  readonly of: (slug: Slug) => SearchIndex;
  readonly close: () => Promise<void>;
}
