/**
 * SSHSIG, OpenSSH's envelope for signatures over files (PROTOCOL.sshsig), and the four signature forms that the record
 * accepts in it (PROTOCOL.u2f). Parsing is strict: a blob that is accepted is written again byte for byte.
 */

import { type Bytes, base64, concat, fromBase64, sameBytes, utf8 } from '../base/bytes.ts';
import { type Result, err, ok, unreachable } from '../base/result.ts';
import { type KeyFault, type ParsedKey, keyBlob, parseKeyBlob } from './public-key.ts';
import { type WireReader, createWireReader, wireByte, wireScalar, wireString, wireUint32 } from './wire.ts';

export type HashAlgorithm = 'sha256' | 'sha512';

/** The byte of flags that an authenticator sets (WebAuthn section 6.1). */
export const FLAG = { userPresent: 0x01, userVerified: 0x04, attestedData: 0x40, extensions: 0x80 } as const;

interface Authenticator {
  readonly flags: number;
  readonly counter: number;
}

/** What a key's own algorithm made. `bytes` are R ‖ S for Ed25519, r ‖ s for P-256: 64 either way. */
export type InnerSignature =
  | { readonly algorithm: 'ssh-ed25519'; readonly bytes: Bytes }
  | ({ readonly algorithm: 'sk-ssh-ed25519@openssh.com'; readonly bytes: Bytes } & Authenticator)
  | ({ readonly algorithm: 'sk-ecdsa-sha2-nistp256@openssh.com'; readonly bytes: Bytes } & Authenticator)
  | ({
      readonly algorithm: 'webauthn-sk-ecdsa-sha2-nistp256@openssh.com';
      readonly bytes: Bytes;
      readonly origin: string;
      /** The client data as the browser wrote it, JSON in UTF-8. */
      readonly clientData: Bytes;
      /** The extensions as the authenticator signed them, CBOR; mostly empty. */
      readonly extensions: Bytes;
    } & Authenticator);

export interface SshSig {
  readonly key: ParsedKey;
  readonly namespace: string;
  readonly hash: HashAlgorithm;
  readonly signature: InnerSignature;
}

export type SshSigFault =
  /** Not an SSHSIG of version 1, or something in it has no business there. */
  | { readonly kind: 'not-sshsig' }
  | { readonly kind: 'hash-algorithm'; readonly given: string }
  /** A signature form that is unknown here or not this key's. */
  | { readonly kind: 'signature-type'; readonly given: string }
  | KeyFault;

const MAGIC = utf8('SSHSIG');
const VERSION = 1;

/** The bytes that a key signs, with `digest` the hash of the message by `hash`. A passkey takes them as its challenge. */
export const toBeSigned = (namespace: string, hash: HashAlgorithm, digest: Uint8Array): Bytes =>
  concat(MAGIC, wireString(namespace), NOTHING, HASHES[hash], wireUint32(digest.length), digest);

const NOTHING = wireString('');
const HASHES = { sha256: wireString('sha256'), sha512: wireString('sha512') } as const;

export const serialiseSshSig = ({ key, namespace, hash, signature }: SshSig): Bytes =>
  concat(
    MAGIC,
    wireUint32(VERSION),
    wireString(keyBlob(key)),
    wireString(namespace),
    wireString(''),
    wireString(hash),
    wireString(serialiseInner(signature)),
  );

/** Reads what {@link serialiseSshSig} writes and nothing else. */
export const parseSshSig = (blob: Bytes): Result<SshSig, SshSigFault> => {
  if (!sameBytes(blob.subarray(0, MAGIC.length), MAGIC)) return err({ kind: 'not-sshsig' });
  const reader = createWireReader(blob.subarray(MAGIC.length));
  const version = reader.uint32();
  const key = parseKeyBlob(reader.string());
  const namespace = reader.text();
  const reserved = reader.string();
  const hash = reader.text();
  const inner = reader.string();
  // OpenSSH ignores the reserved field; bytes that nothing signs would let anyone write a signature in many ways.
  if (!reader.complete() || version !== VERSION || namespace === '' || reserved.length > 0)
    return err({ kind: 'not-sshsig' });
  if (hash !== 'sha256' && hash !== 'sha512') return err({ kind: 'hash-algorithm', given: hash.slice(0, 64) });
  if (!key.ok) return key;
  const signature = parseInner(inner, key.value);
  return signature.ok ? ok({ key: key.value, namespace, hash, signature: signature.value }) : signature;
};

