import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { DAY } from '../../base/time.ts';
import { fingerprint } from '../../base/keys.ts';
import { all, given, wait } from '../spec/spec.ts';
import {
  act,
  amend,
  appointing,
  applyFor,
  appoint,
  disagree,
  enrol,
  found,
  founded,
  leave,
  presented,
  rulesWith,
  table,
  take,
} from '../spec/acts.ts';
import { openStatement } from '../spec/statements.ts';
import { type Attempt, asClauseId, fakeKey, signer } from '../spec/world.ts';
import type { State } from '../state.ts';

const delegates = (state: State, id = 'ada') =>
  [...state.organisations.values()].find((organisation) => organisation.id === id)?.delegates ?? [];
const print = (label: string) => fingerprint(fakeKey(label));
const recall = (by: string, delegate: number) => act('delegate.recall', by, { delegate });
const revoke = (by: string, label: string, delegate = 1) => act('key.revoke', by, { key: print(label) }, { delegate });

/** Ada's second delegate with a key of her own. */
const second = (role: 'representing' | 'assisting' = 'representing') =>
  all(appoint('ada', 'second', role), enrol('ada', fakeKey('second'), { delegate: 2 }));

suite('4.1 appointing', () => {
  test('gives a delegate a number and a link', () => {
    const state = given(founded(2))
      .when(appoint('ada', 'second', 'assisting'))
      .allowed();
    assert.deepEqual(
      delegates(state).map(({ number, role }) => [number, role]),
      [
        [1, 'representing'],
        [2, 'assisting'],
      ],
    );
    assert.equal(delegates(state)[1]?.invitation, fakeKey('invitation second'));
    assert.equal(state.keys.get(print('invitation second'))?.broughtBy, print('ada'));
  });

  test('is the organisation’s own matter in every standing', () => {
    const standings = [
      all(founded(2), applyFor('nova')),
      all(founded(2), applyFor('nova'), wait(30 * DAY)),
      all(founded(2), presented('nova'), disagree('ada', 'nova'), wait(30 * DAY)),
      all(founded(2), presented('nova'), wait(30 * DAY), leave('nova')),
      all(founded(2), applyFor('nova'), act('participation.withdraw', 'nova', {})),
      all(founded(2), openStatement('ada', ['nova']), enrol('nova')),
      all(found(['ada', 'nova']), enrol('nova')),
    ];
    for (const step of standings) given(step).when(appoint('nova', 'second')).allowed();
  });

  test('is for those who represent the organisation', () => {
    given(founded(2), second('assisting'))
      .when(appointing('ada', { name: null, role: 'representing', invitation: fakeKey('x') }, { delegate: 2 }))
      .refused('4.1', 'representing-only');
  });

  test('needs a link of its own that is an Ed25519 key', () => {
    const invite = (invitation: string, more: Partial<Attempt> = {}) =>
      appointing('ada', { name: null, role: 'representing', invitation }, more);
    const hardware = fakeKey('x', 'passkey');
    given(founded(2))
      .when(invite(fakeKey('bor')))
      .refused('4.1', 'key-in-use', { key: print('bor') });
    given(founded(2))
      .when(invite(fakeKey('host')))
      .refused('4.1', 'key-in-use');
    given(founded(2))
      .when(invite(hardware, { signers: [signer(fakeKey('ada')), { ...signer(hardware), webauthn: false }] }))
      .refused('4.1', 'key-kind-not-allowed');
    const none = { field: 'invitation', why: 'not-a-key' };
    given(founded(2)).when(invite('ssh-ed25519 AAAB')).refused('4.1', 'bad-field', none);
    given(founded(2))
      .when(invite(hardware.replace('sk-ecdsa-sha2-nistp256@openssh.com', 'ssh-ed25519')))
      .refused('4.1', 'bad-field', none);
  });
});

