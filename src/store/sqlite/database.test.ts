import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, describe, it } from 'node:test';
import { Unusable } from '../../conference/unusable.ts';
import { openSqliteContacts } from './contacts.ts';
import { openWith } from './database.ts';
import { openSqliteSessions } from './sessions.ts';

const folder = await mkdtemp(join(tmpdir(), 'isonomia-'));
after(() => rm(folder, { recursive: true }));

const MIGRATIONS = ['create table kept (a text) strict; create index kept_a on kept (a);'];

/** A data file with some pages, closed. */
const newFile = async (name: string): Promise<string> => {
  const file = join(await mkdtemp(join(folder, 'file-')), name);
  const database = openWith(file, MIGRATIONS, { durability: 'normal', rows: 'proven' });
  database.exec(`with recursive n (i) as (select 1 union all select i + 1 from n where i < 2000)
    insert into kept select 'the words of number ' || i from n`);
  database.exec('pragma wal_checkpoint(truncate)');
  database.close();
  return file;
};

const opens = (file: string) => () => openWith(file, MIGRATIONS, { durability: 'normal', rows: 'proven' });

const changed = (file: string, sql: string): void => {
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();
};

/** One sentence for a person: it begins with the file, and says what to do. */
const unusable = (file: string, why: RegExp) => (error: unknown) => {
  assert.ok(error instanceof Unusable, String(error));
  assert.ok(error.message.startsWith(`${file} `), error.message);
  assert.match(error.message, why);
  return true;
};

describe('what a commit is worth', () => {
  it('is asked of SQLite, which writes ahead and waits for the disk where the loss of power must be survived', async () => {
    for (const [durability, synchronous] of [
      ['normal', 1],
      ['full', 2],
    ] as const) {
      const database = openWith(await newFile('worth.db'), MIGRATIONS, { durability, rows: 'proven' });
      assert.deepEqual({ ...database.prepare('pragma journal_mode').get() }, { journal_mode: 'wal' });
      assert.deepEqual({ ...database.prepare('pragma synchronous').get() }, { synchronous });
      database.close();
    }
  });
});

describe('a data file is not used', () => {
  it('that lacks a table, or an index', async () => {
    const file = await newFile('contacts.sqlite');
    changed(file, 'drop index kept_a');
    assert.throws(opens(file), unusable(file, /does not have its “kept_a”.*Put it back/u));
    changed(file, 'drop table kept');
    assert.throws(opens(file), unusable(file, /does not have its “kept”/u));
  });

  it('that is another one under its name', async () => {
    const file = join(await mkdtemp(join(folder, 'swapped-')), 'contacts.sqlite');
    openSqliteContacts(file).close();
    assert.throws(() => openSqliteSessions(file), unusable(file, /another file, or damaged/u));
  });

  it('that a later version wrote', async () => {
    const file = await newFile('drafts.sqlite');
    changed(file, 'pragma user_version = 9');
    assert.throws(opens(file), unusable(file, /written by a later isonomia, in its version 9.*start that isonomia/u));
  });

  it('with a page that is not sound', async () => {
    const file = await newFile('drafts.sqlite');
    const bytes = await readFile(file);
    // The head of a page in the middle: which kind it is, and how many rows it has.
    bytes.fill(0xff, 4096 * 5, 4096 * 5 + 8);
    await writeFile(file, bytes);
    assert.throws(opens(file), unusable(file, /is damaged/u));
  });

  it('and which can be done without is said', async () => {
    const file = join(await mkdtemp(join(folder, 'cut-')), 'sessions.sqlite');
    await writeFile(file, 'no database at all, but long enough to be looked at as one '.repeat(20));
    assert.throws(() => openSqliteSessions(file), unusable(file, /everybody signs in again/u));
  });
});
