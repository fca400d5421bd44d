import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { DAY } from '../../base/time.ts';
import { act, leave } from '../spec/acts.ts';
import {
  BANK,
  DINARS,
  FLOOD,
  FUND,
  GIVEN,
  SPENT,
  account,
  books,
  given as gives,
  kept,
  line,
  recorded,
  spent,
  takenBack,
} from '../spec/means.ts';
import { sitting } from '../spec/meetings.ts';
import { all, given, wait } from '../spec/spec.ts';

const four = ['ada', 'bor', 'cvet', 'dora'];

suite('12 only whoever keeps the books records in them', () => {
  test('and everybody is told who that is', () => {
    const { when } = given(books(four));
    when(gives('cvet', 'cvet', 100)).refused('12.1', 'treasurer-only', { treasurer: ['bor'] });
    when(act('period.close', 'ada', { through: '2026-01' })).refused('12.1', 'treasurer-only');
  });

  test('nobody does while no assembly has said who', () => {
    given(sitting(four)).when(account('ada', 'fund')).refused('12.1', 'treasurer-only', { treasurer: null });
  });

  test('nor when the mandate is over, or its organisation has left', () => {
    given(books(four), wait(2000 * DAY))
      .when(spent('bor', 1))
      .refused('12.1', 'treasurer-only', { treasurer: null });
    given(books(four), leave('bor')).when(spent('ada', 1)).refused('12.1', 'treasurer-only', { treasurer: null });
  });
});

suite('12 a transaction is refused', () => {
  const { when } = given(books(four), gives('bor', 'cvet', 20_000));

  test('where it does not come to nothing in every currency', () => {
    when(recorded('bor', [line(BANK, 100), line(GIVEN, -99, FUND)])).refused('12.1', 'unbalanced', {
      currency: 'EUR',
      by: '1',
    });
    when(recorded('bor', [line(BANK, 100), line(DINARS, -100, null, 'RSD')])).refused('12.1', 'unbalanced');
  });

  test('where an account is not there, or holds another currency', () => {
    when(recorded('bor', [line(99, 100), line(GIVEN, -100, FUND)])).refused('12.1', 'unknown', {
      thing: 'account',
      ref: '99',
    });
    when(recorded('bor', [line(BANK, 100, null, 'RSD'), line(GIVEN, -100, FUND, 'RSD')])).refused('12.1', 'bad-field', {
      field: 'postings/0/currency',
      why: 'other-currency',
    });
  });

  test('where it is not said whose income it is, or of what is no fund', () => {
    const fund = (of: number | null) => recorded('bor', [line(BANK, 100), line(GIVEN, -100, of)]);
    when(fund(null)).refused('12.1', 'bad-field', { field: 'postings/1/fund', why: 'missing' });
    when(fund(SPENT)).refused('12.1', 'bad-field', { field: 'postings/1/fund', why: 'not-a-fund' });
    when(recorded('bor', [line(BANK, 100, FUND), line(GIVEN, -100, FUND)])).refused('12.1', 'bad-field', {
      why: 'no-fund-here',
    });
  });

  test('where its day is still to come, or before the books begin', () => {
    when(gives('bor', 'cvet', 1, { day: '2029-01-01' })).refused('12.1', 'bad-field', { field: 'day', why: 'future' });
    when(gives('bor', 'cvet', 1, { day: '2025-12-31' })).refused('12.1', 'period-closed', { from: '2026-01-01' });
    when(gives('bor', 'cvet', 1, { day: '2026-01-01' })).allowed();
  });

  test('where a giver gives nothing, or is nobody here', () => {
    when(spent('bor', 1, { giver: { kind: 'outside', name: null } })).refused('12.1', 'bad-field', {
      why: 'no-income',
    });
    when(gives('bor', 'nobody', 1)).refused('12.1', 'unknown', { thing: 'organisation', ref: 'nobody' });
  });

  test('where money is changed at another rate than it says', () => {
    const change = (rate: string) =>
      recorded('bor', [line(BANK, -100), line(DINARS, 11_718, null, 'RSD')], {
        conversions: [
          {
            fund: FUND,
            from: { currency: 'EUR', amount: 100 },
            to: { currency: 'RSD', amount: 11_718 },
            rate,
            day: '2026-02-01',
            source: 'The bank',
          },
        ],
      });
    when(change('171.1825')).refused('12.1', 'bad-field', { field: 'conversions/0/rate', why: 'not-the-rate' });
    when(change('117.1825')).allowed();
  });

  test('where it is taken back a second time, or takes back what takes back', () => {
    const { when: then } = given(books(four), gives('bor', 'cvet', 100), takenBack('bor', 1));
    then(takenBack('bor', 1)).refused('12.1', 'already', { what: 'reversed' });
    then(takenBack('bor', 2)).refused('12.1', 'unknown', { thing: 'transaction' });
    then(takenBack('bor', 3)).refused('12.1', 'unknown', { thing: 'transaction' });
  });
});

