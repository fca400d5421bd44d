import assert from 'node:assert/strict';
import { createDecipheriv, createECDH, hkdfSync } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Bytes, base64url, concat, fromBase64url, utf8 } from '../../base/bytes.ts';
import { CURVE, MOST_CONTENT, encryptNote } from './encrypt.ts';

const bytesOf = (text: string): Bytes => {
  const bytes = fromBase64url(text);
  assert.ok(bytes);
  return bytes;
};

test('the example of RFC 8291, appendix A, to the byte', () => {
  const pair = createECDH(CURVE);
  pair.setPrivateKey(bytesOf('yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw'));
  const body = encryptNote(
    utf8('When I grow up, I want to be a watermelon'),
    {
      key: bytesOf('BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4'),
      secret: bytesOf('BTBZMqHH6r4Tts7J_aSIgg'),
    },
    { pair, salt: bytesOf('DGv6ra1nlYgDCS1FRnbzlw') },
    1,
  );
  assert.equal(
    base64url(body),
    'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
  );
});

/** As a browser does it, by the steps of RFC 8291, section 3.4, from its own side. */
const decrypted = (body: Uint8Array, privateKey: Uint8Array, secret: Uint8Array): Uint8Array => {
  const browser = createECDH(CURVE);
  browser.setPrivateKey(privateKey);
  const salt = body.subarray(0, 16);
  const sender = body.subarray(21, 21 + (body[20] ?? 0));
  const info = concat(utf8('WebPush: info\0'), browser.getPublicKey(), sender);
  const keying = new Uint8Array(hkdfSync('sha256', browser.computeSecret(sender), secret, info, 32));
  const derive = (label: string, size: number): Uint8Array =>
    new Uint8Array(hkdfSync('sha256', keying, salt, utf8(`Content-Encoding: ${label}\0`), size));
  const sealed = body.subarray(21 + sender.length);
  const decipher = createDecipheriv('aes-128-gcm', derive('aes128gcm', 16), derive('nonce', 12));
  decipher.setAuthTag(sealed.subarray(-16));
  const padded = concat(decipher.update(sealed.subarray(0, -16)), decipher.final());
  const end = padded.findLastIndex((byte) => byte !== 0);
  assert.equal(padded[end], 2);
  return padded.subarray(0, end);
};

test('what is encrypted to a browser it reads, whatever the length; no body is longer than a push service takes', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: MOST_CONTENT, size: 'max' }),
      fc.uint8Array({ minLength: 16, maxLength: 16 }),
      (content, secret) => {
        const browser = createECDH(CURVE);
        const key = new Uint8Array(browser.generateKeys());
        const body = encryptNote(content, { key, secret: new Uint8Array(secret) });
        // RFC 8030, section 7.2.
        assert.ok(body.length <= 4096);
        assert.deepEqual(decrypted(body, browser.getPrivateKey(), secret), new Uint8Array(content));
      },
    ),
  );
});

test('notes of like length cannot be told apart by theirs', () => {
  const browser = createECDH(CURVE);
  const key = new Uint8Array(browser.generateKeys());
  const lengths = ['', 'a', 'a'.repeat(200)].map(
    (text) => encryptNote(utf8(text), { key, secret: utf8('0123456789abcdef') }).length,
  );
  assert.equal(new Set(lengths).size, 1);
});

test('too much, or to a key that is none, is no note', () => {
  const browser = createECDH(CURVE);
  const to = { key: new Uint8Array(browser.generateKeys()), secret: new Uint8Array(16) };
  assert.throws(() => encryptNote(new Uint8Array(MOST_CONTENT + 1), to), RangeError);
  assert.throws(() => encryptNote(new Uint8Array(1), { ...to, key: new Uint8Array(65).fill(4) }));
});
