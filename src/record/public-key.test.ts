import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { base64, concat } from '../base/bytes.ts';
import type { PublicKey } from '../base/ids.ts';
import { isSoundEd25519, isSoundP256 } from './points.ts';
import {
  checkRegistrable,
  fingerprint,
  keyBlob,
  parseKeyBlob,
  parsePublicKey,
  printPublicKey,
  publicKeyOnLine,
} from './public-key.ts';
import { generateSigningKey } from './sign-ed25519.ts';
import { wireString } from './wire.ts';

// From ssh-keygen: `-t ed25519`, and the fingerprint that `-l` shows for it.
const ED25519 = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIIlizSIN3DQV78VPNjVvvwjgf+P5HqbPYCYu3BOMdjAE' as PublicKey;
const P256 =
  'sk-ecdsa-sha2-nistp256@openssh.com AAAAInNrLWVjZHNhLXNoYTItbmlzdHAyNTZAb3BlbnNzaC5jb20AAAAIbmlzdHAyNTYAAABBBBRGwDjs4HhJFcn4tJ5Gr72KcmRmCS1OirETxaXvnsNApgoOLF1a/7rxldfSMHm73eT1nhHe97W8qicPPEAKDJQAAAALbWluZHJvdC5vcmc=' as PublicKey;

const ed25519Of = (point: Uint8Array) => printPublicKey({ type: 'ssh-ed25519', point: new Uint8Array(point) });

test('a key is read and written in one form', () => {
  for (const text of [ED25519, P256]) {
    const key = parsePublicKey(text);
    assert(key.ok);
    assert.equal(printPublicKey(key.value), text);
    assert.deepEqual(checkRegistrable(text), { ok: true, value: text });
  }
  const key = parsePublicKey(P256);
  assert(key.ok && key.value.type === 'sk-ecdsa-sha2-nistp256@openssh.com');
  assert.equal(key.value.application, 'mindrot.org');
});

test('a line from a .pub file loses its comment and outer space', () => {
  assert.deepEqual(publicKeyOnLine(`  ${ED25519}  Ana’s laptop, 2026\r\n`), { ok: true, value: ED25519 });
  assert.equal(publicKeyOnLine('').ok, false);
});

test('the fingerprint is what ssh-keygen shows', () => {
  assert.equal(fingerprint(ED25519), 'SHA256:ZxTZQ/K7JZpz0mHqWqdmYCUcq3MAtnu9TYA66TCBkxM');
});

test('anything but exactly one key of a known type is refused', () => {
  const blob = keyBlobOf(ED25519);
  const cases: readonly (readonly [string, string])[] = [
    ['', 'not-a-key'],
    [`${ED25519} comment`, 'not-a-key'],
    [` ${ED25519}`, 'not-a-key'],
    [ED25519.replace('ssh-ed25519', 'sk-ssh-ed25519@openssh.com'), 'not-a-key'],
    [`ssh-ed25519 ${base64(concat(blob, Uint8Array.of(0)))}`, 'not-a-key'],
    [`ssh-ed25519 ${base64(blob.subarray(0, -1))}`, 'not-a-key'],
    [`ssh-ed25519 ${base64(concat(wireString('ssh-ed25519'), wireString(new Uint8Array(31))))}`, 'not-a-key'],
    [`ssh-rsa ${base64(concat(wireString('ssh-rsa'), wireString('e'), wireString('n')))}`, 'key-type'],
    [P256.replace('AAAIbmlzdHAyNTYAAABBBB', 'AAAIbmlzdHAyNTYAAABBAh'), 'not-a-key'],
    ['x'.repeat(2000), 'not-a-key'],
  ];
  for (const [text, kind] of cases) {
    const key = parsePublicKey(text);
    assert(!key.ok, text);
    assert.equal(key.error.kind, kind, text);
  }
});

test('any bytes are either refused or the very bytes that their key is written as', () => {
  const blob = keyBlobOf(P256);
  fc.assert(
    fc.property(fc.nat(blob.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
      const changed = blob.slice();
      changed[at] = (changed[at] ?? 0) ^ flip;
      const key = parseKeyBlob(changed);
      if (key.ok) assert.deepEqual(keyBlob(key.value), changed);
    }),
  );
});

test('no point of small order, off the curve or written in a second way is registered', () => {
  // The points of order 1, 2, 4 and 8, the first two also written with y + p; each with either sign.
  const low = [
    '0100000000000000000000000000000000000000000000000000000000000000',
    'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    '0000000000000000000000000000000000000000000000000000000000000000',
    '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
    'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
    'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  ].map((point) => Uint8Array.fromHex(point));
  for (const point of low) {
    const signed = point.slice();
    signed[31] = (signed[31] ?? 0) | 0x80;
    for (const each of [point, signed])
      assert.deepEqual(checkRegistrable(ed25519Of(each)), { ok: false, error: { kind: 'weak-key' } });
  }
  const offCurve = Uint8Array.fromHex('0200000000000000000000000000000000000000000000000000000000000000');
  assert.equal(isSoundEd25519(offCurve), false);
  assert.equal(isSoundEd25519(new Uint8Array(31)), false);
  // y = 3 + p, which is y = 3 written again; y = 3 itself is on the curve.
  assert.equal(isSoundEd25519(Uint8Array.fromHex(`03${'00'.repeat(31)}`)), true);
  assert.equal(isSoundEd25519(Uint8Array.fromHex(`f0${'ff'.repeat(30)}7f`)), false);
});

test('a generated key is always sound', async () => {
  for (let i = 0; i < 8; i++) assert(checkRegistrable((await generateSigningKey()).publicKey).ok);
});

test('a P-256 point must lie on the curve', () => {
  const key = parsePublicKey(P256);
  assert(key.ok);
  const { point } = key.value;
  assert.equal(isSoundP256(point), true);
  for (const at of [1, 32, 33, 64]) {
    const changed = point.slice();
    changed[at] = (changed[at] ?? 0) ^ 1;
    assert.equal(isSoundP256(changed), false);
  }
  assert.equal(isSoundP256(concat(Uint8Array.of(4), new Uint8Array(64))), false);
  assert.equal(isSoundP256(point.subarray(0, 64)), false);
});

const keyBlobOf = (text: string) => {
  const key = parsePublicKey(text);
  assert(key.ok);
  return keyBlob(key.value);
};
