/**
 * Public keys as OpenSSH writes them, `ssh-ed25519 AAAA…` (RFC 4253 section 6.6, RFC 8709, OpenSSH's PROTOCOL.u2f), and the
 * fingerprints they are known by.
 */

import { type Bytes, base64, concat, fromBase64 } from '../base/bytes.ts';
import type { Fingerprint, PublicKey } from '../base/ids.ts';
import { type Result, err, ok, unreachable } from '../base/result.ts';
import { sha256 } from '../base/sha256.ts';
import { memoise } from '../base/memo.ts';
import { isSoundEd25519, isSoundP256 } from './points.ts';
import { createWireReader, wireString } from './wire.ts';

export type ParsedKey =
  /** `point`: 32 bytes (RFC 8032). */
  | { readonly type: 'ssh-ed25519'; readonly point: Bytes }
  /** The same in a hardware key; `application` is usually `ssh:`. */
  | { readonly type: 'sk-ssh-ed25519@openssh.com'; readonly point: Bytes; readonly application: string }
  /** P-256 in a hardware key or a passkey, whose `application` is the relying party's id. `point`: 0x04 ‖ x ‖ y, 65 bytes. */
  | { readonly type: 'sk-ecdsa-sha2-nistp256@openssh.com'; readonly point: Bytes; readonly application: string };

export type KeyFault =
  /** Not `type base64`, or the base64 does not hold exactly one key of that type. */
  | { readonly kind: 'not-a-key' }
  | { readonly kind: 'key-type'; readonly given: string }
  /** Not a point that may be anybody's key: off the curve, of small order, or written in a second way. */
  | { readonly kind: 'weak-key' };

const CURVE = 'nistp256';
const MAX_LENGTH = 1024;

/** The bytes that the base64 of a public key stands for, and that its fingerprint is taken over. */
export const keyBlob = (key: ParsedKey): Bytes => {
  switch (key.type) {
    case 'ssh-ed25519':
      return concat(wireString(key.type), wireString(key.point));
    case 'sk-ssh-ed25519@openssh.com':
      return concat(wireString(key.type), wireString(key.point), wireString(key.application));
    case 'sk-ecdsa-sha2-nistp256@openssh.com':
      return concat(wireString(key.type), wireString(CURVE), wireString(key.point), wireString(key.application));
    default:
      return unreachable(key);
  }
};

/** Reads what {@link keyBlob} writes and nothing else. Says nothing about the point itself: see {@link checkRegistrable}. */
export const parseKeyBlob = (blob: Bytes): Result<ParsedKey, KeyFault> => {
  const reader = createWireReader(blob);
  const type = reader.text();
  switch (type) {
    case 'ssh-ed25519': {
      const key: ParsedKey = { type, point: reader.string() };
      return reader.complete() && key.point.length === 32 ? ok(key) : err({ kind: 'not-a-key' });
    }
    case 'sk-ssh-ed25519@openssh.com': {
      const key: ParsedKey = { type, point: reader.string(), application: reader.text() };
      return reader.complete() && key.point.length === 32 && APPLICATION.test(key.application)
        ? ok(key)
        : err({ kind: 'not-a-key' });
    }
    case 'sk-ecdsa-sha2-nistp256@openssh.com': {
      const curve = reader.text();
      const key: ParsedKey = { type, point: reader.string(), application: reader.text() };
      const sound = reader.complete() && curve === CURVE && key.point.length === 65 && key.point[0] === 4;
      return sound && APPLICATION.test(key.application) ? ok(key) : err({ kind: 'not-a-key' });
    }
    default:
      return err(NAME.test(type) ? { kind: 'key-type', given: type } : { kind: 'not-a-key' });
  }
};

/** `ssh:` and what may follow it, or a domain. */
const APPLICATION = /^[\x21-\x7e]{1,255}$/u;
const NAME = /^[\x21-\x7e]{1,64}$/u;

/** The key as OpenSSH writes it, without comment. */
export const printPublicKey = (key: ParsedKey): PublicKey => `${key.type} ${base64(keyBlob(key))}` as PublicKey;

/** Reads a key in the one form that {@link printPublicKey} writes. */
export const parsePublicKey = (text: string): Result<ParsedKey, KeyFault> => {
  if (text.length > MAX_LENGTH) return err({ kind: 'not-a-key' });
  const space = text.indexOf(' ');
  const blob = fromBase64(text.slice(space + 1));
  if (space < 0 || blob === null) return err({ kind: 'not-a-key' });
  const key = parseKeyBlob(blob);
  return key.ok && key.value.type !== text.slice(0, space) ? err({ kind: 'not-a-key' }) : key;
};

/** The key on a line such as `id_ed25519.pub` holds: space around it and a comment behind it are dropped. */
export const publicKeyOnLine = (line: string): Result<PublicKey, KeyFault> => {
  const [type = '', blob = ''] = line.trim().split(/[ \t]+/u, 2);
  const key = parsePublicKey(`${type} ${blob}`);
  return key.ok ? ok(printPublicKey(key.value)) : key;
};

/**
 * `SHA256:` and the unpadded base64 of SHA-256 over the key's blob, as `ssh-keygen -l` shows it.
 * @throws TypeError where the text is no public key: a `PublicKey` always is one.
 */
export const fingerprint: (key: PublicKey) => Fingerprint = memoise(4096, (text) => {
  const digest = sha256(keyBlob(parsed(text as PublicKey)));
  return `SHA256:${base64(digest).replace(/=+$/u, '')}` as Fingerprint;
});

/** {@link fingerprint} of a key in its parsed form. */
export const fingerprintOf = (key: ParsedKey): Fingerprint => fingerprint(printPublicKey(key));

/**
 * The parsed form of a key that was checked before.
 * @throws TypeError where the text is no public key.
 */
export const parsed = (key: PublicKey): ParsedKey => {
  const result = parsePublicKey(key);
  if (!result.ok) throw new TypeError('Not a public key in canonical form');
  return result.value;
};

/**
 * Whether this text may be registered as somebody's key: a known type in canonical form, whose point is sound in every
 * library (see points.ts).
 */
export const checkRegistrable = (text: string): Result<PublicKey, KeyFault> => {
  const key = parsePublicKey(text);
  if (!key.ok) return key;
  const sound =
    key.value.type === 'sk-ecdsa-sha2-nistp256@openssh.com'
      ? isSoundP256(key.value.point)
      : isSoundEd25519(key.value.point);
  return sound ? ok(text as PublicKey) : err({ kind: 'weak-key' });
};
