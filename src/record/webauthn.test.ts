import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { concat, utf8 } from '../base/bytes.ts';
import { sha256 } from '../base/sha256.ts';
import { isCovered } from './client-data.ts';
import { armour, parseSshSig, serialiseSshSig } from './sshsig.ts';
import { RP_ID, createAuthenticator, derOf, message, namespace } from '../../test/kit/passkey.ts';
import { verifySignature } from './verify-signature.ts';
import { type Assertion, ecdsaFromDer, passkeyChallenge, passkeyFromSpki, sshSigFromAssertion } from './webauthn.ts';

const noKeygen = spawnSync('ssh-keygen', ['-?']).error === undefined ? false : 'ssh-keygen is not installed';

test('an assertion over an act is a good signature for us and for ssh-keygen', async (t) => {
  const { key, get } = await createAuthenticator();
  const blob = sshSigFromAssertion(key, await get(), { namespace });
  assert(blob.ok);
  const verified = await verifySignature({ blob: blob.value, message, namespace });
  assert(verified.ok);
  assert.equal(verified.value.key, key);
  assert.equal(verified.value.algorithm, 'webauthn-sk-ecdsa-sha2-nistp256@openssh.com');
  assert.equal((await verifySignature({ blob: blob.value, message: utf8('{"an":"Act"}'), namespace })).ok, false);
  if (noKeygen) return t.diagnostic(noKeygen);

  const folder = mkdtempSync(join(tmpdir(), 'isonomia-webauthn-'));
  try {
    writeFileSync(join(folder, 'act.sig'), armour(blob.value));
    writeFileSync(join(folder, 'allowed_signers'), `us namespaces="${namespace}" ${key}\n`);
    const args = [
      '-Y',
      'verify',
      '-f',
      join(folder, 'allowed_signers'),
      '-I',
      'us',
      '-n',
      namespace,
      '-s',
      join(folder, 'act.sig'),
    ];
    assert.equal(spawnSync('ssh-keygen', args, { input: message }).status, 0);
    assert.equal(spawnSync('ssh-keygen', args, { input: '{"an":"Act"}' }).status, 255);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('each circumstance that the record demands is checked', async () => {
  const { key, get } = await createAuthenticator();
  const extensions = Uint8Array.of(0xa0);
  const cases: readonly (readonly [string, Parameters<typeof get>[0]])[] = [
    ['', { rest: '}' }],
    ['', { rest: ',"other":1}' }],
    ['', { origin: `https://www.${RP_ID}:8443` }],
    ['', { flags: 0x85, extensions }],
    ['', { flags: 0x1d }],
    ['user-not-present', { flags: 0x04 }],
    ['user-not-verified', { flags: 0x01 }],
    ['flags', { flags: 0x85 }],
    ['flags', { extensions }],
    ['client-data', { type: 'webauthn.create' }],
    ['client-data', { rest: ' }' }],
    ['challenge', { challenge: passkeyChallenge({ message: utf8('other'), namespace }) }],
    ['challenge', { challenge: passkeyChallenge({ message, namespace: 'other' }) }],
    ['origin', { origin: `http://${RP_ID}` }],
    ['origin', { origin: 'https://example' }],
    ['origin', { origin: `https://not${RP_ID}` }],
    ['origin', { origin: `https://${RP_ID}.evil.example` }],
    ['origin', { rest: ',"crossOrigin":true}' }],
  ];
  for (const [kind, options] of cases) {
    const blob = sshSigFromAssertion(key, await get(options), { namespace });
    assert(blob.ok);
    const verified = await verifySignature({ blob: blob.value, message, namespace });
    assert.equal(verified.ok ? '' : verified.error.kind, kind, JSON.stringify(options));
  }
});

test('one passkey’s assertion is not another’s', async () => {
  const [one, other] = [await createAuthenticator(), await createAuthenticator()];
  const blob = sshSigFromAssertion(other.key, await one.get(), { namespace });
  assert(blob.ok);
  assert.deepEqual(await verifySignature({ blob: blob.value, message, namespace }), {
    ok: false,
    error: { kind: 'wrong-signature' },
  });
});

test('a passkey cannot sign as a hardware key does, past the browser', async () => {
  const { key, get } = await createAuthenticator();
  const blob = sshSigFromAssertion(key, await get(), { namespace });
  const sshsig = blob.ok && parseSshSig(blob.value);
  assert(sshsig && sshsig.ok && sshsig.value.signature.algorithm.startsWith('webauthn'));
  const { bytes } = sshsig.value.signature;
  const algorithm = 'sk-ecdsa-sha2-nistp256@openssh.com';
  const plain = serialiseSshSig({ ...sshsig.value, signature: { algorithm, bytes, flags: 5, counter: 7 } });
  assert.deepEqual(await verifySignature({ blob: plain, message, namespace }), {
    ok: false,
    error: { kind: 'signature-type', given: algorithm },
  });
});

test('an assertion that cannot be one is refused before it is sent', async () => {
  const { key, get } = await createAuthenticator();
  const assertion = await get();
  const refused = (changed: Partial<Assertion>) => {
    const blob = sshSigFromAssertion(key, { ...assertion, ...changed }, { namespace });
    return blob.ok ? null : blob.error.kind;
  };
  assert.equal(refused({}), null);
  assert.equal(refused({ signature: new Uint8Array(70) }), 'der');
  assert.equal(refused({ authenticatorData: assertion.authenticatorData.slice(0, 36) }), 'authenticator-data');
  assert.equal(
    refused({ authenticatorData: concat(sha256(utf8('elsewhere.example')), new Uint8Array(5)) }),
    'authenticator-data',
  );
  assert.equal(refused({ clientDataJSON: utf8('{}') }), 'client-data');
  assert.equal(passkeyFromSpki(new Uint8Array(91), RP_ID).ok, false);
});

test('a signature in DER has one form', () => {
  const scalar = fc.uint8Array({ minLength: 32, maxLength: 32 }).filter((bytes) => bytes.some((byte) => byte !== 0));
  fc.assert(
    fc.property(scalar, scalar, (r, s) => {
      const signature = concat(r, s);
      const der = derOf(signature);
      assert.deepEqual(ecdsaFromDer(der), signature);
      assert.equal(ecdsaFromDer(concat(der, Uint8Array.of(0))), null);
      assert.equal(ecdsaFromDer(der.slice(0, -1)), null);
    }),
  );
  const hex = (text: string) => ecdsaFromDer(Uint8Array.fromHex(text));
  assert.notEqual(hex('3006020101020101'), null);
  assert.equal(hex('3006020100020101'), null);
  assert.equal(hex('3006020181020101'), null);
  assert.equal(hex('300702020001020101'), null);
  assert.equal(hex('308106020101020101'), null);
  assert.equal(hex(''), null);
});

test('an origin is covered by the relying party’s id it is under', () => {
  assert(isCovered('http://localhost:8080', 'localhost'));
  assert(isCovered('http://one.localhost', 'one.localhost'));
  assert(isCovered('https://a.b.example', 'b.example'));
  for (const origin of [
    'https://localhost.example',
    'http://127.0.0.1',
    'https://LOCALHOST',
    'https://localhost/',
    'https://localhost:0',
  ]) {
    assert.equal(isCovered(origin, 'localhost'), false, origin);
  }
});
