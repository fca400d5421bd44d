import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DAY } from '../../base/time.ts';
import { type Step, given, wait } from '../spec/spec.ts';
import { act, enrol, founded, lose, present, reapply, vouch } from '../spec/acts.ts';
import { openStatement, signStatement } from '../spec/statements.ts';
import { fakeHash, fakeKey, signer } from '../spec/world.ts';
import type { State } from '../state.ts';
import { maySeeEntry } from '../sight/visibility-entries.ts';
import { PUBLIC } from '../visibility.ts';

test('what is public of whose a key is, is known at once whatever changed it', () => {
  const { world, state } = given(founded(3));
  const steps: readonly Step[] = [
    openStatement('ada', ['gost', 'drug']),
    enrol('gost'),
    signStatement('gost'),
    enrol('gost', fakeKey('another'), { whose: 1 }),
    act('key.revoke', 'gost', { key: signer(fakeKey('gost')).fingerprint }),
    signStatement('bor'),
    reapply('gost'),
    present('ada', 'gost'),
    present('bor', 'gost'),
    wait(60 * DAY),
    act('delegate.appoint', 'bor', {
      delegate: 2,
      name: fakeHash('x'),
      role: 'representing',
      invitation: fakeKey('two'),
    }),
    lose('bor'),
    vouch('ada', 'bor'),
    vouch('cvet', 'bor'),
    wait(60 * DAY),
    signStatement('cvet'),
  ];
  const open = (of: State) => world.entries.map(({ act: one }, index) => maySeeEntry(of, PUBLIC, index, one));
  for (const [i, step] of steps.entries()) {
    assert.equal(step(world), null, `${i}`);
    assert.deepEqual(open(state), open(structuredClone(state)), `${i}`);
  }
  assert.ok(open(state).filter(Boolean).length > 8);
});
