import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { hostKeyFromPem, hostKeyPem } from './host-key.ts';
import { generateSigningKey } from './sign-ed25519.ts';

const noOpenssl = spawnSync('openssl', ['version']).error === undefined ? false : 'openssl is not installed';
const { publicKey } = await generateSigningKey();

test('a host’s key is written and read as PEM', () => {
  const pem = hostKeyPem(publicKey);
  assert.equal(hostKeyFromPem(pem), publicKey);
  for (const text of ['', `${pem}\n`, pem.replace('MCow', 'MCox'), pem.replaceAll('PUBLIC', 'PRIVATE')]) {
    assert.equal(hostKeyFromPem(text), null, text);
  }
});

test('openssl reads it, and writes the same', { skip: noOpenssl }, () => {
  const pem = hostKeyPem(publicKey);
  const result = spawnSync('openssl', ['pkey', '-pubin'], { input: pem, encoding: 'utf8' });
  assert.equal(result.stdout, pem);
});
