import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as fc from 'fast-check';
import { longestRise } from './rising.ts';

suite('a longest rise', () => {
  test('keeps the order and rises', () => {
    assert.deepEqual([...longestRise([])], []);
    assert.deepEqual(longestRise([3, 1, 2]), new Set([1, 2]));
  });

  test('is as long as any', () => {
    const numbers = fc.uniqueArray(fc.nat({ max: 20 }), { maxLength: 8 });
    fc.assert(
      fc.property(numbers, fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), (all, chosen) => {
        const rise = longestRise(all);
        const kept = all.filter((number) => rise.has(number));
        const rises = (list: readonly number[]): boolean =>
          list.every((number, i) => i === 0 || number > (list[i - 1] ?? 0));
        assert.equal(kept.length, rise.size);
        assert.ok(rises(kept));
        const other = all.filter((_, i) => chosen[i]);
        if (rises(other)) assert.ok(other.length <= kept.length);
      }),
      { numRuns: 2000 },
    );
  });
});
