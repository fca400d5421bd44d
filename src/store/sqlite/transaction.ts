import type { DatabaseSync } from 'node:sqlite';

/** What `write` answers, once all that it wrote is committed; where it throws, nothing was written. */
export const transaction = <T>(database: Pick<DatabaseSync, 'exec' | 'isTransaction'>, write: () => T): T => {
  database.exec('begin immediate');
  try {
    const value = write();
    database.exec('commit');
    return value;
  } catch (error) {
    if (database.isTransaction) database.exec('rollback');
    throw error;
  }
};
