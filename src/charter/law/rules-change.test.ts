import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { HOUR, after } from '../../base/time.ts';
import { type Step, all, given, wait } from '../spec/spec.ts';
import { acting, rulesWith, tableCharter, take } from '../spec/acts.ts';
import { ROOM_RULES, answer, ask, closeCall, sitting, slate } from '../spec/meetings.ts';

const four = ['ada', 'bor', 'cvet', 'dora'];

/** The assembly is asked in the room for rules by which the group has two members for half a year, and nothing is decided in the room unless everyone is there. */
const NEW_RULES = {
  ...ROOM_RULES,
  coordinatingGroup: { members: 2, substitutes: 1, perCountry: 10, termMonths: 6 },
  meetings: { ...rulesWith({}).meetings, quorumPercent: 100, callSeconds: 0 },
};

const putToDecision: Step = acting('decision.open', 'ada', ({ state, now }) => ({
  text: 1,
  version: state.texts[0]?.revisions.at(-1)?.hash,
  deadline: after(now, HOUR),
  meeting: 1,
}));
const room = all(sitting(four, ROOM_RULES, tableCharter('ada', NEW_RULES)), putToDecision);
const three = all(...four.slice(0, 3).map((name) => take(name, 'support')));
const adopted = all(room, three, take('dora', 'accept'));

suite('5.4 an assembly redefines the rules, under the rules in force', () => {
  test('which govern until the last of all has agreed, and not an entry longer', () => {
    const before = given(room, three);
    assert.equal(before.state.charter?.number, 1);
    before.when(ask('ada', slate(['ada', 'bor'], []))).refused('9.1', 'bad-field', { field: 'members', why: 'count' });
    const now = given(adopted);
    assert.equal(now.state.charter?.number, 2);
    assert.deepEqual(now.state.charter?.charter.rules, NEW_RULES);
    now.when(ask('ada', slate(['ada', 'bor', 'cvet'], []))).refused('9.1', 'bad-field', { why: 'count' });
    now.when(ask('ada', slate(['ada', 'bor'], ['cvet']))).allowed();
  });

  test('and the next call in the same sitting is judged by them: its time, its quorum, the term it gives', () => {
    const elects = all(ask('ada', slate(['ada', 'bor'], ['cvet'])), closeCall('ada'));
    const { state } = given(adopted, elects);
    assert.deepEqual(state.group?.members, ['ada', 'bor']);
    assert.equal(new Date(state.group?.until ?? 0).getUTCMonth(), (new Date(state.time).getUTCMonth() + 6) % 12);
    const oneGone = acting('sitting.arrive', 'dora', () => ({ meeting: 1, present: false }));
    const without = given(adopted, oneGone, elects).state;
    assert.deepEqual(without.meetings[0]?.calls.at(-1)?.outcome, {
      result: 'no-quorum',
      present: ['ada', 'bor', 'cvet'],
      quorum: 4,
    });
    assert.equal(without.group, null);
  });

  test('where one objects the rules in force stay', () => {
    const { state } = given(room, three, take('dora', 'object'), wait(HOUR));
    assert.equal(state.charter?.number, 1);
    given(room, three, take('dora', 'object'), wait(HOUR))
      .when(all(ask('ada', slate(['ada', 'bor', 'cvet'], [])), answer('bor')))
      .allowed();
  });
});
