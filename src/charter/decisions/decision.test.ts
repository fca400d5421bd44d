import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { OrganisationId } from '../../base/ids.ts';
import { DAY, after } from '../../base/time.ts';
import { CONSENT_RULES, REGIONAL_RULES, type Rules, openersSchema } from '../law/rules.ts';
import { all, given, wait } from '../spec/spec.ts';
import {
  act,
  acting,
  adopt,
  answered,
  decide,
  founded,
  onClause,
  otherCharter,
  presented,
  rulesWith,
  table,
  take,
} from '../spec/acts.ts';
import { sitting } from '../spec/meetings.ts';
import { suggest } from '../spec/negotiation.ts';
import { START } from '../spec/world.ts';
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

suite('6.1 opening a decision', () => {
  test('is the proposer’s, on the present version', () => {
    const state = given(founded(2), table('ada')).when(decide('ada')).allowed();
    assert.equal(text(state).stage, 'decision');
    assert.deepEqual(text(state).decision?.deadline, after(START, 7 * DAY));
    given(founded(2), table('ada')).when(decide('bor')).refused('13.2', 'not-yours', { owner: 'ada' });
    given(founded(2)).when(decide('ada')).refused('6.1', 'unknown', { thing: 'text' });
    given(founded(2), table('ada'))
      .when(
        act('decision.open', 'ada', {
          text: 1,
          version: otherCharter,
          deadline: after(START, 8 * DAY),
          meeting: null,
        }),
      )
      .refused('13.3', 'superseded', { field: 'version' });
  });

  test('leaves time to answer', () => {
    given(founded(2), table('ada'))
      .when(decide('ada', { days: 6 }))
      .refused('6.1', 'deadline-too-early', { earliest: after(START, 7 * DAY) });
    const atOnce = founded(2, rulesWith({ decision: { minimumDays: 0 } }));
    given(atOnce, table('ada'))
      .when(decide('ada', { days: 0 }))
      .refused('6.1', 'deadline-too-early', { earliest: START });
    given(atOnce, table('ada'))
      .when(decide('ada', { days: 1 }))
      .allowed();
  });

  test('is asked for by whom the rules name', () => {
    const by = (openers: Rules['decision']['openers'], who: string) =>
      given(
        founded(3, rulesWith({ decision: { openers } })),
        table('ada'),
        suggest('bor', { kind: 'rapporteur', organisation: 'bor' as OrganisationId }),
        wait(14 * DAY),
      ).when(decide(who)).refusal?.kind;
    const may = {
      tabler: ['ada'],
      rapporteur: ['ada', 'bor'],
      assembly: ['ada', 'bor'],
      participant: ['ada', 'bor', 'cvet'],
    };
    for (const openers of openersSchema.options)
      for (const who of ['ada', 'bor', 'cvet'])
        assert.equal(by(openers, who), may[openers].includes(who) ? undefined : 'not-yours', `${openers} ${who}`);
  });

  test('can be asked for by any participant in the room of an assembly, by default', () => {
    const four = ['ada', 'bor', 'cvet', 'dora'];
    const inRoom = (openers: Rules['decision']['openers']) =>
      given(
        sitting(four, rulesWith({ coordinatingGroup: { perCountry: 10 }, decision: { openers } }), table('ada')),
      ).when(
        acting('decision.open', 'dora', ({ state, now }) => ({
          text: 1,
          version: text(state).revisions[0]?.hash,
          deadline: after(now, DAY),
          meeting: 1,
        })),
      );
    inRoom('assembly').allowed();
    inRoom('rapporteur').refused('13.2', 'not-yours', { owner: 'ada' });
  });

  test('happens once', () => {
    given(founded(2), table('ada'), decide('ada'))
      .when(decide('ada'))
      .refused('6.1', 'wrong-stage', { stage: 'decision' });
    given(founded(2), table('ada'), decide('ada'), WEEK)
      .when(decide('ada'))
      .refused('6.1', 'wrong-stage', { stage: 'not-adopted' });
  });

  test('asks anew where everyone stands on the whole; stands on clauses stay', () => {
    const { state } = given(
      founded(2),
      table('ada'),
      take('bor', 'support'),
      take('bor', 'support', onClause('c1')),
      decide('ada'),
    );
    assert.deepEqual([...text(state).standing.keys()].toSorted(), ['clause:c1']);
  });
});

