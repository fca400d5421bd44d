import { rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { IndexLost } from '../../conference/search/index-port.ts';
import { transaction } from '../sqlite/transaction.ts';
import { type IndexTables, SCHEMA, createIndexTables } from './tables.ts';

/** An index in a file of its own, which is made anew whenever it is not what it should be: all of it follows from the record. */

export interface IndexFile {
  /** Does something with it, all or nothing. @throws IndexLost where it was damaged: it is empty now */
  readonly use: <T>(what: (tables: IndexTables) => T, writes: boolean) => T;
  readonly close: () => void;
}

/** @param path `null`: in memory */
export const openIndexFile = (path: string | null): IndexFile => {
  let open = openOrMake(path);
  const remake = (): void => {
    open.database.close();
    remove(path);
    open = openOrMake(path);
  };
  return {
    use: (what, writes) => {
      try {
        if (!writes) return what(open.tables);
        const value = transaction(open.database, () => what(open.tables));
        // What was erased would live on in the log beside the file.
        open.database.exec('pragma wal_checkpoint(truncate)');
        return value;
      } catch (error) {
        if (!isDamage(error)) throw error;
        remake();
        throw new IndexLost('The index of a conference was damaged', { cause: error });
      }
    },
    close: () => open.database.close(),
  };
};

interface Open {
  readonly database: DatabaseSync;
  readonly tables: IndexTables;
}

const openOrMake = (path: string | null): Open => {
  try {
    return opened(path);
  } catch (error) {
    if (path === null || !isDamage(error)) throw error;
    remove(path);
    return opened(path);
  }
};

const opened = (path: string | null): Open => {
  const database = new DatabaseSync(path ?? ':memory:', { timeout: 5000 });
  try {
    database.exec('pragma journal_mode = wal; pragma synchronous = normal; pragma secure_delete = on');
    const there = schemaOf(database);
    if (there.length === 0) transaction(database, () => SCHEMA.forEach((sql) => database.exec(sql)));
    else if (there.join('\n') !== wanted() || soundness(database) !== 'ok')
      throw new IndexLost('It is another file, or damaged');
    return { database, tables: createIndexTables(database) };
  } catch (error) {
    database.close();
    throw error;
  }
};

const schemaOf = (database: DatabaseSync): readonly string[] =>
  database
    .prepare('select sql from sqlite_schema where sql is not null order by name')
    .all()
    .map(({ sql }) => String(sql));

/** What every file has, once it was made. */
const wanted = (): string => {
  made ??= (() => {
    const blank = new DatabaseSync(':memory:');
    SCHEMA.forEach((sql) => blank.exec(sql));
    const schema = schemaOf(blank).join('\n');
    blank.close();
    return schema;
  })();
  return made;
};
let made: string | undefined;

const soundness = (database: DatabaseSync): string =>
  String(database.prepare('pragma quick_check(1)').get()?.['quick_check']);

const remove = (path: string | null): void => {
  if (path !== null) for (const more of ['', '-wal', '-shm']) rmSync(path + more, { force: true });
};

/** SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_ERROR for a table that is not there, and what this file says of itself. */
const isDamage = (error: unknown): boolean => {
  if (error instanceof IndexLost) return true;
  const code = (error as { readonly errcode?: number } | null)?.errcode;
  return code !== undefined && [1, 11, 26].includes(code & 0xff);
};
