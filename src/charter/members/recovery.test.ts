import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { fingerprint } from '../../base/keys.ts';
import { DAY, after } from '../../base/time.ts';
import { MOST } from '../law/limits.ts';
import { REGIONAL_RULES, rulesSchema } from '../law/rules.ts';
import { type Step, all, given, wait } from '../spec/spec.ts';
import { act, appoint, applyFor, enrol, founded, leave, lose, rulesWith, table, unvouch, vouch } from '../spec/acts.ts';
import { START, fakeHash, fakeKey, signer } from '../spec/world.ts';

const FORTNIGHT = wait(14 * DAY);
const key = (label: string) => fingerprint(fakeKey(label));
const object = (by: string, recovery = 1) =>
  act('recovery.disagree', by, { recovery, reasons: 'We spoke with them: they have lost nothing.' });
const agree = (by: string, recovery = 1) => act('recovery.withdraw-disagreement', by, { recovery });
const asked = (use: string, label = 'x') => ({ key: fakeKey(label), use, explanation: fakeHash('Lost.') });

/** `ada` asks for a new key, and `bor` vouches for it. */
const vouched = all(lose('ada'), vouch('bor', 'ada'));

const ends = (kind: string, ...steps: readonly Step[]) =>
  assert.equal(given(founded(3), ...steps).state.recoveries[0]?.stage.kind, kind);

suite('4.1 a lost last key', () => {
  test('is replaced where another participant vouches for the new one and none disagrees before the deadline', () => {
    const { state } = given(founded(3), enrol('ada', fakeKey('spare')), vouched, FORTNIGHT);
    assert.equal(state.recoveries[0]?.stage.kind, 'replaced');
    for (const old of ['ada', 'spare']) assert.notEqual(state.keys.get(key(old))?.until, null);
    const fresh = state.keys.get(key('new ada'));
    assert.deepEqual([fresh?.organisation, fresh?.delegate, fresh?.until, fresh?.broughtBy], ['ada', 1, null, null]);
    given(founded(3), vouched, FORTNIGHT).when(table('ada')).allowed();
  });

  test('and everyone is told what came of it, and of those beside it; of one that nobody vouched for there is nothing to tell', () => {
    const told = (...steps: readonly Step[]) =>
      given(founded(3), ...steps)
        .state.circulations.filter(({ what }) => what.kind === 'outcome')
        .map(({ what, recipients }) => [what.kind === 'outcome' && what.of, [...recipients.keys()]]);
    const all3 = ['ada', 'bor', 'cvet'];
    const of = (recovery: number) => [{ kind: 'recovery', recovery }, all3];
    assert.deepEqual(told(vouched, FORTNIGHT), [of(1)]);
    assert.deepEqual(told(vouched, object('cvet'), FORTNIGHT), [of(1)]);
    assert.deepEqual(told(lose('ada'), FORTNIGHT), []);
    const beside = all(lose('ada', 'thief'), vouch('cvet', 'ada', 'thief'));
    assert.deepEqual(told(vouched, beside, FORTNIGHT), [of(1), of(2)]);
  });

  test('is good until then, and so may disagree itself', () => {
    const { state } = given(founded(3), vouched, wait(14 * DAY - 1), object('ada'), wait(1));
    assert.equal(state.recoveries[0]?.stage.kind, 'refused');
    assert.equal(state.keys.get(key('ada'))?.until, null);
    assert.equal(state.keys.has(key('new ada')), false);
  });

  test('stays where one participant disagrees, but not where it thought better of it or left', () => {
    ends('refused', vouched, object('cvet'), FORTNIGHT);
    ends('refused', lose('ada'), object('cvet'), vouch('bor', 'ada'), FORTNIGHT);
    for (const step of [agree('cvet'), leave('cvet')]) ends('replaced', vouched, object('cvet'), step, FORTNIGHT);
  });

  test('stays where meanwhile its owner left, or its delegate was recalled', () => {
    const other = all(appoint('ada', 'second'), enrol('ada', fakeKey('second'), { delegate: 2 }));
    const meanwhile = [
      leave('ada'),
      act('delegate.recall', 'ada', { delegate: 1 }, { delegate: 2 }),
      enrol('ada', fakeKey('new ada')),
    ];
    for (const step of meanwhile) ends('refused', other, vouched, step, FORTNIGHT);
  });

  test('goes to nobody who asks beside its owner: vouched for together, they contest each other, until others disagree with the wrong one', () => {
    const second = all(appoint('ada', 'second'), enrol('ada', fakeKey('second'), { delegate: 2 }));
    const beside: readonly (readonly [ask: Step, delegate: number])[] = [
      [lose('ada', 'thief'), 1],
      [act('recovery.request', 'ada', asked('ssh', 'thief'), { delegate: 2 }), 2],
    ];
    for (const [ask, delegate] of beside) {
      const thief = all(ask, vouch('bor', 'ada', 'thief', delegate));
      const owner = all(lose('ada'), vouch('cvet', 'ada'));
      const stages = (...steps: readonly Step[]) =>
        given(founded(4), second, ...steps).state.recoveries.map(({ stage }) => stage.kind);
      for (const both of [all(thief, wait(1), owner), all(owner, wait(1), thief)]) {
        assert.deepEqual(stages(both, FORTNIGHT, wait(1)), ['refused', 'refused']);
        assert.equal(given(founded(4), second, both, FORTNIGHT, wait(1)).state.keys.has(key('thief')), false);
      }
      assert.deepEqual(stages(owner, thief, object('dora', 2), FORTNIGHT), ['replaced', 'refused']);
      assert.deepEqual(stages(thief, owner, object('dora', 1), FORTNIGHT), ['refused', 'replaced']);
      // Whoever is not vouched for stands in nobody's way, and later finds its owner awake.
      assert.deepEqual(stages(ask, owner, FORTNIGHT), ['lapsed', 'replaced']);
    }
  });

  test('is asked for by the new key alone, in the name of a delegate who represents a participant', () => {
    const request = (by: string, delegate: number) => act('recovery.request', by, asked('ssh'), { delegate });
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
      .when(act('recovery.request', 'ada', asked('ssh'), { signers }))
      .refused('4.1', 'bad-field', { field: 'signatures', why: 'signers' });
  });

  test('is asked for with a key that is nobody’s and that the rules allow', () => {
    given(founded(2)).when(lose('ada', 'bor')).refused('4.1', 'key-in-use');
    given(founded(2, rulesWith({ keys: { deviceKeys: false } })))
      .when(act('recovery.request', 'ada', asked('device')))
      .refused('4.1', 'key-kind-not-allowed', { given: 'device' });
  });

  test('is disagreed with by a participant, once at a time, while the request is open', () => {
    given(founded(2)).when(object('bor')).refused('4.1', 'unknown', { thing: 'recovery', ref: '1' });
    given(founded(2), lose('ada'), object('bor')).when(object('bor')).refused('4.1', 'already', { what: 'disagreed' });
    given(founded(2), lose('ada'), FORTNIGHT).when(object('bor')).refused('4.1', 'unknown', { thing: 'recovery' });
    given(founded(2), lose('ada'), FORTNIGHT).when(agree('bor')).refused('4.1', 'unknown', { thing: 'recovery' });
    given(founded(2), lose('ada')).when(agree('bor')).refused('4.1', 'unknown', { thing: 'disagreement' });
    given(founded(2), lose('ada'), applyFor('nova')).when(object('nova')).refused('4.1', 'not-allowed-to');
  });
});

