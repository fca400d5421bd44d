import { z } from 'zod';
import { mutable } from '../../base/brand.ts';
import { currencySchema } from '../../base/currency.ts';
import { isAtRate, minorSchema, opposite, positiveSchema, rateSchema } from '../../base/money.ts';
import { daySchema, line, numberSchema } from '../../base/schema.ts';
import { type Day, HOUR, type Instant, after, dayOf } from '../../base/time.ts';
import { defineAct } from '../act.ts';
import { EXAMPLE } from '../law/example-words.ts';
import { filesIn, filesSchema } from '../law/kept.ts';
import { MOST } from '../law/limits.ts';
import type { Refusal } from '../law/refusal.ts';
import type { State } from '../state.ts';
import { BOOKS, noAccount, openAccount } from './accounts.ts';
import { enter, postingsOf, sumsOf } from './books.ts';
import { firstDay, openFrom } from './months.ts';
import { notePayment, paymentRefusal } from './expenses.ts';
import { partySchema } from './party.ts';
import type { Conversion, Giver, Posting, Transaction } from './state.ts';
import { treasurerRefusal } from './treasurer.ts';

/**
 * Chapter 12: what is recorded in the books, by double entry: the postings of a transaction come to nothing in every currency, or it is refused. What was recorded stays; it is
 * taken back by another with the opposite signs.
 */

const moneySchema = z.strictObject({ currency: currencySchema, amount: positiveSchema }).readonly();

const postingSchema = z
  .strictObject({
    account: numberSchema,
    /** Whose income or expense it is; `null` on any other account. */
    fund: numberSchema.nullable(),
    currency: currencySchema,
    /** In minor units: more than nothing comes into the account, less goes out of it. */
    amount: minorSchema,
  })
  .readonly();

const conversionSchema = z
  .strictObject({
    fund: numberSchema,
    from: moneySchema,
    to: moneySchema,
    /** How many units of the second currency are given for one of the first. */
    rate: rateSchema,
    /** The day of the rate, and who says it. */
    day: daySchema,
    source: line(120),
  })
  .readonly();

/** A day is over first where clocks are 14 hours ahead of UTC. */
const lastDay = (at: Instant): Day => dayOf(after(at, 14 * HOUR));

/** Days before what is closed, and those to come, are no days to record on. */
const dayRefusal = (state: State, day: Day, at: Instant): Refusal | null => {
  const from = firstDay(openFrom(state));
  if (day < from) return { article: '12.1', kind: 'period-closed', from };
  return day > lastDay(at) ? { article: '12.1', kind: 'bad-field', field: 'day', why: 'future' } : null;
};

const postingRefusal = (state: State, { account: number, fund, currency }: Posting, field: string): Refusal | null => {
  const bad = (name: string, why: string): Refusal => ({
    article: '12.1',
    kind: 'bad-field',
    field: `${field}/${name}`,
    why,
  });
  const account = openAccount(state, number);
  if (account === null) return noAccount(number);
  if (account.currency !== null && account.currency !== currency) return bad('currency', 'other-currency');
  const ofFund = account.kind === 'income' || account.kind === 'expense';
  if (!ofFund) return fund === null ? null : bad('fund', 'no-fund-here');
  if (fund === null) return bad('fund', 'missing');
  return openAccount(state, fund)?.kind === 'fund' ? null : bad('fund', 'not-a-fund');
};

const conversionRefusal = (state: State, { fund, from, to, rate }: Conversion, field: string): Refusal | null => {
  const bad = (name: string, why: string): Refusal => ({
    article: '12.1',
    kind: 'bad-field',
    field: `${field}/${name}`,
    why,
  });
  if (openAccount(state, fund)?.kind !== 'fund') return bad('fund', 'not-a-fund');
  if (from.currency === to.currency) return bad('to', 'same-currency');
  return isAtRate(from, to, rate) ? null : bad('rate', 'not-the-rate');
};

/** Income has a giver, if any; whoever is on the record is named by that. */
const giverRefusal = (state: State, postings: readonly Posting[], giver: Giver | null): Refusal | null => {
  if (giver === null) return null;
  if (!postings.some(({ account }) => state.means.accounts[account - 1]?.kind === 'income'))
    return { article: '12.1', kind: 'bad-field', field: 'giver', why: 'no-income' };
  return giver.kind === 'outside' || state.organisations.has(giver.organisation)
    ? null
    : { article: '12.1', kind: 'unknown', thing: 'organisation', ref: giver.organisation };
};

/** In which currency it does not come to nothing, and by how much. */
const unbalanced = (lines: Pick<Transaction, 'postings' | 'conversions'>): Refusal | null => {
  for (const [currency, sum] of sumsOf(postingsOf(lines)))
    if (sum !== 0n) return { article: '12.1', kind: 'unbalanced', currency, by: `${sum}` };
  return null;
};

const currenciesRefusal = ({ means }: State, lines: Pick<Transaction, 'postings' | 'conversions'>): Refusal | null => {
  const all = new Set([...means.currencies, ...postingsOf(lines).map(({ currency }) => currency)]);
  return all.size <= MOST.currencies
    ? null
    : { article: '12.1', kind: 'limit', what: 'currencies', most: MOST.currencies };
};

