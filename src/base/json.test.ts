import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { utf8 } from './bytes.ts';
import { MAX_DEPTH, canonical, canonicalBytes, parseCanonical, parseJson } from './json.ts';

const vectors = new URL('../../../shared/vectors/jcs/', import.meta.url);

test('the published vectors of RFC 8785', { skip: existsSync(vectors) ? false : 'the vectors are not here' }, () => {
  const names = readdirSync(new URL('input/', vectors));
  assert.ok(names.length >= 6);
  for (const name of names) {
    const input: unknown = JSON.parse(readFileSync(new URL(`input/${name}`, vectors), 'utf8'));
    assert.equal(canonical(input), readFileSync(new URL(`output/${name}`, vectors), 'utf8').trimEnd(), name);
  }
});

/** JSON as acts hold it: integers, well-formed text in form NFC. */
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger(),
    fc.string({ unit: 'grapheme' }).map((text) => text.normalize('NFC')),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      fc.string({ unit: 'grapheme' }).map((text) => text.normalize('NFC')),
      tie('value'),
      { maxKeys: 4 },
    ),
  ),
})).value;

test('what is canonical is read back, and is written the same again', () => {
  fc.assert(
    fc.property(json, (value) => {
      const bytes = canonicalBytes(value);
      const read = parseCanonical(bytes);
      assert.ok(read.ok);
      assert.deepEqual(canonicalBytes(read.value), bytes);
    }),
  );
});

test('the order in which keys were written does not matter', () => {
  assert.equal(canonical({ b: 1, a: { d: 2, c: 3 } }), '{"a":{"c":3,"d":2},"b":1}');
});

const refused = (text: string): string => {
  const read = parseCanonical(utf8(text));
  return read.ok ? 'read' : read.error.kind;
};

test('bytes that are not canonical are refused, and it is said why', () => {
  assert.equal(refused('{"a":1}'), 'read');
  assert.equal(refused('{"a": 1}'), 'not-canonical');
  assert.equal(refused('{"a":1}\n'), 'not-canonical');
  assert.equal(refused('{"b":1,"a":1}'), 'not-canonical');
  assert.equal(refused('{"a":1,"a":1}'), 'not-canonical');
  assert.equal(refused('{"a":"\\u0041"}'), 'not-canonical');
  assert.equal(refused('{"a":1.5}'), 'not-integer');
  assert.equal(refused('{"a":1e400}'), 'not-integer');
  assert.equal(refused('{"a":-0}'), 'not-integer');
  assert.equal(refused('{"a":9007199254740993}'), 'not-integer');
  assert.equal(refused('{"a":"e\u0301"}'), 'not-well-formed');
  assert.equal(refused('{"a":"\\ud800"}'), 'not-well-formed');
  assert.equal(refused('{"a":'), 'not-json');
  assert.equal(refused('\ufeff{}'), 'not-json');
  assert.equal(refused(`${'['.repeat(MAX_DEPTH + 1)}${']'.repeat(MAX_DEPTH + 1)}`), 'too-deep');
  assert.equal(refused(`${'['.repeat(MAX_DEPTH)}${']'.repeat(MAX_DEPTH)}`), 'read');
  const notUtf8 = parseCanonical(new Uint8Array([0x22, 0xff, 0x22]));
  assert.deepEqual(notUtf8, { ok: false, error: { kind: 'not-utf8' } });
});

test('brackets inside strings are no nesting', () => {
  assert.ok(parseJson(JSON.stringify({ a: '['.repeat(100), b: '\\"[' })).ok);
});

test('a fault names its place', () => {
  const read = parseJson('{"a":[0,{"b":0.5}]}');
  assert.deepEqual(read, { ok: false, error: { kind: 'not-integer', path: '/a/1/b' } });
});

test('what is no JSON cannot be written', () => {
  for (const value of [undefined, Number.NaN, Infinity, 1n, Symbol('s'), () => 1, { a: undefined }, '\ud800']) {
    assert.throws(() => canonical(value), TypeError);
  }
});

test('the quick look and the close one agree on what is canonical', () => {
  const loose = (value: unknown): string => JSON.stringify(value, null, 1);
  fc.assert(
    fc.property(fc.oneof(json, fc.jsonValue()), (value) => {
      for (const text of [canonical(value), JSON.stringify(value), loose(value)]) {
        const closely = parseJson(text);
        const expected = closely.ok && canonical(closely.value) === text;
        assert.equal(parseCanonical(utf8(text)).ok, expected, text);
      }
    }),
  );
});
