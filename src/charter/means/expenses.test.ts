import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { act } from '../spec/acts.ts';
import {
  BANK,
  DINARS,
  FLOOD,
  FUND,
  SPENT,
  asks,
  books,
  given as gives,
  line,
  recorded,
  spent,
  takenBack,
} from '../spec/means.ts';
import { all, given } from '../spec/spec.ts';
import type { Expense } from './state.ts';

const four = ['ada', 'bor', 'cvet', 'dora'];
const ready = all(books(four), gives('bor', 'dora', 20_000), asks('cvet'));
const back = (by: string) => act('expense.withdraw', by, { expense: 1 });
const first = ({
  state,
}: {
  readonly state: {
    readonly means: { readonly expenses: readonly Expense[]; readonly openExpenses: readonly number[] };
  };
}) => [state.means.expenses[0]?.paid, state.means.expenses[0]?.payments, state.means.openExpenses] as const;

suite('12 an expense', () => {
  test('is proposed by any participant, paid by whoever keeps the books, in parts or whole', () => {
    assert.deepEqual(first(given(ready).world), [0n, [], [1]]);
    assert.deepEqual(first(given(ready, spent('bor', 2000, { expense: 1 })).world), [2000n, [2], [1]]);
    const whole = all(ready, spent('bor', 2000, { expense: 1 }), spent('bor', 3000, { expense: 1 }));
    assert.deepEqual(first(given(whole).world), [5000n, [2, 3], []]);
    given(whole)
      .when(spent('bor', 1, { expense: 1 }))
      .refused('12.1', 'unknown', { thing: 'expense', ref: '1' });
    given(ready)
      .when(spent('cvet', 5000, { expense: 1 }))
      .refused('12.1', 'treasurer-only');
  });

  test('is paid no more of than was asked, in the currency in which it was', () => {
    const { when } = given(ready);
    when(spent('bor', 5001, { expense: 1 })).refused('12.1', 'bad-field', { field: 'expense', why: 'more-than-asked' });
    when(recorded('bor', [line(SPENT, 50, FUND, 'RSD'), line(DINARS, -50, null, 'RSD')], { expense: 1 })).refused(
      '12.1',
      'bad-field',
      { field: 'expense', why: 'nothing-spent' },
    );
    when(recorded('bor', [line(SPENT, -50, FUND), line(BANK, 50)], { expense: 1 })).refused('12.1', 'bad-field', {
      why: 'nothing-spent',
    });
    when(spent('bor', 100, { expense: 2 })).refused('12.1', 'unknown', { thing: 'expense' });
  });

  test('is open again when its payment was taken back', () => {
    const paid = all(ready, spent('bor', 5000, { expense: 1 }));
    assert.deepEqual(first(given(paid, takenBack('bor', 2)).world), [0n, [], [1]]);
    given(paid, takenBack('bor', 2), spent('bor', 5000, { expense: 1 }));
  });

  test('is taken back by whoever proposed it, until it is paid', () => {
    given(ready).when(back('dora')).refused('12.1', 'not-yours', { owner: 'cvet' });
    const gone = given(ready, spent('bor', 2000, { expense: 1 }), back('cvet'), takenBack('bor', 2));
    assert.deepEqual(first(gone.world), [0n, [], []]);
    gone.when(spent('bor', 1, { expense: 1 })).refused('12.1', 'unknown');
    given(ready, spent('bor', 5000, { expense: 1 }))
      .when(back('cvet'))
      .refused('12.1', 'unknown');
  });

  test('names a fund that is open and an organisation that is there, and so many wait', () => {
    const { when } = given(ready);
    when(asks('cvet', { fund: BANK })).refused('12.1', 'bad-field', { field: 'fund', why: 'not-a-fund' });
    when(asks('cvet', { payee: { kind: 'organisation', organisation: 'nobody' } })).refused('12.1', 'unknown', {
      thing: 'organisation',
    });
    given(ready, asks('cvet', { fund: FLOOD, payee: { kind: 'outside', name: null } }));
    const many = all(ready, ...Array.from({ length: 19 }, () => asks('cvet')));
    given(many).when(asks('cvet')).refused('12.1', 'limit', { what: 'own-open-expenses' });
    given(many, asks('dora'), spent('bor', 5000, { expense: 1 }), asks('cvet'));
  });
});
