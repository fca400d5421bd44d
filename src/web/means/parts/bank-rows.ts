import { decimalOf, unitsOf } from '../../../base/money.ts';
import { type Day, isDay } from '../../../base/time.ts';
import type { Account } from '../../../charter/means/state.ts';
import type { BankStatement } from '../../../conference/books/bank.ts';
import type { Context } from '../../kit/context.ts';
import type { Fields } from '../../kit/fields.ts';

/** The lines of a bank's statement that are still to be recorded, as a page shows them and carries them on: nothing of them is kept. */
export interface BankRow {
  readonly day: Day;
  /** In minor units of the account's currency: more than nothing came in. */
  readonly amount: bigint;
  readonly reference: string;
  readonly name: string;
  readonly words: string;
}

/** How many lines stand on one page: as many acts as an organisation can have prepared. */
export const MOST_ROWS = 40;

/** As long as a page carries what the bank says of one. */
const MOST_WORDS = 400;

/** What a file holds for one account: what is to be recorded, and how much is not, and why. */
export interface Sorted {
  readonly rows: readonly BankRow[];
  /** More than stand on a page. */
  readonly more: number;
  readonly recorded: number;
  /** Before what is closed. */
  readonly closed: number;
}

/** @param openFrom the first day that is not closed; `null`: nothing is */
export const sorted = (
  statements: readonly BankStatement[],
  account: Pick<Account, 'booked'>,
  openFrom: Day | null,
  prepared: ReadonlySet<string>,
): Sorted => {
  const all = statements.flatMap(({ lines }) => lines);
  const fresh = all.filter(({ reference }) => !account.booked.has(reference) && !prepared.has(reference));
  const open = fresh.filter(({ day }) => openFrom === null || day >= openFrom);
  return {
    rows: open.slice(0, MOST_ROWS).map(({ day, amount, reference, name, words }) => ({
      day,
      amount,
      reference,
      name: (name ?? '').slice(0, MOST_WORDS),
      words: words.slice(0, MOST_WORDS),
    })),
    more: Math.max(0, open.length - MOST_ROWS),
    recorded: all.length - fresh.length,
    closed: fresh.length - open.length,
  };
};

/** The hidden fields of a row. */
export const carried = (
  { day, amount, reference, name, words }: BankRow,
  i: number,
  { currency }: Pick<Account, 'currency'>,
): readonly (readonly [string, string])[] =>
  currency === null
    ? []
    : [
        [`day-${i}`, day],
        [`amount-${i}`, decimalOf(amount, currency)],
        [`bank-${i}`, reference],
        [`name-${i}`, name],
        [`says-${i}`, words],
      ];

/** The rows that a form brings back. */
export const rowsIn = (fields: Fields, { currency }: Pick<Account, 'currency'>): readonly BankRow[] => {
  const rows: BankRow[] = [];
  for (let i = 1; i <= MOST_ROWS && fields.has(`bank-${i}`); i += 1) {
    const day = fields.text(`day-${i}`);
    const amount = currency === null ? null : unitsOf(fields.text(`amount-${i}`), currency);
    if (!isDay(day) || amount === null || amount === 0n) break;
    rows.push({
      day: day as Day,
      amount,
      reference: fields.text(`bank-${i}`),
      name: fields.text(`name-${i}`),
      words: fields.text(`says-${i}`),
    });
  }
  return rows;
};

/** The participant that is called just that, in any of its names: a proposal that whoever records looks at. */
export const calledSo = ({ reader }: Context, name: string): string => {
  const folded = name.trim().toLowerCase();
  if (folded === '') return '';
  const found = reader
    .participants()
    .filter(({ name: own, gloss }) => own.toLowerCase() === folded || gloss?.toLowerCase() === folded);
  return found.length === 1 ? (found[0]?.id ?? '') : '';
};
