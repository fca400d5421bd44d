import { readFileSync, readdirSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

/** SQLite's own settings, and the numbered migrations that a data file goes through when it is opened. */

/** How far a commit has gone when it returns: `full` survives the loss of power, `normal` the end of the process. */
export type Durability = 'full' | 'normal';

/**
 * Opens a data file, creating it where there is none, and brings its tables up to date.
 * @throws where the file was written by a later version, or is no SQLite file
 */
export const openDatabase = (file: string, migrations: readonly string[], durability: Durability): DatabaseSync => {
  const database = new DatabaseSync(file, { timeout: 5000 });
  database.exec(`
    pragma journal_mode = wal;
    pragma synchronous = ${durability};
    pragma foreign_keys = on;
    pragma secure_delete = on;
  `);
  migrate(database, migrations);
  return database;
};

const migrate = (database: DatabaseSync, migrations: readonly string[]): void => {
  database.exec('begin immediate');
  try {
    const done = Number(database.prepare('pragma user_version').get()?.['user_version'] ?? 0);
    if (done > migrations.length) throw new Error(`The data file is of version ${done}; this is ${migrations.length}`);
    for (const sql of migrations.slice(done)) database.exec(sql);
    database.exec(`pragma user_version = ${migrations.length}; commit`);
  } catch (error) {
    database.exec('rollback');
    throw error;
  }
};

/** The SQL files of a folder in the order of their numbers. */
export const migrationsIn = (folder: URL): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => readFileSync(new URL(name, folder), 'utf8'));
