import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { DAY, after } from '../../base/time.ts';
import { all, given, wait } from '../spec/spec.ts';
import {
  act,
  adopt,
  applyFor,
  consult,
  decide,
  disagree,
  founded,
  leave,
  enrol,
  otherCharter,
  present,
  presented,
  reapply,
  rulesWith,
  sign,
  table,
  take,
} from '../spec/acts.ts';
import { profile } from '../spec/names.ts';
import { tookPartAt } from './organisations.ts';
import { inviteGuest, openStatement, signStatement } from '../spec/statements.ts';
import { START, fakeKey } from '../spec/world.ts';
import type { State } from '../state.ts';

const standing = (state: State, id: string) =>
  [...state.organisations.values()].find((organisation) => organisation.id === id)?.standing;

const MONTH = wait(30 * DAY);

suite('2.1 applying', () => {
  test('waits to be presented, by the signature that accepts principles and rules', () => {
    const state = given(founded(3)).when(applyFor('nova')).allowed();
    assert.deepEqual(standing(state, 'nova'), {
      kind: 'applicant',
      period: { kind: 'awaiting', lapses: after(START, 30 * DAY) },
    });
    const nova = [...state.organisations.values()].at(-1);
    assert.equal(nova?.accepted?.charter, state.charter?.hash);
    assert.deepEqual(
      nova?.delegates.map(({ role }) => role),
      ['representing'],
    );
  });

  test('is for the charter in force', () => {
    given(founded(2))
      .when(applyFor('nova', { charter: otherCharter }))
      .refused('2.1', 'superseded', { field: 'charter' });
    given(founded(2), presented('nova'), MONTH, leave('nova'))
      .when(act('participation.reapply', 'nova', { charter: otherCharter, letter: otherCharter }))
      .refused('2.1', 'superseded', { field: 'charter' });
  });

  test('is for organisations of the region, several of a country', () => {
    given(founded(2))
      .when(applyFor('nova', { country: 'FI' }))
      .refused('2.1', 'outside-region', { country: 'FI' });
    given(founded(2), applyFor('nova', { country: 'GR' }))
      .when(applyFor('stara', { country: 'GR' }))
      .allowed();
  });

  test('is for an organisation that the record does not know, under a name of its own', () => {
    given(founded(2)).when(applyFor('bor')).refused('2.1', 'taken', { field: 'by', value: 'bor' });
    given(founded(2))
      .when(applyFor('', { name: 'No id' }))
      .refused('2.1', 'bad-field', { field: 'by', why: 'missing' });
  });

  test('brings the first delegate and a key of their own', () => {
    given(founded(2))
      .when((world) =>
        world.send({ kind: 'participation.apply', by: 'nova', delegate: 2, body: { ...body(world.state) } }),
      )
      .refused('4.1', 'unknown', { thing: 'delegate', ref: '2' });
    given(founded(2))
      .when(applyFor('nova', { key: fakeKey('ada') }))
      .refused('4.1', 'key-in-use');
    given(founded(2))
      .when(applyFor('nova', { key: fakeKey('host') }))
      .refused('4.1', 'key-in-use');
    given(founded(2, rulesWith({ keys: { deviceKeys: false } })))
      .when(applyFor('nova', { use: 'device' }))
      .refused('4.1', 'key-kind-not-allowed');
  });

  test('is taken back by the applicant alone', () => {
    const state = given(founded(2), applyFor('nova'))
      .when(act('participation.withdraw', 'nova', {}))
      .allowed();
    assert.equal(standing(state, 'nova')?.kind, 'withdrawn');
    assert.deepEqual(state.deadlines, []);
    given(founded(2), applyFor('nova'))
      .when(act('participation.withdraw', 'ada', {}))
      .refused('2.1', 'not-allowed-to', { standing: 'participant' });
  });

  test('is done again by one that was not admitted or not presented, has left, took its application back or is a guest', () => {
    const gone = [
      all(presented('nova'), disagree('ada', 'nova'), MONTH),
      all(presented('nova'), MONTH, leave('nova')),
      all(applyFor('nova'), MONTH),
      all(applyFor('nova'), act('participation.withdraw', 'nova', {})),
      all(openStatement('ada', ['nova']), enrol('nova')),
    ];
    for (const step of gone) {
      const state = given(founded(2), step).when(reapply('nova')).allowed();
      assert.equal(standing(state, 'nova')?.kind, 'applicant');
      const application = [...state.organisations.values()].at(-1)?.applications.at(-1);
      assert.deepEqual([application?.vouchers, application?.disagreements], [[], []]);
    }
    given(founded(2), applyFor('nova'))
      .when(reapply('nova'))
      .refused('2.1', 'not-allowed-to', { standing: 'applicant' });
  });

  test('a guest from outside the region may sign, but not apply', () => {
    given(founded(2), openStatement('ada'), inviteGuest('ada', 'suomi', { country: 'FI' }), enrol('suomi'))
      .when(reapply('suomi'))
      .refused('2.1', 'outside-region', { country: 'FI' });
  });

  const body = (state: State) => ({
    ...profile('nova'),
    charter: state.charter?.hash,
    letter: otherCharter,
    delegate: null,
    key: fakeKey('nova'),
    use: 'ssh',
  });
});

