import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as fc from 'fast-check';
import { utf8 } from './bytes.ts';
import { rangesIn } from './code-points.ts';
import { MARKS } from './hidden-tables.ts';
import { parseCanonical, parseJson } from './json.ts';
import { MOST_MARKS, isNormal, normalized } from './normal-form.ts';

/** Two marks that change places whenever the second stands before the first. */
const stack = (marks: number): string => `a${'\u0316\u0301'.repeat(marks / 2)}`;

suite('a normal form', () => {
  test('knows the marks of Unicode 17.0', { skip: process.versions['unicode'] !== '17.0' }, () => {
    const known = new Set(
      rangesIn(MARKS).flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => first + i)),
    );
    for (let point = 0; point < 0x11_0000; point++)
      assert.equal(known.has(point), /\p{M}/u.test(String.fromCodePoint(point)), point.toString(16));
  });

  test('is the platform’s, where no more marks stand in a row than may', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('\u0301', '\u0316', 'é', 'e\u0301', '각', 'ά', '\u0344'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('').toWellFormed();
        assert.equal(normalized(text), text.normalize('NFC'));
        assert.equal(normalized(text, 'NFKD'), text.normalize('NFKD'));
        assert.equal(isNormal(text), text.normalize('NFC') === text);
      }),
    );
  });

  test('has no more marks in a row than may stand there', () => {
    const most = `x${'\u0316'.repeat(MOST_MARKS)}`;
    assert.ok(isNormal(most));
    assert.ok(!isNormal(`${most}\u0316`));
    assert.equal(normalized(`${most}\u0316\u0316y\u0301`), `${most}y\u0301`.normalize('NFC'));
    const text = JSON.stringify({ text: `${most}\u0316` });
    assert.deepEqual(parseJson(text), { ok: false, error: { kind: 'not-well-formed', path: '/text' } });
    assert.equal(parseCanonical(utf8(text)).ok, false);
  });

  test('asks the platform for no row of marks that takes the square of its length', (t) => {
    const asked: number[] = [];
    t.mock.method(String.prototype, 'normalize', function longest(this: string) {
      for (const [row] of this.matchAll(/\p{M}+/gu)) asked.push(row.length);
      return this.slice();
    });
    normalized(stack(200_000));
    normalized(stack(200_000), 'NFKD');
    isNormal(stack(200_000));
    parseJson(JSON.stringify([stack(200_000)]));
    assert.ok(asked.length > 0 && Math.max(...asked) <= MOST_MARKS, asked.join(' '));
  });
});
