import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { DAY, after } from '../../base/time.ts';
import { judge } from '../judge.ts';
import { objectors, outcomeAt } from './outcome.ts';
import { CONSENT_RULES, REGIONAL_RULES, type Rules } from '../law/rules.ts';
import { all, given, wait } from '../spec/spec.ts';
import {
  adopt,
  amend,
  answered,
  consult,
  decide,
  founded,
  leave,
  NAMES,
  onAmendment,
  onClause,
  presented,
  revise,
  rulesWith,
  table,
  tableCharter,
  take,
  whole,
} from '../spec/acts.ts';
import { START, asClauseId } from '../spec/world.ts';
import type { State } from '../state.ts';
import type { Stand } from '../texts/position-state.ts';
import type { Outcome } from '../texts/state.ts';

const text = (state: State, number = 1) => state.texts[number - 1] ?? assert.fail('No such text');
const outcome = (state: State, number = 1): Outcome =>
  text(state, number).decision?.outcome ?? assert.fail('Still open');
const WEEK = wait(7 * DAY);

/** What comes of a text on which so many participants take these stands; those beyond the list are silent. */
const decided = (
  stands: readonly Stand[],
  { of = stands.length, rules = REGIONAL_RULES, before = all() } = {},
): Outcome => outcome(given(founded(of, rules), table('ada'), before, answered(stands), WEEK).state);

const broad = (objectingPercent: number, notAgreeingPercent: number): Rules =>
  rulesWith({ decision: { broadConsensus: { objectingPercent, notAgreeingPercent } } });

suite('7.2 broad consensus', () => {
  const ten = (objecting: number, aside: number): readonly Stand[] =>
    NAMES.map((_, i) => (i >= 10 - objecting ? 'object' : i >= 10 - objecting - aside ? 'stand-aside' : 'support'));

  test('bears objections up to the share that the rules set, and not one more', () => {
    assert.equal(decided(ten(1, 0), { rules: broad(10, 100) }).result, 'broad-consensus');
    assert.deepEqual(decided(ten(2, 0), { rules: broad(10, 100) }).obstacles, [
      { kind: 'objections', count: 2, most: 1 },
    ]);
    assert.equal(decided(ten(2, 0), { rules: broad(20, 100) }).result, 'broad-consensus');
    assert.deepEqual(decided(ten(2, 0), { rules: broad(19, 100) }).obstacles, [
      { kind: 'objections', count: 2, most: 1 },
    ]);
    assert.deepEqual(decided(ten(1, 0), { rules: broad(0, 100) }).obstacles, [
      { kind: 'objections', count: 1, most: 0 },
    ]);
  });

  test('bears so many who do not agree, those who object among them, and not one more', () => {
    assert.equal(decided(ten(1, 2), { rules: broad(10, 30) }).result, 'broad-consensus');
    assert.deepEqual(decided(ten(1, 3), { rules: broad(10, 30) }).obstacles, [
      { kind: 'not-agreeing', count: 4, most: 3 },
    ]);
    assert.deepEqual(
      decided(ten(2, 2), { rules: broad(10, 30) }).obstacles.map(({ kind }) => kind),
      ['objections', 'not-agreeing'],
    );
  });

  test('counts shares of all participants, the silent ones too', () => {
    const nine = NAMES.slice(0, 9).map(() => 'support' as const);
    assert.deepEqual(decided(nine.slice(0, 6), { of: 10, rules: broad(0, 30) }).obstacles, [
      { kind: 'not-agreeing', count: 4, most: 3 },
    ]);
    assert.equal(decided(nine.slice(0, 7), { of: 10, rules: broad(0, 30) }).result, 'broad-consensus');
  });

  test('is nothing where the rules know none', () => {
    const never = rulesWith({ decision: { broadConsensus: null } });
    assert.deepEqual(decided(['support', 'support', 'stand-aside'], { rules: never }).obstacles, [
      { kind: 'unanimity-only' },
    ]);
  });

  test('needs a consultation on every point of friction', () => {
    const steps = (...consulted: readonly string[]) => {
      const names = NAMES.slice(0, 10);
      const objections = [take('jan', 'object', onClause('c1')), take('jan', 'object', onClause('c2'))];
      const consultations = consulted.map((clause) => consult('ada', ['jan'], onClause(clause)));
      const answers = names.map((name) => take(name, name === 'jan' ? 'stand-aside' : 'support'));
      return outcome(
        given(founded(10), table('ada'), ...objections, ...consultations, decide('ada'), ...answers, WEEK).state,
      );
    };
    assert.deepEqual(steps().obstacles, [
      { kind: 'no-consultation', on: onClause('c1') },
      { kind: 'no-consultation', on: onClause('c2') },
    ]);
    assert.deepEqual(steps('c1').obstacles, [{ kind: 'no-consultation', on: onClause('c2') }]);
    assert.equal(steps('c1', 'c2').result, 'broad-consensus');
    assert.deepEqual(objectors(steps('c1').friction, asClauseId('c2')), ['jan']);
    assert.deepEqual(objectors(steps('c1').friction, null), []);
  });

  test('needs one on the whole where the whole is objected to', () => {
    const answers = NAMES.slice(0, 10).map((name) => take(name, name === 'jan' ? 'object' : 'support'));
    const { state } = given(founded(10), table('ada'), decide('ada'), ...answers, WEEK);
    assert.deepEqual(outcome(state).obstacles, [{ kind: 'no-consultation', on: whole }]);
    assert.deepEqual(objectors(outcome(state).friction, null), ['jan']);
  });

  test('forgives no silence while unanimity is still within reach', () => {
    const { state } = given(
      founded(10),
      table('ada'),
      decide('ada'),
      ...NAMES.slice(0, 9).map((name) => take(name, 'support')),
      wait(7 * DAY - 1),
    );
    assert.equal(text(state).stage, 'decision');
    assert.equal(outcomeAt(state, text(state), START).result, 'broad-consensus');
  });
});

