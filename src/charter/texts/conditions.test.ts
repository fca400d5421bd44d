import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { agreedClauses } from './agreement.ts';
import { among, holds } from './conditions.ts';
import { frictionOf, outcomeAt } from '../decisions/outcome.ts';
import { type Step, all, given } from '../spec/spec.ts';
import {
  act,
  amend,
  consult,
  decide,
  founded,
  onAmendment,
  onClause,
  revise,
  table,
  take,
  whole,
} from '../spec/acts.ts';
import { amendAll } from '../spec/negotiation.ts';
import { asClauseId } from '../spec/world.ts';
import type { State } from '../state.ts';
import type { Condition, Stand, Target } from './position-state.ts';

const [c1, c2] = [asClauseId('c1'), asClauseId('c2')];
const tabled = all(founded(3), table('ada', ['Rivers are free.', 'Forests stand.', 'Springs are kept clean.']));
const on = (condition: Condition, target: Target = onClause('c1'), stand: Stand = 'accept'): Step =>
  take('bor', stand, target, null, 1, [condition]);
const contested = (state: State) =>
  frictionOf(state, state.texts[0] ?? assert.fail()).map(({ on: point, objections }) => [
    point.kind === 'clause' ? point.clause : point.kind === 'amendment' ? point.amendment : point.kind,
    ...objections,
  ]);