suite('4.1 keys', () => {
  test('the first is enrolled by the link, which is spent by it', () => {
    const before = given(founded(2), appoint('ada', 'second'));
    const state = before.when(enrol('ada', fakeKey('second'), { delegate: 2 })).allowed();
    assert.equal(delegates(state)[1]?.invitation, null);
    assert.notEqual(state.keys.get(print('invitation second'))?.until, null);
    assert.equal(state.keys.get(print('second'))?.until, null);
    const signers = [signer(fakeKey('invitation second')), signer(fakeKey('third'))];
    before
      .when(
        act(
          'key.enrol',
          'ada',
          { delegate: 2, key: fakeKey('third'), use: 'ssh', name: null },
          { delegate: 2, signers },
        ),
      )
      .refused('4.1', 'revoked-key', { key: print('invitation second') });
  });

  test('the first ends the link, whoever brings it', () => {
    const state = given(founded(2), appoint('ada', 'second'))
      .when(enrol('ada', fakeKey('second'), { whose: 2 }))
      .allowed();
    assert.equal(delegates(state)[1]?.invitation, null);
    assert.notEqual(state.keys.get(print('invitation second'))?.until, null);
  });

  test('a link is good for nothing else, not even a colleague’s key', () => {
    const invited = all(founded(2), appoint('ada', 'second'), appoint('ada', 'third'));
    const link = signer(fakeKey('invitation second'));
    given(invited)
      .when(act('delegate.recall', 'ada', { delegate: 1 }, { delegate: 2, signers: [link] }))
      .refused('4.1', 'unknown-key');
    given(invited)
      .when(
        act(
          'key.enrol',
          'ada',
          { delegate: 3, key: fakeKey('x'), use: 'ssh', name: null },
          { delegate: 2, signers: [link, signer(fakeKey('x'))] },
        ),
      )
      .refused('4.1', 'unknown-key');
  });

  test('more are enrolled by the delegate, or by one who represents the organisation', () => {
    given(founded(2), second('assisting'))
      .when(enrol('ada', fakeKey('other'), { delegate: 2 }))
      .allowed();
    given(founded(2), second('assisting'))
      .when(enrol('ada', fakeKey('other'), { whose: 2 }))
      .allowed();
    given(founded(2), second('assisting'))
      .when(enrol('ada', fakeKey('other'), { delegate: 2, whose: 1 }))
      .refused('4.1', 'representing-only');
  });

  test('are enrolled for a delegate who is there', () => {
    given(founded(2))
      .when(enrol('ada', fakeKey('x'), { whose: 2 }))
      .refused('4.1', 'unknown', { thing: 'delegate', ref: '2' });
    given(founded(2), second(), recall('ada', 2))
      .when(enrol('ada', fakeKey('x'), { whose: 2 }))
      .refused('4.1', 'recalled-delegate', { delegate: 2 });
  });

  test('belong to one delegate of one organisation', () => {
    given(founded(2))
      .when(enrol('ada', fakeKey('bor')))
      .refused('4.1', 'key-in-use');
    given(founded(2), enrol('ada', fakeKey('x')), revoke('ada', 'x'))
      .when(enrol('bor', fakeKey('x')))
      .refused('4.1', 'key-in-use');
  });

  test('are what they say they are', () => {
    given(founded(2))
      .when(enrol('ada', fakeKey('x', 'passkey'), { use: 'passkey' }))
      .allowed();
    given(founded(2))
      .when(enrol('ada', fakeKey('x'), { use: 'device' }))
      .allowed();
    given(founded(2))
      .when(enrol('ada', fakeKey('x'), { use: 'passkey' }))
      .refused('4.1', 'bad-field', { field: 'key', why: 'has-not-signed' });
    given(founded(2))
      .when(enrol('ada', fakeKey('x', 'passkey'), { use: 'ssh' }))
      .refused('4.1', 'bad-field', { field: 'key', why: 'has-not-signed' });
    given(founded(2))
      .when(enrol('ada', fakeKey('x', 'passkey'), { use: 'device' }))
      .refused('4.1', 'bad-field', { field: 'key', why: 'has-not-signed' });
    given(founded(2, rulesWith({ keys: { deviceKeys: false } })))
      .when(enrol('ada', fakeKey('x'), { use: 'device' }))
      .refused('4.1', 'key-kind-not-allowed', { given: 'device' });
  });

  test('are revoked by their delegate, or by one who represents the organisation', () => {
    given(founded(2), second('assisting'))
      .when(revoke('ada', 'second', 2))
      .allowed();
    given(founded(2), second('assisting')).when(revoke('ada', 'second')).allowed();
    given(founded(2), second('assisting'))
      .when(revoke('ada', 'ada', 2))
      .refused('4.1', 'representing-only');
    given(founded(2)).when(revoke('ada', 'bor')).refused('4.1', 'not-yours', { owner: 'bor' });
    given(founded(2)).when(revoke('ada', 'nobody')).refused('4.1', 'unknown', { thing: 'key' });
    given(founded(2), second(), revoke('ada', 'second')).when(revoke('ada', 'second')).refused('4.1', 'revoked-key');
  });

  test('revoked sign nothing any more', () => {
    const signers = [signer(fakeKey('second'))];
    given(founded(2), second(), revoke('ada', 'second'))
      .when(act('participation.leave', 'ada', { reason: null }, { delegate: 2, signers }))
      .refused('4.1', 'revoked-key', { key: print('second') });
  });

  test('a link is revoked as a key is', () => {
    const state = given(founded(2), appoint('ada', 'second')).when(revoke('ada', 'invitation second')).allowed();
    assert.equal(delegates(state)[1]?.invitation, null);
  });
});

