import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { concat, utf8 } from '../base/bytes.ts';
import { fingerprint, keyBlob, parsed, printPublicKey, publicKeyOnLine } from './public-key.ts';
import { seedOf, generateSigningKey, signEd25519, signingKeyFromSeed } from './sign-ed25519.ts';
import { armour, dearmour, parseSshSig, serialiseSshSig } from './sshsig.ts';
import { ACT_NAMESPACE, verifySignature } from './verify-signature.ts';
import { wireString } from './wire.ts';

const vectors = fileURLToPath(new URL('../../../shared/vectors/sshsig/', import.meta.url));
const noVectors = existsSync(vectors) ? false : 'the published vectors are not beside this checkout';
const noKeygen = spawnSync('ssh-keygen', ['-?']).error === undefined ? false : 'ssh-keygen is not installed';
const vector = (name: string) => readFileSync(join(vectors, name), 'utf8');
const order = 2n ** 252n + 27742317777372353535851937790883648493n;

test('the published signatures verify, and no changed one does', { skip: noVectors }, async () => {
  const message = utf8(vector('signed-data'));
  const namespace = vector('namespace');
  for (const name of ['ed25519', 'ed25519_sk', 'ecdsa_sk', 'ecdsa_sk_webauthn']) {
    const text = vector(`${name}.sig`);
    const blob = dearmour(text);
    const key = publicKeyOnLine(vector(`${name}.pub`));
    assert(blob !== null && key.ok, name);
    assert.equal(armour(blob), text);
    // OpenSSH's WebAuthn vector was made by a touch alone.
    const verify = (changed = blob, of = message, to = namespace) =>
      verifySignature({ blob: changed, message: of, namespace: to, userVerification: false });
    const verified = await verify();
    assert(verified.ok, name);
    assert.equal(verified.value.key, key.value);
    assert.equal(verified.value.fingerprint, fingerprint(key.value));
    assert.equal((await verify(blob, utf8(`${vector('signed-data')}.`))).ok, false);
    assert.deepEqual(await verify(blob, message, 'other'), {
      ok: false,
      error: { kind: 'namespace', given: 'unittest' },
    });
    for (let at = 0; at < blob.length; at++) {
      const changed = blob.slice();
      changed[at] = (changed[at] ?? 0) ^ 0x10;
      assert.equal((await verify(changed)).ok, false, `${name}, byte ${at}`);
    }
  }
});

test('a passkey that did not verify its user is refused in the record', { skip: noVectors }, async () => {
  const blob = dearmour(vector('ecdsa_sk_webauthn.sig'));
  assert(blob !== null);
  assert.deepEqual(await verifySignature({ blob, message: utf8(vector('signed-data')), namespace: 'unittest' }), {
    ok: false,
    error: { kind: 'user-not-verified' },
  });
});

test('a key type that is none of ours is refused', { skip: noVectors }, async () => {
  const blob = dearmour(vector('ecdsa.sig'));
  assert(blob !== null);
  assert.deepEqual(parseSshSig(blob), { ok: false, error: { kind: 'key-type', given: 'ecdsa-sha2-nistp256' } });
});

test('what is parsed is written again byte for byte', async () => {
  const key = await generateSigningKey();
  const blob = await signEd25519(key, { message: utf8('act'), namespace: ACT_NAMESPACE });
  const sshsig = parseSshSig(blob);
  assert(sshsig.ok);
  assert.deepEqual(serialiseSshSig(sshsig.value), blob);
  fc.assert(
    fc.property(fc.nat(blob.length - 1), fc.integer({ min: 1, max: 255 }), fc.nat(8), (at, flip, extra) => {
      const changed = new Uint8Array(blob.length + (extra > 6 ? extra : 0));
      changed.set(blob);
      changed[at] = (changed[at] ?? 0) ^ flip;
      const again = parseSshSig(changed);
      if (again.ok) assert.deepEqual(serialiseSshSig(again.value), changed);
    }),
  );
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (noise) => !parseSshSig(new Uint8Array(noise)).ok));
});

