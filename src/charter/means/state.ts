import type { Brand } from '../../base/brand.ts';
import type { Currency } from '../../base/currency.ts';
import type { OrganisationId } from '../../base/ids.ts';
import type { Minor, Rate } from '../../base/money.ts';
import type { Day } from '../../base/time.ts';
import type { KeptFile } from '../law/kept.ts';
import type { Mark } from '../law/mark.ts';

/** The part of the state that chapter 12 works on: the conference's books. */

/**
 * - *asset*: where money lies: at a bank, in a cash box. It holds one currency.
 * - *income*, *expense*: for what it comes and goes. Whatever is posted there is a fund's.
 * - *fund*: whose the assets are: the general means, or those for a stated purpose.
 */
export type AccountKind = 'asset' | 'income' | 'expense' | 'fund';

export interface Account {
  /** From 1, all kinds together. */
  readonly number: number;
  readonly kind: AccountKind;
  readonly name: string;
  /** What a fund is for; `null`: nothing in particular, or it is no fund. */
  readonly purpose: string | null;
  /** Of an asset; `null`: any. */
  readonly currency: Currency | null;
  readonly on: Mark;
  readonly closed: Mark | null;
  /**
   * What all that was ever recorded of it comes to, in the signs of postings: an asset with money in it is above nothing, an income and a fund that has some are below. Of a fund with what is
   * posted elsewhere as its own, so that in each currency all assets and all funds together come to nothing.
   */
  readonly balances: ReadonlyMap<Currency, bigint>;
  /** The transactions that changed it, by number. */
  readonly transactions: readonly number[];
  /** What its bank has booked there and stands in the books: the transaction that records it, by the bank's reference. */
  readonly booked: ReadonlyMap<string, number>;
}

/** One line of a transaction: more than nothing is what comes into the account (debit), less is what goes out of it (credit). */
export interface Posting {
  readonly account: number;
  /** Whose income or expense it is; `null` on any other account. */
  readonly fund: number | null;
  readonly currency: Currency;
  readonly amount: Minor;
}

export interface Money {
  readonly currency: Currency;
  readonly amount: Minor;
}

/** A fund's money in one currency becomes its money in another: both amounts, and at which rate of which day, by which source. */
export interface Conversion {
  readonly fund: number;
  readonly from: Money;
  readonly to: Money;
  readonly rate: Rate;
  readonly day: Day;
  readonly source: string;
}

/** Whose money came in: an organisation's on the record, or that of an office or body outside. A person is not named. */
export type Giver =
  | { readonly kind: 'organisation'; readonly organisation: OrganisationId }
  | { readonly kind: 'outside'; readonly name: string | null };

/** What the bank calls its own line on one of its accounts: an account servicer's reference (ISO 20022), or what stands for one. */
export interface Booked {
  readonly account: number;
  readonly reference: string;
}

export interface Transaction {
  /** From 1. */
  readonly number: number;
  readonly by: OrganisationId;
  readonly day: Day;
  readonly words: string;
  readonly postings: readonly Posting[];
  readonly conversions: readonly Conversion[];
  readonly giver: Giver | null;
  readonly receipts: readonly KeptFile[];
  /** The expense that it pays, by number; `null`: none that was proposed. */
  readonly expense: number | null;
  /** The lines of bank statements that it records. */
  readonly booked: readonly Booked[];
  readonly on: Mark;
  /** The transaction that it takes back, and the one that took it back, by number. */
  readonly reverses: number | null;
  readonly reversed: number | null;
}

/** A month of the calendar: `2026-05`. */
export type Month = Brand<string, 'Month'>;

/** What was recorded of one account in one month, of one fund in one currency. */
export interface Total {
  readonly account: number;
  readonly fund: number | null;
  readonly currency: Currency;
  readonly amount: bigint;
}

/** What came in one month, from whom, as which income, in one currency. */
export interface Received {
  readonly giver: Giver['kind'] | 'nobody';
  /** Of an organisation on the record; `null`: from outside, or nobody's. */
  readonly organisation: OrganisationId | null;
  readonly account: number;
  readonly currency: Currency;
  /** More than nothing came in. */
  readonly amount: bigint;
}

/** What a participant spent, or would have the conference spend. */
export interface Expense {
  /** From 1. */
  readonly number: number;
  readonly by: OrganisationId;
  readonly words: string;
  readonly currency: Currency;
  readonly amount: Minor;
  readonly fund: number | null;
  readonly payee: Giver;
  readonly receipts: readonly KeptFile[];
  readonly on: Mark;
  /** What was paid of it so far, and by which transactions. */
  readonly paid: bigint;
  readonly payments: readonly number[];
  readonly withdrawn: Mark | null;
}

/** What a participant means to pay, as it said last. */
export interface Pledge {
  /** From 1. */
  readonly number: number;
  readonly by: OrganisationId;
  readonly currency: Currency;
  /** Each time. */
  readonly amount: Minor;
  readonly every: 'once' | 'month' | 'year';
  readonly fund: number | null;
  readonly until: Day | null;
  /** When it was said first, and last. */
  readonly on: Mark;
  readonly said: Mark;
  readonly withdrawn: Mark | null;
}

/** What a participant found in the books of a period. */
export interface Finding {
  /** From 1, of this period. */
  readonly number: number;
  readonly by: OrganisationId;
  readonly result: 'in-order' | 'in-order-but' | 'not-in-order';
  readonly words: string | null;
  readonly on: Mark;
  /** By which it was told to the others. */
  readonly circulation: number;
}

/** A stretch of months that was closed: nothing is recorded in it any more. */
export interface Period {
  /** From 1. */
  readonly number: number;
  readonly from: Month;
  /** The last month. */
  readonly through: Month;
  readonly by: OrganisationId;
  readonly on: Mark;
  /** What assets and funds held at its end. */
  readonly balances: readonly Omit<Total, 'fund'>[];
  /** What participants found in it, the first first. One that finds anew stands by its last. */
  readonly findings: readonly Finding[];
}

export interface Means {
  readonly accounts: readonly Account[];
  readonly transactions: readonly Transaction[];
  readonly periods: readonly Period[];
  /** What was recorded in each month, kept so that a statement need not go through its transactions; by account, fund and currency. */
  readonly months: ReadonlyMap<Month, ReadonlyMap<string, Total>>;
  /** What came in each month, by whose it was, account and currency. */
  readonly received: ReadonlyMap<Month, ReadonlyMap<string, Received>>;
  /** By number, from 1. */
  readonly pledges: readonly Pledge[];
  /** Those of each that stand, by number. */
  readonly pledgesOf: ReadonlyMap<OrganisationId, readonly number[]>;
  /** By number, from 1; and the numbers of those that are neither paid nor withdrawn. */
  readonly expenses: readonly Expense[];
  readonly openExpenses: readonly number[];
  /** Who kept the books when anything was recorded in each month, or when it was closed. */
  readonly keepers: ReadonlyMap<Month, ReadonlySet<OrganisationId>>;
  /** The currencies that anything was recorded in. */
  readonly currencies: ReadonlySet<Currency>;
  /** Who keeps the books: the number of the last mandate to; `null`: none was given yet. */
  readonly mandate: number | null;
}

export const noMeans = (): Means => ({
  accounts: [],
  transactions: [],
  periods: [],
  months: new Map(),
  received: new Map(),
  pledges: [],
  pledgesOf: new Map(),
  expenses: [],
  openExpenses: [],
  keepers: new Map(),
  currencies: new Set(),
  mandate: null,
});
