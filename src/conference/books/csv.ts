import { type BooksForm, giverIn, linesOf } from './entries.ts';

/** The books as CSV (RFC 4180): a row for each posting. What a spreadsheet would take for a formula is written so that it shows it as words. */

const NUMBER = /^-?\d+(?:\.\d+)?$/u;
/** What a cell must not begin with (OWASP, "CSV Injection"). */
const FORMULA = /^[=+\-@\t\r]/u;

const cell = (text: string): string => {
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

const row = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`;

export const CSV: BooksForm = {
  head: () =>
    row([
      'number',
      'day',
      'words',
      'giver',
      'kind',
      'account',
      'fund',
      'amount',
      'currency',
      'reverses',
      'reversed',
      'bank',
    ]),
  entry: (transaction, accounts) => {
    const { number, day, words, booked, reverses, reversed } = transaction;
    return linesOf(transaction, accounts)
      .map(({ account, fund, currency, amount }) =>
        row([
          `${number}`,
          day,
          words,
          giverIn(transaction),
          account.kind,
          account.name,
          fund?.name ?? '',
          amount,
          currency,
          `${reverses ?? ''}`,
          `${reversed ?? ''}`,
          booked.flatMap((one) => (one.account === account.number ? [one.reference] : [])).join(' '),
        ]),
      )
      .join('');
  },
};