/** A line of a statement is of an account where money lies, which the transaction changes, and stands in the books once. */
const bookedRefusal = (
  state: State,
  { postings, booked }: Pick<Transaction, 'postings' | 'booked'>,
): Refusal | null => {
  const named = new Set<string>();
  return firstOf(booked, ({ account: number, reference }, i) => {
    const account = openAccount(state, number);
    const isPosted = account?.kind === 'asset' && postings.some((posting) => posting.account === number);
    if (account === null || !isPosted)
      return { article: '12.1', kind: 'bad-field', field: `booked/${i}/account`, why: 'not-posted' };
    const key = `${number} ${reference}`;
    if (account.booked.has(reference) || named.has(key)) return { article: '12.1', kind: 'already', what: 'booked' };
    named.add(key);
    return null;
  });
};

const firstOf = <T>(list: readonly T[], refuse: (one: T, i: number) => Refusal | null): Refusal | null => {
  for (const [i, one] of list.entries()) {
    const refusal = refuse(one, i);
    if (refusal !== null) return refusal;
  }
  return null;
};

export const record = defineAct({
  kind: 'transaction.record',
  ...BOOKS,
  quiet: true,
  limits: ['currencies'],
  body: z
    .strictObject({
      day: daySchema,
      /** What for, in words. */
      words: line(300),
      postings: z.array(postingSchema).min(2).max(50).readonly(),
      conversions: z.array(conversionSchema).max(10).readonly(),
      /** Whose money it was that came in; `null`: none came in, or it is nobody's, as a bank's interest. */
      giver: partySchema.nullable(),
      receipts: filesSchema,
      /** The expense that it pays, in part or whole; `null`: none that was proposed. */
      expense: numberSchema.nullable(),
      /** The lines of bank statements that it records. Each is recorded once, unless what recorded it was taken back. */
      booked: z
        .array(z.strictObject({ account: numberSchema, reference: line(140) }).readonly())
        .max(10)
        .readonly(),
    })
    .readonly(),
  names: ({ receipts }) => filesIn(receipts),
  judge: (state, { by, body }, at) =>
    treasurerRefusal(state, by.organisation, at) ??
    dayRefusal(state, body.day, at) ??
    firstOf(body.postings, (posting, i) => postingRefusal(state, posting, `postings/${i}`)) ??
    firstOf(body.conversions, (one, i) => conversionRefusal(state, one, `conversions/${i}`)) ??
    unbalanced(body) ??
    giverRefusal(state, body.postings, body.giver) ??
    bookedRefusal(state, body) ??
    paymentRefusal(state, body) ??
    currenciesRefusal(state, body),
  apply: (state, { by, body }, on) => {
    const number = state.means.transactions.length + 1;
    const transaction = mutable({ number, by: by.organisation, ...body, on, reverses: null, reversed: null });
    enter(state, transaction);
    notePayment(state, transaction, false);
  },
  example: {
    day: '2026-03-12',
    words: 'Contribution for 2026',
    postings: [
      { account: 1, fund: null, currency: 'EUR', amount: 25_000 },
      { account: 2, fund: 3, currency: 'EUR', amount: -25_000 },
    ],
    conversions: [],
    giver: { kind: 'organisation', organisation: 'reka' },
    receipts: [{ name: 'statement.pdf', type: 'application/pdf', hash: EXAMPLE.hash }],
    expense: null,
    booked: [{ account: 1, reference: '2026031200017' }],
  },
});

/** With the signs turned. */
const turned = ({ postings, conversions }: Pick<Transaction, 'postings' | 'conversions'>) => ({
  postings: [
    ...postings.map((posting): Posting => ({ ...posting, amount: opposite(posting.amount) })),
    // A conversion is taken back by what it came to, which no rate of another day says.
    ...conversions.flatMap(({ fund, from, to }): readonly Posting[] => [
      { account: fund, fund: null, currency: from.currency, amount: opposite(from.amount) },
      { account: fund, fund: null, currency: to.currency, amount: to.amount },
    ]),
  ],
  conversions: [],
});

export const reverse = defineAct({
  kind: 'transaction.reverse',
  ...BOOKS,
  quiet: true,
  body: z
    .strictObject({
      transaction: numberSchema,
      /** Of the counter-entry, in the open period. */
      day: daySchema,
      /** Why. */
      words: line(300),
    })
    .readonly(),
  judge: (state, { by, body }, at) => {
    const refusal = treasurerRefusal(state, by.organisation, at) ?? dayRefusal(state, body.day, at);
    if (refusal !== null) return refusal;
    const wrong = state.means.transactions[body.transaction - 1];
    if (wrong === undefined || wrong.reverses !== null)
      return { article: '12.1', kind: 'unknown', thing: 'transaction', ref: `${body.transaction}` };
    if (wrong.reversed !== null) return { article: '12.1', kind: 'already', what: 'reversed' };
    return firstOf(turned(wrong).postings, (posting, i) => postingRefusal(state, posting, `postings/${i}`));
  },
  apply: (state, { by, body }, on) => {
    const wrong = state.means.transactions[body.transaction - 1];
    if (wrong === undefined) return;
    const number = state.means.transactions.length + 1;
    wrong.reversed = number;
    const { day, words } = body;
    const head = {
      number,
      by: by.organisation,
      day,
      words,
      giver: wrong.giver,
      receipts: [],
      booked: [],
      expense: null,
      on,
    };
    notePayment(state, wrong, true);
    for (const { account, reference } of wrong.booked) state.means.accounts[account - 1]?.booked.delete(reference);
    enter(state, mutable({ ...head, ...turned(wrong), reverses: wrong.number, reversed: null }));
  },
  example: { transaction: 1, day: '2026-03-20', words: 'It was 200 euros, not 250.' },
});
