import type { Currency } from '../../base/currency.ts';
import type { State } from '../state.ts';
import { balancesAfter, isLasting, totalsIn } from './books.ts';
import { monthLater, openFrom } from './months.ts';
import type { Month, Period, Total } from './state.ts';

/** What the books state over some months: what assets and funds held before and after, what came in and went out. It goes through months and accounts, never through transactions. */

/** What one account, or one fund, came to in one currency. */
export interface StatementLine {
  readonly account: number;
  readonly currency: Currency;
  /** What it held before; nothing of income and expenses. */
  readonly before: bigint;
  /** What was recorded of it, in the signs of postings; of a fund with what is posted elsewhere as its own. */
  readonly change: bigint;
  readonly after: bigint;
}

export interface BooksStatement {
  readonly from: Month;
  readonly through: Month;
  /** Of one fund alone; `null`: of all. */
  readonly fund: number | null;
  /** In the order of accounts, then of currencies; those that held nothing and came to nothing are left out. */
  readonly lines: readonly StatementLine[];
}

/** What assets and funds held when `from` began: kept where a period ended there, worked out from the last that did. */
const balancesBefore = (state: State, from: Month): Period['balances'] => {
  const { means } = state;
  const last = means.periods.findLast(({ through }) => through < from);
  const first = means.periods[0]?.from ?? openFrom(state);
  const since = last === undefined ? first : monthLater(last.through, 1);
  return balancesAfter(means, last?.balances ?? [], totalsIn(means, since, monthLater(from, -1)));
};

/** The lines of one fund: its own, and what was posted elsewhere as its own. */
const ofFund = (totals: readonly Total[], fund: number): readonly Total[] =>
  totals.filter((total) => total.fund === fund || total.account === fund);

export const statementOf = (state: State, from: Month, through: Month, fund: number | null = null): BooksStatement => {
  const { means } = state;
  const before = balancesBefore(state, from);
  const all = totalsIn(means, from, through);
  const totals = fund === null ? all : ofFund(all, fund);
  const after = balancesAfter(means, before, all);
  const lines = new Map<string, { -readonly [K in keyof StatementLine]: StatementLine[K] }>();
  const lineOf = (account: number, currency: Currency) => {
    const key = `${account} ${currency}`;
    const line = lines.get(key) ?? { account, currency, before: 0n, change: 0n, after: 0n };
    lines.set(key, line);
    return line;
  };
  const isShown = (account: number): boolean => fund === null || account === fund;
  for (const { account, currency, amount } of before) if (isShown(account)) lineOf(account, currency).before = amount;
  for (const { account, currency, amount } of after) if (isShown(account)) lineOf(account, currency).after = amount;
  for (const { account, currency, amount } of totals) {
    const held = means.accounts[account - 1];
    if (held !== undefined && !isLasting(held)) lineOf(account, currency).change += amount;
  }
  const shown = [...lines.values()].map((line): StatementLine => {
    const account = means.accounts[line.account - 1];
    return account !== undefined && isLasting(account) ? { ...line, change: line.after - line.before } : line;
  });
  return {
    from,
    through,
    fund,
    lines: shown
      .filter(({ before: had, change, after: has }) => had !== 0n || change !== 0n || has !== 0n)
      .toSorted((a, b) => a.account - b.account || (a.currency < b.currency ? -1 : 1)),
  };
};
