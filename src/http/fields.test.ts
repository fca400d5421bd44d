import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { MOST_FIELDS, MOST_NAME, MOST_VALUES, type Pairs, urlencoded, within } from './fields.ts';

const read = (text: string): Pairs => {
  const pairs = urlencoded(text);
  assert.ok(pairs.ok, text);
  return pairs.value;
};

const fault = (text: string) => {
  const pairs = urlencoded(text);
  return pairs.ok ? null : pairs.error;
};

describe('urlencoded fields', () => {
  it('are read as the platform reads them', () => {
    const piece = fc.oneof(
      fc.constantFrom('&', '=', '+', '%', '%2', '%20', '%C3%A9', '%ff', '%E2%82', '&&', 'é', ' '),
      fc.string({ unit: 'grapheme', maxLength: 4 }).filter((text) => text.isWellFormed()),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        // It takes a question mark at the start for the sign that a query follows.
        assert.deepEqual(read(text), [...new URLSearchParams(`?${text}`)]);
      }),
    );
  });

  it('come back as they were written', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ maxLength: 20 }), fc.string({ maxLength: 200 })), { maxLength: 50 }),
        (pairs) => assert.deepEqual(read(new URLSearchParams(pairs.map(([a, b]) => [a, b])).toString()), pairs),
      ),
    );
  });

  it('are as many as a form may have, and no more', () => {
    const named = (count: number) => Array.from({ length: count }, (_, i) => `f${i}=1`).join('&');
    assert.equal(read(named(MOST_FIELDS)).length, MOST_FIELDS);
    assert.equal(fault(named(MOST_FIELDS + 1)), 'too-many-fields');
    assert.equal(read('a=1&'.repeat(MOST_VALUES)).length, MOST_VALUES);
    assert.equal(fault('a=1&'.repeat(MOST_VALUES + 1)), 'too-many-values');
    assert.equal(fault(`${'n'.repeat(MOST_NAME + 1)}=1`), 'long-name');
    assert.deepEqual(within([['n'.repeat(MOST_NAME + 1), '']]), { ok: false, error: 'long-name' });
  });

  it('are looked at no further than that', () => {
    let looked = 0;
    const pairs = {
      *[Symbol.iterator]() {
        for (;;) {
          looked += 1;
          yield ['a', ''] as const;
        }
      },
    } as unknown as Pairs;
    assert.deepEqual(within(pairs), { ok: false, error: 'too-many-values' });
    assert.equal(looked, MOST_VALUES + 1);
    // Half a million empty ones, which are none.
    assert.deepEqual(read('&'.repeat(500_000)), []);
  });
});
