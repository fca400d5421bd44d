import { mkdir, open, opendir, readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Folder } from '../conference/archive/folder.ts';
import { COPY_DEPTH } from '../record/copy.ts';
import { Failure } from './command.ts';
import { attempt, piecesOf } from './plain-file.ts';
import { shown } from './terminal.ts';

/** Records as folders on this machine. */

/** The most files of a folder: more than any export or copy has, and few enough to be counted in a moment. */
const MOST_FILES = 500_000;

/**
 * A folder of the machine that somebody else may have laid out. Nothing in it is followed that leads out of it or round in a circle: what is neither a
 * file nor a folder is a Failure. A file may have any size, because it is read in pieces, and what is read of it is what it had when it was opened.
 */
export const folderAt = (path: string): Folder => ({
  names: async () => {
    const names: string[] = [];
    const inside = [''];
    for (let folder = inside.pop(); folder !== undefined; folder = inside.pop()) {
      const at = folder;
      await attempt(at === '' ? path : at, async () => {
        for await (const entry of await opendir(join(path, at), { bufferSize: 1000 })) {
          const name = at + entry.name;
          if (entry.isDirectory()) inside.push(`${name}/`);
          else if (entry.isFile()) names.push(name);
          else throw new Failure(`${shown(name)} is neither a file nor a folder, and nothing else is read.`);
          if (name.split('/').length > COPY_DEPTH)
            throw new Failure(`${shown(name)} lies too deep for a record or a copy.`);
          if (names.length + inside.length > MOST_FILES)
            throw new Failure(`${path} holds more than ${MOST_FILES} files: too many for a record.`);
        }
      });
    }
    return names.sort();
  },
  read: (name) => piecesOf(join(path, name), shown(name), { most: Infinity, follow: false }),
});

/** Writes pieces into a folder that must not hold anything yet; one that it makes is for its owner alone, as a whole record is not for everybody. @throws Failure */
export const writeFolder = async (
  path: string,
  pieces: AsyncIterable<{ readonly name: string; readonly bytes: Uint8Array }>,
): Promise<void> => {
  await mkdir(path, { recursive: true, mode: 0o700 });
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

/** @throws Failure where there is nothing, or it cannot be looked at */
export const isFolder = async (path: string): Promise<boolean> => (await attempt(path, () => stat(path))).isDirectory();
