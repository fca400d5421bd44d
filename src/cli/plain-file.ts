import { type BigIntStats, constants } from 'node:fs';
import { type FileHandle, lstat, open, stat } from 'node:fs/promises';
import { type Bytes, concat } from '../base/bytes.ts';
import { Failure } from './command.ts';

/**
 * Reading files that somebody else may have laid out. Only plain files are opened, never a pipe that nobody writes to, a device without an end or a socket;
 * what is read is what was there when it was opened, and reading ends after as many bytes as that had.
 */

/** How many bytes are read at a time: some hundreds of entries. */
const PIECE = 512 * 1024;

export interface Reading {
  /** The most bytes that the file may have. */
  readonly most: number;
  /** Whether the path itself may be a link: one that a person has typed may, one that was found in a folder may not. */
  readonly follow: boolean;
}

/** @throws Failure for what is no plain file, may not be read, is too large, or changes while it is read; `name` is what it is called then */
export async function* piecesOf(path: string, name: string, { most, follow }: Reading): AsyncGenerator<Bytes> {
  const seen = await attempt(name, () => (follow ? stat(path, { bigint: true }) : lstat(path, { bigint: true })));
  if (!seen.isFile()) throw new Failure(`${name} is ${seen.isDirectory() ? 'a folder' : 'no plain file'}.`);
  if (seen.size > most) throw new Failure(`${name} is larger than it may be: ${most} bytes at most.`);
  const flags = constants.O_RDONLY | constants.O_NONBLOCK | (follow ? 0 : constants.O_NOFOLLOW);
  const handle = await attempt(name, () => open(path, flags));
  try {
    await unchanged(handle, name, seen);
    for (let left = Number(seen.size); left > 0;) {
      const piece = new Uint8Array(Math.min(PIECE, left));
      const { bytesRead } = await attempt(name, () => handle.read(piece, 0, piece.length));
      if (bytesRead === 0) throw changed(name);
      left -= bytesRead;
      yield piece.subarray(0, bytesRead);
    }
    await unchanged(handle, name, seen);
  } finally {
    await handle.close();
  }
}

/** The whole of a file whose name a person has given. @throws Failure */
export const bytesOf = async (path: string, most: number): Promise<Bytes> =>
  concat(...(await Array.fromAsync(piecesOf(path, path, { most, follow: true }))));

const unchanged = async (handle: FileHandle, name: string, seen: BigIntStats): Promise<void> => {
  const now = await attempt(name, () => handle.stat({ bigint: true }));
  const same = SAME.every((field) => now[field] === seen[field]);
  if (!same) throw changed(name);
};

const SAME = ['dev', 'ino', 'size', 'mtimeNs', 'ctimeNs'] as const;

const changed = (name: string): Failure => new Failure(`${name} changed while it was read.`);

/** What the machine refuses, in words. */
export const attempt = async <T>(name: string, ask: () => Promise<T>): Promise<T> => {
  try {
    return await ask();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new Failure(
      code === 'ENOENT' ? `There is nothing at ${name}.` : `${name} cannot be read: ${WHY[code] ?? code}.`,
    );
  }
};

const WHY: Readonly<Record<string, string>> = {
  EACCES: 'you may not',
  EPERM: 'you may not',
  ELOOP: 'it is a link, or links lead round in a circle',
  ENOTDIR: 'a part of the path is no folder',
  ENAMETOOLONG: 'its name is too long',
};
