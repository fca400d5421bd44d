import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as fc from 'fast-check';
import { DAY } from '../../base/time.ts';
import { act, leave } from '../spec/acts.ts';
import {
  BANK,
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
} from '../spec/means.ts';
import { play, runArbitrary } from '../spec/moves.test.ts';
import { type Step, all, given, snapshot, wait } from '../spec/spec.ts';
import { erase } from '../spec/meetings.ts';
import { type Attempt, fakeHash } from '../spec/world.ts';
import type { BodyOf } from '../acts.ts';
import type { State } from '../state.ts';
import { independenceOf } from './independence.ts';
import { monthAt, monthLater, openFrom } from './months.ts';
import type { Month } from './state.ts';
import { statementOf } from './statement.ts';

const four = ['ada', 'bor', 'cvet', 'dora'];
const [JANUARY, JUNE, DECEMBER] = ['2026-01', '2026-06', '2026-12'] as readonly string[] as readonly [
  Month,
  Month,
  Month,
];

/** Recorded over two years, with periods closed between. */
const years: Step = all(
  books(four),
  gives('bor', 'cvet', 20_000, { day: '2026-01-05' }),
  wait(200 * DAY),
  gives('bor', 'dora', 10_000, { day: '2026-05-06' }),
  spent('bor', 7000, { day: '2026-06-30' }),
  act('period.close', 'bor', { through: '2026-06' }),
  wait(250 * DAY),
  recorded('bor', [line(BANK, 5000), line(GIVEN, -5000, FLOOD)], {
    day: '2026-08-01',
    giver: { kind: 'outside', name: null },
  }),
  takenBack('bor', 2),
);

const lineIn = (state: State, from: Month, through: Month, account: number, fund: number | null = null) => {
  const found = statementOf(state, from, through, fund).lines.find((one) => one.account === account);
  return found === undefined ? null : [found.before, found.change, found.after];
};

suite('12 a statement of the books', () => {
  const { state } = given(years);

  test('says what there was before, what came in and went out, and what there was after', () => {
    assert.deepEqual(lineIn(state, JANUARY, JUNE, BANK), [0n, 23_000n, 23_000n]);
    assert.deepEqual(lineIn(state, JANUARY, JUNE, GIVEN), [0n, -30_000n, 0n]);
    assert.deepEqual(lineIn(state, JANUARY, JUNE, SPENT), [0n, 7000n, 0n]);
    assert.deepEqual(lineIn(state, '2026-07' as Month, DECEMBER, BANK), [23_000n, 5000n, 28_000n]);
    assert.deepEqual(lineIn(state, '2026-02' as Month, '2026-05' as Month, FUND), [-20_000n, -10_000n, -30_000n]);
  });

  test('of one fund holds what is its own, wherever it was posted', () => {
    assert.deepEqual(lineIn(state, JANUARY, DECEMBER, FLOOD, FLOOD), [0n, -5000n, -5000n]);
    assert.deepEqual(lineIn(state, JANUARY, DECEMBER, GIVEN, FLOOD), [0n, -5000n, 0n]);
    assert.equal(lineIn(state, JANUARY, DECEMBER, BANK, FLOOD), null);
  });

  test('over all months ends with what every account holds now, wherever periods were closed', () => {
    fc.assert(
      fc.property(runArbitrary, (run) => {
        const { state: played } = play(run, four.concat('eli', 'fani', 'goran', 'hera'));
        if (played.charter === null || played.founded === null) return;
        const first = played.means.periods[0]?.from ?? openFrom(played);
        const { lines } = statementOf(played, first, monthLater(monthAt(played.time), 1));
        for (const { account, currency, before, after } of lines) {
          const { kind, balances } = played.means.accounts[account - 1] ?? assert.fail();
          assert.equal(before, 0n);
          if (kind === 'asset' || kind === 'fund') assert.equal(after, balances.get(currency) ?? 0n);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('is the same when receipts are erased', () => {
    const receipts = [{ name: 'bill.pdf', type: 'application/pdf', hash: fakeHash('a bill') }];
    const before = given(years, spent('bor', 50, { receipts }));
    const stated = snapshot(statementOf(before.state, JANUARY, '2027-12' as Month));
    const { state: after } = given(years, spent('bor', 50, { receipts }), erase('bor', 'a bill'));
    assert.notEqual(after.attachments.get(fakeHash('a bill'))?.erased, null);
    assert.equal(snapshot(statementOf(after, JANUARY, '2027-12' as Month)), stated);
  });
});

suite('12.2 what the conference lives on', () => {
  test('is told for each currency by itself, in the usual order, with the share from outside', () => {
    const [euros, ...others] = independenceOf(given(years).state, JANUARY, DECEMBER);
    assert.deepEqual(others, []);
    assert.deepEqual(
      euros?.parts.map(({ giver, organisation, amount, share }) => [giver, organisation, amount, share]),
      [
        ['organisation', 'cvet', 20_000n, 571],
        ['organisation', 'dora', 10_000n, 285],
        ['outside', null, 5000n, 142],
      ],
    );
    assert.deepEqual([euros?.largest, euros?.outside, euros?.income, euros?.expenses], [571, 142, 35_000n, 7000n]);
  });

  test('leaves out what was taken back', () => {
    const [euros] = independenceOf(given(years).state, JANUARY, '2027-12' as Month);
    assert.deepEqual(
      euros?.parts.map(({ organisation }) => organisation),
      ['cvet', null],
    );
  });
});

/** The same attempt where one gives so many times as much. */
const multiplied = (attempt: Attempt, giver: string, times: number): Attempt => {
  if (attempt.kind !== 'transaction.record') return attempt;
  const body = attempt.body as BodyOf<'transaction.record'>;
  if (body.giver?.kind !== 'organisation' || body.giver.organisation !== giver) return attempt;
  const postings = body.postings.map((one) => ({ ...one, amount: one.amount * times }));
  return { ...attempt, body: { ...body, postings } };
};

suite('3.1 no rule asks what anybody pays', () => {
  /** All that there is but the books. */
  const besides = (state: State): string => {
    const { means: _means, acts: _acts, conference: _conference, consequences, keys: _keys, ...rest } = state;
    return snapshot({ ...rest, consequences: consequences.filter(({ resource }) => resource !== 'means') })
      .replaceAll(/"act":"[\w-]{43}"/gu, '"act":"…"')
      .replaceAll(/"hash":"[\w-]{43}"/gu, '"hash":"…"');
  };

  test('whatever one pays, however often more than another, nothing else comes out otherwise', () => {
    fc.assert(
      fc.property(runArbitrary, fc.integer({ min: 2, max: 1_000_000 }), (run, times) => {
        const names = four.concat('eli', 'fani', 'goran', 'hera');
        const results: (string | null)[][] = [[], []];
        const worlds = [1, times].map((factor, i) =>
          play(run, names, {
            altered: (attempt) => multiplied(attempt, 'cvet', factor),
            sent: (_world, { kind }, refusal) => results[i]?.push(`${kind} ${refusal?.kind ?? ''}`),
          }),
        );
        assert.deepEqual(results[1], results[0]);
        assert.equal(besides(worlds[1]?.state ?? assert.fail()), besides(worlds[0]?.state ?? assert.fail()));
      }),
      { numRuns: 40 },
    );
  });

  test('who leaves is no sooner or later gone for what it gave', () => {
    for (const amount of [1, 9_000_000]) {
      const { state } = given(books(four), gives('bor', 'cvet', amount), leave('cvet'));
      assert.equal(state.organisations.get('cvet' as never)?.standing.kind, 'former');
    }
  });
});
