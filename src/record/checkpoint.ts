/** Checkpoints (C2SP tlog-checkpoint): the host's signed word on how long the record is and which root its tree has. */

import { type Bytes, base64, fromBase64, utf8 } from '../base/bytes.ts';
import type { ConferenceId, PublicKey } from '../base/ids.ts';
import { type Result, err, ok } from '../base/result.ts';
import { type Hash, asHash } from '../base/sha256.ts';
import { type NoteSignature, isSignedBy, readNote, signNote, writeNote } from './note.ts';
import { type Primitives, webPrimitives } from './primitives.ts';
import type { SigningKey } from './sign-ed25519.ts';

export interface Checkpoint {
  /** {@link originOf} the conference. */
  readonly origin: string;
  readonly size: number;
  readonly root: Hash;
}

export interface SignedCheckpoint extends Checkpoint {
  /** In the order they stand in; the host's own among them. */
  readonly signatures: readonly NoteSignature[];
}

export type CheckpointFault =
  /** Not a signed note whose text is origin, size and root. */
  | { readonly kind: 'not-a-checkpoint' }
  | { readonly kind: 'other-record'; readonly origin: string }
  | { readonly kind: 'not-signed-by-host' };

/** The name of a conference's log, and of the host's key in its notes. */
export const originOf = (conference: ConferenceId): string => `isonomia/${conference}`;

/** The text that is signed: origin, size and root, each ended by a line feed. */
export const checkpointText = ({ origin, size, root }: Checkpoint): string => `${origin}\n${size}\n${base64(root)}\n`;

/** The signed note, in UTF-8. */
export const signCheckpoint = async (checkpoint: Checkpoint, hostKey: SigningKey): Promise<Bytes> => {
  const text = checkpointText(checkpoint);
  return utf8(writeNote({ text, signatures: [await signNote(text, checkpoint.origin, hostKey)] }));
};

/** Reads the form; whose signatures it carries is {@link verifyCheckpoint}'s to say. */
export const readCheckpoint = (bytes: Uint8Array): Result<SignedCheckpoint, CheckpointFault> => {
  const note = readNote(bytes);
  const [, origin = '', digits = '', encoded = ''] = TEXT.exec(note?.text ?? '') ?? [];
  const root = asHash(fromBase64(encoded));
  const size = Number(digits);
  if (note === null || root === null || !Number.isSafeInteger(size)) return err({ kind: 'not-a-checkpoint' });
  return ok({ origin, size, root, signatures: note.signatures });
};

const TEXT = /^([^\s+]+)\n(0|[1-9][0-9]*)\n([A-Za-z0-9+/]+=)\n$/u;

/** Reads a checkpoint and checks that it is this record's and signed with the host's key. Cosignatures are passed over. */
export const verifyCheckpoint = async (
  bytes: Uint8Array,
  { origin, hostKey }: { readonly origin: string; readonly hostKey: PublicKey },
  primitives: Primitives = webPrimitives,
): Promise<Result<SignedCheckpoint, CheckpointFault>> => {
  const checkpoint = readCheckpoint(bytes);
  if (!checkpoint.ok) return checkpoint;
  const { signatures } = checkpoint.value;
  if (checkpoint.value.origin !== origin) return err({ kind: 'other-record', origin: checkpoint.value.origin });
  const signed = await isSignedBy({ text: checkpointText(checkpoint.value), signatures }, origin, hostKey, primitives);
  return signed ? checkpoint : err({ kind: 'not-signed-by-host' });
};
