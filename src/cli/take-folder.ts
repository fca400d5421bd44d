import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { asUnusable, using } from '../conference/unusable.ts';
import { Failure } from './command.ts';

const LOCK = 'in-use.sqlite';

/**
 * Takes a data folder for this process alone, so that no two of them append to the same records; the function given back lets
 * go of it. What is held is a lock of the operating system, by way of SQLite: it ends with the process, however that ends, and
 * holds between containers that share the folder.
 * @throws Failure where another process has it, Unusable where it cannot be written
 */
export const takeFolder = (folder: string): (() => void) => {
  const file = join(folder, LOCK);
  const lock = using(file, () => new DatabaseSync(file));
  try {
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    if ((error as { readonly errcode?: number }).errcode !== SQLITE_BUSY) throw asUnusable(file, error);
    throw new Failure(`${folder} is in use by another isonomia: end that one, or name another folder by --data.`);
  }
  held.add(lock);
  return () => {
    held.delete(lock);
    lock.close();
  };
};

/** A lock that nothing refers to any more is closed when memory is tidied up, whoever still relies on it. */
const held = new Set<DatabaseSync>();

const SQLITE_BUSY = 5;
