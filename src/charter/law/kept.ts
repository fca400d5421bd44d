import { z } from 'zod';
import { mediaTypeSchema } from '../../base/media-type.ts';
import { line } from '../../base/schema.ts';
import { type AttachmentHash, type OrganisationId, attachmentHashSchema } from '../../base/ids.ts';
import type { Mark } from './mark.ts';
import type { Resource } from './resource.ts';

/** What is kept beside the record: which acts name it, whose it is, and whether it was erased. */
export interface Kept {
  /** The organisation that brought it, and alone may name it again. */
  readonly by: OrganisationId;
  /** The entries that name it, by index; the first one brought it. */
  readonly named: readonly number[];
  /** What those entries are about. */
  readonly subjects: readonly Resource[];
  /** Whether it is a picture, which whoever sees its organisation sees. */
  readonly picture: boolean;
  readonly erased: Erasure | null;
}

export interface Erasure {
  /** `null`: the host, where the law obliges it. */
  readonly by: OrganisationId | null;
  readonly reason: string;
  readonly on: Mark;
}

/** An attachment as an act names it. */
export interface Named {
  readonly hash: AttachmentHash;
  /**
   * A name is one line of text; a letter may be any file; a picture is one, small and with nothing else in it; a file that is told to others may be any that is no picture, or
   * is as a picture has to be.
   */
  readonly kind: 'name' | 'letter' | 'file' | 'picture';
  /** Of a picture, or a file: what it is said to be. */
  readonly type?: string;
}

export const nameIn = (hash: AttachmentHash | null): readonly Named[] =>
  hash === null ? [] : [{ hash, kind: 'name' }];

export const letterIn = (hash: AttachmentHash): Named => ({ hash, kind: 'letter' });

/** A file kept beside the record. */
export interface KeptFile {
  readonly name: string;
  /** A media type. */
  readonly type: string;
  readonly hash: AttachmentHash;
}

/** Files kept beside the record, as acts name them. */
export const filesSchema = z
  .array(z.strictObject({ name: line(120), type: mediaTypeSchema, hash: attachmentHashSchema }).readonly())
  .max(20)
  .readonly();

export const filesIn = (named: readonly { readonly hash: AttachmentHash }[]): readonly Named[] =>
  named.map(({ hash }) => letterIn(hash));

/** The same of files that others are shown: a picture among them says nothing of where it was taken. */
export const toldIn = (files: readonly Pick<KeptFile, 'hash' | 'type'>[]): readonly Named[] =>
  files.map(({ hash, type }) => ({ hash, kind: 'file', type }));
