import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { utf8 } from '../src/base/bytes.ts';
import type { Currency } from '../src/base/currency.ts';
import { dayOf, instant } from '../src/base/time.ts';
import { BANK_LIMITS, type BankFault, type BankStatement } from '../src/conference/books/bank.ts';
import { readBankFile } from '../src/press/bank/read.ts';
import { type Statement, type Written, camtOf } from './kit/camt.ts';

/** Statements of a bank in camt.053: read to the cent, or not at all. */

const EUR = 'EUR' as Currency;

const read = (file: string): readonly BankStatement[] => {
  const found = readBankFile(utf8(file), EUR);
  assert.ok(found.ok, JSON.stringify(found.ok ? null : found.error));
  return found.value;
};

const faultOf = (file: string | Uint8Array<ArrayBuffer>): BankFault['kind'] | null => {
  const found = readBankFile(typeof file === 'string' ? utf8(file) : file, EUR);
  return found.ok ? null : found.error.kind;
};

const line = (amount: number, more: Partial<Written> = {}): Written => ({ day: '2026-03-02', amount, ...more });

const day = fc.integer({ min: 0, max: 400 }).map((n) => dayOf(instant(Date.UTC(2026, 0, 1) + n * 86_400_000)));
const lines = fc.array(
  fc.record(
    {
      day,
      amount: fc
        .oneof(fc.integer({ min: -9e14, max: 9e14 }), fc.integer({ min: -500, max: 500 }))
        .filter((n) => n !== 0),
      reference: fc.stringMatching(/^[A-Z0-9/-]{1,35}$/u),
      name: fc.string({ unit: 'grapheme', maxLength: 70 }).filter((text) => !/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u.test(text)),
      status: fc.constantFrom('BOOK' as const, 'PDNG' as const),
    },
    { requiredKeys: ['day', 'amount'] },
  ),
  { maxLength: 20 },
);
const statements: fc.Arbitrary<Statement> = fc.record({
  version: fc.constantFrom('02' as const, '04' as const, '08' as const, '13' as const),
  currency: fc.constantFrom('EUR', 'JPY', 'KWD', 'RSD'),
  opening: fc.integer({ min: -1e12, max: 1e12 }),
  lines,
});

describe('a bank statement', () => {
  it('is read to the minor unit, in every version and currency', () => {
    fc.assert(
      fc.property(statements, (written) => {
        const [found, ...more] = read(camtOf(written));
        assert.ok(found !== undefined && more.length === 0);
        const booked = written.lines.filter(({ status }) => status !== 'PDNG');
        assert.deepEqual(
          found.lines.map(({ amount, day: on }) => [amount, on]),
          booked.map(({ amount, day: on }) => [BigInt(amount), on]),
        );
        assert.equal(new Set(found.lines.map(({ reference }) => reference)).size, booked.length, 'each has a name');
        assert.equal(found.pending, written.lines.length - booked.length);
        const again = read(camtOf({ ...written, id: 'another' }))[0];
        assert.deepEqual(again?.lines, found.lines, 'the same lines have the same names in another file');
      }),
      { numRuns: process.env['LONG'] === undefined ? 60 : 2000 },
    );
  });

  it('is refused where it contradicts itself by one minor unit', () => {
    fc.assert(
      fc.property(statements, fc.constantFrom(-1, 1), (written, off) => {
        const sum = written.lines.reduce(
          (total, { amount, status }) => (status === 'PDNG' ? total : total + amount),
          0,
        );
        const closing = written.opening + sum + off;
        fc.pre(Number.isSafeInteger(closing));
        assert.equal(faultOf(camtOf({ ...written, closing })), 'unbalanced');
      }),
      { numRuns: 40 },
    );
  });

  it('says who is on the other side and what for, from either place where versions keep a name', () => {
    for (const version of ['02', '08'] as const) {
      const [found] = read(
        camtOf({
          version,
          opening: 0,
          lines: [line(500, { reference: 'A1', name: 'Δίκτυο & Co <b>', words: 'για  το ποτάμι' })],
        }),
      );
      assert.deepEqual(
        found?.lines.map(({ reference, name, words }) => [reference, name, words]),
        [['2026-03-02 A1', 'Δίκτυο & Co <b>', 'για το ποτάμι']],
      );
    }
  });

  it('parts a batch into what it is made of, where that comes to the same, and takes it as one where not', () => {
    const of = (details: readonly number[]) =>
      read(camtOf({ opening: 0, lines: [line(1000, { reference: 'B', details })] }))[0]?.lines.map(
        ({ amount, reference }) => [amount, reference],
      );
    assert.deepEqual(of([600, 500, -100]), [
      [600n, '2026-03-02 B/1'],
      [500n, '2026-03-02 B/2'],
      [-100n, '2026-03-02 B/3'],
    ]);
    assert.deepEqual(of([600, 500]), [[1000n, '2026-03-02 B']]);
  });

  it('leaves out a line that stands there twice only where that alone makes it come right', () => {
    const twice = [line(500, { reference: 'A' }), line(500, { reference: 'A' })];
    const [meant] = read(camtOf({ opening: 0, lines: twice }));
    assert.deepEqual([meant?.lines.length, meant?.doubled], [2, 0]);
    const [slip] = read(camtOf({ opening: 0, closing: 500, lines: twice }));
    assert.deepEqual([slip?.lines.length, slip?.doubled], [1, 1]);
    const fee = [line(500, { reference: 'A' }), line(-3, { reference: 'A', words: 'Fee' })];
    assert.deepEqual(
      read(camtOf({ opening: 0, lines: fee }))[0]?.lines.map(({ reference }) => reference),
      ['2026-03-02 A', '2026-03-02 A (2)'],
    );
    const once: Statement = { opening: 0, lines: [line(500)] };
    assert.equal(read(camtOf(once, once)).length, 1, 'a statement that the bank sends twice');
  });

  it('names what comes again on another day, or in another statement of the file, by another name', () => {
    const monthly = (day: string, id: string): Statement => ({
      id,
      opening: 0,
      lines: [line(500, { day, reference: 'RENT' })],
    });
    const references = (...statements: readonly Statement[]) =>
      read(camtOf(...statements)).flatMap(({ lines: all }) => all.map(({ reference }) => reference));
    assert.deepEqual(references(monthly('2026-03-02', 'S-1'), monthly('2026-04-02', 'S-2')), [
      '2026-03-02 RENT',
      '2026-04-02 RENT',
    ]);
    assert.deepEqual(references(monthly('2026-03-02', 'S-1'), monthly('2026-03-02', 'S-2')), [
      '2026-03-02 RENT',
      '2026-03-02 RENT (2)',
    ]);
  });

  it('keeps the sign of a reversal as the bank booked it', () => {
    const [found] = read(camtOf({ opening: 500, lines: [line(-500, { reversal: true })] }));
    assert.deepEqual(
      found?.lines.map(({ amount, reversal }) => [amount, reversal]),
      [[-500n, true]],
    );
  });
});

