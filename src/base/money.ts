import { z } from 'zod';
import type { Brand } from './brand.ts';
import { type Currency, digitsOf } from './currency.ts';

/**
 * Amounts of money. An act states one as an integer of minor units of its currency, which JSON carries exactly up to 2^53 − 1; sums of many have no such end, and are
 * kept as `bigint`. What is read is a decimal with as many digits as the currency has.
 */

/** An amount in minor units of some currency: a cent of EUR, a yen of JPY. */
export type Minor = Brand<number, 'Minor'>;

/** An amount in minor units as an act states it; never nothing. Of more than 2^53 − 1 either way no JSON is sure, and it is refused. */
export const minorSchema = z
  .int({ error: 'not-whole' })
  .refine((units) => units !== 0, { error: 'zero' })
  .transform((units) => units as Minor);

/** As much the other way. */
export const opposite = (units: Minor): Minor => (0 - units) as Minor;

/** The same of what can only be more than nothing. */
export const positiveSchema = z
  .int({ error: 'not-whole' })
  .min(1)
  .transform((units) => units as Minor);

/** How many units of a second currency are given for one of the first, as its source writes it: `117.1825`. */
export type Rate = Brand<string, 'Rate'>;

const RATE = /^(?:0|[1-9]\d{0,8})(?:\.\d{0,11}[1-9])?$/u;

export const rateSchema = z
  .string()
  .max(22)
  .regex(RATE, { error: 'not-a-rate' })
  .refine((text) => /[1-9]/u.test(text), { error: 'not-a-rate' })
  .transform((text) => text as Rate);

/** As a decimal with the currency's digits: `-1234.50`. */
export const decimalOf = (units: number | bigint, currency: Currency): string => {
  const digits = digitsOf(currency);
  const negative = units < 0;
  const text = `${negative ? -BigInt(units) : BigInt(units)}`.padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  return `${negative ? '-' : ''}${whole}${digits === 0 ? '' : `.${text.slice(-digits)}`}`;
};

/** What {@link decimalOf} writes, read again, with fewer digits after the point too; `null`: it is none, or has more digits than the currency. */
export const unitsOf = (decimal: string, currency: Currency): bigint | null => {
  const found = /^(-?)(\d{1,30})(?:\.(\d{1,10}))?$/u.exec(decimal);
  if (found === null) return null;
  const [, sign = '', whole = '', part = ''] = found;
  const digits = digitsOf(currency);
  if (part.length > digits) return null;
  const units = BigInt(whole + part.padEnd(digits, '0'));
  return sign === '-' ? -units : units;
};

interface Money {
  readonly currency: Currency;
  /** In minor units, more than nothing. */
  readonly amount: Minor;
}

/** Whether `to` is what `from` comes to at this rate, to within one minor unit of `to`: banks round up and down. */
export const isAtRate = (from: Money, to: Money, rate: Rate): boolean => {
  const [whole = '', part = ''] = rate.split('.');
  const [ratio, scale] = [BigInt(whole + part), 10n ** BigInt(part.length)];
  // amount·ratio/scale is in units of `from` of which one is 10^digits minor units; both sides are brought to the same whole number.
  const come = BigInt(from.amount) * ratio * 10n ** BigInt(digitsOf(to.currency));
  const unit = scale * 10n ** BigInt(digitsOf(from.currency));
  const off = BigInt(to.amount) * unit - come;
  return (off < 0n ? -off : off) < unit;
};
