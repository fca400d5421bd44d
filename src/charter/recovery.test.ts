import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { fingerprint } from '../base/keys.ts';
import { DAY } from '../base/time.ts';
import { all, given, wait } from './spec.ts';
import { act, appoint, applyFor, enrol, founded, leave, lose, rulesWith, table } from './spec-acts.ts';
import { fakeKey, signer } from './spec-world.ts';

const FORTNIGHT = wait(14 * DAY);
const key = (label: string) => fingerprint(fakeKey(label));
const object = (by: string, recovery = 1) =>
  act('recovery.disagree', by, { recovery, reasons: 'We spoke with them: they have lost nothing.' });
const agree = (by: string, recovery = 1) => act('recovery.withdraw-disagreement', by, { recovery });

suite('4.1 a lost last key', () => {
  test('is replaced where no participant disagrees before the deadline', () => {
    const { state } = given(founded(3), enrol('ada', fakeKey('spare')), lose('ada'), FORTNIGHT);
    assert.equal(state.recoveries[0]?.outcome, 'replaced');
    for (const old of ['ada', 'spare']) assert.notEqual(state.keys.get(key(old))?.until, null);
    const fresh = state.keys.get(key('new ada'));
    assert.deepEqual([fresh?.organisation, fresh?.delegate, fresh?.until, fresh?.broughtBy], ['ada', 1, null, null]);
    given(founded(3), lose('ada'), FORTNIGHT).when(table('ada')).allowed();
  });

  test('is good until then, and so may disagree itself', () => {
    const { state } = given(founded(3), lose('ada'), wait(14 * DAY - 1), object('ada'), wait(1));
    assert.equal(state.recoveries[0]?.outcome, 'refused');
    assert.equal(state.keys.get(key('ada'))?.until, null);
    assert.equal(state.keys.has(key('new ada')), false);
  });

  test('stays where one participant disagrees, but not where it thought better of it or left', () => {
    assert.equal(given(founded(3), lose('ada'), object('cvet'), FORTNIGHT).state.recoveries[0]?.outcome, 'refused');
    for (const step of [agree('cvet'), leave('cvet')]) {
      assert.equal(
        given(founded(3), lose('ada'), object('cvet'), step, FORTNIGHT).state.recoveries[0]?.outcome,
        'replaced',
      );
    }
  });

  test('stays where meanwhile its owner left, or its delegate was recalled', () => {
    const other = all(appoint('ada', 'second'), enrol('ada', fakeKey('second'), { delegate: 2 }));
    const meanwhile = [leave('ada'), act('delegate.recall', 'ada', { delegate: 1 }, { delegate: 2 })];
    for (const step of meanwhile) {
      assert.equal(given(founded(3), other, lose('ada'), step, FORTNIGHT).state.recoveries[0]?.outcome, 'refused');
    }
  });

  test('is asked for by the new key alone, in the name of a delegate who represents a participant', () => {
    const request = (by: string, delegate: number) =>
      act('recovery.request', by, { key: fakeKey('x'), use: 'ssh', explanation: 'Lost.' }, { delegate });
    const assistant = all(founded(2), appoint('ada', 'second', 'assisting'));
    given(assistant).when(request('ada', 2)).refused('4.1', 'representing-only');
    given(assistant).when(request('ada', 3)).refused('4.1', 'unknown', { thing: 'delegate', ref: '3' });
    const recalled = all(founded(2), appoint('ada', 'second'), act('delegate.recall', 'ada', { delegate: 2 }));
    given(recalled).when(request('ada', 2)).refused('4.1', 'recalled-delegate', { delegate: 2 });
    given(founded(2), applyFor('nova'))
      .when(request('nova', 1))
      .refused('4.1', 'not-allowed-to', { standing: 'applicant' });
    const signers = [signer(fakeKey('ada')), signer(fakeKey('x'))];
    given(founded(2))
      .when(act('recovery.request', 'ada', { key: fakeKey('x'), use: 'ssh', explanation: 'Lost.' }, { signers }))
      .refused('4.1', 'bad-field', { field: 'signatures', why: 'signers' });
  });

  test('is asked for with a key that is nobody’s and that the rules allow', () => {
    given(founded(2)).when(lose('ada', 'bor')).refused('4.1', 'key-in-use');
    given(founded(2), lose('ada', 'x')).when(lose('bor', 'x')).refused('4.1', 'key-in-use');
    given(founded(2, rulesWith({ keys: { deviceKeys: false } })))
      .when(act('recovery.request', 'ada', { key: fakeKey('x'), use: 'device', explanation: 'Lost.' }))
      .refused('4.1', 'key-kind-not-allowed', { given: 'device' });
  });

  test('is asked for three times at once at most', () => {
    given(founded(2), lose('ada', 'x'), lose('ada', 'y'), lose('ada', 'z'))
      .when(lose('ada', 'w'))
      .refused('4.1', 'already', { what: 'open' });
    given(founded(2), lose('ada', 'x'), lose('ada', 'y'), lose('ada', 'z'), FORTNIGHT).when(lose('ada', 'w')).allowed();
  });

  test('is disagreed with by a participant, once at a time, while the period runs', () => {
    given(founded(2)).when(object('bor')).refused('4.1', 'unknown', { thing: 'recovery', ref: '1' });
    given(founded(2), lose('ada'), object('bor')).when(object('bor')).refused('4.1', 'already', { what: 'disagreed' });
    given(founded(2), lose('ada'), FORTNIGHT).when(object('bor')).refused('4.1', 'unknown', { thing: 'recovery' });
    given(founded(2), lose('ada'), FORTNIGHT).when(agree('bor')).refused('4.1', 'unknown', { thing: 'recovery' });
    given(founded(2), lose('ada')).when(agree('bor')).refused('4.1', 'unknown', { thing: 'disagreement' });
    given(founded(2), lose('ada'), applyFor('nova')).when(object('nova')).refused('4.1', 'not-allowed-to');
  });
});
