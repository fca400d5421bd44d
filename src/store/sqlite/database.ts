import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type OnDamaged, refuseDamaged } from '../../conference/damaged.ts';
import { Unusable, using } from '../../conference/unusable.ts';
import {
  DATABASES,
  type DatabaseName,
  type Durability,
  type Kind,
  type SealedName,
  migrationsOf,
} from './databases.ts';
import { type SealedDatabase, checkSeals, knowSeals, sealAgain, sealing } from './sealed.ts';
import { notedOf, openWritten, writtenTo } from './written.ts';

/** SQLite's own settings, and the numbered migrations that a data file goes through when it is opened. */

/**
 * Opens a data file of records, or of what was signed of them, creating it where there is none, and brings its tables up to date.
 * @throws Unusable where the file cannot be read or written, was written by a later version, or is no SQLite file
 */
export const openDatabase = (
  file: string,
  name: Exclude<DatabaseName, SealedName>,
  durability: Durability = DATABASES[name].durability,
): DatabaseSync => openWith(file, migrationsOf(name), { ...DATABASES[name], durability });

/**
 * Opens any other data file likewise; `onDamaged` is told of rows that are not what was written, whenever one is met: at once, where the file is small.
 * @throws Unusable
 */
export const openSealed = (file: string, name: SealedName, onDamaged: OnDamaged = refuseDamaged): SealedDatabase => {
  const kind: Kind = DATABASES[name];
  const noted = notedOf(file);
  if (!existsSync(file) && noted !== null && noted > 0 && kind.isSpare === undefined)
    throw new Unusable(`${file} is missing, to which a node has written before. ${PUT_BACK}`);
  const isNew = !existsSync(file);
  const database = openWith(file, migrationsOf(name), kind);
  const written = using(file, () => openWritten(file));
  try {
    const lacks = isNew ? 0 : (noted ?? 0) - writtenTo(database);
    if (lacks > 0 && kind.durability === 'full')
      throw new Unusable(
        `${file} lacks the last ${lacks} of what was written to it: the log beside it is lost, or it is an older copy. ${PUT_BACK}`,
      );
    if (lacks > 0) onDamaged({ file: basename(file), lacks });
    if (isSmall(database)) checkSeals(database, file, onDamaged);
    return sealing(database, file, { onDamaged, written });
  } catch (error) {
    database.close();
    written.close();
    throw error;
  }
};

const PUT_BACK =
  'Put back what was there, with all that lies beside it, from one backup; or go on with what is left, by “isonomia accept-loss --beside”.';

/** A data file with these migrations. @throws Unusable */
export const openWith = (file: string, migrations: readonly string[], { durability, rows }: Kind): DatabaseSync =>
  using(file, () => {
    const database = new DatabaseSync(file, { timeout: 5000 });
    try {
      database.exec(`
        pragma journal_mode = wal;
        pragma synchronous = ${durability};
        pragma foreign_keys = on;
        pragma secure_delete = on;
      `);
      if (rows === 'sealed') knowSeals(database);
      migrate(database, migrations, { file, rows });
      lookThrough(database, migrations, file);
      return database;
    } catch (error) {
      database.close();
      throw error;
    }
  });

const migrate = (
  database: DatabaseSync,
  migrations: readonly string[],
  { file, rows }: { readonly file: string; readonly rows: Kind['rows'] },
): void => {
  database.exec('begin immediate');
  try {
    const done = pragma(database, 'user_version');
    if (done > migrations.length)
      throw new Unusable(
        `${file} was written by a later isonomia, in its version ${done} of the file, and this one knows ${migrations.length}: start that isonomia, or put a backup back that this one wrote.`,
      );
    if (done < migrations.length) {
      const isSealed = rows === 'sealed' && done > 0;
      // What is damaged would be sealed as if it were good.
      if (isSealed) checkSeals(database, file, refuseDamaged);
      for (const sql of migrations.slice(done)) database.exec(sql);
      if (isSealed) sealAgain(database);
    }
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
  const fault = isSmall(database) ? unsoundness(database) : null;
  if (fault !== null) throw new Unusable(`${file} is damaged (${fault}). Put it back from a backup.`);
};

const isSmall = (database: DatabaseSync): boolean =>
  pragma(database, 'page_count') * pragma(database, 'page_size') <= SMALL;

/** What SQLite finds wrong with the structure of a data file, its indexes among it, in its own words; `null`: nothing. */
const unsoundness = (database: DatabaseSync): string | null => {
  const said = String(database.prepare('pragma integrity_check(1)').get()?.['integrity_check']);
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
