import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as fc from 'fast-check';
import { instant } from '../../base/time.ts';
import { pastPieceSchema, pieceRefusal } from '../../charter/history/piece.ts';
import { pathFault } from './path.ts';
import { COLUMNS, type Column, readTable } from './table.ts';

const NOW = instant(Date.UTC(2026, 10, 1));

const quoted = (value: string): string => `"${value.replaceAll('"', '""')}"`;
const tableOf = (heads: readonly string[], ...rows: readonly (readonly string[])[]): string =>
  [heads, ...rows].map((row) => row.map(quoted).join(',')).join('\n');

const GOOD = {
  kind: 'decision',
  reference: 'A/1',
  title: 'On weirs',
  date: '2019-06-02',
  until: '',
  place: '',
  language: 'en',
  names: 'Reka (Bulgaria); Fishers',
  source: 'A binder.',
  words: 'a/b.txt',
  original: '',
} as const satisfies Readonly<Record<Column, string>>;

const rowWith = (fields: Readonly<Partial<Record<Column, string>>>): readonly string[] =>
  Object.values({ ...GOOD, ...fields });

const toldOf = (...rows: readonly (readonly string[])[]): readonly string[] =>
  readTable(tableOf(COLUMNS, ...rows), NOW).faults.map(({ line, column, why }) => `${line} ${column} ${why}`);

suite('a table of an archive', () => {
  test('gives nothing that the charter would not take, whatever stands in it, and says why of every other line', () => {
    const word = fc.constantFrom(
      '',
      ' ',
      'meeting',
      'decision',
      'participant',
      '2019',
      '2019-02-29',
      '2020-06',
      '2999',
    );
    const more = fc.constantFrom(
      'A/1',
      'On weirs',
      'en',
      'a/b.txt',
      '../a',
      'Reka (Bulgaria)',
      '\u202e',
      '🌊',
      '“,;\n',
    );
    const cell = fc.oneof(word, more, fc.string({ maxLength: 12 }), fc.constant('x'.repeat(400)));
    const row = fc.tuple(
      ...COLUMNS.map((column) => fc.oneof({ weight: 3, arbitrary: fc.constant(GOOD[column]) }, cell)),
    );
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (rows) => {
        const { pieces, faults } = readTable(tableOf(COLUMNS, ...rows), NOW);
        for (const { what, words, original } of pieces) {
          assert.ok(pastPieceSchema.safeParse(what).success);
          assert.equal(pieceRefusal(what, NOW), null);
          for (const file of [words, original]) assert.ok(file === null || pathFault(file.path) === null);
        }
        const filled = rows.filter((one) => one.some((value) => value.trim() !== '')).length;
        assert.ok(pieces.length + new Set(faults.map(({ line }) => line)).size >= Math.min(1, filled));
        if (faults.length === 0) assert.equal(pieces.length, filled);
        if (faults.length === 0) assert.equal(new Set(pieces.map(({ what }) => what.reference)).size, filled);
      }),
      { numRuns: 500 },
    );
  });

  test('names the line and the column of each thing that is wrong, and each cell once', () => {
    assert.deepEqual(toldOf(rowWith({})), []);
    assert.deepEqual(toldOf(rowWith({}), rowWith({ reference: 'A/2', title: 'Else', words: '', date: '1/2/2019' })), [
      '3 date not-a-date',
    ]);
    assert.deepEqual(toldOf(rowWith({ kind: 'law', title: '', words: '/etc/passwd' })), [
      '2 title missing',
      '2 kind unknown-kind',
      '2 words climbs-out',
    ]);
    assert.deepEqual(toldOf(rowWith({ until: '2020' })), ['2 until does-not-last']);
    assert.deepEqual(toldOf(rowWith({ kind: 'participant' })), ['2 names no-names']);
    assert.deepEqual(toldOf(rowWith({ kind: 'meeting', until: '2018' })), ['2 until before-start']);
    assert.deepEqual(toldOf(rowWith({ names: '(Bulgaria); ...' })), ['2 names not-a-name']);
    assert.deepEqual(toldOf(rowWith({}), rowWith({})), ['3 reference reference-twice', '3 words file-twice']);
    assert.deepEqual(toldOf(rowWith({}), rowWith({ reference: 'A/2', words: '' })), ['3 title piece-twice']);
    assert.deepEqual(toldOf([...rowWith({}), 'more']), ['2 null too-many-cells']);
    assert.deepEqual(toldOf(['decision']), ['2 null too-few-cells']);
  });

  test('has the columns that it needs, each once, and no other', () => {
    const heads = (...names: readonly string[]): readonly string[] =>
      readTable(
        tableOf(
          names,
          names.map(() => 'x'),
        ),
        NOW,
      ).faults.map(({ column, why }) => `${column} ${why}`);
    assert.deepEqual(heads('Kind', ' reference', 'TITLE', 'date', 'signed', 'kind'), [
      'null unknown-column',
      'kind column-twice',
      'source column-missing',
    ]);
  });

  test('reads names with their countries, and shows those that are no participant of then', () => {
    const member = rowWith({
      kind: 'participant',
      reference: 'P',
      title: 'Reka',
      names: '',
      words: '',
      place: 'Bulgaria',
    });
    const { pieces, notes } = readTable(tableOf(COLUMNS, rowWith({}), member), NOW);
    assert.deepEqual(pieces[0]?.what.names, [
      { name: 'Reka', country: 'Bulgaria' },
      { name: 'Fishers', country: null },
    ]);
    assert.deepEqual(
      notes.map(({ line, value }) => `${line} ${value}`),
      ['2 Fishers'],
    );
    assert.deepEqual(readTable(tableOf(COLUMNS, rowWith({})), NOW, ['Reka', 'Fishers']).notes, []);
  });
});

test('a path leads to a file below the folder or is refused', () => {
  for (const path of ['a.txt', 'a/b/c.pdf', 'Ποτάμι 1.docx']) assert.equal(pathFault(path), null, path);
  for (const path of ['/a', '../a', 'a/../../b', 'C:\\a', 'C:/a', 'a/..'])
    assert.equal(pathFault(path), 'climbs-out', path);
  for (const path of ['a\\b', './a', 'a//b', 'a/', 'a\u0000b', 'x/'.repeat(9) + 'a', 'x'.repeat(401)])
    assert.equal(pathFault(path), 'not-a-path', path);
});
