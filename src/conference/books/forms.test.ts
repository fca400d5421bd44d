import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, suite, test } from 'node:test';
import * as fc from 'fast-check';
import type { OrganisationId } from '../../base/ids.ts';
import { act } from '../../charter/spec/acts.ts';
import {
  BANK,
  DINARS,
  FLOOD,
  FUND,
  GIVEN,
  SPENT,
  books,
  given as gives,
  line,
  recorded,
  spent,
  takenBack,
} from '../../charter/spec/means.ts';
import { play, runArbitrary } from '../../charter/spec/moves.test.ts';
import { type Step, given } from '../../charter/spec/spec.ts';
import type { State } from '../../charter/state.ts';
import { createReader } from '../reading/reader.ts';
import { BEANCOUNT } from './beancount.ts';
import { CSV } from './csv.ts';
import { type BooksForm, piecesOf } from './entries.ts';
import { HLEDGER } from './hledger.ts';

/**
 * The books as other programs take them: hledger's and Beancount's own checkers read them. Where these are not on the machine (Debian: `apt-get install hledger beancount`), what needs them is skipped,
 * and says so.
 */

const folder = mkdtempSync(join(tmpdir(), 'isonomia-books-'));
after(() => rmSync(folder, { recursive: true }));

const has = (tool: string): boolean => spawnSync(tool, ['--version']).status === 0;
const without = (tool: string): { readonly skip: string | false } => ({
  skip: has(tool) ? false : `NOT CHECKED: ${tool} is not on this machine`,
});

const four = ['ada', 'bor', 'cvet', 'dora'];

const written = (state: State, form: BooksForm): string => {
  const id = state.participants[0] ?? ('ada' as OrganisationId);
  return [
    ...piecesOf(form, createReader(state, { kind: 'organisation', id }), 'A “conference”; of rivers | "all"'),
  ].join('');
};

/** What a checker says of the books; nothing: it takes them. */
const complaints = (state: State, tool: 'hledger' | 'bean-check'): string => {
  const isHledger = tool === 'hledger';
  const path = join(folder, isHledger ? 'books.journal' : 'books.beancount');
  writeFileSync(path, written(state, isHledger ? HLEDGER : BEANCOUNT));
  const { status, stdout, stderr } = isHledger
    ? spawnSync('hledger', ['-f', path, 'check', '-s'], { encoding: 'utf8', env: { ...process.env, LANG: 'C.UTF-8' } })
    : spawnSync('bean-check', [path], { encoding: 'utf8', env: { ...process.env, LANG: 'C.UTF-8' } });
  return status === 0 ? '' : `${stdout}${stderr}` || `status ${status}`;
};

/** Names and words that mean something to the programs, or look as if they did. */
const HOSTILE = [
  'Bank: of "A"; | of B \\ (C) [D] {E} @ 5 EUR',
  '  two  spaces'.trim(),
  '; a comment',
  '* 2026-01-01 open',
  'Τράπεζα Ηπείρου και Αʹ',
  'Моравска банка',
  'é̂ stacked',
  '🌊 flood',
  '=SUM(A1:A9)',
  '---',
  '日本銀行',
] as const;

const hostile: Step = (world) => {
  let refusal = books(four)(world);
  for (const [i, name] of HOSTILE.entries()) {
    const kind = (['asset', 'fund', 'income', 'expense'] as const)[i % 4] ?? 'fund';
    const currency = kind === 'asset' ? (['JPY', 'KWD', 'CLF'][i % 3] ?? 'JPY') : null;
    refusal ??= act('account.open', 'bor', { kind, name, purpose: null, currency })(world);
    refusal ??= gives('bor', 'cvet', 100, { booked: [{ account: BANK, reference: name }] })(world);
  }
  return refusal;
};

const change = recorded('bor', [line(BANK, -10_000), line(DINARS, 1_171_825, null, 'RSD')], {
  words: 'Changed; at the bank | "Moravska"',
  conversions: [
    {
      fund: FUND,
      from: { currency: 'EUR', amount: 10_000 },
      to: { currency: 'RSD', amount: 1_171_825 },
      rate: '117.1825',
      day: '2026-02-09',
      source: 'National Bank; of "Serbia"',
    },
  ],
});