test('bytes that nothing signs, and signatures of another key type, have no place in it', async () => {
  const key = await generateSigningKey();
  const parsedKey = parsed(key.publicKey);
  const blob = await signEd25519(key, { message: utf8('act'), namespace: ACT_NAMESPACE });
  // The reserved field stands behind magic word, version, key (51 bytes) and namespace.
  const at = 6 + 4 + wireString(keyBlob(parsedKey)).length + wireString(ACT_NAMESPACE).length;
  const reserved = concat(blob.subarray(0, at), wireString('more'), blob.subarray(at + 4));
  assert.deepEqual(parseSshSig(reserved), { ok: false, error: { kind: 'not-sshsig' } });
  const bytes = new Uint8Array(64).fill(1);
  for (const algorithm of ['sk-ssh-ed25519@openssh.com', 'sk-ecdsa-sha2-nistp256@openssh.com'] as const) {
    const signature = { algorithm, bytes, flags: 1, counter: 0 };
    const other = serialiseSshSig({ key: parsedKey, namespace: ACT_NAMESPACE, hash: 'sha512', signature });
    assert.deepEqual(parseSshSig(other), { ok: false, error: { kind: 'signature-type', given: algorithm } });
  }
  const algorithm = 'webauthn-sk-ecdsa-sha2-nistp256@openssh.com';
  const nothing = new Uint8Array(0);
  const signature = {
    algorithm,
    bytes,
    flags: 5,
    counter: 0,
    origin: '',
    clientData: nothing,
    extensions: nothing,
  } as const;
  const webauthn = serialiseSshSig({ key: parsedKey, namespace: ACT_NAMESPACE, hash: 'sha512', signature });
  assert.deepEqual(parseSshSig(webauthn), { ok: false, error: { kind: 'signature-type', given: algorithm } });
});

test('a second S for the same Ed25519 signature is refused', async () => {
  const key = await generateSigningKey();
  const message = utf8('act');
  const blob = await signEd25519(key, { message, namespace: ACT_NAMESPACE });
  assert((await verifySignature({ blob, message, namespace: ACT_NAMESPACE })).ok);
  const s = BigInt(`0x${blob.slice(-32).toReversed().toHex()}`) + order;
  const changed = blob.slice();
  changed.set(Uint8Array.fromHex(s.toString(16).padStart(64, '0')).toReversed(), blob.length - 32);
  assert.deepEqual(await verifySignature({ blob: changed, message, namespace: ACT_NAMESPACE }), {
    ok: false,
    error: { kind: 'wrong-signature' },
  });
});

test('a seed gives the key of RFC 8032, test 1, and comes back from it', async () => {
  const seed = Uint8Array.fromHex('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60');
  const key = await signingKeyFromSeed(seed);
  const point = Uint8Array.fromHex('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a');
  assert.equal(key.publicKey, printPublicKey({ type: 'ssh-ed25519', point }));
  const extractable = await generateSigningKey(true);
  assert.equal((await signingKeyFromSeed(await seedOf(extractable))).publicKey, extractable.publicKey);
  await assert.rejects(seedOf(key));
});

test('ssh-keygen and we accept each other’s signatures', { skip: noKeygen }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'isonomia-sshsig-'));
  try {
    const path = (name: string) => join(folder, name);
    const message = utf8('{"an":"act"}');
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'a comment', '-f', path('key')]);
    for (const hash of ['sha512', 'sha256'] as const) {
      writeFileSync(path('act'), message);
      execFileSync('ssh-keygen', [
        '-Y',
        'sign',
        '-q',
        '-f',
        path('key'),
        '-n',
        ACT_NAMESPACE,
        '-O',
        `hashalg=${hash}`,
        path('act'),
      ]);
      const theirs = dearmour(readFileSync(path('act.sig'), 'utf8'));
      const publicKey = publicKeyOnLine(readFileSync(path('key.pub'), 'utf8'));
      assert(theirs !== null && publicKey.ok);
      const verified = await verifySignature({ blob: theirs, message, namespace: ACT_NAMESPACE });
      assert(verified.ok);
      assert.equal(verified.value.key, publicKey.value);
      rmSync(path('act.sig'));

      const key = await generateSigningKey();
      writeFileSync(path('ours.sig'), armour(await signEd25519(key, { message, namespace: ACT_NAMESPACE, hash })));
      writeFileSync(path('allowed_signers'), `us namespaces="${ACT_NAMESPACE}" ${key.publicKey}\n`);
      const args = [
        '-Y',
        'verify',
        '-f',
        path('allowed_signers'),
        '-I',
        'us',
        '-n',
        ACT_NAMESPACE,
        '-s',
        path('ours.sig'),
      ];
      assert.equal(spawnSync('ssh-keygen', args, { input: message }).status, 0);
      assert.equal(spawnSync('ssh-keygen', args, { input: '{"an":"Act"}' }).status, 255);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('armour takes pasted text as it comes and nothing else', () => {
  const blob = Uint8Array.from({ length: 200 }, (_, i) => i);
  const text = armour(blob);
  assert.deepEqual(dearmour(text), blob);
  assert.deepEqual(dearmour(`\n${text.replaceAll('\n', '\r\n')}  `), blob);
  assert.equal(dearmour(text.replace('SSH', 'PGP')), null);
  assert.equal(dearmour(text.slice(0, -10)), null);
  assert.equal(dearmour(text.replace('A', '!')), null);
});
