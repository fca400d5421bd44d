import { basename } from 'node:path';
import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementResultingChanges } from 'node:sqlite';
import { crc32 } from 'node:zlib';
import type { OnDamaged } from '../../conference/damaged.ts';
import type { Written } from './written.ts';

/**
 * Rows that are sealed: each carries a checksum of all its columns, which SQLite's own pages have none of. The seal is made and checked here and nowhere else: whatever is written is sealed,
 * whatever is read is checked, and a damaged row is told of, left out of what is read and kept from being written over.
 */

export type Row = Record<string, SQLOutputValue>;

type Given = readonly SQLInputValue[] | readonly [Record<string, SQLInputValue>];

/** As of `node:sqlite`. */
export interface Statement {
  readonly run: (...given: Given) => StatementResultingChanges;
  readonly get: (...given: Given) => Row | undefined;
  readonly all: (...given: Given) => Row[];
}

export interface SealedDatabase extends Pick<DatabaseSync, 'exec' | 'close'> {
  readonly isOpen: boolean;
  readonly isTransaction: boolean;
  /** @throws TypeError for a statement that reads some columns of a row and not all: nobody could tell whether they are good */
  readonly prepare: (sql: string) => Statement;
}

/** CRC-32 of the columns in their order: whatever changes up to 32 bits in a row is found, and anything else but once in four thousand million times. */
const sealOf = (values: readonly SQLOutputValue[]): number => crc32(JSON.stringify(values.map(plain)));

const plain = (value: SQLOutputValue) =>
  value instanceof Uint8Array ? { length: value.length, crc32: crc32(value) } : value;

const isGood = ({ seal, ...columns }: Row): boolean => seal === sealOf(Object.values(columns));

interface Columns {
  /** All but the seal, in their order. */
  readonly all: readonly string[];
  /** Those of them that are written, and follow from no others. */
  readonly written: readonly string[];
}

/** @throws TypeError for a table whose rows have no seal, or no `row` to be named by */
const tablesIn = (database: DatabaseSync): ReadonlyMap<string, Columns> =>
  new Map(
    database
      .prepare(`select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' and name <> 'written'`)
      .all()
      .map(({ name }) => {
        const table = String(name);
        const columns = database
          .prepare(`pragma table_xinfo(${table})`)
          .all()
          .map((column) => ({ name: String(column['name']), isWritten: column['hidden'] === 0 }));
        if (columns[0]?.name !== 'row' || columns.every((column) => column.name !== 'seal'))
          throw new TypeError(`The rows of “${table}” have no seal`);
        const all = columns.filter((column) => column.name !== 'seal');
        return [
          table,
          {
            all: all.map((column) => column.name),
            written: all.filter(({ isWritten }) => isWritten).map((column) => column.name),
          },
        ];
      }),
  );

const sealIn = ({ all }: Columns, of: 'new.' | 'old.' | ''): string =>
  `sealed(${all.map((column) => `${of}${column}`).join(', ')})`;

/** The function that makes a seal, for the statements of a connection. */
export const knowSeals = (database: DatabaseSync): void => {
  database.function('sealed', { varargs: true, deterministic: true }, (...values) => sealOf(values));
};

/** Seals every row anew, whatever is in it: for rows that have got other columns. */
export const sealAgain = (database: DatabaseSync): void => {
  for (const [table, columns] of tablesIn(database)) database.exec(`update ${table} set seal = ${sealIn(columns, '')}`);
};

/** Tells of every damaged row there is. */
export const checkSeals = (database: DatabaseSync, file: string, onDamaged: OnDamaged): void => {
  for (const table of tablesIn(database).keys())
    for (const row of database.prepare(`select * from ${table}`).iterate())
      if (!isGood(row)) onDamaged({ file: basename(file), table, row: Number(row['row']) });
};

/** This connection from now on seals what is written and checks what is read. */
export const sealing = (
  database: DatabaseSync,
  file: string,
  { onDamaged, written }: { readonly onDamaged: OnDamaged; readonly written: Written },
): SealedDatabase => {
  const tables = tablesIn(database);
  for (const [table, columns] of tables)
    database.exec(`
      create temp trigger ${table}_put after insert on ${table} begin
        update ${table} set seal = ${sealIn(columns, 'new.')} where row = new.row;
        update written set number = number + 1; end;
      create temp trigger ${table}_keep before update of ${columns.written.join(', ')} on ${table}
        when old.seal is not ${sealIn(columns, 'old.')} begin select raise(ignore); end;
      create temp trigger ${table}_set after update of ${columns.written.join(', ')} on ${table} begin
        update ${table} set seal = ${sealIn(columns, 'new.')} where row = new.row;
        update written set number = number + 1; end;
      create temp trigger ${table}_gone after delete on ${table} begin
        update written set number = number + 1; end;
    `);

  /** The table whose rows a statement reads; `null`: it reads numbers about them. */
  const tableRead = (
    sql: string,
    read: readonly { readonly table: string | null; readonly column: string | null }[],
  ) => {
    const found = read.find(({ table, column }) => column !== null && tables.has(table ?? ''))?.table ?? null;
    if (found === null) return null;
    const wanted = [...(tables.get(found)?.all ?? []), 'seal'];
    const names = read.map(({ column }) => column);
    if (names.length !== wanted.length || !wanted.every((name) => names.includes(name)) || !/^\s*select\b/iu.test(sql))
      throw new TypeError(`This reads rows of “${found}” otherwise than whole: ${sql}`);
    return found;
  };

  const number = database.prepare('select number from written');
  let noted = -1;
  /** After a commit. */
  const note = (): void => {
    if (database.isTransaction) return;
    const now = Number(number.get()?.['number']);
    if (now !== noted) written.note(now);
    noted = now;
  };
  note();

  return {
    exec: (sql) => {
      database.exec(sql);
      note();
    },
    close: () => {
      database.close();
      written.close();
    },
    get isOpen() {
      return database.isOpen;
    },
    get isTransaction() {
      return database.isTransaction;
    },
    prepare: (sql) => {
      const statement = database.prepare(sql);
      const table = tableRead(sql, statement.columns());
      const good = (row: Row): boolean => {
        if (table === null || isGood(row)) return true;
        onDamaged({ file: basename(file), table, row: Number(row['row']) });
        return false;
      };
      const all = (...given: Given): Row[] =>
        (isNamed(given) ? statement.all(given[0]) : statement.all(...given)).filter(good);
      return {
        run: (...given) => {
          const result = isNamed(given) ? statement.run(given[0]) : statement.run(...given);
          note();
          return result;
        },
        get: (...given) => {
          const row = isNamed(given) ? statement.get(given[0]) : statement.get(...given);
          return row !== undefined && good(row) ? row : undefined;
        },
        all,
      };
    },
  };
};

const isNamed = (given: Given): given is readonly [Record<string, SQLInputValue>] =>
  given.length === 1 && typeof given[0] === 'object' && given[0] !== null && !ArrayBuffer.isView(given[0]);
