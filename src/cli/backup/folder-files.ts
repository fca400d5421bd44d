import { copyFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Still } from './writing.ts';

/** What of a data folder a backup holds, and in which order. */

/** What belongs to one running node, or can be done without: the lock, the time that this machine knew, and sessions, which would sign in whoever holds one. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'in-use.sqlite',
  'known-time',
  'sessions.sqlite',
  'sessions.sqlite-written',
]);

/** The logs beside a data file are in its copy; what is half written is nobody's. */
const BESIDE = /\.sqlite-(?:wal|shm|journal)$|\.new$/u;

const DATABASE = /\.sqlite$/u;

/** First what was signed and last the records, so that nothing beside a record knows of what it lacks. */
const place = (name: string): number => (name === 'signed.sqlite' ? 0 : name === 'records.sqlite' ? 2 : 1);

export type Snapshot = (folder: string, names: readonly string[], to: string) => Promise<void>;

/** Copies all of it to another folder, as it is at one time, also while a node writes to it. */
export const copyFolder = async (folder: string, to: string, snapshot: Snapshot): Promise<readonly Still[]> => {
  const found = await readdir(folder, { withFileTypes: true });
  const names = found
    .filter((entry) => entry.isFile() && !LEFT_OUT.has(entry.name) && !BESIDE.test(entry.name))
    .map(({ name }) => name)
    .toSorted((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
  for (const name of names.filter((one) => !DATABASE.test(one))) await copyFile(join(folder, name), join(to, name));
  await snapshot(
    folder,
    names.filter((name) => DATABASE.test(name)),
    to,
  );
  return names.map((name) => ({ name, path: join(to, name) }));
};
