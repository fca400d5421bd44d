import { type Currency, digitsOf, isCurrency } from '../../base/currency.ts';
import { unitsOf } from '../../base/money.ts';
import { type Day, isDay } from '../../base/time.ts';
import type { BankFault, BankStatement } from '../../conference/books/bank.ts';
import { type Row, readCsv } from '../../text/csv.ts';
import { type Column, columnOf } from './columns.ts';
import { UnreadableStatement } from './fault.ts';
import { type Booking, named } from './named.ts';

/** Statements as tables: each bank has its own, so columns are known by what stands over them, days and amounts by rules that leave one reading, and anything else is refused. */

const fault = (of: BankFault): never => {
  throw new UnreadableStatement(of);
};

/** How many rows may stand above the headings: banks write names and spans there. */
const PREAMBLE = 30;

type Columns = ReadonlyMap<Column, number>;

const columnsIn = (row: Row): Columns => {
  const found = new Map<Column, number>();
  for (const [i, { value }] of row.entries()) {
    const column = columnOf(value);
    if (column !== null && !found.has(column)) found.set(column, i);
  }
  return found;
};

const hasAll = (columns: Columns): boolean =>
  columns.has('day') && (columns.has('amount') || (columns.has('in') && columns.has('out')));

type Order = 'day-first' | 'month-first';

const PARTS = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})\.?$/u;

/** How days are written that begin with no year: with points the day is first; else some day above the twelfth must show it. */
const orderOf = (days: readonly string[]): Order | null => {
  let order: Order | null = null;
  for (const text of days) {
    const [, first = '', mark = '', second = ''] = PARTS.exec(text) ?? [];
    const shown = mark === '.' || Number(first) > 12 ? 'day-first' : Number(second) > 12 ? 'month-first' : null;
    if (shown !== null && order !== null && shown !== order) return null;
    order = shown ?? order;
  }
  return order;
};

const dayIn = (text: string, order: Order | null): Day | null => {
  const iso = text.slice(0, 10);
  if (isDay(iso)) return iso as Day;
  const [, first = '', , second = '', year = ''] = PARTS.exec(text) ?? [];
  const [day, month] = order === 'month-first' ? [second, first] : [first, second];
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return order !== null && isDay(written) ? (written as Day) : null;
};

/** An amount with a point or a comma before its parts, and the other, an apostrophe or spaces between thousands; `null`: it can be read in two ways, or in none. */
const amountIn = (text: string, currency: Currency): bigint | null => {
  const bare = text
    .replaceAll(/[\s'’]/gu, '')
    .replace('−', '-')
    .replace(/^\+/u, '');
  const [, sign = '', number = '', behind = ''] = /^(-?)([\d.,]+)(-?)$/u.exec(bare.replace(currency, '')) ?? [];
  if (number === '' || (sign !== '' && behind !== '')) return null;
  const last = Math.max(number.lastIndexOf('.'), number.lastIndexOf(','));
  const parts = last < 0 ? '' : number.slice(last + 1);
  const marks = number.replaceAll(/\d/gu, '');
  const isGrouped = last >= 0 && parts.length === 3 && new Set(marks).size === 1;
  if (isGrouped && digitsOf(currency) === 3 && marks.length === 1) return null;
  const whole = (isGrouped || last < 0 ? number : number.slice(0, last)).replaceAll(/[.,]/gu, '');
  const decimal = isGrouped || last < 0 ? whole : `${whole === '' ? '0' : whole}.${parts}`;
  return unitsOf(`${sign}${behind}${decimal}`, currency);
};

interface Read extends Booking {
  readonly balance: bigint | null;
}

/** Balances, where each follows from the one before, from the first row to the last or the other way round. */
const running = (rows: readonly Read[]): 'down' | 'up' | null => {
  const fits = (isNext: (before: Read, after: Read) => boolean): boolean =>
    rows.every((row, i) => i === 0 || isNext(rows[i - 1] ?? row, row));
  const follows = (before: Read, after: Read): boolean => (before.balance ?? 0n) + after.amount === after.balance;
  if (fits(follows)) return 'down';
  return fits((before, after) => follows(after, before)) ? 'up' : null;
};

const rowIn = (
  row: Row,
  number: number,
  columns: Columns,
  given: { readonly currency: Currency; readonly order: Order | null },
): Read | null => {
  const at = (column: Column): string => row[columns.get(column) ?? -1]?.value.trim() ?? '';
  const written = at('currency');
  const currency = written === '' ? given.currency : written;
  if (!isCurrency(currency) || currency !== given.currency) return fault({ kind: 'line', number, what: 'currency' });
  const money = (column: Column): bigint | null => (at(column) === '' ? 0n : amountIn(at(column), currency));
  const [came, went] = columns.has('amount') ? [money('amount'), 0n] : [money('in'), money('out')];
  if (came === null || went === null) return fault({ kind: 'line', number, what: 'amount' });
  const amount = came - (went < 0n ? -went : went);
  const day = dayIn(at('day'), given.order) ?? fault({ kind: 'line', number, what: 'day' });
  const balance =
    at('balance') === ''
      ? null
      : (amountIn(at('balance'), currency) ?? fault({ kind: 'line', number, what: 'amount' }));
  if (amount === 0n) return null;
  return {
    day,
    amount,
    given: at('reference'),
    name: at('name') || null,
    words: at('words'),
    reversal: false,
    balance,
  };
};

/** @param account the currency of the account that it is given for, where the table says none. @throws UnreadableStatement */
export const readBankTable = (text: string, account: Currency): readonly BankStatement[] => {
  const read = readCsv(text);
  if (!read.ok) return fault({ kind: read.error.kind === 'too-many-rows' ? 'damaged' : 'unknown-format' });
  const head = read.value.slice(0, PREAMBLE).findIndex((row) => hasAll(columnsIn(row)));
  const headings = read.value[head];
  if (headings === undefined) return fault({ kind: 'no-columns' });
  const columns = columnsIn(headings);
  // Below the lines some banks write sums: a row that has no day is no line.
  const body = read.value.slice(head + 1).filter((row) => (row[columns.get('day') ?? -1]?.value.trim() ?? '') !== '');
  const days = body.map((row) => row[columns.get('day') ?? -1]?.value.trim() ?? '');
  const order = orderOf(days);
  if (order === null && days.some((one) => PARTS.test(one))) return fault({ kind: 'which-day' });
  const rows = body.flatMap((row, i) => rowIn(row, i + 1, columns, { currency: account, order }) ?? []);
  if (rows.length === 0) return [];
  const isChecked = rows.every(({ balance }) => balance !== null);
  const way = isChecked ? running(rows) : 'down';
  if (way === null) return fault({ kind: 'balance-breaks' });
  const ordered = way === 'up' ? rows.toReversed() : rows;
  const [first, last] = [ordered[0], ordered.at(-1)];
  const balances =
    !isChecked || first === undefined || last === undefined
      ? null
      : {
          opening: (first.balance ?? 0n) - first.amount,
          opens: first.day,
          closing: last.balance ?? 0n,
          closes: last.day,
        };
  return [
    {
      account: null,
      currency: account,
      balances,
      lines: named(
        ordered.map(({ balance: _balance, ...booking }) => booking),
        new Map(),
      ),
      pending: 0,
      doubled: 0,
    },
  ];
};
