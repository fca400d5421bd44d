import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { type PageOf, pageOf } from './listing.ts';

const SIZE = 10;
const HERE = 'https://conference.example/rivers/texts?kind=open';

const page = (all: readonly number[], address: string): PageOf<number> =>
  pageOf(all, { url: new URL(address, HERE) }, SIZE, (number) => number);

const newestFirst = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => count - i);

suite('a list on pages', () => {
  test('shows everything once and goes both ways, with what else the address says', () => {
    let at = page(newestFirst(35), HERE);
    const seen = [...at.items];
    assert.deepEqual([at.before, at.start, at.count], [null, 0, 35]);
    for (; at.after !== null; seen.push(...at.items)) at = page(newestFirst(35), at.after);
    assert.deepEqual(seen, newestFirst(35));
    for (; at.before !== null;) {
      assert.match(at.before, /\?kind=open/u);
      at = page(newestFirst(35), at.before);
    }
    assert.deepEqual(at.items, newestFirst(35).slice(0, SIZE));
  });

  test('gives nothing twice and leaves nothing out while the newest come first', () => {
    let count = 35;
    let at = page(newestFirst(count), HERE);
    const seen = [...at.items];
    for (; at.after !== null; seen.push(...at.items)) at = page(newestFirst((count += 3)), at.after);
    assert.deepEqual(seen, newestFirst(35));
  });

  test('is whole where it fits, and begins anew where the address names nothing of it', () => {
    assert.deepEqual(page(newestFirst(SIZE), '?at=3').items, newestFirst(SIZE));
    assert.deepEqual(page(newestFirst(35), '?at=20').items.slice(0, 2), [20, 19]);
    for (const at of ['-1', '1e9', '0', 'x', '36', '']) {
      const { items, before } = page(newestFirst(35), `?at=${at}`);
      assert.deepEqual([items[0], before], [35, null]);
    }
  });
});
