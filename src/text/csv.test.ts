import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as fc from 'fast-check';
import { readCsv } from './csv.ts';

const valuesOf = (text: string): readonly (readonly string[])[] => {
  const read = readCsv(text);
  assert.ok(read.ok, JSON.stringify(read));
  return read.value.map((row) => row.map(({ value }) => value));
};

const faultOf = (text: string): string => {
  const read = readCsv(text);
  assert.ok(!read.ok, JSON.stringify(read));
  return `${read.error.kind} ${read.error.line}:${read.error.column}`;
};

suite('a table', () => {
  test('is read back as it was written, whatever its cells hold', () => {
    const piece = fc.constantFrom('a', 'ω', ' ', '"', '""', ',', ';', '\t', '\n', '\r\n', '🌊');
    const cell = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));
    const table = fc
      .integer({ min: 1, max: 5 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
      );
    const form = fc.record({
      separator: fc.constantFrom(',', ';', '\t'),
      end: fc.constantFrom('\n', '\r\n', '\r'),
      mark: fc.constantFrom('', '\ufeff'),
      last: fc.boolean(),
    });
    fc.assert(
      fc.property(table, form, (rows, { separator, end, mark, last }) => {
        // The heads tell what parts cells.
        const all = [(rows[0] ?? []).map((_, i) => `head${i}`), ...rows];
        const written = all.map((row, i) =>
          row.map((value) => (i === 0 ? value : `"${value.replaceAll('"', '""')}"`)).join(separator),
        );
        const text = mark + written.join(end) + (last ? end : '');
        const filled = all.filter((row) => row.some((value) => value.trim() !== ''));
        assert.deepEqual(valuesOf(text), filled);
      }),
      { numRuns: 300 },
    );
  });

  test('says where each cell begins, also behind one of several lines', () => {
    const read = readCsv('a;b\n"one\ntwo";c\n\nd;e');
    assert.ok(read.ok);
    const places = read.value.map((row) => row.map(({ line, column }) => `${line}:${column}`));
    assert.deepEqual(places, [
      ['1:1', '1:3'],
      ['2:1', '3:6'],
      ['5:1', '5:3'],
    ]);
  });

  test('is refused where it says what nobody can tell', () => {
    assert.equal(faultOf(''), 'no-rows 1:1');
    assert.equal(faultOf(' , \n,,'), 'no-rows 1:1');
    assert.equal(faultOf('a,b\nc,"d'), 'unclosed 2:3');
    assert.equal(faultOf('a,b\nc,d "e"'), 'stray-quote 2:5');
    assert.equal(faultOf('a,b\n"c" d,e'), 'behind-quote 2:4');
    assert.equal(faultOf('a\n'.repeat(5001)), 'too-many-rows 5002:1');
    assert.equal(faultOf('a'.repeat(8_000_001)), 'too-long 1:1');
  });

  test('is read in time that grows with it', () => {
    const long = `a,b\n"${'""'.repeat(1_000_000)}",${'x'.repeat(1_000_000)}\n`;
    const began = performance.now();
    assert.equal(valuesOf(long)[1]?.[0]?.length, 1_000_000);
    assert.ok(performance.now() - began < 5000);
  });
});
