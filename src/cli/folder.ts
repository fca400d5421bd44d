import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { HostKey } from '../conference/host-key.ts';
import type { Store } from '../conference/ports.ts';
import { type Slug, slugSchema } from '../base/ids.ts';
import { Failure, Misuse } from './command.ts';

/** A data folder that was opened: the records in it, and the key of the host that keeps them. */
export interface DataFolder {
  readonly store: Store;
  readonly hostKey: HostKey;
  readonly close: () => Promise<void>;
}

export interface FolderDeps {
  /** Opens a data folder, making it where it is missing. */
  readonly openFolder: (folder: string) => Promise<DataFolder>;
}

/** The path of a data folder that must be there. @throws Failure */
export const folderIn = (given: string | undefined): string => {
  const folder = resolve(given ?? './data');
  if (!existsSync(folder)) throw new Failure(`There is no folder ${folder}.`);
  return folder;
};

/** @throws Misuse */
export const slugIn = (text: string): Slug => {
  const slug = slugSchema.safeParse(text);
  if (slug.success) return slug.data;
  throw new Misuse(`“${text}” cannot name a conference: lower-case letters, digits and hyphens, 40 at most.`);
};

const LOCK = 'in-use';

/**
 * Takes a data folder for this process alone, so that no two of them append to the same records; the function given back lets
 * go of it. What a process that has died left behind does not count.
 * @throws Failure where another process has it
 */
export const takeFolder = (folder: string): (() => void) => {
  const file = join(folder, LOCK);
  const holder = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  if (holder > 0 && holder !== process.pid && isAlive(holder)) {
    throw new Failure(`${folder} is in use by another isonomia, process ${holder}.`);
  }
  writeFileSync(file, `${process.pid}\n`);
  return () => rmSync(file, { force: true });
};

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};
