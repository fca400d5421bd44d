import { type Currency, isCurrency } from '../../../base/currency.ts';
import { unitsOf } from '../../../base/money.ts';
import type { Fields } from '../../kit/fields.ts';
import type { FormProblem } from '../../kit/problem.ts';
import type { Reader } from '../../../conference/reading/reader.ts';
import { typedDecimal } from '../../kit/money.ts';
import { type Result, err, ok } from '../../../base/result.ts';

/** What was typed of a transaction, line by line or as one of the simple ones, as the body of the act. */

export const WAYS = ['in', 'out', 'move', 'lines'] as const;
export type Way = (typeof WAYS)[number];

export const wayOf = (fields: Fields): Way | null => WAYS.find((one) => fields.text('as') === one) ?? null;

/** How many lines the form for anything else has. */
export const LINES = 8;

type Fault = Extract<FormProblem, { readonly kind: 'field' }>;

const fault = (field: string, why: string): Result<never, Fault> => err({ kind: 'field', field, why });

/** An amount in this currency, in minor units. */
const amountIn = (fields: Fields, name: string, currency: Currency): Result<number, Fault> => {
  const typed = fields.text(name);
  if (typed === '') return fault(name, 'missing');
  const decimal = typedDecimal(typed);
  const units = decimal === null ? null : unitsOf(decimal, currency);
  return units === null ? fault(name, 'not-an-amount') : ok(Number(units));
};

/** The currency of the asset that was chosen. */
const currencyOf = (reader: Reader, fields: Fields, name: string): Result<Currency, Fault> => {
  const currency = reader.account(fields.integer(name))?.currency ?? null;
  return currency === null ? fault(name, 'missing') : ok(currency);
};

interface Lines {
  readonly postings: readonly unknown[];
  readonly conversions: readonly unknown[];
}

/** One side is an asset, the other an income or an expense of a fund. */
const twoSided = (reader: Reader, fields: Fields, other: 'income' | 'expense'): Result<Lines, Fault> => {
  const currency = currencyOf(reader, fields, 'asset');
  if (!currency.ok) return currency;
  const amount = amountIn(fields, 'amount', currency.value);
  if (!amount.ok) return amount;
  const into = other === 'income' ? amount.value : -amount.value;
  const asset = { account: fields.integer('asset'), fund: null, currency: currency.value, amount: into };
  const flow = {
    account: fields.integer(other),
    fund: fields.integer('fund'),
    currency: currency.value,
    amount: -into,
  };
  return ok({ postings: other === 'income' ? [asset, flow] : [flow, asset], conversions: [] });
};

const moved = (reader: Reader, fields: Fields): Result<Lines, Fault> => {
  const from = currencyOf(reader, fields, 'from');
  const to = currencyOf(reader, fields, 'to');
  if (!from.ok) return from;
  if (!to.ok) return to;
  const out = amountIn(fields, 'amount', from.value);
  if (!out.ok) return out;
  const same = from.value === to.value;
  const come = same ? out : amountIn(fields, 'amountIn', to.value);
  if (!come.ok) return come;
  const postings = [
    { account: fields.integer('from'), fund: null, currency: from.value, amount: -out.value },
    { account: fields.integer('to'), fund: null, currency: to.value, amount: come.value },
  ];
  if (same) return ok({ postings, conversions: [] });
  const conversion = {
    fund: fields.integer('fund'),
    from: { currency: from.value, amount: out.value },
    to: { currency: to.value, amount: come.value },
    rate: fields.text('rate').replace(',', '.'),
    day: fields.text('rateDay'),
    source: fields.text('source'),
  };
  return ok({ postings, conversions: [conversion] });
};

/** Whatever was typed in the lines; an empty one is none. */
const lineByLine = (fields: Fields): Result<Lines, Fault> => {
  const postings: unknown[] = [];
  for (let i = 1; i <= LINES; i += 1) {
    if (!fields.has(`account-${i}`) || fields.text(`account-${i}`) === '') continue;
    const currency = fields.text(`currency-${i}`).toUpperCase();
    if (!isCurrency(currency)) return fault(`currency-${i}`, currency === '' ? 'missing' : 'not-a-currency');
    const amount = amountIn(fields, `amount-${i}`, currency);
    if (!amount.ok) return amount;
    const fund = fields.text(`fund-${i}`) === '' ? null : fields.integer(`fund-${i}`);
    postings.push({ account: fields.integer(`account-${i}`), fund, currency, amount: amount.value });
  }
  return postings.length < 2 ? fault('account-1', 'missing') : ok({ postings, conversions: [] });
};

export const linesTyped = (reader: Reader, fields: Fields, way: Way): Result<Lines, Fault> => {
  switch (way) {
    case 'in':
      return twoSided(reader, fields, 'income');
    case 'out':
      return twoSided(reader, fields, 'expense');
    case 'move':
      return moved(reader, fields);
    case 'lines':
      return lineByLine(fields);
  }
};

/** Whose money came in: nobody's, an organisation's by its short name, or somebody's outside. */
export const giverTyped = (fields: Fields): unknown => {
  const who = fields.text('giver');
  if (who === '') return null;
  return who === OUTSIDE
    ? { kind: 'outside', name: fields.optional('outsideName') }
    : { kind: 'organisation', organisation: who };
};

/** The bank's line, on the account where the money lies that was chosen. */
export const bookedTyped = (fields: Fields): readonly unknown[] => {
  const reference = fields.optional('bank');
  return reference === null ? [] : [{ account: fields.integer('asset'), reference }];
};

/** No organisation's short name: those hold no capitals. */
export const OUTSIDE = 'OUTSIDE';
