import { z } from 'zod';
import type { Brand } from './brand.ts';

/**
 * Currencies and their minor units: ISO 4217, list one of 25 June 2024, without metals, funds of accounts and codes for testing, and with XCG of amendment 176. A code is never taken
 * out again, nor are its digits changed: books hold amounts in currencies that are no more.
 */

/** An alphabetic code of ISO 4217. */
export type Currency = Brand<string, 'Currency'>;

const BY_DIGITS: readonly string[] = [
  'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  '',
  'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY COP COU CRC CUC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG',
  'BHD IQD JOD KWD LYD OMR TND',
  'CLF UYW',
];

const DIGITS: ReadonlyMap<string, number> = new Map(
  BY_DIGITS.flatMap((codes, digits) => codes.split(' ').map((code) => [code, digits] as const)).filter(
    ([code]) => code !== '',
  ),
);

/** All codes, in the order of their letters. */
export const CURRENCIES: readonly Currency[] = ([...DIGITS.keys()] as Currency[]).toSorted((a, b) => (a < b ? -1 : 1));

export const isCurrency = (code: string): code is Currency => DIGITS.has(code);

/** How many decimal digits its minor unit has: 2 of EUR, 0 of JPY. */
export const digitsOf = (currency: Currency): number => DIGITS.get(currency) ?? 0;

export const currencySchema = z
  .string()
  .regex(/^[A-Z]{3}$/u, { error: 'not-a-currency' })
  .refine(isCurrency, { error: 'not-a-currency' });