const serialiseInner = (signature: InnerSignature): Bytes => {
  const { algorithm, bytes } = signature;
  switch (algorithm) {
    case 'ssh-ed25519':
      return concat(wireString(algorithm), wireString(bytes));
    case 'sk-ssh-ed25519@openssh.com':
      return concat(wireString(algorithm), wireString(bytes), authenticator(signature));
    case 'sk-ecdsa-sha2-nistp256@openssh.com':
      return concat(wireString(algorithm), ecdsa(bytes), authenticator(signature));
    case 'webauthn-sk-ecdsa-sha2-nistp256@openssh.com':
      return concat(
        wireString(algorithm),
        ecdsa(bytes),
        authenticator(signature),
        wireString(signature.origin),
        wireString(signature.clientData),
        wireString(signature.extensions),
      );
    default:
      return unreachable(algorithm);
  }
};

const authenticator = ({ flags, counter }: Authenticator): Bytes => concat(wireByte(flags), wireUint32(counter));

const ecdsa = (bytes: Bytes): Bytes =>
  wireString(concat(wireScalar(bytes.subarray(0, 32)), wireScalar(bytes.subarray(32))));

const parseInner = (blob: Bytes, key: ParsedKey): Result<InnerSignature, SshSigFault> => {
  const reader = createWireReader(blob);
  const algorithm = reader.text();
  const signature = readInner(reader, algorithm, key);
  if (signature === null) return err({ kind: 'signature-type', given: algorithm.slice(0, 64) });
  return reader.complete() && signature.bytes.length === 64 ? ok(signature) : err({ kind: 'not-sshsig' });
};

const readInner = (reader: WireReader, algorithm: string, key: ParsedKey): InnerSignature | null => {
  switch (algorithm) {
    case 'ssh-ed25519':
      if (key.type !== algorithm) return null;
      return { algorithm, bytes: reader.string() };
    case 'sk-ssh-ed25519@openssh.com':
      if (key.type !== algorithm) return null;
      return { algorithm, bytes: reader.string(), flags: reader.byte(), counter: reader.uint32() };
    case 'sk-ecdsa-sha2-nistp256@openssh.com':
      if (key.type !== algorithm) return null;
      return { algorithm, bytes: readEcdsa(reader), flags: reader.byte(), counter: reader.uint32() };
    case 'webauthn-sk-ecdsa-sha2-nistp256@openssh.com':
      if (key.type !== 'sk-ecdsa-sha2-nistp256@openssh.com') return null;
      return {
        algorithm,
        bytes: readEcdsa(reader),
        flags: reader.byte(),
        counter: reader.uint32(),
        origin: reader.text(),
        clientData: reader.string(),
        extensions: reader.string(),
      };
    default:
      return null;
  }
};

/** RFC 5656 section 3.1.2, as r ‖ s; no bytes where it is something else. */
const readEcdsa = (reader: WireReader): Bytes => {
  const inner = createWireReader(reader.string());
  const bytes = concat(inner.scalar(), inner.scalar());
  return inner.complete() ? bytes : bytes.subarray(0, 0);
};

const BEGIN = '-----BEGIN SSH SIGNATURE-----\n';
const END = '-----END SSH SIGNATURE-----\n';

/** The text form that `ssh-keygen -Y sign` writes and `-Y verify` reads: base64 in lines of 70. */
export const armour = (blob: Uint8Array): string => `${BEGIN}${base64(blob).replaceAll(/.{1,70}/gu, '$&\n')}${END}`;

/** The blob in an armoured signature, or `null`. Lines may have any length and end in CR LF, as pasted text does. */
export const dearmour = (text: string): Bytes | null => {
  const lines = `${text.trim()}\n`.replaceAll('\r', '');
  if (!lines.startsWith(BEGIN) || !lines.endsWith(END)) return null;
  return fromBase64(lines.slice(BEGIN.length, -END.length).replaceAll('\n', ''));
};