suite('6.1 the outcome', () => {
  test('falls at the deadline, at that very instant', () => {
    const open = all(founded(3), table('ada'), decide('ada'), take('ada', 'support'), take('bor', 'object'));
    assert.equal(text(given(open, wait(7 * DAY - 1)).state).stage, 'decision');
    const { state } = given(open, WEEK);
    assert.equal(text(state).stage, 'not-adopted');
    assert.equal(outcome(state).at, after(START, 7 * DAY));
    assert.equal(outcome(state).symbol, null);
    given(open, wait(7 * DAY - 1))
      .when(take('bor', 'accept'))
      .allowed();
    given(open, WEEK).when(take('bor', 'accept')).refused('6.2', 'wrong-stage', { stage: 'not-adopted' });
  });

  test('is asked for under 6.1 where the host is late with its tick', () => {
    const { world } = given(founded(2), table('ada'), decide('ada'));
    const made = after(START, 7 * DAY - 1);
    const late = {
      kind: 'positions.take',
      by: 'bor',
      body: { text: 1, revision: 1, positions: [{ on: whole, stand: 'accept', reason: null, conditions: [] }] },
      made,
    } as const;
    const entry = world.entryOf(late);
    assert.deepEqual(judge(world.state, { ...entry, time: after(START, 7 * DAY) }), {
      article: '6.1',
      kind: 'deadline-passed',
      deadline: after(START, 7 * DAY),
    });
    assert.equal(judge(world.state, { ...entry, time: made }), null);
  });

  test('shows every answer with its reason', () => {
    const { state } = given(
      founded(2),
      table('ada'),
      decide('ada'),
      take('ada', 'support', whole, 'It is needed.'),
      take('bor', 'object', whole, 'It is not.'),
      WEEK,
    );
    assert.deepEqual(
      outcome(state).answers.map(({ stand, reason }) => [stand, reason]),
      [
        ['support', 'It is needed.'],
        ['object', 'It is not.'],
      ],
    );
  });

  test('does not count those who have left', () => {
    const { state } = given(
      founded(3),
      table('ada'),
      decide('ada'),
      take('ada', 'support'),
      take('cvet', 'object'),
      leave('cvet'),
      WEEK,
    );
    assert.deepEqual(
      outcome(state).answers.map(({ organisation }) => organisation),
      ['ada', 'bor'],
    );
    assert.deepEqual(outcome(state).friction, []);
  });

  test('is never adoption where nobody takes part any more', () => {
    const lenient = rulesWith({
      decision: { silence: 'accept', broadConsensus: { objectingPercent: 100, notAgreeingPercent: 100 } },
    });
    const { state } = given(founded(2, lenient), table('ada'), decide('ada'), leave('ada'), leave('bor'), WEEK);
    assert.deepEqual([outcome(state).result, outcome(state).answers], ['not-adopted', []]);
  });

  test('numbers what was adopted through each year', () => {
    const names = ['ada', 'bor'];
    const { state } = given(
      founded(2),
      adopt(names, 1),
      table('ada'),
      decide('ada', { text: 2 }),
      WEEK,
      adopt(names, 3),
      wait(365 * DAY),
      adopt(names, 4),
    );
    assert.deepEqual(
      state.texts.map((_, i) => outcome(state, i + 1).symbol),
      ['AC/2026/1', null, 'AC/2026/2', 'AC/2027/1'],
    );
  });

  test('of two texts comes in the order of their deadlines', () => {
    const { state } = given(
      founded(2, CONSENT_RULES),
      table('ada'),
      table('bor'),
      decide('ada', { days: 8 }),
      decide('bor', { text: 2, days: 5 }),
      wait(9 * DAY),
    );
    assert.deepEqual([outcome(state, 1).symbol, outcome(state, 2).symbol], ['AC/2026/2', 'AC/2026/1']);
  });

  test('stands on the revision that was put to decision', () => {
    const { state } = given(
      founded(2),
      table('ada'),
      amend('bor', { kind: 'delete', clause: asClauseId('c3') }),
      take('ada', 'accept', onAmendment(1)),
      revise('ada', ['One.', 'Two.'], { tookIn: [1] }),
      decide('ada'),
      take('ada', 'support'),
      take('bor', 'support'),
    );
    assert.equal(text(state).decision?.revision, 2);
    assert.equal(text(state).decision?.version, text(state).revisions[1]?.hash);
  });
});

