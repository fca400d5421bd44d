import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadOrCreateVapid, vapidFrom } from './vapid.ts';

test('the key is made once, for its owner’s eyes alone, and kept', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'isonomia-vapid-'));
  t.after(() => rm(folder, { recursive: true }));
  const file = join(folder, 'push.pem');
  const made = await loadOrCreateVapid(file, 'mailto:a@b.example');
  assert.match(made.publicKey, /^B[A-Za-z0-9_-]{86}$/u);
  assert.equal((await loadOrCreateVapid(file, 'mailto:a@b.example')).publicKey, made.publicKey);
  assert.equal((await stat(file)).mode & 0o777, 0o600);
  await writeFile(file, 'something else');
  await assert.rejects(loadOrCreateVapid(file, 'mailto:a@b.example'));
});

test('a key on another curve is none', () => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' });
  assert.throws(() => vapidFrom(privateKey, 'mailto:a@b.example'), TypeError);
});
