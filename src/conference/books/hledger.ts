import { type Currency, digitsOf } from '../../base/currency.ts';
import type { Account, AccountKind } from '../../charter/means/state.ts';
import { type BooksForm, currenciesIn, giverIn, linesOf } from './entries.ts';

/**
 * The books as a journal of hledger, which `hledger check -s` takes: every account and every commodity is declared, every transaction balances, and holds all its amounts. Its format: hledger.org,
 * "Journal"; read with 1.25.
 */

const TOP: Readonly<Record<AccountKind, string>> = {
  asset: 'Assets',
  income: 'Income',
  expense: 'Expenses',
  fund: 'Equity',
};

/** `A`, `R`, `X`, `E`: what hledger's own reports take an account for. */
const TYPE: Readonly<Record<AccountKind, string>> = { asset: 'A', income: 'R', expense: 'X', fund: 'E' };

/** A name as part of an account's: colons part accounts, two spaces end them, and some signs begin a comment or something else. */
const part = ({ number, name }: Account): string =>
  `${number} ${name
    .replaceAll(/[^\p{L}\p{M}\p{N}'’.,&/ -]+/gu, ' ')
    .replaceAll(/ {2,}/gu, ' ')
    .trim()}`.trim();

const nameOf = (account: Account, fund: Account | null): string =>
  [TOP[account.kind], part(account), ...(fund === null ? [] : [part(fund)])].join(':');

/** Words on one line of a journal, in which a semicolon begins a comment and a bar parts payee and note. */
const words = (text: string): string => text.replaceAll(/[;|]/gu, ',');

/** An amount of one of this currency, with its decimal mark: how hledger learns how many digits it has. */
const sample = (currency: Currency): string => `1000.${'0'.repeat(digitsOf(currency))} ${currency}`;

export const HLEDGER: BooksForm = {
  head: (accounts, transactions, title) => {
    const funds = accounts.filter(({ kind }) => kind === 'fund');
    const declared = accounts.flatMap((one) => [
      `account ${nameOf(one, null)}  ; type: ${TYPE[one.kind]}`,
      ...(one.kind === 'income' || one.kind === 'expense'
        ? funds.map((fund) => `account ${nameOf(one, fund)}  ; type: ${TYPE[one.kind]}`)
        : []),
    ]);
    return [
      `; ${words(title)}`,
      '',
      ...currenciesIn(accounts, transactions).map((currency) => `commodity ${sample(currency)}`),
      '',
      ...declared,
      '',
      '',
    ].join('\n');
  },
  entry: (transaction, accounts) => {
    const { number, day, words: said, conversions, booked, reverses } = transaction;
    const giver = giverIn(transaction);
    return [
      `${day} (${number}) ${words(said)}`,
      ...(giver === '' ? [] : [`    ; giver: ${words(giver).replaceAll(',', ' ')}`]),
      ...(reverses === null ? [] : [`    ; reverses: ${reverses}`]),
      ...booked.map(({ reference }) => `    ; bank: ${words(reference).replaceAll(',', ' ')}`),
      ...conversions.map(
        ({ from, to, rate, day: on, source }) =>
          `    ; rate: ${rate} ${to.currency} for one ${from.currency}, ${on}, ${words(source)}`,
      ),
      ...linesOf(transaction, accounts).map(
        ({ account, fund, currency, amount }) => `    ${nameOf(account, fund)}  ${amount} ${currency}`,
      ),
      '',
      '',
    ].join('\n');
  },
};
