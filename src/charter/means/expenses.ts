import { z } from 'zod';
import { type Mutable, mutable } from '../../base/brand.ts';
import { currencySchema } from '../../base/currency.ts';
import { positiveSchema } from '../../base/money.ts';
import { line, numberSchema } from '../../base/schema.ts';
import { defineAct } from '../act.ts';
import { EXAMPLE } from '../law/example-words.ts';
import { filesIn, filesSchema } from '../law/kept.ts';
import { type Refusal, beyond } from '../law/refusal.ts';
import type { State } from '../state.ts';
import { BOOKS, noAccount, openAccount } from './accounts.ts';
import { partySchema } from './party.ts';
import type { Expense, Transaction } from './state.ts';

/**
 * Chapter 12: what somebody spent or would have the conference spend, with its receipts, for everyone to see before it is paid. Whoever keeps the books pays it by a transaction that names it, in parts or
 * whole, and never more than was asked.
 */

export const isOpen = ({ withdrawn, amount, paid }: Pick<Expense, 'withdrawn' | 'amount' | 'paid'>): boolean =>
  withdrawn === null && paid < BigInt(amount);

const noExpense = (number: number): Refusal => ({
  article: '12.1',
  kind: 'unknown',
  thing: 'expense',
  ref: `${number}`,
});

export const proposeExpense = defineAct({
  kind: 'expense.propose',
  ...BOOKS,
  strength: 'binding',
  limits: ['own-open-expenses'],
  body: z
    .strictObject({
      /** What for. */
      words: line(300),
      currency: currencySchema,
      amount: positiveSchema,
      /** Out of which fund; `null`: whoever keeps the books says. */
      fund: numberSchema.nullable(),
      /** To whom it is paid. */
      payee: partySchema,
      receipts: filesSchema,
    })
    .readonly(),
  names: ({ receipts }) => filesIn(receipts),
  judge: (state, { by, body: { fund, payee } }) => {
    if (fund !== null) {
      const account = openAccount(state, fund);
      if (account === null) return noAccount(fund);
      if (account.kind !== 'fund') return { article: '12.1', kind: 'bad-field', field: 'fund', why: 'not-a-fund' };
    }
    if (payee.kind === 'organisation' && !state.organisations.has(payee.organisation))
      return { article: '12.1', kind: 'unknown', thing: 'organisation', ref: payee.organisation };
    const open = state.means.openExpenses.filter((one) => state.means.expenses[one - 1]?.by === by.organisation);
    return beyond('12.1', 'own-open-expenses', open.length + 1);
  },
  apply: ({ means }, { by, body }, on) => {
    const number = means.expenses.length + 1;
    means.expenses.push({ number, by: by.organisation, ...mutable(body), on, paid: 0n, payments: [], withdrawn: null });
    means.openExpenses.push(number);
  },
  example: {
    words: 'Boat hire on the day of the count',
    currency: 'EUR',
    amount: 8000,
    fund: 3,
    payee: { kind: 'outside', name: 'Boathouse at Ohrid' },
    receipts: [{ name: 'boat.pdf', type: 'application/pdf', hash: EXAMPLE.hash }],
  },
});

export const withdrawExpense = defineAct({
  kind: 'expense.withdraw',
  ...BOOKS,
  strength: 'binding',
  body: z.strictObject({ expense: numberSchema }).readonly(),
  judge: ({ means }, { by, body }) => {
    const expense = means.expenses[body.expense - 1];
    if (expense === undefined || !isOpen(expense)) return noExpense(body.expense);
    return expense.by === by.organisation ? null : { article: '12.1', kind: 'not-yours', owner: expense.by };
  },
  apply: (state, { body }, on) => {
    const expense = state.means.expenses[body.expense - 1];
    if (expense === undefined) return;
    expense.withdrawn = on;
    close(state, expense.number);
  },
  example: { expense: 1 },
});

const close = ({ means }: Mutable<State>, number: number): void => {
  means.openExpenses = means.openExpenses.filter((one) => one !== number);
};

/** What a transaction spends in this currency, in minor units. */
const spentIn = ({ means }: State, { postings }: Pick<Transaction, 'postings'>, currency: string): bigint =>
  postings.reduce(
    (sum, one) =>
      one.currency === currency && means.accounts[one.account - 1]?.kind === 'expense' ? sum + BigInt(one.amount) : sum,
    0n,
  );

/** A payment spends some of what was asked, in its currency, and no more than is left of it. */
export const paymentRefusal = (
  state: State,
  { postings, expense: number }: Pick<Transaction, 'postings' | 'expense'>,
): Refusal | null => {
  if (number === null) return null;
  const expense = state.means.expenses[number - 1];
  if (expense === undefined || !isOpen(expense)) return noExpense(number);
  const spent = spentIn(state, { postings }, expense.currency);
  if (spent <= 0n) return { article: '12.1', kind: 'bad-field', field: 'expense', why: 'nothing-spent' };
  return spent <= BigInt(expense.amount) - expense.paid
    ? null
    : { article: '12.1', kind: 'bad-field', field: 'expense', why: 'more-than-asked' };
};

/** Notes a payment, or (`back`) that it was taken back: what was paid is open again. */
export const notePayment = (state: Mutable<State>, transaction: Mutable<Transaction>, back: boolean): void => {
  const expense = transaction.expense === null ? undefined : state.means.expenses[transaction.expense - 1];
  if (expense === undefined) return;
  const wasOpen = isOpen(expense);
  const spent = spentIn(state, transaction, expense.currency);
  expense.paid += back ? -spent : spent;
  expense.payments = back
    ? expense.payments.filter((one) => one !== transaction.number)
    : [...expense.payments, transaction.number];
  const open = isOpen(expense);
  if (wasOpen && !open) close(state, expense.number);
  else if (!wasOpen && open) state.means.openExpenses.push(expense.number);
};
