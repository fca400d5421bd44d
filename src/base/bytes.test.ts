import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  type Bytes,
  base64,
  base64url,
  base64urlOfLength,
  concat,
  fromBase64,
  fromBase64url,
  fromHex,
  fromUtf8,
  hex,
  sameBytes,
  utf8,
} from './bytes.ts';

const bytes = fc.uint8Array().map((array) => new Uint8Array(array));

const codecs: readonly (readonly [string, (bytes: Uint8Array) => string, (text: string) => Bytes | null])[] = [
  ['hex', hex, fromHex],
  ['base64', base64, fromBase64],
  ['base64url', base64url, fromBase64url],
];

for (const [name, write, read] of codecs) {
  test(`${name}: what is written is read back, and has no second spelling`, () => {
    fc.assert(fc.property(bytes, (value) => assert.deepEqual(read(write(value)), value)));
    fc.assert(
      fc.property(fc.string(), (text) => {
        const value = read(text);
        assert.ok(value === null || write(value) === text);
      }),
    );
  });
}

test('so many bytes in base64url are known without being read', () => {
  const text = fc.string({
    unit: fc.constantFrom('A', 'Q', 'g', 'w', 'E', 'I', 'Z', '0', '1', '-', '_', '+', '/', '=', ' '),
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(fc.oneof(text, bytes.map(base64url)), fc.nat(9), (given, length) =>
      assert.equal(base64urlOfLength(length).test(given), fromBase64url(given)?.length === length),
    ),
    { numRuns: 1000 },
  );
});

test('text goes through UTF-8, and what is no UTF-8 is no text', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => assert.equal(fromUtf8(utf8(text)), text)));
  assert.equal(fromUtf8(new Uint8Array([0xc0, 0x80])), null);
});

test('parts are joined in order', () => {
  fc.assert(
    fc.property(bytes, bytes, (a, b) => {
      const whole = concat(a, b);
      assert.ok(sameBytes(whole.subarray(0, a.length), a) && sameBytes(whole.subarray(a.length), b));
    }),
  );
});
