import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { after, describe, it } from 'node:test';
import { refuseDamaged } from '../../conference/damaged.ts';
import { Unusable } from '../../conference/unusable.ts';
import { openWith } from './database.ts';
import { DATABASES, DATABASE_NAMES, type DatabaseName, type Kind, migrationsOf } from './databases.ts';
import { checkSeals, sealAgain } from './sealed.ts';

/** One contract for every data file: from each version that there ever was it comes up to date with all that was in it, and no version touches what a later one wrote. */

const folder = await mkdtemp(join(tmpdir(), 'isonomia-'));
after(() => rm(folder, { recursive: true }));

const tablesOf = (database: DatabaseSync): readonly string[] =>
  database
    .prepare(
      `select name from sqlite_schema where type = 'table' and name not in ('written', 'sqlite_sequence') order by rowid`,
    )
    .all()
    .map(({ name }) => String(name));

/** A value of a column that any rule of ours lets in: every text is JSON, and every key that is referred to is the same. */
const VALUES: Readonly<Record<string, string | number | Uint8Array>> = {
  TEXT: '{}',
  INTEGER: 1,
  BLOB: new Uint8Array([1, 2, 3]),
};

/** A row in each table. */
const fill = (database: DatabaseSync, rows: Kind['rows']): void => {
  for (const table of tablesOf(database)) {
    const columns = database
      .prepare(`pragma table_info(${table})`)
      .all()
      .filter(({ name }) => name !== 'seal');
    const values = columns.map(({ type }) => VALUES[String(type)] ?? assert.fail(`${table}: ${String(type)}`));
    const names = columns.map(({ name }) => String(name)).join(', ');
    database.prepare(`insert into ${table} (${names}) values (${columns.map(() => '?').join(', ')})`).run(...values);
  }
  if (rows === 'sealed') sealAgain(database);
};

const rowsIn = (database: DatabaseSync) =>
  Object.fromEntries(tablesOf(database).map((table) => [table, database.prepare(`select * from ${table}`).all()]));

const schemaOf = (database: DatabaseSync) =>
  database.prepare('select type, name, sql from sqlite_schema order by name').all();

const usedAs = <T>(
  rows: Kind['rows'],
  file: string,
  migrations: readonly string[],
  use: (database: DatabaseSync) => T,
): T => {
  const database = openWith(file, migrations, { durability: 'normal', rows });
  try {
    return use(database);
  } finally {
    database.close();
  }
};

/** What a next version might do. */
const laterThan = (name: DatabaseName): readonly string[] => {
  const [table = ''] = usedAs(DATABASES[name].rows, join(folder, `${name}-blank`), migrationsOf(name), tablesOf);
  return [...migrationsOf(name), `alter table ${table} add column later text not null default 'as before'`];
};

for (const name of DATABASE_NAMES)
  describe(`${name}.sqlite`, () => {
    const file = (of: string): string => join(folder, `${name}-${of}`);
    const present = migrationsOf(name);
    const { rows } = DATABASES[name];
    const used = <T>(file: string, migrations: readonly string[], use: (database: DatabaseSync) => T): T =>
      usedAs(rows, file, migrations, use);
    const filled = (database: DatabaseSync) => {
      fill(database, rows);
      return rowsIn(database);
    };

    it('has its versions in files that are numbered without a gap', async () => {
      const files = await readdir(new URL(`migrations/${name}/`, import.meta.url));
      assert.deepEqual(
        files.sort().map((one) => one.slice(0, 4)),
        present.map((_, i) => `${String(i + 1).padStart(3, '0')}-`),
      );
    });

    for (const [i] of present.entries())
      it(`comes from version ${i + 1} with every row that was in it, and is then as if it were new`, () => {
        const old = file(`from-${i + 1}`);
        const before = used(old, present.slice(0, i + 1), filled);
        const { there, schema } = used(old, present, (database) => ({
          there: rowsIn(database),
          schema: schemaOf(database),
        }));
        for (const [table, [row]] of Object.entries(before)) assert.partialDeepStrictEqual(there[table], [row]);
        assert.deepEqual(schema, used(file('new'), present, schemaOf));
      });

    it('goes on to a next version, and is then refused by this one, in words and untouched', () => {
      const old = file('next');
      used(old, present, filled);
      const next = laterThan(name);
      const there = used(old, next, rowsIn);
      assert.match(JSON.stringify(there), /as before/u);
      if (rows === 'sealed') used(old, next, (database) => checkSeals(database, old, refuseDamaged));
      const version = new RegExp(`${name}-next was written by a later isonomia, in its version ${next.length} `, 'u');
      assert.throws(
        () => used(old, present, rowsIn),
        (error) => error instanceof Unusable && version.test(error.message),
      );
      assert.deepEqual(used(old, next, rowsIn), there);
    });

    if (rows === 'sealed')
      it('is not taken further while a row of it is damaged, which would be sealed as if it were good', () => {
        const old = file('damaged');
        const [table = ''] = Object.keys(used(old, present, filled));
        used(old, present, (database) => database.exec(`update ${table} set seal = seal + 1`));
        assert.throws(() => used(old, laterThan(name), rowsIn), /holds a row that is damaged/u);
        assert.doesNotThrow(() => used(old, present, rowsIn));
      });

    it('stays what it was where a step to the next version breaks off', () => {
      const old = file('broken-off');
      const before = used(old, present, filled);
      const next = [...laterThan(name), 'insert into nowhere values (1)'];
      assert.throws(() => used(old, next, rowsIn), Unusable);
      assert.deepEqual(used(old, present, rowsIn), before);
    });
  });
