import { type Currency, isCurrency } from '../../base/currency.ts';
import { unitsOf } from '../../base/money.ts';
import { type Day, isDay } from '../../base/time.ts';
import type { BankFault, BankLine, BankStatement } from '../../conference/books/bank.ts';
import { type Element, attribute, child, childrenOf, descendants, textOf } from '../xml.ts';
import { balanced } from './balanced.ts';
import { UnreadableStatement } from './fault.ts';
import { type Booking, type Given, named } from './named.ts';

/**
 * Statements in camt.053 (ISO 20022, BankToCustomerStatement), versions .001.02 to .001.13: their elements are the same but for a party's name, which lies one deeper from .001.03 on, and the status, which
 * is a code of its own from .001.05 on.
 */

const fault = (of: BankFault): never => {
  throw new UnreadableStatement(of);
};

const path = (from: Element | null, ...names: readonly string[]): Element | null =>
  names.reduce<Element | null>((at, name) => child(at, name), from);

const said = (from: Element | null, ...names: readonly string[]): string => {
  const found = path(from, ...names);
  return found === null ? '' : textOf(found).trim();
};

/** A decimal of XML: what it has beyond the currency's digits must be nothing. */
const minor = (text: string, currency: Currency): bigint | null => {
  const [, sign = '', whole = '', part = ''] = /^([+-]?)(\d{1,18})(?:\.(\d{0,5}))?$/u.exec(text) ?? [];
  if (whole === '') return null;
  const rest = part.replace(/0+$/u, '');
  return unitsOf(`${sign === '-' ? '-' : ''}${whole}${rest === '' ? '' : `.${rest}`}`, currency);
};

/** The day of a date or a moment, as the bank says it. */
const dayIn = (at: Element | null): Day | null => {
  const text = (said(at, 'Dt') || said(at, 'DtTm')).slice(0, 10);
  return isDay(text) ? (text as Day) : null;
};

const signed = (units: bigint, direction: string): bigint | null =>
  direction === 'CRDT' ? units : direction === 'DBIT' ? -units : null;

const currencyOf = (statement: Element): Currency => {
  const amount = path(statement, 'Bal', 'Amt') ?? path(statement, 'Ntry', 'Amt');
  const code = said(statement, 'Acct', 'Ccy') || (amount === null ? '' : (attribute(amount, 'Ccy') ?? ''));
  return isCurrency(code) ? code : fault({ kind: 'no-currency', code: code.slice(0, 10) });
};

interface Balance {
  readonly units: bigint;
  readonly day: Day;
}

/** The balances of one of these kinds, in order. */
const balancesOf = (statement: Element, currency: Currency, codes: readonly string[]): readonly Balance[] =>
  childrenOf(statement, 'Bal').flatMap((one) => {
    if (!codes.includes(said(one, 'Tp', 'CdOrPrtry', 'Cd'))) return [];
    const units = minor(said(one, 'Amt'), currency);
    // Some banks say no direction of what is more than nothing; whether that is meant, the sum shows.
    const value = units === null ? null : signed(units, said(one, 'CdtDbtInd') || 'CRDT');
    const day = dayIn(child(one, 'Dt'));
    return value === null || day === null ? [] : [{ units: value, day }];
  });

/** The first balance and the last. A statement that goes on in another has interim ones; some banks call the first the one before. */
const bounds = (statement: Element, currency: Currency): BankStatement['balances'] => {
  const interim = balancesOf(statement, currency, ['ITBD']);
  const [opening = balancesOf(statement, currency, ['PRCD'])[0] ?? interim[0]] = balancesOf(statement, currency, [
    'OPBD',
  ]);
  const closing = balancesOf(statement, currency, ['CLBD']).at(-1) ?? interim.at(-1);
  return opening === undefined || closing === undefined || opening === closing
    ? null
    : { opening: opening.units, opens: opening.day, closing: closing.units, closes: closing.day };
};

/** The other side: who paid, of money that came in, and who was paid, of money that went out. */
const otherSide = (details: Element | null, comesIn: boolean): string | null => {
  const party = path(details, 'RltdPties', comesIn ? 'Dbtr' : 'Cdtr');
  return said(party, 'Nm') || said(party, 'Pty', 'Nm') || null;
};

const purpose = (entry: Element, details: Element | null): string => {
  const remitted = path(details, 'RmtInf');
  const lines = [
    ...childrenOf(remitted, 'Ustrd').map(textOf),
    ...(remitted === null ? [] : descendants(remitted, 'Ref').map(textOf)),
    said(details, 'AddtlTxInf'),
    said(entry, 'AddtlNtryInf'),
  ];
  return [...new Set(lines.map((text) => text.replaceAll(/\s+/gu, ' ').trim()))]
    .filter((text) => text !== '')
    .join(' · ');
};

