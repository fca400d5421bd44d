import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Bytes, fromUtf8, utf8 } from '../../base/bytes.ts';
import { Failure } from '../command.ts';

/** What a backup says of itself, before all else: which files, in which chunks, and which of these it holds itself. */

/** Bytes of a chunk: some pages of a database, so that one that grew shares with an earlier backup what has not changed. The last of a file may be shorter. */
export const CHUNK = 32 * 1024;

const hashSchema = z.string().regex(/^[0-9a-f]{64}$/u);

const manifestSchema = z.strictObject({
  /** When it was made, and by which version of this program. */
  made: z.iso.datetime(),
  version: z.string().max(40),
  /** The backup that has what this one lacks; `null`: it lacks nothing. */
  follows: z.strictObject({ id: hashSchema, made: z.iso.datetime() }).nullable(),
  files: z.array(
    z.strictObject({
      name: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,80}$/u),
      size: z.int().min(0),
      /** SHA-256 of each. */
      chunks: z.array(hashSchema),
    }),
  ),
  /** The chunks that follow here, in order, and their lengths. */
  holds: z.array(z.tuple([hashSchema, z.int().min(1).max(CHUNK)])),
});

export type Manifest = z.infer<typeof manifestSchema>;

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export const writeManifest = (manifest: Manifest): Bytes => utf8(JSON.stringify(manifest));

/** What names a backup: the hash of all that it says of itself. */
export const idOf = (manifest: Manifest): string => hashOf(writeManifest(manifest));

/** @throws Failure */
export const readManifest = (bytes: Bytes, name: string): Manifest => {
  try {
    return manifestSchema.parse(JSON.parse(fromUtf8(bytes) ?? ''));
  } catch {
    throw new Failure(`${name} is no backup that this version knows.`);
  }
};
