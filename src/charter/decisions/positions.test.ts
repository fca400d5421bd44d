import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { frictionOf } from './outcome.ts';
import { positionOn } from './positions.ts';
import { all, given } from '../spec/spec.ts';
import {
  act,
  adopt,
  amend,
  applyFor,
  consult,
  decide,
  founded,
  leave,
  onAmendment,
  onClause,
  revise,
  table,
  take,
  takeAll,
  whole,
} from '../spec/acts.ts';
import { asClauseId } from '../spec/world.ts';
import type { State } from '../state.ts';
import { MOST } from '../law/limits.ts';
import type { Condition, Stand, Target } from '../texts/position-state.ts';

const text = (state: State) => state.texts[0] ?? assert.fail('No text');
const friction = (state: State) =>
  frictionOf(state, text(state)).map(({ on, objections }) => [
    on.kind === 'clause' ? on.clause : on.kind,
    ...objections,
  ]);
const tabled = all(founded(3), table('ada'));

suite('6.2 positions', () => {
  test('are taken on the whole, a clause or an amendment', () => {
    const amended = all(tabled, amend('ada', { kind: 'delete', clause: asClauseId('c1') }));
    for (const on of [whole, onClause('c2'), onAmendment(1)]) {
      const state = given(amended)
        .when(take('bor', 'stand-aside', on))
        .allowed();
      assert.equal(positionOn(text(state), on, 'bor' as never)?.stand, 'stand-aside');
    }
  });

  test('may change at any time, and every change is kept', () => {
    const { state } = given(tabled, take('bor', 'object'), take('bor', 'accept'), take('bor', null));
    assert.deepEqual(
      text(state).positions.map(({ stand }) => stand),
      ['object', 'accept', null],
    );
    assert.equal(positionOn(text(state), whole, 'bor' as never), undefined);
  });

  test('change something', () => {
    const same = (stand: 'support' | null, reason: string | null) =>
      given(tabled, take('bor', stand, whole, reason)).when(take('bor', stand, whole, reason));
    same('support', null).refused('6.2', 'already', { what: 'same-position' });
    same('support', 'It is ours.').refused('6.2', 'already', { what: 'same-position' });
    given(tabled, take('bor', 'support'))
      .when(take('bor', 'support', whole, 'It is ours.'))
      .allowed();
  });

  test('are taken back only where there is one', () => {
    given(tabled).when(take('bor', null)).refused('6.2', 'already', { what: 'same-position' });
    given(tabled)
      .when(take('bor', null, whole, 'No view.'))
      .refused('6.2', 'already', { what: 'same-position' });
  });

  test('that object give a reason', () => {
    given(tabled)
      .when(take('bor', 'object', whole, null))
      .refused('6.2', 'reason-needed');
    given(tabled)
      .when(take('bor', 'object', onClause('c1'), null))
      .refused('6.2', 'reason-needed');
    given(tabled).when(take('bor', 'stand-aside')).allowed();
  });

  test('are on wording that is there', () => {
    given(tabled)
      .when(take('bor', 'accept', onClause('none')))
      .refused('6.2', 'unknown', { thing: 'clause', ref: 'none' });
    given(tabled)
      .when(take('bor', 'accept', onAmendment(1)))
      .refused('6.2', 'unknown', { thing: 'amendment', ref: '1' });
    given(founded(2)).when(take('bor', 'accept')).refused('6.2', 'unknown', { thing: 'text', ref: '1' });
    given(tabled, revise('ada', ['Other.']))
      .when(
        act('positions.take', 'bor', {
          text: 1,
          revision: 1,
          positions: [{ on: whole, stand: 'accept', reason: null, conditions: [] }],
        }),
      )
      .refused('13.2', 'superseded', { field: 'revision', current: 2 });
    const fallen = all(tabled, amend('bor', { kind: 'delete', clause: asClauseId('c1') }), decide('ada'));
    given(fallen)
      .when(take('bor', 'accept', onAmendment(1)))
      .refused('6.2', 'amendment-is', { amendment: 1, fate: 'fallen' });
  });

  test('are taken by participants, until the outcome', () => {
    given(tabled, applyFor('nova'))
      .when(take('nova', 'support'))
      .refused('6.2', 'not-allowed-to', { standing: 'applicant' });
    given(founded(3), adopt(['ada', 'bor', 'cvet']))
      .when(take('bor', 'object'))
      .refused('6.2', 'wrong-stage', { stage: 'adopted' });
  });
});

