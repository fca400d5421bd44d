import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, describe, it } from 'node:test';
import type { OrganisationId, Slug } from '../../base/ids.ts';
import { instant } from '../../base/time.ts';
import type { Damaged } from '../../conference/damaged.ts';
import { openSqliteContacts } from './contacts.ts';
import { openSealed, openWith } from './database.ts';
import { DATABASES, DATABASE_NAMES, type SealedName, migrationsOf } from './databases.ts';
import { openSqliteDrafts } from './drafts.ts';
import { openSqliteOutbox } from './outbox.ts';
import { type SealedDatabase, knowSeals, sealAgain, sealing } from './sealed.ts';
import { openSqliteSessions } from './sessions.ts';
import { openSqliteTray } from './tray.ts';
import { OUTBOX_MAIL } from '../contract/outbox.ts';

/** What is read of a data file is what was written to it, or it is told of and left alone. */

const folder = await mkdtemp(join(tmpdir(), 'isonomia-'));
after(() => rm(folder, { recursive: true }));

const isSealed = (name: string): name is SealedName => DATABASES[name as SealedName].rows === 'sealed';

/** Changes a file behind the back of whoever keeps it. */
const behind = (file: string, sql: string): void => {
  const database = new DatabaseSync(file, { enableForeignKeyConstraints: false, defensive: false });
  database.exec(sql);
  database.close();
};

/** Other values than those that {@link fill} writes, by the type of the column. */
const OTHER: Readonly<Record<string, string>> = { TEXT: `'[]'`, INTEGER: '2', BLOB: `x'010204'` };
const VALUE: Readonly<Record<string, string>> = { TEXT: `'{}'`, INTEGER: '1', BLOB: `x'010203'` };

interface Column {
  readonly name: string;
  readonly type: string;
}

const tablesOf = (
  file: string,
  name: SealedName,
): readonly (readonly [table: string, columns: readonly Column[]])[] => {
  const database = openWith(file, migrationsOf(name), DATABASES[name]);
  const tables = database
    .prepare(`select name from sqlite_schema where type = 'table' and name <> 'written' order by rowid`)
    .all();
  const all = tables.map(({ name: table }): readonly [string, readonly Column[]] => [
    String(table),
    database
      .prepare(`pragma table_info(${String(table)})`)
      .all()
      .map((column) => ({ name: String(column['name']), type: String(column['type']) })),
  ]);
  database.close();
  return all;
};

const fill = (database: SealedDatabase, tables: ReturnType<typeof tablesOf>): void => {
  for (const [table, columns] of tables) {
    const written = columns.filter(({ name }) => name !== 'seal');
    database
      .prepare(
        `insert into ${table} (${written.map(({ name }) => name).join(', ')}) values (${written.map(({ type }) => VALUE[type]).join(', ')})`,
      )
      .run();
  }
};

it('every data file has sealed rows but those that the record proves', () => {
  assert.deepEqual(
    DATABASE_NAMES.filter((name) => !isSealed(name)),
    ['records', 'signed'],
  );
});

for (const name of DATABASE_NAMES.filter(isSealed))
  describe(`${name}.sqlite`, () => {
    const tables = tablesOf(join(folder, `${name}-schema`), name);
    for (const [table, columns] of tables)
      it(`tells of a row of “${table}” that is not what was written, whichever column, and leaves it alone`, () => {
        const file = join(folder, `${name}-${table}`);
        const damaged: Damaged[] = [];
        const database = openSealed(file, name, (one) => damaged.push(one));
        fill(database, tables);
        const select = database.prepare(`select * from ${table}`);
        const [, other] = columns;
        const update = database.prepare(`update ${table} set ${other?.name} = ${VALUE[other?.type ?? '']}`);
        for (const { name: column, type } of columns) {
          assert.equal(update.run().changes, 1);
          assert.deepEqual([select.all().length, damaged], [1, []], column);
          behind(file, `update ${table} set ${column} = ${OTHER[type]}`);
          assert.equal(update.run().changes, 0);
          assert.deepEqual([select.all(), select.get()], [[], undefined]);
          const found = { file: `${name}-${table}`, table, row: column === 'row' ? 2 : 1 };
          assert.deepEqual(damaged.splice(0), [found, found]);
          behind(file, `update ${table} set ${column} = ${VALUE[type]}`);
        }
        database.close();
        openSealed(file, name, (one) => damaged.push(one)).close();
        assert.deepEqual(damaged, [{ file: `${name}-${table}`, table, row: 1 }]);
      });
  });

describe('nobody can forget the seal', () => {
  const opened = (sql: string): SealedDatabase => {
    const database = new DatabaseSync(':memory:');
    knowSeals(database);
    database.exec(`${sql}; create table written (row integer primary key, number integer not null) strict`);
    const written = { noted: () => null, note: () => undefined, close: () => undefined };
    return sealing(database, 'any.sqlite', { onDamaged: () => undefined, written });
  };
  const KEPT = 'create table kept (row integer primary key, a text, b text, seal integer) strict';

  it('of a table', () => {
    assert.throws(() => opened('create table kept (row integer primary key, a text) strict'), /“kept” have no seal/u);
    assert.throws(() => opened('create table kept (a text, seal integer) strict'), /“kept” have no seal/u);
  });

  for (const sql of [
    'select a from kept',
    'select row, a, seal from kept',
    'select *, a from kept',
    'update kept set a = 1 returning *',
  ])
    it(`in “${sql}”`, () => assert.throws(() => opened(KEPT).prepare(sql), /otherwise than whole/u));

  it('and may count rows without it', () => {
    assert.deepEqual(
      { ...opened(KEPT).prepare('select count(*) as n, max(a) as a from kept').get() },
      { n: 0, a: null },
    );
  });
});