suite('6.1 unanimity', () => {
  test('is every participant’s support or acceptance', () => {
    const { result, answers, symbol } = decided(['support', 'accept', 'support']);
    assert.equal(result, 'unanimous');
    assert.deepEqual(
      answers.map(({ organisation, stand, silent }) => [organisation, stand, silent]),
      [
        ['ada', 'support', false],
        ['bor', 'accept', false],
        ['cvet', 'support', false],
      ],
    );
    assert.equal(symbol, 'AC/2026/1');
  });

  test('comes at once when the last has answered', () => {
    const before = given(founded(2), table('ada'), decide('ada'), wait(DAY), take('ada', 'support'));
    assert.equal(text(before.state).stage, 'decision');
    const state = before.when(take('bor', 'accept')).allowed();
    assert.equal(outcome(state).at, after(START, DAY));
    assert.deepEqual(state.deadlines, []);
    before.when(take('bor', 'accept')).refused('6.2', 'wrong-stage', { stage: 'adopted' });
  });

  test('does not come at once by silence, though silence consents', () => {
    const silent = founded(3, rulesWith({ decision: { silence: 'accept' } }));
    const { state } = given(silent, table('ada'), decide('ada'), take('ada', 'support'), wait(7 * DAY - 1));
    assert.equal(text(state).stage, 'decision');
  });

  test('is lost by one who stands aside', () => {
    assert.equal(decided(['support', 'support', 'support', 'support', 'stand-aside']).result, 'broad-consensus');
  });

  test('does not need those who were admitted after it', () => {
    const days = rulesWith({ participation: { noDisagreementDays: 1 } });
    const { state } = given(founded(2, days), adopt(['ada', 'bor']), presented('nova'), wait(DAY));
    assert.deepEqual(outcome(state).answers.length, 2);
  });

  test('needs those who were admitted before its end', () => {
    const days = rulesWith({ participation: { noDisagreementDays: 1 } });
    const before = given(
      founded(2, days),
      presented('nova'),
      table('ada'),
      decide('ada'),
      wait(DAY),
      take('ada', 'support'),
      take('bor', 'support'),
    );
    assert.equal(text(before.state).stage, 'decision');
    assert.equal(outcome(before.when(take('nova', 'accept')).allowed()).answers.length, 3);
  });
});

suite('6.1 silence', () => {
  const silent = (silence: Rules['decision']['silence']) =>
    decided(['support', 'support'], { of: 3, rules: rulesWith({ decision: { silence } }) });

  test('counts as the rules say', () => {
    assert.equal(silent('accept').result, 'unanimous');
    assert.equal(silent('stand-aside').result, 'broad-consensus' satisfies Outcome['result']);
    assert.equal(silent('object').result, 'not-adopted');
    for (const kind of ['accept', 'stand-aside', 'object'] as const)
      assert.deepEqual(silent(kind).answers[2], { organisation: 'cvet', stand: kind, silent: true, reason: null });
  });

  test('takes no objection to a clause back', () => {
    const objection = take('cvet', 'object', onClause('c1'));
    const { result, answers } = decided(['support', 'support'], { of: 3, rules: CONSENT_RULES, before: objection });
    assert.equal(result, 'not-adopted');
    assert.deepEqual(answers[2], { organisation: 'cvet', stand: 'object', silent: true, reason: 'It harms us.' });
  });

  test('gives way to an answer on the whole, whatever stands on a clause', () => {
    const objection = take('cvet', 'object', onClause('c1'));
    assert.equal(
      decided(['support', 'support', 'accept'], { rules: CONSENT_RULES, before: objection }).result,
      'unanimous',
    );
  });

  test('of an answer taken back is silence', () => {
    const { state } = given(
      founded(2, CONSENT_RULES),
      table('ada'),
      decide('ada'),
      take('bor', 'object'),
      take('bor', null),
      take('ada', 'support'),
      WEEK,
    );
    assert.equal(outcome(state).result, 'unanimous');
  });
});
