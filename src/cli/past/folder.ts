import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Bytes, concat } from '../../base/bytes.ts';
import { Failure } from '../command.ts';
import { piecesOf } from '../plain-file.ts';

/** Files that a table names, in a folder that somebody else may have laid out: nothing in it is followed that leads out of it. */

/** The most bytes of a file. */
export type FileWhy = 'no-file' | 'is-a-link' | 'is-a-folder' | 'is-no-file' | 'too-large' | 'empty' | 'not-readable';

/** The bytes of the file at this path, of which `pathFault` finds nothing to say; or why they cannot be had. */
export const fileBelow = async (folder: string, path: string, most: number): Promise<Bytes | FileWhy> => {
  const parts = path.split('/');
  for (const [i] of parts.entries()) {
    const seen = await lstat(join(folder, ...parts.slice(0, i + 1))).catch(() => null);
    if (seen === null) return 'no-file';
    if (seen.isSymbolicLink()) return 'is-a-link';
    if (i < parts.length - 1) continue;
    if (seen.isDirectory()) return 'is-a-folder';
    if (!seen.isFile()) return 'is-no-file';
    if (seen.size > most) return 'too-large';
    if (seen.size === 0) return 'empty';
  }
  try {
    return concat(...(await Array.fromAsync(piecesOf(join(folder, path), path, { most, follow: false }))));
  } catch (error) {
    if (error instanceof Failure) return 'not-readable';
    throw error;
  }
};
