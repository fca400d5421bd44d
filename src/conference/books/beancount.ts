import type { Account, AccountKind } from '../../charter/means/state.ts';
import { type BooksForm, currenciesIn, giverIn, linesOf } from './entries.ts';

/** The books as a file of Beancount, which `bean-check` takes: every account is opened and every commodity declared. Its format: "Beancount Language Syntax"; read with 2.3. */

const TOP: Readonly<Record<AccountKind, string>> = {
  asset: 'Assets',
  income: 'Income',
  expense: 'Expenses',
  fund: 'Equity',
};

/** A name as a component of an account's: letters, digits and dashes. It begins with the account's number, so that no two are the same. */
const part = ({ number, name }: Account): string =>
  `${number}-${name.replaceAll(/[^\p{L}\p{Nd}]+/gu, '-')}`.replace(/-+$/u, '');

const nameOf = (account: Account, fund: Account | null): string =>
  [TOP[account.kind], part(account), ...(fund === null ? [] : [part(fund)])].join(':');

const quoted = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

export const BEANCOUNT: BooksForm = {
  head: (accounts, transactions, title) => {
    const currencies = currenciesIn(accounts, transactions);
    const funds = accounts.filter(({ kind }) => kind === 'fund');
    // Before everything that was recorded, and that a period may begin with.
    const from = transactions.reduce((first, { day }) => (day < first ? day : first), '2000-01-01');
    const names = accounts.flatMap((one) => [
      { name: nameOf(one, null), one },
      ...(one.kind === 'income' || one.kind === 'expense'
        ? funds.map((fund) => ({ name: nameOf(one, fund), one }))
        : []),
    ]);
    return [
      `option "title" ${quoted(title)}`,
      ...currencies.map((currency) => `option "operating_currency" "${currency}"`),
      '',
      ...currencies.map((currency) => `${from} commodity ${currency}`),
      '',
      ...names.flatMap(({ name, one }) => [
        `${from} open ${name}${one.currency === null ? '' : ` ${one.currency}`}`,
        `  name: ${quoted(one.name)}`,
      ]),
      '',
      '',
    ].join('\n');
  },
  entry: (transaction, accounts) => {
    const { number, day, words, conversions, booked, reverses } = transaction;
    const giver = giverIn(transaction);
    return [
      `${day} * ${quoted(words)} ^no-${number}${reverses === null ? '' : ` ^no-${reverses}`}`,
      ...(giver === '' ? [] : [`  giver: ${quoted(giver)}`]),
      ...booked.map(({ reference }, i) => `  bank-${i + 1}: ${quoted(reference)}`),
      ...conversions.map(
        ({ from, to, rate, day: on, source }, i) =>
          `  rate-${i + 1}: ${quoted(`${rate} ${to.currency} for one ${from.currency}, ${on}, ${source}`)}`,
      ),
      ...linesOf(transaction, accounts).map(
        ({ account, fund, currency, amount }) => `  ${nameOf(account, fund)}  ${amount} ${currency}`,
      ),
      '',
      '',
    ].join('\n');
  },
};
