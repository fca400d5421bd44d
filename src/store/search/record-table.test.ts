import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { describe, it } from 'node:test';
import { recordSchema, recordTableOf } from './record-table.ts';

/** The record's lists: flat in the length of the record, and apart for each face. */

const opened = () => {
  const database = new DatabaseSync(':memory:');
  for (const face of ['everyone', 'members'] as const) recordSchema(face).forEach((sql) => database.exec(sql));
  return { database, open: recordTableOf(database, 'everyone'), inner: recordTableOf(database, 'members') };
};

const asked = (under: string, before: number, most = 3, any: readonly string[] = []) => ({ under, before, most, any });

describe('the lists of entries', () => {
  it('give the nearest on both sides of a place, and tell which other lists hold anything', () => {
    const { inner } = opened();
    for (let entry = 0; entry < 10; entry += 1)
      inner.put({ entry, under: ['all', entry % 2 === 0 ? 'even' : 'odd'], on: { everyone: false, members: true } });
    assert.deepEqual(inner.list(asked('all', 6, 3, ['even', 'none'])), {
      entries: [5, 4, 3],
      newer: [6, 7, 8],
      any: [true, false],
    });
    assert.deepEqual(inner.list(asked('even', 100)).entries, [8, 6, 4]);
    assert.deepEqual(inner.list(asked('none', 100)), { entries: [], newer: [], any: [] });
  });

  it('hold on a face what it may show, until it may not', () => {
    const { database, open, inner } = opened();
    const placed = { entry: 4, under: ['all', 'secret'], on: { everyone: false, members: true } };
    for (const table of [open, inner]) table.put(placed);
    assert.deepEqual(open.list(asked('all', 9)).entries, []);
    assert.equal(database.prepare('select count(*) as n from everyone_lists').get()?.['n'], 0);
    for (const table of [open, inner]) table.put({ ...placed, on: { everyone: true, members: true } });
    assert.deepEqual(open.list(asked('secret', 9)).entries, [4]);
    for (const table of [open, inner]) table.put(placed);
    assert.deepEqual(
      [open, inner].map((table) => table.list(asked('all', 9)).entries),
      [[], [4]],
    );
  });

  it('are searched by their own order, and never gone through', () => {
    const { database } = opened();
    for (const where of ['entry < ? order by entry desc', 'entry >= ? order by entry']) {
      const plan = database
        .prepare(`explain query plan select entry from everyone_listed where list = ? and ${where}`)
        .all(1, 1);
      assert.match(
        plan.map(({ detail }) => String(detail)).join(),
        /^SEARCH everyone_listed USING PRIMARY KEY \(list=\? AND entry[<>]\?\)$/u,
      );
    }
  });
});
