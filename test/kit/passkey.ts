import assert from 'node:assert/strict';
import { type Bytes, base64url, concat, utf8 } from '../../src/base/bytes.ts';
import { sha256 } from '../../src/base/sha256.ts';
import { ACT_NAMESPACE } from '../../src/record/verify-signature.ts';
import { type Assertion, passkeyChallenge, passkeyFromSpki } from '../../src/record/webauthn.ts';
import { wireScalar, wireUint32 } from '../../src/record/wire.ts';

/** A passkey for tests that need no browser. */

export const RP_ID = 'conference.example';
export const message = utf8('{"an":"act"}');
export const namespace = ACT_NAMESPACE;

export const derOf = (signature: Bytes): Bytes => {
  const integer = (half: Bytes) => concat(Uint8Array.of(2), wireScalar(half).subarray(3));
  const both = concat(integer(signature.subarray(0, 32)), integer(signature.subarray(32)));
  return concat(Uint8Array.of(0x30, both.length), both);
};

/** What an authenticator and a browser do between them, as WebAuthn describes it. */
export const createAuthenticator = async (rpId = RP_ID) => {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
  const key = passkeyFromSpki(new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey)), rpId);
  assert(key.ok);
  const get = async ({
    challenge = passkeyChallenge({ message, namespace }),
    flags = 0x05,
    type = 'webauthn.get',
    origin = `https://${RP_ID}`,
    rest = ',"crossOrigin":false}',
    extensions = new Uint8Array(0),
  } = {}): Promise<Assertion> => {
    const clientDataJSON = utf8(`{"type":"${type}","challenge":"${base64url(challenge)}","origin":"${origin}"${rest}`);
    const authenticatorData = concat(sha256(utf8(rpId)), Uint8Array.of(flags), wireUint32(7), extensions);
    const signed = concat(authenticatorData, sha256(clientDataJSON));
    const raw = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, pair.privateKey, signed);
    return { authenticatorData, clientDataJSON, signature: derOf(new Uint8Array(raw)) };
  };
  return { key: key.value, get };
};