suite('12 accounts', () => {
  test('an asset has a currency of its own, and nothing else has', () => {
    const { when } = given(kept(four));
    when(account('bor', 'asset', 'Bank', null)).refused('12.1', 'bad-field', { field: 'currency', why: 'missing' });
    when(account('bor', 'fund', 'General', 'EUR')).refused('12.1', 'bad-field', {
      field: 'currency',
      why: 'asset-only',
    });
  });

  test('two of a kind are not called the same', () => {
    const { when } = given(books(four));
    when(account('bor', 'fund', 'Flood')).refused('12.1', 'taken', { field: 'name', value: 'Flood' });
    when(account('bor', 'income', 'Flood')).allowed();
  });

  test('one that is closed holds nothing, and nothing is recorded in it', () => {
    const closing = act('account.close', 'bor', { account: FLOOD });
    given(books(four), closing)
      .when(recorded('bor', [line(BANK, 100), line(GIVEN, -100, FLOOD)]))
      .refused('12.1', 'bad-field', { why: 'not-a-fund' });
    given(books(four), gives('bor', 'ada', 5))
      .when(act('account.close', 'bor', { account: FUND }))
      .refused('12.1', 'not-empty');
  });

  test('there are at most 200', () => {
    const many = Array.from({ length: 200 }, (_, i) => account('bor', 'income', `Income ${i}`));
    given(kept(four), ...many)
      .when(account('bor', 'income', 'More'))
      .refused('12.1', 'limit', { what: 'accounts' });
  });
});

suite('12 periods', () => {
  const closing = (through: string) => act('period.close', 'bor', { through });
  const later = all(books(four), gives('bor', 'cvet', 20_000), wait(400 * DAY));

  test('one is closed once it is over, from where the last one ended', () => {
    const { when, state } = given(later, spent('bor', 500), closing('2026-06'));
    assert.deepEqual(state.means.periods[0]?.balances, [
      { account: BANK, currency: 'EUR', amount: 20_000n },
      { account: FUND, currency: 'EUR', amount: -20_000n },
    ]);
    when(closing('2026-06')).refused('12.1', 'period-closed', { from: '2026-07-01' });
    when(closing('2026-12')).allowed();
    assert.deepEqual(
      state.means.periods.map(({ from, through }) => [from, through]),
      [
        ['2026-01', '2026-06'],
        ['2026-07', '2026-12'],
      ],
    );
  });

  test('and not before, nor one that is longer than the rules let it be', () => {
    const { when } = given(later);
    when(closing('2027-03')).refused('12.1', 'bad-field', { field: 'through', why: 'not-over' });
    when(closing('2027-01')).refused('12.1', 'bad-field', { field: 'through', why: 'too-many-months' });
  });

  test('what was wrong in it is taken back in the open one', () => {
    const closed = all(later, closing('2026-12'));
    given(closed)
      .when(act('transaction.reverse', 'bor', { transaction: 1, day: '2026-03-01', words: 'Too late.' }))
      .refused('12.1', 'period-closed', { from: '2027-01-01' });
    const { state } = given(closed, takenBack('bor', 1));
    assert.deepEqual(state.means.periods[0]?.balances[0]?.amount, 20_000n);
    assert.equal(state.means.accounts[BANK - 1]?.balances.get('EUR' as never), 0n);
  });
});

suite('12 a line of a bank statement', () => {
  const booked = (reference: string, account = BANK) => [{ account, reference }];
  const once = all(books(four), gives('bor', 'cvet', 500, { booked: booked('BK-1') }));

  test('is recorded once, whatever else is said of it', () => {
    given(once)
      .when(gives('bor', 'dora', 700, { booked: booked('BK-1') }))
      .refused('12.1', 'already', { what: 'booked' });
    given(once)
      .when(gives('bor', 'dora', 700, { booked: [...booked('BK-2'), ...booked('BK-2')] }))
      .refused('12.1', 'already', { what: 'booked' });
    given(once, gives('bor', 'dora', 700, { booked: booked('BK-2') }));
  });

  test('is free again when what recorded it was taken back', () => {
    const { world } = given(once, takenBack('bor', 1), gives('bor', 'cvet', 500, { booked: booked('BK-1') }));
    assert.deepEqual([...(world.state.means.accounts[BANK - 1]?.booked ?? [])], [['BK-1', 3]]);
  });

  test('is of an account where money lies, that the transaction changes', () => {
    for (const account of [DINARS, FUND, GIVEN, 99])
      given(books(four))
        .when(gives('bor', 'cvet', 500, { booked: booked('BK-1', account) }))
        .refused('12.1', 'bad-field', { field: 'booked/0/account', why: 'not-posted' });
  });
});