suite('6.2 positions taken at once', () => {
  const said = (on: Target, stand: Stand | null, conditions: readonly Condition[] = []) => ({
    on,
    stand,
    reason: stand === 'object' ? 'It harms us.' : null,
    conditions,
  });
  const reword = (words: string) => ({ kind: 'replace', clause: asClauseId('c1'), words }) as const;

  test('come to what they would one after the other', () => {
    const each = [said(onClause('c1'), 'object'), said(onClause('c2'), 'accept'), said(whole, 'stand-aside')];
    const together = given(tabled, takeAll('bor', each)).state;
    const apart = given(tabled, ...each.map((one) => takeAll('bor', [one]))).state;
    const told = (state: State) =>
      each.map(({ on }) => {
        const { mark: _, ...position } = positionOn(text(state), on, 'bor' as never) ?? assert.fail();
        return position;
      });
    assert.deepEqual(told(together), told(apart));
    assert.deepEqual(friction(together), friction(apart));
    assert.equal(text(together).positions.length, 3);
  });

  test('are refused as a whole, and the one at fault is named', () => {
    const good = said(onClause('c1'), 'support');
    const refusals = [
      [said(onClause('c2'), 'object'), 'reason-needed'],
      [said(onClause('none'), 'accept'), 'unknown'],
      [said(onAmendment(1), 'accept'), 'unknown'],
      [said(whole, null), 'already'],
      [said(onClause('c2'), 'stand-aside', [{ kind: 'stays', clause: asClauseId('c1') }]), 'bad-field'],
    ] as const;
    for (const [bad, kind] of refusals)
      given(tabled)
        .when(takeAll('bor', [good, { ...bad, reason: null }]))
        .refused('6.2', kind, { on: bad.on });
    given(tabled)
      .when(takeAll('bor', [good, said(whole, 'accept'), said(onClause('c1'), 'object')]))
      .refused('6.2', 'bad-field', { field: 'positions', why: 'repeated', on: onClause('c1') });
  });

  test('are as many as may be, and no more', () => {
    const many = Array.from({ length: MOST['positions-at-once'] + 1 }, (_, i) => `Clause ${i}.`);
    const everything = many.map((_, i) => said(onClause(`c${i + 1}`), 'support'));
    given(founded(3), table('ada', many))
      .when(takeAll('bor', everything))
      .refused('6.2', 'limit', { what: 'positions-at-once' });
    given(founded(3), table('ada', many))
      .when(takeAll('bor', everything.slice(1)))
      .allowed();
  });

  test('accept rival wordings as if each were accepted by itself', () => {
    const rivals = all(tabled, amend('ada', reword('Other.')), amend('ada', reword('Another.')));
    const accepted = [onAmendment(1), onAmendment(2)].map((on) => said(on, 'accept'));
    const { state } = given(rivals, take('cvet', 'accept', onAmendment(2)), takeAll('bor', accepted));
    assert.deepEqual(
      text(state).amendments.map(({ fate }) => fate.kind),
      ['open', 'agreed'],
    );
  });

  test('hang on one thing no more often together than apart', () => {
    const share = MOST['own-conditions'];
    const rewordings = Array.from({ length: share + 1 }, (_, i) => amend('ada', reword(`Other words ${i}.`)));
    const hanging = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, i) =>
        said(onAmendment(from + i), 'accept', [{ kind: 'stays', clause: asClauseId('c2') }]),
      );
    const scene = all(tabled, ...rewordings);
    given(scene)
      .when(takeAll('bor', hanging(1, share + 2)))
      .refused('6.2', 'limit', { what: 'own-conditions', on: onAmendment(share + 1) });
    given(scene, takeAll('bor', hanging(1, share)))
      .when(takeAll('bor', hanging(share, share + 2)))
      .refused('6.2', 'limit', { what: 'own-conditions', on: onAmendment(share + 1) });
    // One that no longer hangs on it makes room for another in the same act.
    given(scene, takeAll('bor', hanging(1, share + 1)))
      .when(takeAll('bor', [said(onAmendment(1), 'accept'), ...hanging(share + 1, share + 2)]))
      .allowed();
  });
});

suite('6.2 friction', () => {
  test('is wherever a participant objects, and nowhere else', () => {
    const { state } = given(
      tabled,
      take('bor', 'object', onClause('c2')),
      take('cvet', 'object', onClause('c2')),
      take('cvet', 'object'),
      take('bor', 'stand-aside', onClause('c1')),
    );
    assert.deepEqual(friction(state), [
      ['whole', 'cvet'],
      ['c2', 'bor', 'cvet'],
    ]);
  });

  test('ends when the objection is taken back, its author leaves or the wording changes', () => {
    const objected = all(tabled, take('bor', 'object', onClause('c2')));
    for (const step of [
      take('bor', null, onClause('c2')),
      take('bor', 'accept', onClause('c2')),
      leave('bor'),
      revise('ada', ['One.', 'Other.']),
    ]) {
      assert.deepEqual(friction(given(objected, step).state), []);
    }
  });

  test('shows the consultations on it', () => {
    const { state } = given(
      tabled,
      take('bor', 'object', onClause('c2')),
      consult('ada', ['bor'], onClause('c2')),
      consult('ada', ['bor']),
      consult('bor', ['cvet'], onClause('c2')),
    );
    assert.deepEqual(frictionOf(state, text(state))[0]?.consultations, [1, 3]);
  });
});
