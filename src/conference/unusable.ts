import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { withSum, wordsUnderSum, writeWholeFile } from './whole-file.ts';

/** What keeps a node from using a file of its own, in words for whoever runs it. */

/**
 * Something that a node needs cannot be used as it is. The message is one sentence: which file, what is the matter with it, and what to do. Whoever
 * runs the node is shown that and nothing else.
 */
export class Unusable extends Error {
  override readonly name = 'Unusable';
}

/** @throws Unusable where `use` met what a person can put right about this file; whatever else it throws goes on */
export const using = <T>(file: string, use: () => T): T => {
  try {
    return use();
  } catch (error) {
    throw asUnusable(file, error);
  }
};

/** The same of what is waited for. */
export const usingLater = async <T>(file: string, use: () => Promise<T>): Promise<T> => {
  try {
    return await use();
  } catch (error) {
    throw asUnusable(file, error);
  }
};

/** What an error of the machine or of SQLite says of a file; the error itself where it says nothing that a person could put right. */
export const asUnusable = (file: string, error: unknown): unknown => {
  if (error instanceof Unusable) return error;
  const { code, errcode, errstr } = error as NodeJS.ErrnoException & {
    readonly errcode?: number;
    readonly errstr?: string;
  };
  const why =
    errcode === undefined ? MACHINE[code ?? ''] : SQLITE[errcode & PRIMARY]?.replace('…', errstr ?? String(error));
  return why === undefined ? error : new Unusable(`${file} ${why}${without(file)}`, { cause: error });
};

/** Of an extended result code of SQLite's, what is the same for all of its kind; see https://sqlite.org/rescode.html. */
const PRIMARY = 0xff;

const NOT_OURS =
  'cannot be written by this user: let the user who runs isonomia own it and the folder that it lies in (chown).';
const NO_ROOM = 'lies on a disk that is full: make room there and start again.';
const BACK = 'Put it back from a backup.';

const MACHINE: Readonly<Record<string, string>> = {
  EACCES: NOT_OURS,
  EPERM: NOT_OURS,
  EROFS: 'lies on a disk that can only be read: mount it for writing, or name another folder by --data.',
  ENOTDIR: 'cannot be a folder, for a file is in its way: name another folder by --data.',
  EEXIST: 'cannot be a folder, for a file is in its way: name another folder by --data.',
  EISDIR: `is a folder where a file must be: move it away. ${BACK}`,
  ENOSPC: NO_ROOM,
  EDQUOT: NO_ROOM,
  EIO: 'cannot be read from its disk: look after the disk, and put the file back from a backup.',
};

const SQLITE: Readonly<Record<number, string>> = {
  1: `lacks something that a file of its version has (…). ${BACK}`,
  5: 'is being written by another process: end that one and start again.',
  8: NOT_OURS,
  10: 'cannot be read or written on its disk (…): look after the disk, and put the file back from a backup.',
  11: `is damaged (…). ${BACK}`,
  13: NO_ROOM,
  14: 'cannot be opened by this user: let the user who runs isonomia own it and the folder that it lies in (chown).',
  19: `holds what a file of its version cannot hold (…). ${BACK}`,
  26: `is no SQLite database, or damaged where it begins. ${BACK}`,
};

/** Some files can be done without. */
const without = (file: string): string => {
  const cost = COST[basename(file)];
  return cost === undefined ? '' : ` Without it, once it is moved away, ${cost}.`;
};

const COST: Readonly<Record<string, string>> = {
  'sessions.sqlite': 'everybody signs in again and nothing else is lost',
  'ledger.sqlite': 'the day’s mails to strangers are counted anew and nothing else is lost',
  'in-use.sqlite': 'nothing is lost',
};

/** How a file holds a thing, such as a key. */
export interface KeptForm<T> {
  /** @throws or `null` where the bytes hold no such thing */
  readonly read: (bytes: Uint8Array) => T | null;
  readonly make: () => Promise<T> | T;
  readonly write: (value: T) => string;
  /** What it is and what hangs on it, to go on “FILE holds no …”. */
  readonly is: string;
}

/**
 * What this file holds; where there is no such file, what is made for it then, kept there for the owner's eyes alone and whole or not at all.
 * @throws Unusable
 */
export const keptIn = async <T>(file: string, { read, make, write, is }: KeptForm<T>): Promise<T> =>
  usingLater(file, async () => {
    const there = await bytesIn(file);
    if (there !== null) {
      const words = wordsUnderSum(Buffer.from(there).toString('latin1'));
      const value = words === null ? null : readable(read, Buffer.from(words, 'latin1'));
      if (value === null) throw new Unusable(`${file} holds no ${is}. ${BACK}`);
      return value;
    }
    const made = await make();
    await writeWholeFile(file, withSum(write(made)));
    return made;
  });

const bytesIn = async (file: string): Promise<Uint8Array | null> => {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
};

const readable = <T>(read: KeptForm<T>['read'], bytes: Uint8Array): T | null => {
  try {
    return read(bytes);
  } catch {
    return null;
  }
};
