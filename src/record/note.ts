/** Signed notes (C2SP signed-note): a text, an empty line, and lines with signatures. Only Ed25519 is made and checked here. */

import { type Bytes, base64, concat, fromBase64, fromUtf8, sameBytes, utf8 } from '../base/bytes.ts';
import type { PublicKey } from '../base/ids.ts';
import { sha256 } from '../base/sha256.ts';
import { type Primitives, webPrimitives } from './primitives.ts';
import { parsed } from './public-key.ts';
import type { SigningKey } from './sign-ed25519.ts';

export interface Note {
  /** Ends in a line feed. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

export interface NoteSignature {
  readonly name: string;
  /** Four bytes that say which key and algorithm it is. */
  readonly keyId: Bytes;
  readonly signature: Bytes;
}

const ED25519 = Uint8Array.of(0x0a, 0x01);
/** Bytes of a checkpoint with all the cosignatures it may carry. */
const MAX_NOTE = 64 * 1024;
const MAX_SIGNATURES = 64;

/** The first four bytes of SHA-256 over name, line feed, 0x01 and the 32 bytes of the public key. */
export const noteKeyId = (name: string, key: PublicKey): Bytes => sha256(utf8(name), ED25519, pointOf(key)).slice(0, 4);

/** A signature over the note's text in the name `name`. */
export const signNote = async (
  text: string,
  name: string,
  { privateKey, publicKey }: SigningKey,
): Promise<NoteSignature> => ({
  name,
  keyId: noteKeyId(name, publicKey),
  signature: new Uint8Array(await crypto.subtle.sign('Ed25519', privateKey, utf8(text))),
});

export const writeNote = ({ text, signatures }: Note): string => `${text}\n${signatures.map(signatureLine).join('')}`;

const signatureLine = ({ name, keyId, signature }: NoteSignature): string =>
  `— ${name} ${base64(concat(keyId, signature))}\n`;

const SIGNATURE_LINE = /^— ([^\s+]+) ([A-Za-z0-9+/=]+)$/u;

/** Reads what {@link writeNote} writes, in at most `longest` bytes, and nothing else; `null` otherwise. The signatures are not checked yet. */
export const readNote = (bytes: Uint8Array, longest = MAX_NOTE): Note | null => {
  const whole = bytes.length <= longest ? fromUtf8(bytes) : null;
  const end = whole?.lastIndexOf('\n\n') ?? -1;
  // oxlint-disable-next-line no-control-regex -- a note holds no control characters but line feeds
  if (whole === null || end < 0 || !whole.endsWith('\n') || /[\0-\x09\x0b-\x1f]/u.test(whole)) return null;
  const lines = whole.slice(end + 2, -1).split('\n');
  const signatures = lines.map(readSignature).filter((signature) => signature !== null);
  if (signatures.length !== lines.length || signatures.length > MAX_SIGNATURES) return null;
  return { text: whole.slice(0, end + 1), signatures };
};

const readSignature = (line: string): NoteSignature | null => {
  const [, name = '', encoded = ''] = SIGNATURE_LINE.exec(line) ?? [];
  const bytes = fromBase64(encoded);
  return bytes !== null && bytes.length > 4 ? { name, keyId: bytes.slice(0, 4), signature: bytes.slice(4) } : null;
};

/**
 * Whether the note is signed in this name with this key. Signatures by others are passed over, as the specification wants;
 * one that claims to be this key's and does not hold refuses the note.
 */
export const isSignedBy = async (
  { text, signatures }: Note,
  name: string,
  key: PublicKey,
  primitives: Primitives = webPrimitives,
): Promise<boolean> => {
  const keyId = noteKeyId(name, key);
  const own = signatures.filter((signature) => signature.name === name && sameBytes(signature.keyId, keyId));
  for (const { signature } of own) {
    if (signature.length !== 64 || !(await primitives.verifyEd25519(pointOf(key), signature, utf8(text)))) return false;
  }
  return own.length > 0;
};

const pointOf = (key: PublicKey): Bytes => {
  const { type, point } = parsed(key);
  if (type !== 'ssh-ed25519') throw new TypeError('Notes are signed with Ed25519 keys');
  return point;
};