suite('2.4 leaving', () => {
  test('ends one term, and coming back begins another: what was signed in the first stays a participant’s', () => {
    const back = all(
      founded(3),
      openStatement('ada'),
      signStatement('bor'),
      leave('bor'),
      reapply('bor'),
      present('ada', 'bor'),
    );
    for (const steps of [back, all(back, wait(30 * DAY))]) {
      const { state } = given(steps);
      const bor = [...state.organisations.values()].find(({ id }) => id === 'bor') ?? assert.fail();
      const on = [...(state.statements[0]?.signatures.values() ?? [])][0]?.on ?? assert.fail();
      assert.equal(tookPartAt(bor, on), true);
      assert.equal(tookPartAt(bor, { ...on, index: on.index + 1 }), false);
    }
  });

  test('leaves what was signed as it was signed then', () => {
    const names = ['ada', 'bor', 'cvet'];
    const state = given(founded(3), adopt(names), sign('bor')).when(leave('bor')).allowed();
    assert.equal(standing(state, 'bor')?.kind, 'former');
    assert.deepEqual([...(state.texts[0]?.signatures.keys() ?? [])], ['bor']);
    assert.equal(state.texts[0]?.signatures.get('bor' as never)?.withdrawn, null);
  });

  test('ends what a participant alone may do', () => {
    given(founded(3), leave('bor')).when(table('bor')).refused('13.2', 'not-allowed-to', { standing: 'former' });
    given(founded(3), leave('bor')).when(leave('bor')).refused('2.4', 'not-allowed-to', { standing: 'former' });
  });

  test('takes the decision that waited for the one who left alone', () => {
    const before = given(founded(3), table('ada'), decide('ada'), take('ada', 'support'), take('bor', 'accept'));
    assert.equal(before.state.texts[0]?.stage, 'decision');
    assert.equal(before.when(leave('cvet')).allowed().texts[0]?.decision?.outcome?.result, 'unanimous');
  });

  test('leaves a decision open while others have not answered', () => {
    const state = given(founded(4), table('ada'), decide('ada'), take('ada', 'support'), take('cvet', 'object'))
      .when(leave('cvet'))
      .allowed();
    assert.equal(state.texts[0]?.stage, 'decision');
  });

  test('takes the objection of the one who left along', () => {
    const { state } = given(
      founded(3),
      table('ada'),
      take('cvet', 'object'),
      consult('ada', ['cvet']),
      decide('ada'),
      take('ada', 'support'),
      take('cvet', 'object'),
      leave('cvet'),
      take('bor', 'accept'),
    );
    assert.equal(state.texts[0]?.decision?.outcome?.result, 'unanimous');
  });
});