suite('4.1 a request that nobody vouches for', () => {
  test('has no effect, and lapses by itself', () => {
    const { state } = given(founded(3), lose('ada'), FORTNIGHT);
    assert.equal(state.recoveries[0]?.stage.kind, 'lapsed');
    assert.equal(state.keys.get(key('ada'))?.until, null);
    assert.equal(state.keys.has(key('new ada')), false);
    assert.deepEqual(state.deadlines, []);
  });

  test('takes nobody’s place while there is one', () => {
    const strangers = Array.from({ length: MOST['requested-keys'] - 1 }, (_, i) => lose('ada', `stranger ${i}`));
    given(founded(3), ...strangers)
      .when(lose('ada'))
      .allowed();
    const { state } = given(founded(3), ...strangers, vouched, FORTNIGHT);
    assert.deepEqual(
      state.recoveries.map(({ stage }) => stage.kind),
      [...strangers.map(() => 'lapsed'), 'replaced'],
    );
  });

  test('takes no key from anybody: whoever holds it may ask elsewhere, apply or enrol with it', () => {
    given(founded(2), lose('ada', 'x')).when(lose('ada', 'x')).refused('4.1', 'already', { what: 'open' });
    given(founded(2), lose('ada', 'x'), FORTNIGHT).when(lose('ada', 'x')).allowed();
    given(founded(2), lose('ada', 'x')).when(lose('bor', 'x')).allowed();
    given(founded(2), lose('ada', 'x'))
      .when(enrol('bor', fakeKey('x')))
      .allowed();
    given(founded(2), lose('ada', 'x'))
      .when(applyFor('nova', { key: fakeKey('x') }))
      .allowed();
  });

  test('for one key in two places counts in one', () => {
    const twice = all(lose('ada', 'x'), lose('bor', 'x'), vouch('cvet', 'bor', 'x'), vouch('cvet', 'ada', 'x'));
    const { state } = given(founded(3), twice, FORTNIGHT);
    assert.deepEqual(
      state.recoveries.map(({ organisation, stage }) => [organisation, stage.kind]),
      [
        ['ada', 'refused'],
        ['bor', 'replaced'],
      ],
    );
    assert.equal(state.keys.get(key('x'))?.organisation, 'bor');
    assert.equal(state.keys.get(key('ada'))?.until, null);
  });
});

