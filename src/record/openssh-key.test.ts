import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readPrivateKey, writePrivateKey } from './openssh-key.ts';
import { generateSigningKey, seedOf, signingKeyFromSeed } from './sign-ed25519.ts';

const noKeygen = spawnSync('ssh-keygen', ['-?']).error === undefined ? false : 'ssh-keygen is not installed';
const key = await generateSigningKey(true);
const file = { seed: await seedOf(key), publicKey: key.publicKey, comment: 'Άννα' };

test('a private key is read as it was written', () => {
  for (const comment of ['', 'a', 'ab', 'abcdefg', 'Άννα']) {
    assert.deepEqual(readPrivateKey(writePrivateKey({ ...file, comment })), { ok: true, value: { ...file, comment } });
  }
  assert(readPrivateKey(writePrivateKey(file).replaceAll('\n', '\r\n')).ok);
});

test('what is no private key is refused', () => {
  const text = writePrivateKey(file);
  for (const changed of [
    '',
    text.slice(40),
    text.replace('b3Bl', 'b3Bm'),
    text.replaceAll('OPENSSH', 'RSA'),
    text.replace(/.\n-----END/u, '!\n-----END'),
  ]) {
    assert.deepEqual(readPrivateKey(changed), { ok: false, error: { kind: 'not-a-private-key' } });
  }
});

test('ssh-keygen reads our files and we read its', { skip: noKeygen }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'isonomia-key-'));
  try {
    const path = (name: string) => join(folder, name);
    const make = (name: string, ...args: readonly string[]) => {
      execFileSync('ssh-keygen', ['-q', '-f', path(name), '-C', 'one', ...args]);
      return readPrivateKey(readFileSync(path(name), 'utf8'));
    };
    const theirs = make('plain', '-t', 'ed25519', '-N', '');
    assert(theirs.ok);
    assert.equal(theirs.value.comment, 'one');
    assert.equal(
      `${(await signingKeyFromSeed(theirs.value.seed)).publicKey} one\n`,
      readFileSync(path('plain.pub'), 'utf8'),
    );
    assert.deepEqual(make('secret', '-t', 'ed25519', '-N', 'passphrase'), { ok: false, error: { kind: 'encrypted' } });
    assert.deepEqual(make('ecdsa', '-t', 'ecdsa', '-N', ''), {
      ok: false,
      error: { kind: 'key-type', given: 'ecdsa-sha2-nistp256' },
    });

    writeFileSync(path('ours'), writePrivateKey(file), { mode: 0o600 });
    assert.equal(
      execFileSync('ssh-keygen', ['-y', '-f', path('ours')], { encoding: 'utf8' }),
      `${key.publicKey} Άννα\n`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
