import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { OrganisationId } from '../../base/ids.ts';
import { fingerprint } from '../../base/keys.ts';
import { all, given } from '../spec/spec.ts';
import { act, appoint, enrol, found, founded, renew, signCharter } from '../spec/acts.ts';
import { openStatement, signStatement } from '../spec/statements.ts';
import { fakeKey, signer } from '../spec/world.ts';

const print = (label: string) => fingerprint(fakeKey(label));
const named = (id: string) => id as OrganisationId;

/** A founder's delegate comes in by a link of another label than the first. */
const enterBy = (by: string, label: string) =>
  act(
    'key.enrol',
    by,
    { delegate: 1, key: fakeKey(by), use: 'ssh', name: null },
    { signers: [signer(fakeKey(label)), signer(fakeKey(by))] },
  );

suite('4.1 a link of invitation that was lost', () => {
  test('is replaced by whoever made the founding act, and the conference comes to be after all', () => {
    const state = given(found(['ada', 'bor']), renew('ada', 'bor'), enterBy('bor', 'another bor'))
      .when(all(signCharter('ada'), signCharter('bor')))
      .allowed();
    assert.notEqual(state.founded, null);
  });

  test('is good no more once there is another', () => {
    const { state } = given(found(['ada', 'bor']), renew('ada', 'bor'));
    assert.notEqual(state.keys.get(print('invitation bor'))?.until, null);
    const other = state.keys.get(print('another bor'));
    assert.deepEqual([other?.use, other?.until, other?.broughtBy], ['invitation', null, print('ada')]);
    assert.equal(state.organisations.get(named('bor'))?.delegates[0]?.invitation, fakeKey('another bor'));
    given(found(['ada', 'bor']), renew('ada', 'bor'))
      .when(enterBy('bor', 'invitation bor'))
      .refused('4.1', 'revoked-key');
  });

  test('is replaced as often as needed, by no key that was there before', () => {
    const twice = all(found(['ada', 'bor']), renew('ada', 'bor'), renew('ada', 'bor', 1, 'a third'));
    given(twice).when(enterBy('bor', 'a third')).allowed();
    for (const old of ['invitation bor', 'another bor'])
      given(twice)
        .when(renew('ada', 'bor', 1, old))
        .refused('4.1', 'key-in-use', { key: print(old) });
  });

  test('is replaced only until its bearer has a key: from then on they alone speak for themselves', () => {
    const entered = { what: 'entered' };
    given(found(['ada', 'bor']), enrol('bor'))
      .when(renew('ada', 'bor'))
      .refused('4.1', 'already', entered);
    // Nor when that key has ended.
    const without = all(
      founded(2),
      appoint('ada', 'second'),
      enrol('ada', fakeKey('second'), { delegate: 2 }),
      act('key.revoke', 'ada', { key: print('second') }),
    );
    given(without)
      .when(renew('ada', 'ada', 2))
      .refused('4.1', 'already', entered);
    given(founded(2)).when(renew('ada', 'bor')).refused('4.1', 'already', entered);
    given(founded(2)).when(renew('ada', 'ada')).refused('4.1', 'already', entered);
  });

  test('is replaced by nobody but whoever gave it', () => {
    given(found(['ada', 'bor', 'cvet']), enrol('bor'))
      .when(renew('bor', 'cvet'))
      .refused('4.1', 'not-yours', { owner: 'ada' });
    given(founded(3), openStatement('ada', ['nova']))
      .when(renew('bor', 'nova'))
      .refused('4.1', 'not-yours', { owner: 'ada' });
    // A founder's further delegates are its own matter.
    given(found(['ada', 'bor']), enrol('bor'), appoint('bor', 'second'))
      .when(renew('ada', 'bor', 2))
      .refused('4.1', 'not-yours', { owner: 'bor' });
    given(found(['ada', 'bor']))
      .when(
        act(
          'invitation.renew',
          'bor',
          { organisation: 'bor', delegate: 1, invitation: fakeKey('x') },
          {
            signers: [signer(fakeKey('invitation bor')), signer(fakeKey('x'))],
          },
        ),
      )
      .refused('4.1', 'unknown-key');
  });

  test('is replaced for a delegate of one’s own, and for an outside organisation that one invited', () => {
    given(founded(2), appoint('ada', 'second'), renew('ada', 'ada', 2, 'another second'))
      .when(
        act(
          'key.enrol',
          'ada',
          { delegate: 2, key: fakeKey('second'), use: 'ssh', name: null },
          { delegate: 2, signers: [signer(fakeKey('another second')), signer(fakeKey('second'))] },
        ),
      )
      .allowed();
    given(founded(2), openStatement('ada', ['nova']), renew('ada', 'nova'), enterBy('nova', 'another nova'))
      .when(signStatement('nova'))
      .allowed();
    // One that was withdrawn, too.
    given(founded(2), appoint('ada', 'second'), act('key.revoke', 'ada', { key: print('invitation second') }))
      .when(renew('ada', 'ada', 2))
      .allowed();
  });

  test('is replaced for a delegate who is there, by one who represents the organisation', () => {
    given(founded(2)).when(renew('ada', 'nobody')).refused('4.1', 'unknown', { thing: 'organisation', ref: 'nobody' });
    given(founded(2))
      .when(renew('ada', 'bor', 2))
      .refused('4.1', 'unknown', { thing: 'delegate', ref: '2' });
    given(founded(2), appoint('ada', 'second'), act('delegate.recall', 'ada', { delegate: 2 }))
      .when(renew('ada', 'ada', 2))
      .refused('4.1', 'recalled-delegate', { delegate: 2 });
    const assisting = all(
      founded(2),
      appoint('ada', 'second', 'assisting'),
      enrol('ada', fakeKey('second'), { delegate: 2 }),
      appoint('ada', 'third'),
    );
    given(assisting)
      .when(
        act('invitation.renew', 'ada', { organisation: 'ada', delegate: 3, invitation: fakeKey('x') }, { delegate: 2 }),
      )
      .refused('4.1', 'representing-only');
  });
});
