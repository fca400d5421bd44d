import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { type Table, csvOf } from './csv.ts';

type Row = Readonly<Record<'meeting' | 'organisation' | 'name' | 'answer' | 'delegates' | 'came' | 'left', string>>;

const TABLE: Table<'attendance', Row> = {
  name: 'attendance',
  columns: {
    meeting: (row) => row.meeting,
    organisation: (row) => row.organisation,
    name: (row) => row.name,
    answer: (row) => row.answer,
    delegates: (row) => row.delegates,
    came: (row) => row.came,
    left: (row) => row.left,
  },
};

const row = (name: string): Row => ({
  meeting: '1',
  organisation: 'a',
  name,
  answer: 'coming',
  delegates: '2',
  came: '2026-11-08T09:10:11Z',
  left: '',
});

/** A table as RFC 4180 has it, read by somebody else's rules. */
const read = (csv: string): readonly (readonly string[])[] => {
  const rows: string[][] = [[]];
  for (const [, cell = '', end] of csv.matchAll(/"((?:[^"]|"")*)"(,|\r\n)/gu)) {
    rows.at(-1)?.push(cell.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
};

suite('a table for spreadsheets', () => {
  test('begins with the mark of its encoding and a head, and ends each row as the standard has it', () => {
    const csv = csvOf(TABLE, [row('Zelena Sava')]);
    assert.equal(csv.charCodeAt(0), 0xfeff);
    assert.deepEqual(read(csv), [
      ['meeting', 'organisation', 'name', 'answer', 'delegates', 'came', 'left'],
      ['1', 'a', 'Zelena Sava', 'coming', '2', '2026-11-08T09:10:11Z', ''],
    ]);
  });

  test('holds every word that anybody writes, and every cell where it belongs', () => {
    const written = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.constantFrom('"', ',', ';', '\r', '\n', '\t', '=', '+', '-', '@', "'", ' ', 'a', '＝'))
        .map((all) => all.join('')),
    );
    fc.assert(
      fc.property(fc.array(written, { maxLength: 4 }), (names) => {
        const rows = read(csvOf(TABLE, names.map(row)));
        assert.equal(rows.length, names.length + 1);
        for (const [i, name] of names.entries()) {
          const cell = rows[i + 1]?.[2] ?? '';
          assert.equal(rows[i + 1]?.length, 7);
          assert.ok(cell === name || cell === `'${name}`);
          assert.doesNotMatch(cell, /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/u);
        }
      }),
    );
  });

  test('leaves nothing for a spreadsheet to reckon with', () => {
    for (const bad of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', '=HYPERLINK("https://x","y")'])
      assert.equal(read(csvOf(TABLE, [row(bad)]))[1]?.[2], `'${bad}`);
    for (const fine of ['a=b', '1-2', "'", 'me@example.org'])
      assert.equal(read(csvOf(TABLE, [row(fine)]))[1]?.[2], fine);
  });
});
