import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { OrganisationId } from '../../base/ids.ts';
import { DAY } from '../../base/time.ts';
import { signersOf } from '../../text/common/check.ts';
import { type Choice, problemFault } from '../../text/common/problem.ts';
import { agreedClauses, agreedIn } from '../texts/agreement.ts';
import { type Tried, commonProblem } from './problem.ts';
import { commonClauses } from './text.ts';
import { type Step, all, given, wait } from '../spec/spec.ts';
import { amend, founded, onAmendment, onClause, revise, table, take, whole } from '../spec/acts.ts';
import { asClauseId } from '../spec/world.ts';
import type { State } from '../state.ts';
import type { Condition } from '../texts/position-state.ts';

const [c1, c2, c3] = [asClauseId('c1'), asClauseId('c2'), asClauseId('c3')];
const tabled = all(founded(3), table('ada', ['Rivers are free.', 'Forests stand.', 'Springs are clean.']));

const textOf = (state: State) => state.texts[0] ?? assert.fail();
const asked = (steps: Step, sounding?: { by: string; tried: readonly Tried[] }) => {
  const { state } = given(steps);
  const by = sounding?.by as OrganisationId | undefined;
  const now = commonProblem(state, textOf(state));
  const common = by && sounding ? now.trying(by, sounding.tried) : now;
  assert.equal(problemFault(common.problem), null);
  return { state, ...common };
};
/** Who could sign which of these choices, given by the wordings of the units in order. */
const able = (steps: Step, ...choices: readonly Choice[]) => {
  const { problem } = asked(steps);
  return choices.map((choice) => signersOf(problem, choice).join(' '));
};
const accept = (by: string, condition: Condition, on = onClause('c1')): Step =>
  take(by, 'accept', on, null, 1, [condition]);

