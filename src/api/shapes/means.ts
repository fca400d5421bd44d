import { z } from 'zod';
import type { Currency } from '../../base/currency.ts';
import { decimalOf } from '../../base/money.ts';
import type { Account, Expense, Period, Pledge, Transaction } from '../../charter/means/state.ts';
import type { Reader } from '../../conference/reading/reader.ts';
import { hashSchema, list, markOf, markOrNull, markSchema, ordinalSchema } from './common.ts';

/** The conference's books. Amounts that are read are decimals with the digits of their currency, however large a sum grows. */

export const amountSchema = z.strictObject({ currency: z.string(), amount: z.string() });

const amountOf = (currency: Currency, units: number | bigint): z.input<typeof amountSchema> => ({
  currency,
  amount: decimalOf(units, currency),
});

export const meansSchema = z.strictObject({
  /** The last mandate to keep the books, in force or not; `null`: none was ever given. */
  mandate: ordinalSchema.nullable(),
  /** The first month that is not closed. */
  openFrom: z.string().nullable(),
  /** The longest period that is closed at once, in months. */
  periodMonths: ordinalSchema,
});

export const meansView = (reader: Reader): z.input<typeof meansSchema> => ({
  mandate: reader.lastBooksMandate(),
  openFrom: reader.booksOpenFrom(),
  periodMonths: reader.rules().means.periodMonths,
});

export const accountSchema = z.strictObject({
  number: ordinalSchema,
  kind: z.enum(['asset', 'income', 'expense', 'fund']),
  name: z.string(),
  purpose: z.string().nullable(),
  /** Of an asset; `null`: any. */
  currency: z.string().nullable(),
  on: markSchema,
  closed: markSchema.nullable(),
  /** In the signs of postings: an asset with money in it is above nothing, an income and a fund that has some are below. */
  balances: list(amountSchema),
});

export const accountView = (account: Account): z.input<typeof accountSchema> => {
  const { number, kind, name, purpose, currency, on, closed, balances } = account;
  const held = [...balances].map(([of, units]) => amountOf(of, units));
  return { number, kind, name, purpose, currency, on: markOf(on), closed: markOrNull(closed), balances: held };
};

export const transactionSchema = z.strictObject({
  number: ordinalSchema,
  by: z.string(),
  day: z.string(),
  words: z.string(),
  postings: list(
    z.strictObject({
      account: ordinalSchema,
      fund: ordinalSchema.nullable(),
      currency: z.string(),
      amount: z.string(),
    }),
  ),
  conversions: list(
    z.strictObject({
      fund: ordinalSchema,
      from: amountSchema,
      to: amountSchema,
      rate: z.string(),
      day: z.string(),
      source: z.string(),
    }),
  ),
  /** Whose money came in; of a person outside, or where nobody's did, no name. */
  giver: z
    .union([
      z.strictObject({ kind: z.literal('organisation'), organisation: z.string() }),
      z.strictObject({ kind: z.literal('outside'), name: z.string().nullable() }),
    ])
    .nullable(),
  receipts: list(z.strictObject({ name: z.string(), type: z.string(), hash: hashSchema })),
  /** The expense that it pays; `null`: none that was proposed. */
  expense: ordinalSchema.nullable(),
  /** The lines of bank statements that it records, by the account and the bank’s reference. */
  booked: list(z.strictObject({ account: ordinalSchema, reference: z.string() })),
  on: markSchema,
  /** The transaction that it takes back, and the one that took it back. */
  reverses: ordinalSchema.nullable(),
  reversed: ordinalSchema.nullable(),
});

