import { DAY, dayOf } from '../../base/time.ts';
import type { ActKind } from '../acts.ts';
import { act, acting } from './acts.ts';
import { ROOM_RULES, agreed, sitting } from './meetings.ts';
import { type Step, all, wait } from './spec.ts';
import { fakeHash } from './world.ts';

/** Conferences with books, with everything that a test does not speak of as it should be. */

/** Far enough: 2030-01-01T00:00:00Z. */
const UNTIL = 1_893_456_000_000;

/** Asks an assembly who keeps the books; `null`: the coordinating group. */
export const keeper = (organisation: string | null, until = UNTIL) => ({ kind: 'treasurer', organisation, until });

/** These organisations in an assembly that has just said that the second keeps the books. */
export const kept = (names: readonly string[], rules = ROOM_RULES): Step =>
  all(sitting(names, rules), agreed(names[0] ?? '', keeper(names[1] ?? '')));

export const account = (
  by: string,
  kind: 'asset' | 'income' | 'expense' | 'fund',
  name: string = kind,
  currency: string | null = kind === 'asset' ? 'EUR' : null,
): Step => act('account.open', by, { kind, name, purpose: null, currency });

/** What {@link books} opens, by number. */
export const BANK = 1;
export const FUND = 2;
export const GIVEN = 3;
export const SPENT = 4;
export const DINARS = 5;
export const FLOOD = 6;

/** The same with a bank account in euros and one in dinars, the general fund and one for a flood, an income and an expense. */
export const books = (names: readonly string[], rules = ROOM_RULES): Step => {
  const by = names[1] ?? '';
  return all(
    kept(names, rules),
    account(by, 'asset', 'Bank'),
    account(by, 'fund', 'General'),
    account(by, 'income', 'Contributions'),
    account(by, 'expense', 'Rooms'),
    account(by, 'asset', 'Till', 'RSD'),
    account(by, 'fund', 'Flood'),
  );
};

/** A line of a transaction. */
export const line = (to: number, amount: number, fund: number | null = null, currency = 'EUR') => ({
  account: to,
  fund,
  currency,
  amount,
});

export const recorded = (
  by: string,
  postings: readonly unknown[],
  fields: Readonly<Record<string, unknown>> = {},
): Step =>
  acting('transaction.record', by, ({ now }) => ({
    day: dayOf(now),
    words: 'As agreed',
    postings,
    conversions: [],
    giver: null,
    receipts: [],
    booked: [],
    expense: null,
    ...fields,
  }));

/** Money comes in from an organisation, into the bank and for the general fund. */
export const given = (
  by: string,
  giver: string,
  amount: number,
  fields: Readonly<Record<string, unknown>> = {},
): Step =>
  recorded(by, [line(BANK, amount), line(GIVEN, -amount, FUND)], {
    giver: { kind: 'organisation', organisation: giver },
    ...fields,
  });

export const spent = (by: string, amount: number, fields: Readonly<Record<string, unknown>> = {}): Step =>
  recorded(by, [line(SPENT, amount, FUND), line(BANK, -amount)], fields);

export const takenBack = (by: string, transaction: number): Step =>
  acting('transaction.reverse', by, ({ now }) => ({ transaction, day: dayOf(now), words: 'A slip.' }));

const four = ['ada', 'bor', 'cvet', 'dora'];

/** Books of which the first two months are closed. */
export const closed: Step = all(
  books(four),
  given('bor', 'cvet', 20_000),
  wait(60 * DAY),
  act('period.close', 'bor', { through: '2026-02' }),
);

export const asks = (by: string, fields: Readonly<Record<string, unknown>> = {}): Step =>
  act('expense.propose', by, {
    words: 'Boat hire',
    currency: 'EUR',
    amount: 5000,
    fund: null,
    payee: { kind: 'organisation', organisation: by },
    receipts: [],
    ...fields,
  });

export const pledges = (by: string, fields: Readonly<Record<string, unknown>> = {}): Step =>
  act('pledge.make', by, {
    pledge: null,
    currency: 'EUR',
    amount: 20_000,
    every: 'year',
    fund: null,
    until: null,
    ...fields,
  });

export const finds = (by: string, fields: Readonly<Record<string, unknown>> = {}): Step =>
  act('period.audit', by, { period: 1, result: 'in-order', words: null, ...fields });
const receipts = [{ name: 'bill.pdf', type: 'application/pdf', hash: fakeHash('a bill') }];

export const MEANS_EXAMPLES = {
  'account.open': { given: kept(four), next: account('bor', 'fund', 'Flood') },
  'account.close': { given: books(four), next: act('account.close', 'bor', { account: SPENT }) },
  'transaction.record': {
    given: all(books(four), given('bor', 'cvet', 20_000)),
    next: spent('bor', 5000, { receipts }),
  },
  'transaction.reverse': { given: all(books(four), given('bor', 'cvet', 20_000)), next: takenBack('bor', 1) },
  'period.close': {
    given: all(books(four), given('bor', 'cvet', 20_000), wait(60 * DAY)),
    next: act('period.close', 'bor', { through: '2026-02' }),
  },
  'expense.propose': { given: books(four), next: asks('cvet', { receipts }) },
  'expense.withdraw': { given: all(books(four), asks('cvet')), next: act('expense.withdraw', 'cvet', { expense: 1 }) },
  'pledge.make': { given: books(four), next: pledges('cvet', { fund: FLOOD }) },
  'pledge.withdraw': { given: all(books(four), pledges('cvet')), next: act('pledge.withdraw', 'cvet', { pledge: 1 }) },
  'period.audit': { given: closed, next: finds('cvet') },
} as const satisfies { readonly [K in ActKind]?: { readonly given: Step; readonly next: Step } };
