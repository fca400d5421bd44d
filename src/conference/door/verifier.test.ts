import assert from 'node:assert/strict';
import { test } from 'node:test';
import { utf8 } from '../../base/bytes.ts';
import { parseSshSig } from '../../record/sshsig.ts';
import { createWebPrimitives } from '../../record/primitives.ts';
import { newPen } from '../../../test/kit/small-conference.ts';
import { createVerifier } from './verifier.ts';

test('so many signatures are checked at once, so many acts wait, and whoever finds no room is told so at once', async () => {
  const going: ((holds: boolean) => void)[] = [];
  let most = 0;
  const verifier = createVerifier(
    {
      ...createWebPrimitives(),
      verifyEd25519: () => {
        const { promise, resolve } = Promise.withResolvers<boolean>();
        going.push(resolve);
        most = Math.max(most, going.length);
        return promise;
      },
    },
    { inFlight: 2, waiting: 3 },
  );
  const actBytes = utf8('{}');
  const sshsig = parseSshSig(newPen().signAct(actBytes));
  assert.ok(sshsig.ok);
  const submission = { actBytes, sshsigs: [sshsig.value] };
  const checks = Array.from({ length: 5 }, () => verifier.check(submission));
  assert.deepEqual(await verifier.check(submission), { ok: false, error: 'busy' });
  for (let left = checks.length; left > 0; left -= 1) {
    while (going.length === 0) await new Promise((resolve) => setImmediate(resolve));
    going.shift()?.(true);
  }
  for (const check of checks) assert.deepEqual(await check, { ok: true, value: null });
  assert.equal(most, 2);
  const last = verifier.check(submission);
  while (going.length === 0) await new Promise((resolve) => setImmediate(resolve));
  going.shift()?.(true);
  assert.ok((await last).ok);
});
