import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Listing, PAGE, byName, byNumber, numbered } from './paging.ts';

/** A list page by page, as somebody reads it; what happens between two pages besides. */
const read = <V>(list: () => Listing<V>, meanwhile: () => void = () => undefined): readonly V[] => {
  const all: V[] = [];
  for (let after: string | undefined; ;) {
    const page = list()(after);
    assert.ok(page !== null);
    assert.ok(page.items.length <= PAGE.items);
    all.push(...page.items);
    if (page.next === null) return all;
    after = page.next;
    meanwhile();
  }
};

const things = (count: number): { number: number; id: string }[] =>
  Array.from({ length: count }, (_, i) => ({ number: i + 1, id: `n${i + 1}` }));
const numberOf = ({ number }: { readonly number: number }) => number;
const idOf = ({ id }: { readonly id: string }) => id;

describe('a list in pages', () => {
  it('has everything once, in its order, whatever its length', () => {
    for (const count of [0, 1, PAGE.items - 1, PAGE.items, PAGE.items + 1, 3 * PAGE.items]) {
      const all = things(count);
      assert.deepEqual(
        read(() => numbered(all, numberOf)),
        all.map(numberOf),
      );
      assert.deepEqual(
        read(() => byName(all, idOf, idOf)),
        all.map(idOf),
      );
    }
  });

  it('gives nothing twice and leaves nothing out while it grows', () => {
    const all = things(250);
    const more = () => void all.push({ number: all.length + 1, id: `n${all.length + 1}` });
    assert.equal(new Set(read(() => numbered(all, numberOf), more)).size, all.length);
    assert.equal(new Set(read(() => byName(all, idOf, idOf), more)).size, all.length);
  });

  it('goes on where an item stood that has left what is listed', () => {
    const all = things(250);
    const left = new Set<string>();
    const seen = read(
      () => byName(all, idOf, idOf, ({ id }) => !left.has(id)),
      () => void left.add('n100'),
    );
    assert.deepEqual(
      seen,
      all.map(idOf).filter((id) => id !== 'n200' || !left.has(id)),
    );
  });

  it('ends a page that has become long, and never without an item', () => {
    const long = things(5).map(({ number }) => ({ number, words: 'x'.repeat(PAGE.characters) }));
    const first = numbered(long, (one) => one)(undefined);
    assert.deepEqual([first?.items.length, first?.next], [1, '1']);
    assert.equal(read(() => numbered(long, numberOf)).length, 5);
  });

  it('has gaps where something is hidden, and nothing that counts them', () => {
    const all = things(1000).filter(({ number }) => number % 7 === 0);
    const first = byNumber(all, numberOf, numberOf)(undefined);
    assert.equal(first?.items.length, PAGE.items);
    assert.equal(first?.next, `${first?.items.at(-1)}`);
  });

  it('takes no name that is none of its own', () => {
    const all = things(3);
    for (const after of ['-1', '1.5', '', 'n1', '1e9', '0x1', '9999999999999999', ' 1', '١'])
      assert.equal(numbered(all, numberOf)(after), null, after);
    assert.deepEqual(numbered(all, numberOf)('999999999'), { items: [], next: null });
    for (const after of ['', '1', 'n4', 'N1']) assert.equal(byName(all, idOf, idOf)(after), null, after);
  });
});
