import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { snapshot } from './snapshot.ts';

test('a copy of several files has none of what was written to any of them after all were held', async (t) => {
  const [from, to] = await Promise.all(['from-', 'to-'].map((name) => mkdtemp(join(tmpdir(), `isonomia-${name}`))));
  assert.ok(from !== undefined && to !== undefined);
  t.after(() => Promise.all([from, to].map((folder) => rm(folder, { recursive: true }))));
  const names = ['first.sqlite', 'second.sqlite', 'third.sqlite'];
  const written = names.map((name) => {
    const database = new DatabaseSync(join(from, name));
    t.after(() => database.close());
    database.exec(`pragma journal_mode = wal; create table kept (a text); insert into kept values ('before')`);
    return database;
  });
  const copying = snapshot(from, names, to);
  for (const database of written) database.exec(`insert into kept values ('after')`);
  await copying;
  for (const name of names) {
    const copy = new DatabaseSync(join(to, name), { readOnly: true });
    const rows = copy
      .prepare('select a from kept')
      .all()
      .map(({ a }) => a);
    copy.close();
    assert.deepEqual(rows, ['before'], name);
  }
});