export const transactionView = (one: Transaction): z.input<typeof transactionSchema> => {
  const { number, by, day, words, postings, conversions, giver, receipts, booked, expense, on, reverses, reversed } =
    one;
  return {
    number,
    by,
    day,
    words,
    postings: postings.map(({ account, fund, currency, amount }) => ({
      account,
      fund,
      ...amountOf(currency, amount),
    })),
    conversions: conversions.map(({ fund, from, to, rate, day: rateDay, source }) => ({
      fund,
      from: amountOf(from.currency, from.amount),
      to: amountOf(to.currency, to.amount),
      rate,
      day: rateDay,
      source,
    })),
    giver,
    receipts: receipts.map(({ name, type, hash }) => ({ name, type, hash })),
    expense,
    booked: booked.map(({ account, reference }) => ({ account, reference })),
    on: markOf(on),
    reverses,
    reversed,
  };
};

export const periodSchema = z.strictObject({
  number: ordinalSchema,
  /** Its first and its last month. */
  from: z.string(),
  through: z.string(),
  by: z.string(),
  on: markSchema,
  /** What assets and funds held at its end. */
  balances: list(z.strictObject({ account: ordinalSchema, currency: z.string(), amount: z.string() })),
  /** What participants found in it, the first first; one that finds anew stands by its last. */
  findings: list(
    z.strictObject({
      number: ordinalSchema,
      by: z.string(),
      result: z.enum(['in-order', 'in-order-but', 'not-in-order']),
      words: z.string().nullable(),
      on: markSchema,
      circulation: ordinalSchema,
    }),
  ),
});

export const periodView = (period: Period): z.input<typeof periodSchema> => {
  const { number, from, through, by, on, balances, findings } = period;
  return {
    number,
    from,
    through,
    by,
    on: markOf(on),
    balances: balances.map(({ account, currency, amount }) => ({ account, ...amountOf(currency, amount) })),
    findings: findings.map((one) => ({
      number: one.number,
      by: one.by,
      result: one.result,
      words: one.words,
      on: markOf(one.on),
      circulation: one.circulation,
    })),
  };
};

export const pledgeSchema = z.strictObject({
  number: ordinalSchema,
  by: z.string(),
  currency: z.string(),
  /** Each time. */
  amount: z.string(),
  every: z.enum(['once', 'month', 'year']),
  fund: ordinalSchema.nullable(),
  until: z.string().nullable(),
  /** When it was said first, and last. */
  on: markSchema,
  said: markSchema,
  withdrawn: markSchema.nullable(),
});

export const pledgeView = (pledge: Pledge): z.input<typeof pledgeSchema> => {
  const { number, by, currency, amount, every, fund, until, on, said, withdrawn } = pledge;
  const money = amountOf(currency, amount);
  return {
    number,
    by,
    ...money,
    every,
    fund,
    until,
    on: markOf(on),
    said: markOf(said),
    withdrawn: markOrNull(withdrawn),
  };
};

export const expenseSchema = z.strictObject({
  number: ordinalSchema,
  by: z.string(),
  words: z.string(),
  currency: z.string(),
  amount: z.string(),
  fund: ordinalSchema.nullable(),
  /** To whom it is paid; of a person, or where nobody said, no name. */
  payee: z.union([
    z.strictObject({ kind: z.literal('organisation'), organisation: z.string() }),
    z.strictObject({ kind: z.literal('outside'), name: z.string().nullable() }),
  ]),
  receipts: list(z.strictObject({ name: z.string(), type: z.string(), hash: hashSchema })),
  on: markSchema,
  /** What was paid of it so far, and by which transactions. */
  paid: z.string(),
  payments: list(ordinalSchema),
  withdrawn: markSchema.nullable(),
});

export const expenseView = (expense: Expense): z.input<typeof expenseSchema> => {
  const { number, by, words, currency, amount, fund, payee, receipts, on, paid, payments, withdrawn } = expense;
  return {
    number,
    by,
    words,
    ...amountOf(currency, amount),
    fund,
    payee,
    receipts: receipts.map(({ name, type, hash }) => ({ name, type, hash })),
    on: markOf(on),
    paid: decimalOf(paid, currency),
    payments: [...payments],
    withdrawn: markOrNull(withdrawn),
  };
};
