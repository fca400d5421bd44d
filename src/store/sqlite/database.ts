import { DatabaseSync } from 'node:sqlite';
import { Unusable, using } from '../../conference/unusable.ts';
import { DATABASES, type DatabaseName, type Durability, migrationsOf } from './databases.ts';

/** SQLite's own settings, and the numbered migrations that a data file goes through when it is opened. */

/**
 * Opens a data file, creating it where there is none, and brings its tables up to date.
 * @throws Unusable where the file cannot be read or written, was written by a later version, or is no SQLite file
 */
export const openDatabase = (
  file: string,
  name: DatabaseName,
  durability: Durability = DATABASES[name].durability,
): DatabaseSync => openWith(file, migrationsOf(name), durability);

/** The same with these migrations. @throws Unusable */
export const openWith = (file: string, migrations: readonly string[], durability: Durability): DatabaseSync =>
  using(file, () => {
    const database = new DatabaseSync(file, { timeout: 5000 });
    try {
      database.exec(`
        pragma journal_mode = wal;
        pragma synchronous = ${durability};
        pragma foreign_keys = on;
        pragma secure_delete = on;
      `);
      migrate(database, migrations, file);
      lookThrough(database, migrations, file);
      return database;
    } catch (error) {
      database.close();
      throw error;
    }
  });

const migrate = (database: DatabaseSync, migrations: readonly string[], file: string): void => {
  database.exec('begin immediate');
  try {
    const done = pragma(database, 'user_version');
    if (done > migrations.length)
      throw new Unusable(
        `${file} was written by a later isonomia, in its version ${done} of the file, and this one knows ${migrations.length}: start that isonomia, or put a backup back that this one wrote.`,
      );
    for (const sql of migrations.slice(done)) database.exec(sql);
    database.exec(`pragma user_version = ${migrations.length}; commit`);
  } catch (error) {
    if (database.isTransaction) database.exec('rollback');
    throw error;
  }
};

/** The most bytes of a file that is looked through whenever it is opened; of a larger one, `isonomia check` says whether it is sound. */
const SMALL = 64 * 1024 * 1024;

/** Whether the file has every table as it was made, so that it is no other file under this name; and, where that takes a moment only, whether it is sound. */
const lookThrough = (database: DatabaseSync, migrations: readonly string[], file: string): void => {
  const there = new Map(schemaOf(database));
  const lacking = madeBy(migrations).find(([name, sql]) => there.get(name) !== sql);
  if (lacking !== undefined)
    throw new Unusable(
      `${file} does not have its “${lacking[0]}” as it was made: it is another file, or damaged. Put it back from a backup.`,
    );
  if (pragma(database, 'page_count') * pragma(database, 'page_size') > SMALL) return;
  const fault = unsoundness(database);
  if (fault !== null) throw new Unusable(`${file} is damaged (${fault}). Put it back from a backup.`);
};

/** What SQLite finds wrong with the structure of a data file, in its own words; `null`: nothing. */
export const unsoundness = (database: DatabaseSync): string | null => {
  const said = String(database.prepare('pragma quick_check(1)').get()?.['quick_check']);
  return said === 'ok' ? null : said.replaceAll(/\s+/gu, ' ');
};

const pragma = (database: DatabaseSync, name: 'page_count' | 'page_size' | 'user_version'): number =>
  Number(database.prepare(`pragma ${name}`).get()?.[name] ?? 0);

const schemaOf = (database: DatabaseSync): readonly (readonly [name: string, sql: string])[] =>
  database
    .prepare('select name, sql from sqlite_schema where sql is not null')
    .all()
    .map(({ name, sql }) => [String(name), String(sql)]);

const madeBy = (migrations: readonly string[]): ReturnType<typeof schemaOf> => {
  const blank = new DatabaseSync(':memory:');
  try {
    for (const sql of migrations) blank.exec(sql);
    return schemaOf(blank);
  } finally {
    blank.close();
  }
};
