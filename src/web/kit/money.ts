import { type Currency, digitsOf } from '../../base/currency.ts';
import { memoise } from '../../base/memo.ts';
import { decimalOf } from '../../base/money.ts';
import { type Day, startOf } from '../../base/time.ts';
import type { SiteContext } from './context.ts';
import { dayText } from './words.ts';

/** Money and days of the books, as the reader's language writes them. */

type Speaking = Pick<SiteContext, 'language'>;

/** `1,234.50 EUR`: the code, for a sign stands for more than one currency. Exact, however large. */
export const moneyText = ({ language }: Speaking, units: number | bigint, currency: Currency): string =>
  // A dash of its own width, as it stands in print.
  `${format(`${language} ${digitsOf(currency)}`).format(decimalOf(units, currency) as Intl.StringNumericLiteral)}\u00a0${currency}`.replace(
    '-',
    '−',
  );

/** The same with a sign, of what comes in and goes out. */
export const signedText = (context: Speaking, units: number | bigint, currency: Currency): string =>
  `${units > 0 ? '+' : ''}${moneyText(context, units, currency)}`;

const format = memoise(100, (key) => {
  const [language = 'en', digits = '2'] = key.split(' ');
  const options = { minimumFractionDigits: Number(digits), maximumFractionDigits: Number(digits) };
  return new Intl.NumberFormat(language === 'en' ? 'en-GB' : language, options);
});

export const dayWords = (context: Speaking, day: Day): string => dayText(context, startOf(day));

/** What was typed as an amount: digits, and a point or a comma before the parts. `null`: it is none. */
export const typedDecimal = (typed: string): string | null => {
  const text = typed.replaceAll(/\s/gu, '').replace('−', '-').replace(',', '.');
  return /^-?\d{1,16}(?:\.\d{1,4})?$/u.test(text) ? text : null;
};