suite('4.1 recalling', () => {
  test('ends the delegate’s keys and link', () => {
    const state = given(founded(2), second(), enrol('ada', fakeKey('other'), { delegate: 2 }))
      .when(recall('ada', 2))
      .allowed();
    assert.notEqual(delegates(state)[1]?.recalled, null);
    for (const label of ['second', 'other']) assert.notEqual(state.keys.get(print(label))?.until, null);
    assert.equal(state.keys.get(print('ada'))?.until, null);
    const unopened = given(founded(2), appoint('ada', 'second')).when(recall('ada', 2)).allowed();
    assert.equal(delegates(unopened)[1]?.invitation, null);
  });

  test('is of a delegate who is there, once', () => {
    given(founded(2)).when(recall('ada', 2)).refused('4.1', 'unknown', { thing: 'delegate', ref: '2' });
    given(founded(2), second(), recall('ada', 2))
      .when(recall('ada', 2))
      .refused('4.1', 'recalled-delegate', { delegate: 2 });
  });

  test('leaves somebody to represent the organisation', () => {
    given(founded(2)).when(recall('ada', 1)).refused('4.1', 'bad-field', { field: 'delegate', why: 'last' });
    given(founded(2), second('assisting')).when(recall('ada', 1)).refused('4.1', 'bad-field', { why: 'last' });
    given(founded(2), second()).when(recall('ada', 1)).allowed();
  });
});

suite('4.1 who acts', () => {
  test('an assisting delegate makes ordinary acts and no binding ones', () => {
    const change = { kind: 'delete' as const, clause: asClauseId('c1') };
    const proposal = { text: 1, revision: 1, change, reason: 'Less is more.' };
    given(founded(2), second('assisting'), table('bor'))
      .when(act('amendment.propose', 'ada', proposal, { delegate: 2 }))
      .allowed();
    given(founded(2), second('assisting'), table('bor'), amend('bor', change))
      .when(
        act(
          'positions.take',
          'ada',
          {
            text: 1,
            revision: 1,
            positions: [{ on: { kind: 'whole' }, stand: 'support', reason: null, conditions: [] }],
          },
          { delegate: 2 },
        ),
      )
      .refused('4.1', 'representing-only');
    given(founded(2), table('bor')).when(take('ada', 'support')).allowed();
  });
});
