import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { DAY, after } from '../base/time.ts';
import { all, given, wait } from './spec.ts';
import {
  act,
  adopt,
  agreeAgain,
  applyFor,
  consult,
  decide,
  disagree,
  founded,
  guest,
  leave,
  openStatement,
  enrol,
  otherCharter,
  profile,
  reapply,
  rulesWith,
  sign,
  table,
  take,
} from './spec-acts.ts';
import { START, fakeKey } from './spec-world.ts';
import type { State } from './state.ts';

const standing = (state: State, id: string) =>
  [...state.organisations.values()].find((organisation) => organisation.id === id)?.standing;

const MONTH = wait(30 * DAY);
const LESS_THAN_A_MONTH = wait(30 * DAY - 1);

suite('2.1 applying', () => {
  test('opens a no-disagreement period by the signature that accepts principles and rules', () => {
    const state = given(founded(3)).when(applyFor('nova')).allowed();
    assert.deepEqual(standing(state, 'nova'), { kind: 'applicant', deadline: after(START, 30 * DAY) });
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
    given(founded(2), applyFor('nova'), MONTH, leave('nova'))
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

  test('is done again by one that was not admitted, has left, took its application back or is a guest', () => {
    const gone = [
      all(applyFor('nova'), disagree('ada', 'nova'), MONTH),
      all(applyFor('nova'), MONTH, leave('nova')),
      all(applyFor('nova'), act('participation.withdraw', 'nova', {})),
      all(openStatement('ada', ['nova']), enrol('nova')),
    ];
    for (const step of gone) {
      const state = given(founded(2), step).when(reapply('nova')).allowed();
      assert.equal(standing(state, 'nova')?.kind, 'applicant');
      assert.deepEqual([...state.organisations.values()].at(-1)?.disagreements, []);
    }
    given(founded(2), applyFor('nova'))
      .when(reapply('nova'))
      .refused('2.1', 'not-allowed-to', { standing: 'applicant' });
  });

  test('a guest from outside the region may sign, but not apply', () => {
    const finn = { ...guest('suomi'), country: 'FI' };
    given(founded(2), openStatement('ada', [], { invited: [finn] }), enrol('suomi'))
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

suite('2.3 admission', () => {
  test('follows when nobody has disagreed by the deadline, at that very instant and not before', () => {
    const applied = all(founded(3), applyFor('nova'));
    assert.equal(standing(given(applied, LESS_THAN_A_MONTH).state, 'nova')?.kind, 'applicant');
    const { state } = given(applied, MONTH);
    assert.deepEqual(standing(state, 'nova'), { kind: 'participant', since: { index: 7, at: after(START, 30 * DAY) } });
  });

  test('fails where one participant upholds its disagreement', () => {
    const { state } = given(founded(3), applyFor('nova'), disagree('cvet', 'nova'), MONTH);
    assert.equal(standing(state, 'nova')?.kind, 'not-admitted');
    assert.deepEqual(
      [...state.organisations.values()].at(-1)?.disagreements.map(({ by, reasons }) => [by, reasons]),
      [['cvet', 'Too near a government.']],
    );
  });

  test('follows where the disagreement was taken back in time, or its author has left', () => {
    for (const step of [agreeAgain('cvet', 'nova'), leave('cvet')]) {
      const { state } = given(founded(3), applyFor('nova'), disagree('cvet', 'nova'), LESS_THAN_A_MONTH, step, wait(1));
      assert.equal(standing(state, 'nova')?.kind, 'participant');
    }
  });

  test('a disagreement that comes at the deadline comes too late', () => {
    given(founded(3), applyFor('nova'), LESS_THAN_A_MONTH).when(disagree('cvet', 'nova')).allowed();
    given(founded(3), applyFor('nova'), MONTH)
      .when(disagree('cvet', 'nova'))
      .refused('2.3', 'unknown', { thing: 'organisation' });
    given(founded(3), applyFor('nova'), disagree('cvet', 'nova'), MONTH)
      .when(agreeAgain('cvet', 'nova'))
      .refused('2.3', 'unknown', { thing: 'organisation' });
  });

  test('a disagreement upheld to the end stays upheld on the record when its author leaves later', () => {
    const { state } = given(founded(3), applyFor('nova'), disagree('cvet', 'nova'), MONTH, leave('cvet'));
    assert.equal([...state.organisations.values()].at(-1)?.disagreements[0]?.withdrawn, null);
  });

  test('is disagreed with by participants, each once at a time', () => {
    given(founded(3), applyFor('nova'), applyFor('stara'))
      .when(disagree('stara', 'nova'))
      .refused('2.3', 'not-allowed-to', { standing: 'applicant' });
    given(founded(3), applyFor('nova'), disagree('bor', 'nova'))
      .when(disagree('bor', 'nova'))
      .refused('2.3', 'already', { what: 'disagreed' });
    given(founded(3), applyFor('nova'), disagree('bor', 'nova'), agreeAgain('bor', 'nova'))
      .when(disagree('bor', 'nova'))
      .allowed();
    given(founded(3), applyFor('nova'), disagree('bor', 'nova'))
      .when(agreeAgain('cvet', 'nova'))
      .refused('2.3', 'unknown', { thing: 'disagreement' });
  });

  test('lasts as long as the rules say', () => {
    const { state } = given(
      founded(2, rulesWith({ participation: { noDisagreementDays: 3 } })),
      applyFor('nova'),
      wait(3 * DAY),
    );
    assert.equal(standing(state, 'nova')?.kind, 'participant');
  });
});

suite('2.4 leaving', () => {
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
