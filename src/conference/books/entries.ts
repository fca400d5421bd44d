import { decimalOf } from '../../base/money.ts';
import type { Currency } from '../../base/currency.ts';
import { postingsOf } from '../../charter/means/books.ts';
import type { Account, Transaction } from '../../charter/means/state.ts';
import type { Reader } from '../reading/reader.ts';

/** The books as other programs take them: what every form of them has in common. */

/** The books as one reader sees them, until the next `await`. */
export type Books = Pick<Reader, 'accounts' | 'transactions' | 'booksOpenFrom' | 'periods'>;

/** A form of the books: what stands before all transactions, and what each of them is, in order. */
export interface BooksForm {
  readonly head: (accounts: readonly Account[], transactions: readonly Transaction[], title: string) => string;
  readonly entry: (transaction: Transaction, accounts: readonly Account[]) => string;
}

/** A line of a transaction: the account and, of income and expenses, whose it is. */
export interface Line {
  readonly account: Account;
  readonly fund: Account | null;
  readonly currency: Currency;
  /** With as many digits as its currency has. */
  readonly amount: string;
}

export const linesOf = (transaction: Transaction, accounts: readonly Account[]): readonly Line[] =>
  postingsOf(transaction).flatMap(({ account, fund, currency, amount }) => {
    const found = accounts[account - 1];
    if (found === undefined) return [];
    const whose = fund === null ? null : (accounts[fund - 1] ?? null);
    return [{ account: found, fund: whose, currency, amount: decimalOf(amount, currency) }];
  });

/** The currencies that anything stands in, and those that accounts are for, by their codes. */
export const currenciesIn = (
  accounts: readonly Account[],
  transactions: readonly Transaction[],
): readonly Currency[] => {
  const all = new Set<Currency>(accounts.flatMap(({ currency }) => (currency === null ? [] : [currency])));
  for (const one of transactions) for (const { currency } of postingsOf(one)) all.add(currency);
  return [...all].toSorted((a, b) => (a < b ? -1 : 1));
};

/** Whose money came in, in one line. */
export const giverIn = ({ giver }: Transaction): string => {
  if (giver === null) return '';
  return giver.kind === 'organisation' ? giver.organisation : (giver.name ?? 'somebody outside');
};

/** The pieces of the books in a form: its head, then so many lines at a time, so that nobody waits while all are written. */
export function* piecesOf(form: BooksForm, { accounts, transactions }: Books, title: string): Generator<string, void> {
  const [all, listed] = [accounts(), transactions()];
  yield form.head(all, listed, title);
  let piece = '';
  let lines = 0;
  for (const one of listed) {
    piece += form.entry(one, all);
    lines += one.postings.length + 2 * one.conversions.length;
    if (lines < AT_ONCE) continue;
    yield piece;
    piece = '';
    lines = 0;
  }
  if (piece !== '') yield piece;
}

/** How many lines are written at once: some milliseconds. */
const AT_ONCE = 1000;