suite('4.1 a voucher', () => {
  test('lets the whole period run from then on, whatever the request waited', () => {
    const { state } = given(founded(3), lose('ada'), wait(13 * DAY), vouch('bor', 'ada'));
    assert.deepEqual(state.recoveries[0]?.stage, { kind: 'running', ends: after(START, 27 * DAY) });
    assert.deepEqual(
      state.recoveries[0].vouchers.map(({ by, key: signed }) => [by, signed]),
      [['bor', key('bor')]],
    );
  });

  test('is another participant’s: with a key of its own an organisation enrols', () => {
    given(founded(2), lose('ada')).when(vouch('ada', 'ada')).refused('4.1', 'vouches-for-itself');
    given(founded(2), lose('ada'))
      .when(enrol('ada', fakeKey('new ada')))
      .allowed();
    given(founded(2), lose('ada'), applyFor('nova')).when(vouch('nova', 'ada')).refused('4.1', 'not-allowed-to');
    given(founded(2), lose('ada'), appoint('bor', 'second', 'assisting'), enrol('bor', fakeKey('s'), { delegate: 2 }))
      .when(act('recovery.vouch', 'bor', { organisation: 'ada', delegate: 1, key: key('new ada') }, { delegate: 2 }))
      .refused('4.1', 'representing-only');
  });

  test('names whose key it is, and is for an open request that asks for exactly that', () => {
    for (const wrong of [
      vouch('bor', 'ada', 'other'),
      vouch('bor', 'cvet', 'new ada'),
      vouch('bor', 'ada', 'new ada', 2),
    ])
      given(founded(3), lose('ada')).when(wrong).refused('4.1', 'unknown', { thing: 'recovery' });
    given(founded(3), lose('ada'), FORTNIGHT)
      .when(vouch('bor', 'ada'))
      .refused('4.1', 'unknown', { thing: 'recovery' });
    given(founded(3), vouched).when(vouch('bor', 'ada')).refused('4.1', 'already', { what: 'vouched' });
    given(founded(3), vouched).when(vouch('cvet', 'ada')).allowed();
    given(founded(3), lose('ada'), object('bor'))
      .when(vouch('bor', 'ada'))
      .refused('4.1', 'already', { what: 'disagreed' });
  });

  test('is given by as many as the rules say, at least one, and no more than there are others', () => {
    const two = rulesWith({ keys: { vouchers: 2 } });
    const kind = (...steps: readonly Step[]) => given(...steps, FORTNIGHT).state.recoveries[0]?.stage.kind;
    assert.equal(kind(founded(3, two), vouched), 'lapsed');
    assert.equal(kind(founded(3, two), vouched, vouch('cvet', 'ada')), 'replaced');
    assert.equal(kind(founded(2, two), vouched), 'replaced');
    assert.equal(kind(founded(2), leave('bor'), lose('ada')), 'lapsed');
    const none = { ...REGIONAL_RULES, keys: { ...REGIONAL_RULES.keys, vouchers: 0 } };
    assert.equal(rulesSchema.safeParse(none).success, false);
  });

  test('taken back, or its maker gone, stops the period, which then runs anew', () => {
    for (const step of [unvouch('bor'), leave('bor')]) {
      const stopped = given(founded(3), vouched, wait(14 * DAY - 1), step, wait(1));
      assert.equal(stopped.world.state.recoveries[0]?.stage.kind, 'awaiting');
      stopped.when(vouch('cvet', 'ada')).allowed();
      const stageAfter = (ms: number) => {
        stopped.world.wait(ms);
        return stopped.state.recoveries[0]?.stage.kind;
      };
      assert.deepEqual([stageAfter(14 * DAY - 1), stageAfter(1)], ['running', 'replaced']);
    }
    given(founded(3), lose('ada')).when(unvouch('bor')).refused('4.1', 'unknown', { thing: 'voucher' });
    given(founded(3), vouched, FORTNIGHT).when(unvouch('bor')).refused('4.1', 'unknown', { thing: 'recovery' });
  });
});
