import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, stat } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import type { Folder } from '../conference/archive/folder.ts';
import { Failure } from './command.ts';

/** Records as folders on this machine. */

/** How many bytes of a file are read at a time: some hundreds of entries. */
const PIECE = 512 * 1024;

/** A folder of the machine. What is neither a file nor a folder stands in it under its name, too. */
export const folderAt = (path: string): Folder => ({
  names: async () =>
    (await readdir(path, { recursive: true, withFileTypes: true }))
      .filter((entry) => !entry.isDirectory())
      .map((entry) => relativeTo(path, join(entry.parentPath, entry.name)))
      .sort(),
  read: (name) => createReadStream(join(path, name), { highWaterMark: PIECE }),
});

const relativeTo = (base: string, path: string): string => path.slice(join(base, sep).length).replaceAll(sep, '/');

/** Writes pieces into a folder that must not hold anything yet. @throws Failure */
export const writeFolder = async (
  path: string,
  pieces: AsyncIterable<{ readonly name: string; readonly bytes: Uint8Array }>,
): Promise<void> => {
  await mkdir(path, { recursive: true });
  if ((await readdir(path)).length > 0) throw new Failure(`${path} is not empty.`);
  for await (const { name, bytes } of pieces) {
    const file = join(path, name);
    await mkdir(dirname(file), { recursive: true });
    const handle = await open(file, 'a');
    try {
      await handle.appendFile(bytes);
    } finally {
      await handle.close();
    }
  }
};

export const isFolder = async (path: string): Promise<boolean> => {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new Failure(`There is nothing at ${path}.`);
    throw error;
  }
};
