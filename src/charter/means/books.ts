import type { Mutable } from '../../base/brand.ts';
import type { Currency } from '../../base/currency.ts';
import { type Day, HOUR, type Instant, after, startOf } from '../../base/time.ts';
import type { OrganisationId } from '../../base/ids.ts';
import type { State } from '../state.ts';
import { monthOf, monthsBetween } from './months.ts';
import { treasurersAt } from './treasurer.ts';
import type { Account, Means, Month, Period, Received, Total, Transaction } from './state.ts';

/** What a transaction does to the accounts, and what is kept of it so that balances and statements need not go through all there ever were. */

type Lines = Pick<Transaction, 'postings' | 'conversions'>;

/** Its postings, with those that its conversions are: a fund's money goes in one currency and comes in another. */
export const postingsOf = ({ postings, conversions }: Lines): readonly Total[] => [
  ...postings.map(({ amount, ...rest }) => ({ ...rest, amount: BigInt(amount) })),
  ...conversions.flatMap(({ fund, from, to }) => [
    { account: fund, fund: null, currency: from.currency, amount: BigInt(from.amount) },
    { account: fund, fund: null, currency: to.currency, amount: -BigInt(to.amount) },
  ]),
];

/** What each currency comes to over all postings: nothing in each, where the transaction is balanced. */
export const sumsOf = (postings: readonly Pick<Total, 'currency' | 'amount'>[]): ReadonlyMap<Currency, bigint> => {
  const sums = new Map<Currency, bigint>();
  for (const { currency, amount } of postings) sums.set(currency, (sums.get(currency) ?? 0n) + amount);
  return sums;
};

/** How it changes each account, of a fund with what is posted elsewhere as its own. */
export const changesOf = (lines: Lines): readonly Omit<Total, 'fund'>[] =>
  postingsOf(lines).flatMap(({ account, fund, currency, amount }) => [
    { account, currency, amount },
    ...(fund === null ? [] : [{ account: fund, currency, amount }]),
  ]);

const keyOf = ({ account, fund, currency }: Omit<Total, 'amount'>): string => `${account} ${fund ?? ''} ${currency}`;

/** Notes for a month whoever may record in the books at `at`, each member of the coordinating group where that keeps them: none of them looks the month over (article 12). */
export const noteKeepers = (state: Mutable<State>, month: Month, at: Instant): void => {
  const { keepers } = state.means;
  const known = keepers.get(month) ?? new Set<OrganisationId>();
  for (const id of treasurersAt(state, at)) known.add(id);
  keepers.set(month, known);
};

/** Writes a transaction down. Its postings are balanced and its accounts are there: it was judged. */
export const enter = (state: Mutable<State>, transaction: Mutable<Transaction>): void => {
  const { means } = state;
  means.transactions.push(transaction);
  const month = monthOf(transaction.day);
  noteKeepers(state, month, transaction.on.at);
  const totals = means.months.get(month) ?? new Map<string, Mutable<Total>>();
  means.months.set(month, totals);
  for (const posting of postingsOf(transaction)) {
    const key = keyOf(posting);
    const total = totals.get(key);
    if (total === undefined) totals.set(key, { ...posting });
    else total.amount += posting.amount;
    means.currencies.add(posting.currency);
  }
  receive(means, transaction, month);
  for (const { account: number, currency, amount } of changesOf(transaction)) {
    const account = means.accounts[number - 1];
    if (account === undefined) continue;
    account.balances.set(currency, (account.balances.get(currency) ?? 0n) + amount);
    if (account.transactions.at(-1) !== transaction.number) account.transactions.push(transaction.number);
  }
  for (const { account, reference } of transaction.booked)
    means.accounts[account - 1]?.booked.set(reference, transaction.number);
};

/** Notes whose the income was. */
const receive = (means: Mutable<Means>, { postings, giver }: Mutable<Transaction>, month: Month): void => {
  const income = postings.filter(({ account }) => means.accounts[account - 1]?.kind === 'income');
  if (income.length === 0) return;
  const totals = means.received.get(month) ?? new Map<string, Mutable<Received>>();
  means.received.set(month, totals);
  const kind = giver?.kind ?? 'nobody';
  const organisation = giver?.kind === 'organisation' ? giver.organisation : null;
  for (const { account, currency, amount } of income) {
    const key = `${kind} ${organisation ?? ''} ${account} ${currency}`;
    const total = totals.get(key);
    if (total === undefined) totals.set(key, { giver: kind, organisation, account, currency, amount: -BigInt(amount) });
    else total.amount -= BigInt(amount);
  }
};

/** What was recorded in these months, by account, fund and currency. */
export const totalsIn = ({ months }: Means, from: Month, through: Month): readonly Total[] => {
  const all = new Map<string, { -readonly [K in keyof Total]: Total[K] }>();
  for (const month of monthsBetween(from, through))
    for (const [key, total] of months.get(month) ?? []) {
      const sum = all.get(key);
      if (sum === undefined) all.set(key, { ...total });
      else sum.amount += total.amount;
    }
  return [...all.values()];
};

/** An account of which balances are told: what lies where, and whose it is. */
export const isLasting = ({ kind }: Account): boolean => kind === 'asset' || kind === 'fund';

/** What assets and funds hold after these totals, having held `before`. In the order of accounts, then of currencies. */
export const balancesAfter = (
  { accounts }: Means,
  before: Period['balances'],
  totals: readonly Total[],
): Period['balances'] => {
  const changed = totals.flatMap(({ account, fund, currency, amount }) => [
    { account, currency, amount },
    ...(fund === null ? [] : [{ account: fund, currency, amount }]),
  ]);
  const sums = new Map<string, { account: number; currency: Currency; amount: bigint }>();
  for (const { account, currency, amount } of [...before, ...changed]) {
    const held = accounts[account - 1];
    if (held === undefined || !isLasting(held)) continue;
    const key = `${account} ${currency}`;
    const sum = sums.get(key);
    if (sum === undefined) sums.set(key, { account, currency, amount });
    else sum.amount += amount;
  }
  return [...sums.values()]
    .filter(({ amount }) => amount !== 0n)
    .toSorted((a, b) => a.account - b.account || (a.currency < b.currency ? -1 : 1));
};

/** What an asset holds at the end of a day. What is of a later day was recorded no earlier than days begin where clocks are 14 hours ahead, so nothing before that is looked at. */
export const heldOn = ({ accounts, transactions }: Means, number: number, day: Day): bigint => {
  const account = accounts[number - 1];
  if (account === undefined || account.currency === null) return 0n;
  const since = after(startOf(day), -14 * HOUR);
  let held = account.balances.get(account.currency) ?? 0n;
  for (let back = account.transactions.length - 1; back >= 0; back -= 1) {
    const transaction = transactions[(account.transactions[back] ?? 0) - 1];
    if (transaction === undefined || transaction.on.at < since) break;
    if (transaction.day <= day) continue;
    for (const change of changesOf(transaction)) if (change.account === number) held -= change.amount;
  }
  return held;
};