suite('6.3 who could sign what', () => {
  test('silence objects to nothing; an objection to a clause is to its present words', () => {
    const steps = all(
      tabled,
      amend('cvet', { kind: 'replace', clause: c1, words: 'Rivers are ours.' }),
      take('bor', 'object', onClause('c1')),
    );
    assert.deepEqual(able(steps, ['now', 'now', 'now'], ['a1', 'now', 'now'], [null, null, null]), [
      'ada cvet',
      'ada bor cvet',
      'ada bor cvet',
    ]);
  });

  test('an objection to an amendment is to its words, and one to a deletion asks for the clause', () => {
    const steps = all(
      tabled,
      amend('cvet', { kind: 'replace', clause: c1, words: 'Rivers are ours.' }),
      amend('cvet', { kind: 'delete', clause: c2 }),
      take('bor', 'object', onAmendment(1)),
      take('ada', 'object', onAmendment(2)),
    );
    assert.deepEqual(able(steps, ['a1', 'now', null], ['now', null, null]), ['ada cvet', 'bor cvet']);
  });

  test('whoever objects to the whole or stands aside on it signs nothing; aside on a clause, it may', () => {
    const steps = all(
      tabled,
      take('ada', 'object'),
      take('bor', 'stand-aside'),
      take('cvet', 'stand-aside', onClause('c1')),
    );
    const { refusing, problem, present } = asked(steps);
    assert.deepEqual(refusing, ['ada', 'bor']);
    assert.deepEqual(signersOf(problem, present), ['cvet']);
  });

  test('each kind of condition asks what it says', () => {
    const proposed = all(
      tabled,
      amend('cvet', { kind: 'replace', clause: c2, words: 'Most forests stand.' }),
      amend('cvet', { kind: 'delete', clause: c3 }),
    );
    const cases: readonly (readonly [Condition, met: readonly Choice[], failed: readonly Choice[]])[] = [
      [
        { kind: 'stays', clause: c2 },
        [['now', 'now', null]],
        [
          ['now', 'a1', null],
          ['now', null, null],
        ],
      ],
      [{ kind: 'goes', clause: c2 }, [['now', null, 'now']], [['now', 'a1', null]]],
      [
        { kind: 'with', amendment: 1 },
        [['now', 'a1', null]],
        [
          ['now', 'now', null],
          ['now', null, null],
        ],
      ],
      [
        { kind: 'without', amendment: 1 },
        [
          ['now', 'now', null],
          ['now', null, null],
        ],
        [['now', 'a1', null]],
      ],
      [{ kind: 'with', amendment: 2 }, [['now', 'now', null]], [['now', 'now', 'now']]],
      [{ kind: 'without', amendment: 2 }, [['now', null, 'now']], [['now', null, null]]],
      [{ kind: 'words', clause: c2, words: 'forests  stand' }, [['now', 'a1', null]], [['now', 'now', null]]],
      [{ kind: 'words', clause: c2, words: 'for ever' }, [], [['now', 'now', 'now']]],
    ];
    for (const [condition, met, failed] of cases) {
      const steps = all(proposed, accept('bor', condition));
      const name = JSON.stringify(condition);
      for (const signers of able(steps, ...met)) assert.equal(signers, 'ada bor cvet', name);
      for (const signers of able(steps, ...failed)) assert.equal(signers, 'ada cvet', name);
      // Without the clause that the consent is to, nothing is asked.
      assert.deepEqual(able(steps, [null, ...(failed[0] ?? []).slice(1)]), ['ada bor cvet'], name);
    }
  });

  test('a condition for a deletion counts when the clause falls out', () => {
    const steps = all(
      tabled,
      amend('cvet', { kind: 'delete', clause: c1 }),
      accept('bor', { kind: 'goes', clause: c2 }, onAmendment(1)),
    );
    assert.deepEqual(able(steps, ['now', 'now', null], [null, 'now', null], [null, null, null]), [
      'ada bor cvet',
      'ada cvet',
      'ada bor cvet',
    ]);
  });

  test('additions are clauses of their own; joined clauses stand together or not at all', () => {
    const steps = all(
      tabled,
      amend('bor', {
        kind: 'add',
        after: c1,
        clause: { id: asClauseId('new'), kind: 'operative', words: 'Lakes too.' },
      }),
      amend('bor', { kind: 'join', clauses: [c2, c3], words: 'Forests stand, springs are clean.' }),
    );
    const { state, units, present, problem } = asked(steps);
    assert.deepEqual(
      units.map(({ id }) => id),
      ['c1', 'c2', 'c3', '+1'],
    );
    assert.deepEqual(present, ['now', 'now', 'now', null]);
    assert.deepEqual(able(steps, ['now', 'a2', 'a2', null], ['now', 'a2', 'now', null]), ['ada bor cvet', '']);
    assert.equal(problem.clauses.at(-1)?.weight, 1);
    const words = (choice: Choice) =>
      commonClauses(textOf(state), units, choice).map(({ clause, amendments }) => [clause.words, ...amendments]);
    assert.deepEqual(words(['now', 'a2', 'a2', 'a1']), [
      ['Rivers are free.'],
      ['Lakes too.', 1],
      ['Forests stand, springs are clean.', 2],
    ]);
    assert.deepEqual(words([null, 'now', null, 'a1']), [['Lakes too.', 1], ['Forests stand.']]);
  });

  suite('a condition of an amendment that is agreed', () => {
    const change = (clause: typeof c1, words: string) => ({ kind: 'replace', clause, words }) as const;
    const without: Condition = { kind: 'without', amendment: 2 };
    const said = all(
      tabled,
      amend('cvet', change(c1, 'Rivers are ours.')),
      amend('ada', change(c2, 'Most forests stand.')),
      accept('bor', without, onAmendment(1)),
      take('ada', 'accept', onAmendment(1)),
    );
    const publish: Step = (world) => {
      const text = textOf(world.state);
      return revise('ada', [], {
        revision: text.revisions.length,
        clauses: agreedClauses(text),
        tookIn: agreedIn(text),
      })(world);
    };
    const both = all(said, wait(14 * DAY));
    const choices: readonly Choice[] = [
      ['now', 'now', 'now'],
      [null, 'now', 'now'],
    ];
    const fates = (steps: Step) => textOf(given(steps).state).amendments.map(({ fate }) => fate.kind);

    test('holds, when what it hangs on is agreed by silence, and over revisions', () => {
      assert.deepEqual(fates(said), ['agreed', 'open']);
      assert.deepEqual(able(said, ['now', 'now', 'now'], ['now', 'a2', 'now'], [null, 'a2', 'now']), [
        'ada bor cvet',
        'ada cvet',
        'ada bor cvet',
      ]);
      for (const steps of [
        both,
        all(both, publish),
        all(said, publish, wait(14 * DAY)),
        all(said, publish, wait(14 * DAY), publish),
      ])
        assert.deepEqual(able(steps, ...choices), ['ada cvet', 'ada bor cvet']);
      assert.deepEqual(fates(all(both, publish)), ['taken-in', 'taken-in']);
    });

    test('holds until whoever set it lets go, and nothing else may be said then', () => {
      for (const steps of [both, all(both, publish)]) {
        const say = (by: string, stand: 'accept' | 'object' | null, conditions: readonly Condition[] = []): Step =>
          take(by, stand, onAmendment(1), stand === 'object' ? 'No.' : null, 1, conditions);
        for (const stand of ['accept', null] as const)
          assert.deepEqual(able(all(steps, say('bor', stand)), ...choices), ['ada bor cvet', 'ada bor cvet']);
        const refused = (step: Step) => given(steps).when(step).refused('6.2', 'amendment-is', { amendment: 1 });
        refused(say('bor', 'object'));
        refused(say('ada', null));
        refused(say('bor', 'accept', [without]));
        refused(say('bor', 'accept', [{ kind: 'stays', clause: c3 }]));
      }
    });

    test('holds wherever what it took away is missing', () => {
      const gone = all(
        tabled,
        amend('cvet', { kind: 'delete', clause: c1 }),
        amend('ada', change(c2, 'Most forests stand.')),
        accept('bor', without, onAmendment(1)),
        take('ada', 'accept', onAmendment(1)),
        wait(14 * DAY),
      );
      assert.deepEqual(able(gone, ['now', 'now'], [null, 'now']), ['ada cvet', 'ada cvet']);
    });
  });

  test('what an organisation tries out takes the place of what it holds, in its own name alone', () => {
    const steps = all(tabled, take('bor', 'object', onClause('c1')), take('cvet', 'object', onClause('c2')));
    const { problem } = asked(steps, {
      by: 'bor',
      tried: [
        { on: onClause('c1'), stand: 'accept' },
        { on: onClause('c2'), stand: 'object' },
        { on: whole, stand: null },
      ],
    });
    assert.deepEqual(signersOf(problem, ['now', null, 'now']), ['ada', 'bor', 'cvet']);
    assert.deepEqual(signersOf(problem, ['now', 'now', 'now']), ['ada']);
  });

  test('a position whose clause has other words now no longer counts', () => {
    const steps = all(tabled, take('bor', 'object', onClause('c1')), revise('ada', ['All rivers are free.']));
    assert.deepEqual(able(steps, ['now', 'now', 'now']), ['ada bor cvet']);
  });
});
