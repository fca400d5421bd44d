import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { DAY } from '../../base/time.ts';
import { given, idle, wait } from '../spec/spec.ts';
import { decide, founded, leave, lose, presented, rulesWith, table, tick, vouch } from '../spec/acts.ts';
import type { State } from '../state.ts';

const rules = rulesWith({ participation: { noDisagreementDays: 7 }, decision: { silence: 'accept' } });
const answering = (state: State) => state.texts[0]?.decision?.outcome?.answers.map(({ organisation }) => organisation);

suite('what falls due', () => {
  test('at one moment does so in the order in which it was set', () => {
    assert.deepEqual(
      answering(given(founded(2, rules), table('ada'), presented('nova'), decide('ada'), wait(7 * DAY)).state),
      ['ada', 'bor', 'nova'],
    );
    assert.deepEqual(
      answering(given(founded(2, rules), table('ada'), decide('ada'), presented('nova'), wait(7 * DAY)).state),
      ['ada', 'bor'],
    );
  });

  test('at several moments does so in their order, though the host was away, each at its own time', () => {
    const steps = [
      founded(2, rules),
      lose('ada'),
      vouch('bor', 'ada'),
      table('ada'),
      decide('ada', { days: 9 }),
      presented('nova'),
    ];
    const away = given(...steps, idle(20 * DAY), tick).state;
    const there = given(...steps, wait(20 * DAY)).state;
    assert.deepEqual(answering(away), ['ada', 'bor', 'nova']);
    assert.deepEqual(
      [away.texts[0]?.decision?.outcome, away.recoveries[0]?.stage.kind],
      [there.texts[0]?.decision?.outcome, 'replaced'],
    );
    assert.deepEqual([away.deadlines, there.deadlines], [[], []]);
  });

  test('comes before the act that arrives at the same moment', () => {
    const { state } = given(founded(2, rules), table('ada'), decide('ada'), idle(7 * DAY), leave('bor'));
    assert.deepEqual(answering(state), ['ada', 'bor']);
  });
});
