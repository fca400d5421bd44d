import { join } from 'node:path';
import { DatabaseSync, backup } from 'node:sqlite';

/**
 * Copies of several data files of a folder as they all are at one time, while others write to them: a file is held as it is when its turn comes, and copied when all are held. So nothing
 * in a copy knows of what those after it lack; the order is the caller's.
 * @throws where a file is no database
 */
export const snapshot = async (folder: string, names: readonly string[], to: string): Promise<void> => {
  const held = new Map<string, DatabaseSync>();
  try {
    for (const name of names) {
      const database = new DatabaseSync(join(folder, name), { timeout: 5000 });
      held.set(name, database);
      // A transaction sees from its first reading on what was there then.
      database.exec('begin; select count(*) from sqlite_schema');
    }
    for (const [name, database] of held) {
      const copy = join(to, name);
      await backup(database, copy, { rate: PAGES });
    }
  } finally {
    for (const database of held.values()) database.close();
  }
};

/** How many pages are copied in one step: all of them, for nothing may change in between. */
const PAGES = 2 ** 31 - 1;