/** What the details of a batch come to, one by one; `null`: they do not say what each is, or come to something else than the entry. */
const batch = (details: readonly Element[], total: bigint, currency: Currency): readonly bigint[] | null => {
  if (details.length < 2) return null;
  const amounts: bigint[] = [];
  for (const one of details) {
    const amount = path(one, 'Amt') ?? path(one, 'AmtDtls', 'TxAmt', 'Amt');
    const units =
      amount !== null && attribute(amount, 'Ccy') === currency ? minor(textOf(amount).trim(), currency) : null;
    const value = units === null ? null : signed(units, said(one, 'CdtDbtInd') || (total < 0n ? 'DBIT' : 'CRDT'));
    if (value === null) return null;
    amounts.push(value);
  }
  return amounts.reduce((sum, one) => sum + one, 0n) === total ? amounts : null;
};

/** `only`: the day that all of it is of; `null`: it is of several. */
const bookingsOf = (entry: Element, number: number, currency: Currency, only: Day | null): readonly Booking[] => {
  const amount = path(entry, 'Amt');
  if (amount === null || attribute(amount, 'Ccy') !== currency)
    return fault({ kind: 'line', number, what: 'currency' });
  const units = minor(textOf(amount).trim(), currency);
  if (units === null || units < 0n) return fault({ kind: 'line', number, what: 'amount' });
  const total = signed(units, said(entry, 'CdtDbtInd')) ?? fault({ kind: 'line', number, what: 'direction' });
  const day =
    dayIn(child(entry, 'BookgDt')) ??
    dayIn(child(entry, 'ValDt')) ??
    only ??
    fault({ kind: 'line', number, what: 'day' });
  const reversal = ['true', '1'].includes(said(entry, 'RvslInd'));
  const details = childrenOf(entry, 'NtryDtls').flatMap((one) => childrenOf(one, 'TxDtls'));
  const amounts = batch(details, total, currency);
  const own = said(entry, 'AcctSvcrRef');
  const one = (value: bigint, of: Element | null, reference: string): Booking => ({
    day,
    amount: value,
    given: reference,
    name: otherSide(of, value > 0n),
    words: purpose(entry, of),
    reversal,
  });
  if (amounts === null)
    return total === 0n ? [] : [one(total, details[0] ?? null, own || said(details[0] ?? null, 'Refs', 'AcctSvcrRef'))];
  return amounts.flatMap((value, i) => {
    const detail = details[i] ?? null;
    const inner = said(detail, 'Refs', 'AcctSvcrRef');
    return value === 0n
      ? []
      : [one(value, detail, inner !== '' && inner !== own ? inner : own === '' ? '' : `${own}/${i + 1}`)];
  });
};

/** Of what says nothing, a statement is of what was booked. */
const isBooked = (entry: Element): boolean => ['', 'BOOK'].includes(said(entry, 'Sts', 'Cd') || said(entry, 'Sts'));

const statementIn = (statement: Element, given: Given): BankStatement => {
  const currency = currencyOf(statement);
  const entries = childrenOf(statement, 'Ntry');
  const booked = entries.filter(isBooked);
  const balances = bounds(statement, currency);
  const only = balances !== null && balances.opens === balances.closes ? balances.closes : null;
  const lines: readonly BankLine[] = named(
    booked.flatMap((entry, i) => bookingsOf(entry, i + 1, currency, only)),
    given,
  );
  const account = said(statement, 'Acct', 'Id', 'IBAN') || said(statement, 'Acct', 'Id', 'Othr', 'Id') || null;
  return balanced({
    account,
    currency,
    balances,
    lines,
    pending: entries.length - booked.length,
    doubled: 0,
  });
};

/** Every statement of a file, each once: banks send some again. @throws UnreadableStatement */
export const readCamt = (document: Element): readonly BankStatement[] => {
  const seen = new Set<string>();
  const given: Given = new Map();
  return childrenOf(child(document, 'BkToCstmrStmt'), 'Stmt').flatMap((one) => {
    const key = JSON.stringify(['Id', 'ElctrncSeqNb', 'LglSeqNb', 'CreDtTm'].map((name) => said(one, name)));
    const pages = said(one, 'StmtPgntn', 'PgNb');
    if (seen.has(`${key} ${pages}`)) return [];
    seen.add(`${key} ${pages}`);
    return [statementIn(one, given)];
  });
};
