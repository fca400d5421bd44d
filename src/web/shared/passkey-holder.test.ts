import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sameBytes } from '../../base/bytes.ts';
import { isHandleOf, newUserHandle } from './passkey-holder.ts';

test('a user handle tells whose it is, in which conference, and is never the same twice', () => {
  const handle = newUserHandle('rivers', 'diktyo-potamon/1');
  assert.ok(handle.length <= 64, 'WebAuthn takes no more');
  assert.ok(isHandleOf(handle, 'rivers', 'diktyo-potamon/1'));
  assert.ok(!isHandleOf(handle, 'rivers', 'diktyo-potamon/2'));
  assert.ok(!isHandleOf(handle, 'forests', 'diktyo-potamon/1'));
  assert.ok(!isHandleOf(handle.subarray(0, 16), 'rivers', 'diktyo-potamon/1'));
  assert.ok(!sameBytes(handle, newUserHandle('rivers', 'diktyo-potamon/1')));
});