suite('5.4 a charter', () => {
  const other = rulesWith({ participation: { noDisagreementDays: 5 } });

  test('is adopted unanimously and in no other way', () => {
    const steps = [
      founded(10),
      tableCharter('ada', other),
      decide('ada'),
      ...NAMES.slice(0, 9).map((name) => take(name, 'support')),
    ];
    const { state } = given(...steps, take('jan', 'stand-aside'), WEEK);
    assert.deepEqual(outcome(state).obstacles, [{ kind: 'unanimity-only' }]);
    assert.equal(state.charter?.number, 1);
  });

  test('comes into force with its adoption: its principles and rules, under the same name', () => {
    const { state } = given(
      founded(2),
      tableCharter('ada', other),
      decide('ada'),
      take('ada', 'support'),
      take('bor', 'accept'),
    );
    assert.deepEqual([state.charter?.source, state.charter?.charter.rules], [{ kind: 'text', text: 1 }, other]);
    assert.deepEqual(
      state.charter?.charter.principles.map(({ words }) => words),
      ['Equality.'],
    );
    assert.deepEqual(
      [state.charter?.charter.name, state.earlierCharters.map(({ number }) => number)],
      ['A conference', [1]],
    );
    assert.equal(outcome(state).symbol, 'AC/2026/1');
  });

  test('rules from then on', () => {
    const { state } = given(
      founded(2),
      tableCharter('ada', other),
      decide('ada'),
      take('ada', 'support'),
      take('bor', 'accept'),
      presented('nova'),
      wait(5 * DAY),
    );
    assert.equal([...state.organisations.values()].at(-1)?.standing.kind, 'participant');
  });
});
