import type { Bytes } from '../../base/bytes.ts';
import type { Currency } from '../../base/currency.ts';
import type { Result } from '../../base/result.ts';
import type { Day } from '../../base/time.ts';
import type { Asker } from '../work/turns.ts';

/** Statements of a bank, as their files say it: somebody's words, which prove nothing and name people. Nothing of them is kept; what the treasurer records of a line is an act. */

/** One line of a statement: what the bank booked. */
export interface BankLine {
  /** When it was booked. */
  readonly day: Day;
  /** In minor units: more than nothing came in. */
  readonly amount: bigint;
  /** What the bank calls it, or what stands for that: the same line has the same in every file that it comes in. */
  readonly reference: string;
  /** Who is on the other side; `null`: the file does not say. */
  readonly name: string | null;
  /** What for, as whoever paid has written it, and what the bank adds. */
  readonly words: string;
  /** Whether it turns an earlier one back. */
  readonly reversal: boolean;
}

/** What was booked on one account in one span of days. Opening and lines come to closing, or it was not read. */
export interface BankStatement {
  /** What the file calls the account: an IBAN, or the bank's own number; `null`: nothing. */
  readonly account: string | null;
  readonly currency: Currency;
  /** `null`: the file has no balances, so nobody has checked its sum. */
  readonly balances: {
    readonly opening: bigint;
    readonly opens: Day;
    readonly closing: bigint;
    readonly closes: Day;
  } | null;
  readonly lines: readonly BankLine[];
  /** Lines that were left out: those that are announced and not booked, and those that stand there twice. */
  readonly pending: number;
  readonly doubled: number;
}

/** Why a file is not read; nothing of it is taken in then. */
export type BankFault =
  | { readonly kind: 'unknown-format' | 'damaged' | 'hostile' | 'nothing-booked' }
  /** Of a table: no row of it has headings that are known for day and amount; its days could be read with the month first or the day; its balances do not follow from its lines. */
  | { readonly kind: 'no-columns' | 'which-day' | 'balance-breaks' }
  | { readonly kind: 'too-large'; readonly most: number }
  | { readonly kind: 'too-many-lines'; readonly most: number }
  /** The line of this number, from 1, has no amount, day or currency that can be. */
  | { readonly kind: 'line'; readonly number: number; readonly what: 'amount' | 'day' | 'currency' | 'direction' }
  | { readonly kind: 'no-currency'; readonly code: string }
  /** It is of an account in another currency than the one that it was given for. */
  | { readonly kind: 'other-currency'; readonly code: string }
  /** Opening and lines come to `reached`, as decimals. */
  | { readonly kind: 'unbalanced'; readonly opening: string; readonly reached: string; readonly closing: string }
  | { readonly kind: 'busy'; readonly retryAfter: number };

/** The most bytes of a file, and lines of it. */
export const BANK_LIMITS = { bytes: 8 * 1024 * 1024, lines: 5000 } as const;

export type BankRead = Result<readonly BankStatement[], BankFault>;

/** `currency`: of the account that it is given for; a table need not say it. */
export type ReadBank = (file: Bytes, currency: Currency, asker: Asker) => Promise<BankRead>;
