import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { MINUTE, after } from '../../base/time.ts';
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
  whole,
} from '../spec/acts.ts';
import { START, asClauseId } from '../spec/world.ts';
import type { State } from '../state.ts';

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
        act('position.take', 'bor', { text: 1, revision: 1, on: whole, stand: 'accept', reason: null, conditions: [] }),
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

suite('6.2 consultations', () => {
  const body = (fields: object) =>
    act('consultation.record', 'ada', {
      text: 1,
      on: whole,
      with: ['ada', 'bor'],
      held: START,
      tried: 'New words.',
      result: 'None.',
      ...fields,
    });

  test('are recorded by one who was there', () => {
    given(tabled).when(body({})).allowed();
    given(tabled)
      .when(body({ with: ['bor', 'cvet'] }))
      .refused('6.2', 'bad-field', { field: 'with', why: 'without-yourself' });
  });

  test('are between participants, each named once', () => {
    given(tabled)
      .when(body({ with: ['ada', 'bor', 'bor'] }))
      .refused('6.2', 'bad-field', { field: 'with', why: 'repeated' });
    given(tabled)
      .when(body({ with: ['ada', 'nova'] }))
      .refused('6.2', 'unknown', { thing: 'organisation', ref: 'nova' });
    given(tabled, leave('bor')).when(body({})).refused('6.2', 'unknown', { thing: 'organisation', ref: 'bor' });
  });

  test('have been held', () => {
    given(tabled)
      .when(body({ held: after(START, MINUTE) }))
      .refused('6.2', 'bad-field', { field: 'held', why: 'in-the-future' });
  });

  test('are on a clause that is there, of a text that is open', () => {
    given(tabled)
      .when(body({ on: onClause('none') }))
      .refused('6.2', 'unknown', { thing: 'clause', ref: 'none' });
    given(founded(2)).when(body({})).refused('6.2', 'unknown', { thing: 'text' });
    given(founded(3), adopt(['ada', 'bor', 'cvet']))
      .when(body({}))
      .refused('6.2', 'wrong-stage', { stage: 'adopted' });
    given(tabled, decide('ada'))
      .when(body({ on: onClause('c1') }))
      .allowed();
  });
});