describe('a file that lies or is broken', () => {
  const good = camtOf({ opening: 0, lines: [line(500, { reference: 'A' })] });

  it('brings no entities, and nests no deeper than it may', () => {
    const bomb = good.replace(
      '\n',
      '\n<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>',
    );
    assert.equal(faultOf(bomb), 'hostile');
    assert.equal(faultOf(`<?xml version="1.0"?>${'<a>'.repeat(5000)}`), 'hostile');
    assert.equal(faultOf(new Uint8Array(BANK_LIMITS.bytes + 1)), 'too-large');
    assert.equal(faultOf(good.replace('</Stmt>', `${'<Ntry/>'.repeat(10)}</Stmt>`)), 'line');
  });

  it('is told where it is wrong', () => {
    assert.equal(faultOf(good.replace('EUR', 'XXX').replace('<Ccy>EUR', '<Ccy>XXX')), 'no-currency');
    assert.equal(faultOf(good.replace('<Ntry><Amt Ccy="EUR">', '<Ntry><Amt Ccy="USD">')), 'line');
    assert.equal(
      faultOf(
        good.replace('5.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>', '5.001</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>'),
      ),
      'line',
    );
    assert.equal(faultOf(good.replaceAll('BkToCstmrStmt', 'BkToCstmrDbtCdtNtfctn')), 'unknown-format');
    for (const other of ['', 'PK\u0000\u0004', '<html></html>']) assert.equal(faultOf(other), 'unknown-format', other);
    assert.equal(faultOf(good.slice(0, -30)), 'damaged');
  });

  it('is read in the encodings that banks write', () => {
    const named = camtOf({ opening: 0, lines: [line(500, { name: 'Müller' })] }).replace('UTF-8', 'ISO-8859-1');
    const found = readBankFile(new Uint8Array(Buffer.from(named, 'latin1')), EUR);
    assert.equal(found.ok && found.value[0]?.lines[0]?.name, 'Müller');
    const wide = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from(named.replace('ISO-8859-1', 'UTF-16'), 'utf16le'),
    ]);
    const other = readBankFile(new Uint8Array(wide), EUR);
    assert.equal(other.ok && other.value[0]?.lines[0]?.name, 'Müller');
  });

  it('whatever byte of it is changed ends in an answer, and never in other sums', () => {
    const bytes = utf8(camtOf({ opening: 100, lines: [line(500, { reference: 'A' }), line(-20, { reference: 'B' })] }));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: bytes.length - 1 }), fc.integer({ min: 0, max: 255 }), (at, value) => {
        const changed = bytes.slice();
        changed[at] = value;
        const found = readBankFile(changed, EUR);
        if (!found.ok) return;
        for (const { balances, lines: all } of found.value)
          if (balances !== null)
            assert.equal(
              all.reduce((sum, { amount }) => sum + amount, balances.opening),
              balances.closing,
            );
      }),
      { numRuns: process.env['LONG'] === undefined ? 300 : 20_000 },
    );
  });
});