describe('what is damaged is never acted upon:', () => {
  const told: Damaged[] = [];
  const note = (damaged: Damaged): void => void told.push(damaged);
  const [slug, organisation] = ['rivers' as Slug, 'diktyo' as OrganisationId];

  it('a mail is not sent, nor queued anew under its name', async (t) => {
    const file = join(folder, 'outbox.sqlite');
    const outbox = openSqliteOutbox(file, note);
    t.after(outbox.close);
    const mails = [1, 2].map(OUTBOX_MAIL);
    await outbox.put(mails);
    behind(file, `update mail set address = 'somebody@else.example' where row = 1`);
    assert.equal(await outbox.put(mails), 0);
    const claimed = await outbox.claim(instant(5000), 10);
    assert.deepEqual(
      claimed.map(({ address }) => address),
      [mails[1]?.address],
    );
    assert.equal(outbox.get(mails[0]?.slug as Slug, mails[0]?.key ?? ''), null);
    assert.ok(told.some((one) => 'row' in one && one.table === 'mail' && one.row === 1));
  });

  it('a mail that was sent is not sent again by an index that says it waits', async (t) => {
    const file = join(folder, 'index.sqlite');
    const outbox = openSqliteOutbox(file, note);
    t.after(outbox.close);
    await outbox.put([OUTBOX_MAIL(1)]);
    const database = new DatabaseSync(file, { defensive: false });
    knowSeals(database);
    // The row is written while nobody knows of the index, which goes on naming it as due.
    const [index] = database.prepare(`select * from sqlite_schema where name = 'mail_due'`).all();
    assert.ok(index);
    database.exec(
      `pragma writable_schema = on; delete from sqlite_schema where name = 'mail_due'; pragma writable_schema = reset`,
    );
    database.exec(`update mail set state = 'handed-over', answer = '250 ok'`);
    sealAgain(database);
    database.exec('pragma writable_schema = on');
    database.prepare('insert into sqlite_schema values (?, ?, ?, ?, ?)').run(...Object.values(index));
    database.exec('pragma writable_schema = reset');
    database.close();
    assert.notEqual(outbox.nextDue(), null);
    told.length = 0;
    assert.deepEqual(await outbox.claim(instant(9000), 10), []);
    assert.deepEqual(told, [{ file: 'index.sqlite', table: 'mail', row: 1 }]);
  });

  it('an address is nobody’s, until it is given again', (t) => {
    const file = join(folder, 'contacts.sqlite');
    const contacts = openSqliteContacts(file, note);
    t.after(contacts.close);
    const contact = {
      slug,
      organisation,
      delegate: 1,
      address: 'anna@example.org' as never,
      confirmation: { kind: 'confirmed', at: instant(1) },
      language: 'el' as never,
      zone: 'Europe/Athens',
      digest: 'daily',
      lastDigest: null,
      bulletins: true,
      push: null,
    } as const;
    contacts.put(contact);
    behind(file, `update contact set address = 'annb@example.org'`);
    assert.deepEqual(
      [contacts.all(slug), contacts.get(slug, organisation, 1), contacts.byAddress(slug, 'anna@example.org')],
      [[], null, []],
    );
    contacts.put(contact);
    assert.equal(contacts.all(slug).length, 1);
  });

  it('nobody is signed in', (t) => {
    const file = join(folder, 'sessions.sqlite');
    const sessions = openSqliteSessions(file, note);
    t.after(sessions.close);
    sessions.put({
      tokenHash: 'a',
      slug,
      organisation,
      delegate: 2,
      key: 'SHA256:x' as never,
      created: instant(0),
      expires: instant(100),
    });
    behind(file, `update session set delegate = 1`);
    assert.equal(sessions.get('a', instant(1)), null);
    assert.deepEqual(sessions.of(slug, organisation, 1, instant(1)), []);
  });

  it('a draft whose words are not its own is not shown, and not written on', (t) => {
    const file = join(folder, 'drafts.sqlite');
    const drafts = openSqliteDrafts(file, note);
    t.after(drafts.close);
    const draft = {
      id: 'a',
      slug,
      organisation,
      kind: 'table',
      text: null,
      revision: null,
      title: '',
      body: 'words',
      version: 1,
      by: 1,
      at: instant(1),
      pens: [],
    } as const;
    drafts.put(draft);
    behind(file, `update words set body = 'wordz'`);
    assert.equal(drafts.get(slug, 'a'), null);
    assert.equal(drafts.of(slug, organisation).length, 1);
    behind(file, `update draft set title = 'x'`);
    assert.equal(drafts.of(slug, organisation).length, 0);
    assert.equal(drafts.put({ ...draft, version: 2 }), false);
  });

  it('a mail that came in is not read', async (t) => {
    const file = join(folder, 'tray.sqlite');
    const tray = openSqliteTray(file, note);
    t.after(tray.close);
    const mail = {
      slug,
      id: 'a',
      at: instant(1),
      sender: 'a@b.example',
      recipients: [],
      from: { address: '', name: '' },
      raw: new Uint8Array([1, 2, 3]),
    };
    await tray.keep(mail);
    behind(file, `update raw set content = x'010204'`);
    assert.equal(tray.raw(slug, 'a'), null);
    behind(file, `update mail set at = 2`);
    assert.deepEqual(tray.fresh(10), []);
    assert.deepEqual(tray.concerning({ slug, delegate: null, addresses: ['a@b.example'] }), []);
  });
});
