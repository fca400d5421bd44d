import { randomUUID } from 'node:crypto';
import { mkdir, readFile, readdir, rename, rm, rmdir, unlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Bytes } from '../base/bytes.ts';
import { COPY_FILES, isCopyName } from '../record/copy.ts';

/** The folder into which a copy is written. Whoever serves it meanwhile finds each file whole, and a first copy is there whole or not at all. */
export interface Out {
  readonly read: (name: string) => Promise<Bytes | null>;
  readonly write: (name: string, bytes: Bytes) => Promise<void>;
  readonly remove: (name: string) => Promise<void>;
  /** All is written. */
  readonly done: () => Promise<void>;
  /** Of a first copy that was not done nothing is left. */
  readonly undo: () => Promise<void>;
}

/** `null`: something else is in the folder. */
export const openOut = async (path: string): Promise<Out | null> => {
  const there = await namesIn(path);
  if (there !== null && there.length > 0) {
    if (!there.includes(COPY_FILES.note)) return null;
    await sweep(path);
    return { ...filesIn(path, true), ...NOTHING_LEFT };
  }
  await mkdir(dirname(path), { recursive: true });
  const unfinished = `${path}.${randomUUID()}`;
  await mkdir(unfinished);
  return {
    ...filesIn(unfinished, false),
    done: async () => {
      if (there !== null) await rmdir(path);
      await rename(unfinished, path);
    },
    undo: () => rm(unfinished, { recursive: true, force: true }),
  };
};

const NOTHING_LEFT: Pick<Out, 'done' | 'undo'> = { done: async () => undefined, undo: async () => undefined };

/** Takes away what was being written when the last run was cut short. */
const sweep = async (folder: string): Promise<void> => {
  const names = await readdir(folder, { recursive: true });
  for (const name of names.filter((one) => one.endsWith(UNFINISHED))) await unlink(join(folder, name));
};

const UNFINISHED = '.unfinished';

const namesIn = (path: string): Promise<readonly string[] | null> => unlessMissing(readdir(path));

/** `served`: somebody may read the folder meanwhile, and a file takes the place of another in one step. */
const filesIn = (folder: string, served: boolean): Pick<Out, 'read' | 'write' | 'remove'> => {
  const made = new Set<string>();
  const at = (name: string): string => {
    if (!isCopyName(name)) throw new RangeError(`${name} is no file of a copy`);
    return join(folder, name);
  };
  return {
    read: async (name) => {
      const bytes = await unlessMissing(readFile(at(name)));
      return bytes === null ? null : new Uint8Array(bytes);
    },
    write: async (name, bytes) => {
      const file = at(name);
      const inside = dirname(file);
      if (!made.has(inside)) await mkdir(inside, { recursive: true });
      made.add(inside);
      if (!served) return writeFile(file, bytes);
      await writeFile(file + UNFINISHED, bytes);
      return rename(file + UNFINISHED, file);
    },
    remove: async (name) => void (await unlessMissing(unlink(at(name)))),
  };
};

const unlessMissing = async <T>(asked: Promise<T>): Promise<T | null> => {
  try {
    return await asked;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
};
