import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as fc from 'fast-check';
import type { Currency } from '../../base/currency.ts';
import { runArbitrary, play } from '../spec/moves.test.ts';
import {
  BANK,
  DINARS,
  FLOOD,
  FUND,
  GIVEN,
  SPENT,
  books,
  given as gives,
  line,
  recorded,
  spent,
  takenBack,
} from '../spec/means.ts';
import { type Step, all, given } from '../spec/spec.ts';
import type { State } from '../state.ts';
import { changesOf, postingsOf, sumsOf } from './books.ts';

/** Property: whatever was let in, the books balance. */

const four = ['ada', 'bor', 'cvet', 'dora'];

const held = ({ means }: State, account: number, currency = 'EUR'): bigint =>
  means.accounts[account - 1]?.balances.get(currency as Currency) ?? 0n;

/** Everything that is kept of the books beside what was recorded, worked out anew. */
const assertBooks = ({ means }: State): void => {
  for (const transaction of means.transactions)
    for (const [currency, sum] of sumsOf(postingsOf(transaction)))
      assert.equal(sum, 0n, `transaction ${transaction.number} in ${currency}`);
  const lasting = new Map<Currency, bigint>();
  for (const account of means.accounts) {
    const changes = means.transactions.flatMap((one) =>
      changesOf(one).filter((change) => change.account === account.number),
    );
    const sums = new Map([...sumsOf(changes)].filter(([, sum]) => sum !== 0n));
    assert.deepEqual(new Map([...account.balances].filter(([, sum]) => sum !== 0n)), sums, account.name);
    if (account.kind === 'asset' || account.kind === 'fund')
      for (const [currency, sum] of sums) lasting.set(currency, (lasting.get(currency) ?? 0n) + sum);
  }
  // All that there is belongs to some fund.
  for (const [currency, sum] of lasting) assert.equal(sum, 0n, `assets and funds in ${currency}`);
  const months = [...means.months.values()].flatMap((totals) => [...totals.values()]);
  for (const [currency, sum] of sumsOf(months)) assert.equal(sum, 0n, `months in ${currency}`);
};

const few = fc.constantFrom(-3, -2, -1, 1, 2, 3);

/** Things that a treasurer does, some of which are refused. */
const moves: fc.Arbitrary<Step> = fc.oneof(
  fc.integer({ min: 1, max: 2 ** 53 - 1 }).map((amount) => gives('bor', 'cvet', amount)),
  fc.integer({ min: 1, max: 100_000 }).map((amount) => spent('bor', amount)),
  fc.tuple(few, few, few).map(([a, b, c]) => recorded('bor', [line(BANK, a), line(GIVEN, b, FLOOD), line(FUND, c)])),
  fc.integer({ min: 1, max: 12 }).map((number) => takenBack('bor', number)),
  fc.integer({ min: 1, max: 10_000 }).map((amount) =>
    recorded('bor', [line(BANK, -amount), line(DINARS, amount * 117, null, 'RSD')], {
      conversions: [
        {
          fund: FUND,
          from: { currency: 'EUR', amount },
          to: { currency: 'RSD', amount: amount * 117 },
          rate: '117',
          day: '2026-02-01',
          source: 'National Bank of Serbia',
        },
      ],
    }),
  ),
);

suite('12 the books balance, whatever is let in', () => {
  test('in every currency, for every account, fund and month', () => {
    fc.assert(
      fc.property(fc.array(moves, { maxLength: 25 }), (steps) => {
        const { world } = given(books(four));
        let allowed = 0;
        for (const step of steps) if (step(world) === null) allowed += 1;
        assertBooks(world.state);
        assert.equal(world.state.means.transactions.length, allowed);
      }),
      { numRuns: 40 },
    );
  });

  test('in random conferences', () => {
    fc.assert(
      fc.property(runArbitrary, (run) => assertBooks(play(run, four.concat('eli', 'fani', 'goran', 'hera')).state)),
      { numRuns: 40 },
    );
  });

  test('beyond what one number of JSON could hold', () => {
    const most = Number.MAX_SAFE_INTEGER;
    const { state } = given(
      books(four),
      gives('bor', 'cvet', most),
      gives('bor', 'dora', most),
      gives('bor', 'ada', most),
    );
    assert.equal(held(state, BANK), 3n * BigInt(most));
    assert.equal(held(state, FUND), -3n * BigInt(most));
  });
});

suite('12 what a transaction does', () => {
  test('money that came in lies in the bank, and is the fund’s', () => {
    const { state } = given(books(four), gives('bor', 'cvet', 20_000), spent('bor', 7500));
    assert.deepEqual(
      [BANK, GIVEN, SPENT, FUND, FLOOD].map((one) => held(state, one)),
      [12_500n, -20_000n, 7500n, -12_500n, 0n],
    );
  });

  test('one that was taken back is as if it had not been, and both are there', () => {
    const { state } = given(books(four), gives('bor', 'cvet', 20_000), takenBack('bor', 1));
    assert.deepEqual(
      [BANK, GIVEN, FUND].map((one) => held(state, one)),
      [0n, 0n, 0n],
    );
    assert.deepEqual(
      state.means.transactions.map(({ reverses, reversed }) => [reverses, reversed]),
      [
        [null, 2],
        [1, null],
      ],
    );
  });

  test('money that was changed is the same fund’s in the other currency, and is taken back as it was', () => {
    const change = recorded('bor', [line(BANK, -10_000), line(DINARS, 1_171_825, null, 'RSD')], {
      conversions: [
        {
          fund: FUND,
          from: { currency: 'EUR', amount: 10_000 },
          to: { currency: 'RSD', amount: 1_171_825 },
          rate: '117.1825',
          day: '2026-02-09',
          source: 'National Bank of Serbia',
        },
      ],
    });
    const changed = given(books(four), gives('bor', 'cvet', 20_000), change);
    assert.deepEqual([held(changed.state, FUND), held(changed.state, FUND, 'RSD')], [-10_000n, -1_171_825n]);
    assert.deepEqual([held(changed.state, BANK), held(changed.state, DINARS, 'RSD')], [10_000n, 1_171_825n]);
    const { state } = given(all(books(four), gives('bor', 'cvet', 20_000), change), takenBack('bor', 2));
    assert.deepEqual([held(state, FUND), held(state, FUND, 'RSD'), held(state, DINARS, 'RSD')], [-20_000n, 0n, 0n]);
  });
});