const full = (): State =>
  given(
    hostile,
    gives('bor', 'cvet', 20_000, { words: HOSTILE[0] }),
    ...HOSTILE.map((words) =>
      recorded('bor', [line(BANK, 7), line(GIVEN, -7, FLOOD)], { words, giver: { kind: 'outside', name: words } }),
    ),
    change,
    spent('bor', 501),
    takenBack('bor', 1),
    recorded('bor', [line(FUND, 5), line(FLOOD, -5)]),
    recorded('bor', [line(SPENT, 3, FLOOD), line(SPENT, -3, FUND), line(FUND, 2), line(FLOOD, -2)]),
  ).state;

for (const tool of ['hledger', 'bean-check'] as const)
  suite(`${tool} takes the books`, () => {
    test('whatever accounts and transactions are called', without(tool), () => {
      assert.equal(complaints(full(), tool), '');
    });

    test('before anything is recorded', without(tool), () => {
      assert.equal(complaints(given(books(four)).state, tool), '');
    });

    test('of random conferences', without(tool), () => {
      fc.assert(
        fc.property(runArbitrary, (run) => {
          const { state } = play(run, four.concat('eli', 'fani', 'goran', 'hera'));
          if (state.participants.length > 0) assert.equal(complaints(state, tool), '');
        }),
        { numRuns: process.env['LONG'] === '1' ? 100 : 4 },
      );
    });
  });

test('hledger finds in them what the books hold', without('hledger'), () => {
  const state = full();
  const path = join(folder, 'balances.journal');
  writeFileSync(path, written(state, HLEDGER));
  const { stdout } = spawnSync('hledger', ['-f', path, 'balance', 'Assets:1', '-N', '--flat'], {
    encoding: 'utf8',
    env: { ...process.env, LANG: 'C.UTF-8' },
  });
  const held = state.means.accounts[BANK - 1]?.balances.get('EUR' as never) ?? 0n;
  assert.match(stdout, new RegExp(`^ *${Number(held) / 100} EUR`, 'u'));
});

test('the books are written some lines at a time, so that nobody waits for all of them', () => {
  const postings = [line(BANK, 24), ...Array.from({ length: 24 }, () => line(GIVEN, -1, FUND))];
  const { state } = given(books(four), ...Array.from({ length: 200 }, () => recorded('bor', postings)));
  const id = state.participants[0] ?? ('ada' as OrganisationId);
  const pieces = [...piecesOf(CSV, createReader(state, { kind: 'organisation', id }), 'A conference')];
  const lines = pieces.map((piece) => piece.split('\r\n').length - 1);
  assert.equal(
    lines.reduce((sum, one) => sum + one, 0),
    1 + 200 * 25,
  );
  assert.ok(Math.max(...lines) <= 1000 + 50);
});

suite('the books as CSV', () => {
  test('are a row for each posting, with amounts that a spreadsheet adds up', () => {
    const rows = written(
      given(books(four), gives('bor', 'cvet', 20_000, { booked: [{ account: BANK, reference: 'BK-1' }] })).state,
      CSV,
    ).split('\r\n');
    assert.match(rows[1] ?? '', /^1,\d{4}-\d\d-\d\d,As agreed,cvet,asset,Bank,,200\.00,EUR,,,BK-1$/u);
    assert.match(rows[2] ?? '', /^1,\d{4}-\d\d-\d\d,As agreed,cvet,income,Contributions,General,-200\.00,EUR,,,$/u);
  });

  test('hold nothing that a spreadsheet would run', () => {
    const cells = written(full(), CSV).split(/,|\r\n/u);
    assert.deepEqual(
      cells.filter((one) => /^"?[=+@\t\r-]/u.test(one) && !/^-\d+(\.\d+)?$/u.test(one)),
      [],
    );
  });
});
