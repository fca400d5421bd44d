import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { DAY } from '../../base/time.ts';
import { act, leave } from '../spec/acts.ts';
import { account, books, closed, finds, given as gives, keeper } from '../spec/means.ts';
import { agreed, sitting, slate } from '../spec/meetings.ts';
import { all, given, wait } from '../spec/spec.ts';
import { findingsNow, isAudited } from './audit.ts';
import type { Period } from './state.ts';

const four = ['ada', 'bor', 'cvet', 'dora'];

const periodOf = ({ state }: { readonly state: { readonly means: { readonly periods: readonly Period[] } } }): Period =>
  state.means.periods[0] ?? assert.fail();

suite('12 the books of a closed period are looked over', () => {
  test('by any participant that did not keep them, and by two to be looked over', () => {
    const one = given(closed, finds('cvet')).world;
    assert.equal(isAudited(periodOf(one)), false);
    const two = given(
      closed,
      finds('cvet'),
      finds('dora', { result: 'not-in-order', words: 'A receipt is missing.' }),
    ).world;
    assert.equal(isAudited(periodOf(two)), true, 'whatever they found');
    given(closed).when(finds('bor')).refused('12.1', 'own-books');
    given(closed)
      .when(finds('cvet', { period: 2 }))
      .refused('12.1', 'unknown', { thing: 'period', ref: '2' });
    given(books(['ada', 'bor', 'cvet', 'dora']))
      .when(finds('cvet'))
      .refused('12.1', 'unknown');
  });

  test('and not by whoever recorded in it, though another closed it', () => {
    const { world } = given(books(['ada', 'bor', 'cvet', 'dora']), gives('bor', 'cvet', 100), leave('bor'));
    assert.deepEqual([...(world.state.means.keepers.values().next().value ?? [])], ['bor']);
    given(closed, wait(DAY), gives('bor', 'dora', 100))
      .when(finds('bor'))
      .refused('12.1', 'own-books');
  });

  test('and by no member of the coordinating group where that kept them, whichever of them wrote it down', () => {
    const six = [...four, 'eli', 'fani'];
    const group = all(
      sitting(six),
      agreed('ada', slate(six.slice(0, 3), six.slice(3, 5))),
      agreed('ada', keeper(null)),
      account('ada', 'asset', 'Bank'),
      account('ada', 'fund', 'General'),
      account('ada', 'income', 'Contributions'),
      gives('ada', 'dora', 100),
      wait(60 * DAY),
      act('period.close', 'ada', { through: '2026-02' }),
    );
    for (const one of ['ada', 'bor', 'cvet']) given(group).when(finds(one)).refused('12.1', 'own-books');
    given(group, finds('fani'));
  });

  test('with words where anything is missing or wrong', () => {
    for (const result of ['in-order-but', 'not-in-order'])
      given(closed).when(finds('cvet', { result })).refused('12.1', 'bad-field', { field: 'words', why: 'missing' });
    given(closed, finds('cvet', { result: 'in-order-but', words: 'A receipt is missing.' }));
  });

  test('anew, where more was found: the last stands, and all are kept; and not without end', () => {
    const again = all(closed, finds('cvet', { result: 'not-in-order', words: 'Wrong.' }), finds('cvet'));
    const period = periodOf(given(again).world);
    assert.deepEqual(
      [period.findings.length, findingsNow(period).map(({ result }) => result), isAudited(period)],
      [2, ['in-order'], false],
    );
    const ten = all(closed, ...Array.from({ length: 10 }, () => finds('cvet')));
    given(ten).when(finds('cvet')).refused('12.1', 'limit', { what: 'own-findings' });
    given(ten, finds('dora'));
  });

  test('and everyone else is told', () => {
    const { state } = given(closed, finds('cvet')).world;
    const { circulation } = periodOf({ state }).findings[0] ?? assert.fail();
    const told = state.circulations[circulation - 1];
    assert.deepEqual(
      [told?.what, [...(told?.recipients.keys() ?? [])]],
      [{ kind: 'finding', period: 1, finding: 1 }, ['ada', 'bor', 'dora']],
    );
  });
});
