import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as fc from 'fast-check';
import { CURRENCIES, type Currency, currencySchema, digitsOf } from './currency.ts';
import {
  type Minor,
  type Rate,
  decimalOf,
  isAtRate,
  minorSchema,
  positiveSchema,
  rateSchema,
  unitsOf,
} from './money.ts';

const EUR = 'EUR' as Currency;
const JPY = 'JPY' as Currency;
const KWD = 'KWD' as Currency;

const currencies = fc.constantFrom(...CURRENCIES);

suite('amounts are whole numbers of minor units', () => {
  test('up to 2^53 − 1 either way, and no further', () => {
    for (const most of [Number.MAX_SAFE_INTEGER, -Number.MAX_SAFE_INTEGER]) {
      assert.equal(minorSchema.safeParse(most).success, true, `${most}`);
      assert.equal(minorSchema.safeParse(most + Math.sign(most)).success, false, `${most}`);
    }
    assert.equal(positiveSchema.safeParse(Number.MAX_SAFE_INTEGER).success, true);
    assert.equal(positiveSchema.safeParse(2 ** 53).success, false);
  });

  test('never nothing, a fraction, a text or no number', () => {
    for (const wrong of [0, -0, 0.5, 1e-9, Number.NaN, Infinity, '100', null, 10n])
      assert.equal(minorSchema.safeParse(wrong).success, false, `${wrong}`);
    assert.equal(positiveSchema.safeParse(-1).success, false);
  });

  test('read as decimals with the digits of their currency', () => {
    assert.equal(decimalOf(-123_450, EUR), '-1234.50');
    assert.equal(decimalOf(5, EUR), '0.05');
    assert.equal(decimalOf(1234, JPY), '1234');
    assert.equal(decimalOf(-1, KWD), '-0.001');
    assert.equal(decimalOf(10n ** 20n, EUR), '1000000000000000000.00');
  });

  test('and back, whatever the amount and the currency', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }), currencies, (units, currency) => {
        assert.equal(unitsOf(decimalOf(units, currency), currency), units);
      }),
    );
  });

  test('what has more digits than its currency is no amount', () => {
    assert.equal(unitsOf('1.5', EUR), 150n);
    for (const [wrong, currency] of [
      ['1.234', EUR],
      ['1.5', JPY],
      ['', EUR],
      ['1,5', EUR],
      ['1e3', EUR],
      ['.5', EUR],
    ] as const)
      assert.equal(unitsOf(wrong, currency), null, wrong);
  });
});

suite('currencies are those of ISO 4217', () => {
  test('with their digits, each once', () => {
    assert.equal(new Set(CURRENCIES).size, CURRENCIES.length);
    assert.deepEqual([EUR, JPY, KWD, 'CLF' as Currency].map(digitsOf), [2, 0, 3, 4]);
  });

  test('and no others: no metals, no code for tests, nothing in small letters', () => {
    for (const code of ['XXX', 'XTS', 'XAU', 'EURO', 'eur', 'ZZZ', 'DEM', ''])
      assert.equal(currencySchema.safeParse(code).success, false, code);
    assert.equal(currencySchema.safeParse('RSD').success, true);
  });
});

suite('a conversion is at its rate', () => {
  const at = (from: number, fromIn: Currency, to: number, toIn: Currency, rate: string): boolean =>
    isAtRate({ amount: from as Minor, currency: fromIn }, { amount: to as Minor, currency: toIn }, rate as Rate);

  test('to within one minor unit, over different digits', () => {
    assert.equal(at(10_000, EUR, 1_171_825, 'RSD' as Currency, '117.1825'), true);
    assert.equal(at(10_000, EUR, 1_171_826, 'RSD' as Currency, '117.1825'), false);
    // 1.00 EUR at 161.555 is 161.555 JPY: 161 and 162 are both what a bank may give.
    assert.deepEqual(
      [160, 161, 162, 163].map((yen) => at(100, EUR, yen, JPY, '161.555')),
      [false, true, true, false],
    );
    assert.equal(at(9_007_199_254_740_991, EUR, 9_007_199_254_740_990, EUR, '1'), false);
  });

  test('whatever is rounded up or down at a rate is at it', () => {
    const amounts = fc.integer({ min: 1, max: 10 ** 12 });
    const rates = fc.integer({ min: 1, max: 10 ** 6 });
    fc.assert(
      fc.property(amounts, currencies, currencies, rates, (from, fromIn, toIn, scaled) => {
        const exact =
          (BigInt(from) * BigInt(scaled) * 10n ** BigInt(digitsOf(toIn))) / 10n ** BigInt(3 + digitsOf(fromIn));
        if (exact < 1n || exact >= BigInt(Number.MAX_SAFE_INTEGER)) return;
        const rate = `${scaled / 1000}`;
        assert.equal(at(from, fromIn, Number(exact), toIn, rate), true);
        assert.equal(at(from, fromIn, Number(exact) + 2, toIn, rate), false);
      }),
    );
  });

  test('rates are decimals without ornament, more than nothing', () => {
    for (const right of ['1', '0.5', '117.1825', '999999999.000000000001'])
      assert.equal(rateSchema.safeParse(right).success, true, right);
    for (const wrong of ['0', '0.0', '01', '1.50', '1,5', '1e3', '-1', '.5', '1.', 'NaN', '1234567890'])
      assert.equal(rateSchema.safeParse(wrong).success, false, wrong);
  });
});
