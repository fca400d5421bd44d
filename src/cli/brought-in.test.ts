import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PublicKey } from '../base/ids.ts';
import { withKey } from './brought-in.ts';

const [own, link] = [{ publicKey: 'own' as PublicKey }, { publicKey: 'link' as PublicKey }];

test('a key that an act brings in is filled in where the act names it, and what stands there stays', () => {
  assert.deepEqual(withKey('participation.apply', { name: 'A' }, own, []), { key: 'own', use: 'ssh', name: 'A' });
  assert.deepEqual(withKey('key.enrol', { delegate: 2 }, own, [link]), { key: 'link', use: 'ssh', delegate: 2 });
  assert.deepEqual(withKey('delegate.appoint', {}, own, [link]), { invitation: 'link' });
  assert.deepEqual(withKey('invitation.renew', { invitation: 'x' }, own, [link]), { invitation: 'x' });
  const invitation = { statement: 1, newcomer: { name: 'A' } };
  assert.deepEqual(withKey('statement.invite', invitation, own, [link]), {
    statement: 1,
    newcomer: { name: 'A', invitation: 'link' },
  });
  assert.deepEqual(withKey('statement.invite', { newcomer: null }, own, [link]), { newcomer: null });
  assert.deepEqual(withKey('statement.invite', invitation, own, []), invitation);
  assert.deepEqual(withKey('conference.found', { founders: [] }, own, [link])['founders'], []);
});
