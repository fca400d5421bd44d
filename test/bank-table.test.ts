import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { utf8 } from '../src/base/bytes.ts';
import type { Currency } from '../src/base/currency.ts';
import { decimalOf } from '../src/base/money.ts';
import { dayOf, instant } from '../src/base/time.ts';
import type { BankStatement } from '../src/conference/books/bank.ts';
import { readBankFile } from '../src/press/bank/read.ts';

/** Statements of a bank as tables: what can be read in one way is read to the cent, and what can be read in two is refused. */

const EUR = 'EUR' as Currency;

const read = (file: string, currency = EUR): BankStatement | null => {
  const found = readBankFile(utf8(file), currency);
  assert.ok(found.ok, JSON.stringify(found.ok ? null : found.error));
  return found.value[0] ?? null;
};

const faultOf = (file: string, currency = EUR): string => {
  const found = readBankFile(utf8(file), currency);
  return found.ok ? 'none' : found.error.kind === 'line' ? `${found.error.kind} ${found.error.what}` : found.error.kind;
};

const lines = (statement: BankStatement | null) =>
  statement?.lines.map(({ day, amount, name, words }) => [day, amount, name, words]) ?? [];

describe('a table of a bank', () => {
  it('is read below whatever stands above its headings, in the words of several languages', () => {
    const german = `Konto;DE123;;;\n;;;;\nBuchungstag;Begünstigter/Zahlungspflichtiger;Verwendungszweck;Betrag;Saldo nach Buchung
31.03.2026;"Müller; Söhne";"Beitrag ""2026""";1.250,50;1.250,50
01.04.2026;Bank;Gebühr;-3,90;1.246,60\n;;Summe;1.246,60;\n`;
    const found = read(german);
    assert.deepEqual(lines(found), [
      ['2026-03-31', 125_050n, 'Müller; Söhne', 'Beitrag "2026"'],
      ['2026-04-01', -390n, 'Bank', 'Gebühr'],
    ]);
    assert.deepEqual(
      [found?.balances?.opening, found?.balances?.closing, found?.balances?.closes],
      [0n, 124_660n, '2026-04-01'],
    );
    const greek = 'Ημερομηνία\tΑιτιολογία\tΧρέωση\tΠίστωση\n5/3/2026\tέξοδα\t12,00\t\n31/3/2026\tεισφορά\t\t200,00\n';
    assert.deepEqual(lines(read(greek)), [
      ['2026-03-05', -1200n, null, 'έξοδα'],
      ['2026-03-31', 20_000n, null, 'εισφορά'],
    ]);
    assert.equal(read(greek)?.balances, null, 'without balances nobody has checked its sum');
  });

  it('is read from the newest line down, too, in the order of the days', () => {
    const down = read('Date,Amount,Balance\n2026-03-03,-1.00,4.00\n2026-03-02,5.00,5.00\n');
    assert.deepEqual(
      down?.lines.map(({ amount }) => amount),
      [500n, -100n],
    );
    assert.deepEqual([down?.balances?.opening, down?.balances?.closing], [0n, 400n]);
  });

  it('is refused where a day or an amount can be read in two ways, or its balances do not follow', () => {
    assert.equal(faultOf('Date,Amount\n03/04/2026,1\n05/06/2026,2\n'), 'which-day');
    assert.equal(faultOf('Date,Amount\n13/04/2026,1\n05/16/2026,2\n'), 'which-day');
    assert.equal(faultOf('Date;Amount\n2026-01-02;1,234\n', 'KWD' as Currency), 'line amount');
    assert.equal(faultOf('Date;Amount\n2026-01-02;1,2345\n'), 'line amount');
    assert.equal(faultOf('Date;Amount;Balance\n2026-01-02;1,00;1,00\n2026-01-03;1,00;3,00\n'), 'balance-breaks');
    assert.equal(faultOf('Date;Amount;Currency\n2026-01-02;1,00;USD\n'), 'line currency');
    assert.equal(faultOf('Date;Amount\n2026-02-30;1,00\n'), 'line day');
    assert.equal(faultOf('When;How much\n2026-01-02;1,00\n'), 'no-columns');
    assert.equal(faultOf('Date;Amount\n'), 'nothing-booked');
    assert.equal(faultOf('Date;"Amount\n'), 'unknown-format');
  });

  it('has the same lines under the same names however it writes them', () => {
    const amounts = fc.array(
      fc.integer({ min: -1e13, max: 1e13 }).filter((n) => n !== 0),
      { minLength: 1, maxLength: 20 },
    );
    const style = fc.record({
      comma: fc.boolean(),
      grouped: fc.boolean(),
      down: fc.boolean(),
      balances: fc.boolean(),
      opening: fc.integer({ min: -1e10, max: 1e10 }),
    });
    fc.assert(
      fc.property(amounts, style, (list, { comma, grouped, down, balances, opening }) => {
        const written = (units: number): string => {
          const [whole = '', part = ''] = decimalOf(units, EUR).split('.');
          const shown = grouped ? whole.replaceAll(/\B(?=(\d{3})+$)/gu, comma ? '.' : ',') : whole;
          return `${shown}${comma ? ',' : '.'}${part}`;
        };
        let held = opening;
        const rows = list.map((amount, i) => {
          held += amount;
          const day = dayOf(instant(Date.UTC(2026, 0, 1 + i)));
          return `${day};"${written(amount)}";${balances ? `"${written(held)}"` : ''}`;
        });
        const found = read(`Date;Amount;Balance\n${(down && balances ? rows.toReversed() : rows).join('\n')}`);
        assert.deepEqual(
          found?.lines.map(({ amount }) => amount),
          list.map(BigInt),
        );
        if (balances)
          assert.deepEqual([found?.balances?.opening, found?.balances?.closing], [BigInt(opening), BigInt(held)]);
      }),
      { numRuns: process.env['LONG'] === undefined ? 100 : 3000 },
    );
  });
});