suite('6.2 consent on a condition', () => {
  test('counts as an objection from when its condition fails, and no longer than that', () => {
    const waiting = all(tabled, on({ kind: 'stays', clause: c2 }));
    assert.deepEqual(contested(given(waiting).state), []);
    const changed = all(waiting, revise('ada', ['Rivers are free.', 'Some forests stand.', 'Springs are kept clean.']));
    assert.deepEqual(contested(given(changed).state), [['c1', 'bor']]);
    const back = revise('ada', ['Rivers are free.', 'Forests stand.', 'Springs are kept clean.']);
    assert.deepEqual(contested(given(changed, back).state), []);
  });

  test('may hang on a clause that stays or goes, an amendment that goes in or does not, and on words', () => {
    const proposed = all(tabled, amend('cvet', { kind: 'delete', clause: c2 }));
    const agreed = all(take('ada', 'accept', onAmendment(1)), take('bor', 'accept', onAmendment(1)));
    const cases: readonly (readonly [Condition, before: boolean, after: boolean])[] = [
      [{ kind: 'stays', clause: c2 }, true, false],
      [{ kind: 'goes', clause: c2 }, false, true],
      [{ kind: 'with', amendment: 1 }, false, true],
      [{ kind: 'without', amendment: 1 }, true, false],
      [{ kind: 'words', clause: c2, words: 'Forests' }, true, false],
      [{ kind: 'words', clause: c1, words: 'Rivers are  free' }, true, true],
      [{ kind: 'words', clause: c1, words: 'for ever' }, false, false],
    ];
    for (const [condition, before, after] of cases) {
      for (const [steps, expected] of [
        [proposed, before],
        [all(proposed, agreed), after],
      ] as const) {
        const text = given(steps).state.texts[0] ?? assert.fail();
        assert.equal(
          holds(
            text,
            among(() => agreedClauses(text)),
            { revision: 1 },
            condition,
          ),
          expected,
          JSON.stringify(condition),
        );
      }
    }
  });

  test('counts in the decision too', () => {
    const taken = (condition: Condition): State =>
      given(tabled, decide('ada'), take('ada', 'support'), take('cvet', 'support'), on(condition, whole)).state;
    assert.equal(taken({ kind: 'stays', clause: c2 }).texts[0]?.stage, 'adopted');
    assert.equal(taken({ kind: 'goes', clause: c2 }).texts[0]?.stage, 'decision');
  });

  test('is consent, hangs on something else, and on what is there', () => {
    const refused = (step: Step, kind: 'bad-field' | 'unknown', data: Readonly<Record<string, unknown>>) =>
      given(tabled, amend('cvet', { kind: 'delete', clause: c2 }))
        .when(step)
        .refused('6.2', kind, data);
    const stays: Condition = { kind: 'stays', clause: c2 };
    refused(take('bor', 'object', onClause('c1'), 'No.', 1, [stays]), 'bad-field', { why: 'without-consent' });
    refused(on(stays, onClause('c1'), 'stand-aside'), 'bad-field', { why: 'without-consent' });
    refused(on(stays, onClause('c2')), 'bad-field', { why: 'about-itself' });
    refused(on({ kind: 'with', amendment: 1 }, onAmendment(1)), 'bad-field', { why: 'about-itself' });
    refused(on({ kind: 'stays', clause: asClauseId('none') }), 'unknown', { thing: 'clause' });
    refused(on({ kind: 'without', amendment: 2 }), 'unknown', { thing: 'amendment' });
  });

  test('may wait for each other, and nothing hangs', () => {
    const { state } = given(
      tabled,
      on({ kind: 'goes', clause: c2 }),
      take('cvet', 'accept', onClause('c2'), null, 1, [{ kind: 'goes', clause: c1 }]),
    );
    assert.deepEqual(contested(state), [
      ['c1', 'bor'],
      ['c2', 'cvet'],
    ]);
  });

  /** Amendments 1 and 2 are agreed, the first by bor on a condition that then fails. */
  const failing = all(
    tabled,
    amend('cvet', { kind: 'replace', clause: c1, words: 'All rivers are free.' }),
    amend('cvet', { kind: 'delete', clause: c2 }),
    take('ada', 'accept', onAmendment(1)),
    on({ kind: 'without', amendment: 2 }, onAmendment(1)),
    take('ada', 'accept', onAmendment(2)),
    take('bor', 'accept', onAmendment(2)),
  );
  const publish = revise('ada', ['All rivers are free.', 'Forests stand.', 'Springs are kept clean.'].toSpliced(1, 1), {
    clauses: [{ id: 'c1', kind: 'operative', words: 'All rivers are free.' }, 'c3'],
    tookIn: [1, 2],
  });

  test('of an amendment that is agreed or in the text is a point of friction where its condition fails', () => {
    assert.deepEqual(contested(given(failing).state), [[1, 'bor']]);
    const published = all(failing, publish);
    assert.deepEqual(contested(given(published).state), [[1, 'bor']]);
    assert.deepEqual(contested(given(published, take('bor', 'accept', onAmendment(1), null, 1)).state), []);
    assert.deepEqual(contested(given(published, take('bor', null, onAmendment(1))).state), []);
  });

  test('of an amendment in the text counts in a decision for whoever is silent, and asks for a consultation', () => {
    const decided = all(failing, publish, decide('ada'), take('ada', 'support'), take('cvet', 'support'));
    const outlook = ({ state }: { readonly state: State }) =>
      outcomeAt(state, state.texts[0] ?? assert.fail(), state.texts[0]?.decision?.deadline ?? assert.fail());
    const { answers, obstacles } = outlook(given(decided));
    assert.deepEqual(
      answers.map(({ organisation, stand }) => `${organisation} ${stand}`),
      ['ada support', 'bor object', 'cvet support'],
    );
    const asked = { kind: 'no-consultation', on: onAmendment(1) };
    assert.deepEqual(obstacles.at(-1), asked);
    const consulted = given(decided, consult('ada', ['bor'], onAmendment(1)));
    assert.notDeepEqual(outlook(consulted).obstacles.at(-1), asked);
    given(tabled, amend('cvet', { kind: 'delete', clause: c2 }))
      .when(consult('ada', ['bor'], onAmendment(1)))
      .refused('6.2', 'amendment-is', { amendment: 1, fate: 'open' });
  });

  test('of an amendment that another replaced holds until whoever set it lets go', () => {
    const replaced = all(
      tabled,
      amend('cvet', { kind: 'replace', clause: c1, words: 'All rivers are free.' }),
      amend('cvet', { kind: 'delete', clause: c2 }),
      on({ kind: 'without', amendment: 2 }, onAmendment(1)),
      amendAll('ada', [{ change: { kind: 'replace', clause: c1, words: 'All our rivers are free.' }, to: 1 }]),
      take('bor', 'accept', onAmendment(3)),
      take('cvet', 'accept', onAmendment(3)),
      take('ada', 'accept', onAmendment(2)),
      take('bor', 'accept', onAmendment(2)),
    );
    const scene = given(replaced);
    assert.equal(scene.state.texts[0]?.amendments[0]?.fate.kind, 'replaced');
    assert.deepEqual(contested(scene.state), [[1, 'bor']]);
    assert.deepEqual(contested(given(replaced, take('bor', null, onAmendment(1))).state), []);
  });

  test('is another position than without it', () => {
    given(tabled, on({ kind: 'stays', clause: c2 }))
      .when(on({ kind: 'stays', clause: c2 }))
      .refused('6.2', 'already');
    given(tabled, on({ kind: 'stays', clause: c2 }))
      .when(take('bor', 'accept', onClause('c1')))
      .allowed();
  });

  test('has one form: no empty list', () => {
    given(tabled)
      .when(
        act('positions.take', 'bor', {
          text: 1,
          revision: 1,
          positions: [{ on: whole, stand: 'accept', reason: null, conditions: [] }],
        }),
      )
      .allowed();
  });
});
