/**
 * The host's signed word on one matter: which entries of the record are about it, all of them, as of a checkpoint, and what the
 * words beside them are. So nobody can take an entry out of a proof bundle or put one in. A C2SP signed note whose first line tells
 * it from a checkpoint; docs/RECORD.md, "Matter", fixes the layout.
 */

import { type Bytes, base64, fromBase64, fromHex, hex, utf8 } from '../base/bytes.ts';
import type { ConferenceId, PublicKey } from '../base/ids.ts';
import { type Result, err, ok } from '../base/result.ts';
import { type Hash, asHash, sha256 } from '../base/sha256.ts';
import type { Instant } from '../base/time.ts';
import { originOf } from './checkpoint.ts';
import { isSignedBy, readNote, signNote, writeNote } from './note.ts';
import type { SigningKey } from './sign-ed25519.ts';

/** One text or statement of a conference, by its number. */
export interface Subject {
  readonly kind: 'text' | 'statement' | 'charter';
  readonly number: number;
}

/** Whose view of the record the list is complete for. */
export type MatterAudience = 'everyone' | 'participants';

/** How a text was adopted. */
export interface Adopted {
  readonly how: 'unanimous' | 'broad-consensus';
  readonly at: Instant;
  /** `2026/3`. */
  readonly symbol: string;
}

/** The files whose content the host vouches for, in the order in which the note lists them. */
export const MATTER_FILES = ['claims.md', 'note.json', 'text.json', 'text.md'] as const;

export type MatterFile = (typeof MATTER_FILES)[number];

export interface MatterNote {
  readonly conference: ConferenceId;
  readonly subject: Subject;
  readonly audience: MatterAudience;
  /** Of a text; `null` for a statement. */
  readonly adopted: Adopted | null;
  /** Of the checkpoint that goes with it. */
  readonly size: number;
  readonly root: Hash;
  /** SHA-256 of each. */
  readonly files: Readonly<Record<MatterFile, Hash>>;
  /** Indices of all entries, ascending. */
  readonly entries: readonly number[];
}

export type MatterFault =
  | { readonly kind: 'not-a-matter' }
  | { readonly kind: 'other-record' }
  | { readonly kind: 'not-signed-by-host' }
  /** Signed by others besides the host, and nothing here says who. */
  | { readonly kind: 'unknown-signature' };

/** The first line of the note, and the name of the host's key in it. */
export const matterOriginOf = (conference: ConferenceId): string => `${originOf(conference)}/matter`;

export const matterFiles = (files: Readonly<Record<MatterFile, Uint8Array>>): MatterNote['files'] => ({
  'claims.md': sha256(files['claims.md']),
  'note.json': sha256(files['note.json']),
  'text.json': sha256(files['text.json']),
  'text.md': sha256(files['text.md']),
});

const UNADOPTED = 'not adopted';

const matterText = ({ conference, subject, audience, adopted, size, root, files, entries }: MatterNote): string =>
  [
    matterOriginOf(conference),
    `${subject.kind} ${subject.number} for ${audience}`,
    adopted === null ? UNADOPTED : `adopted ${adopted.how} ${adopted.at} ${adopted.symbol}`,
    `${size}`,
    base64(root),
    ...MATTER_FILES.map((name) => `${hex(files[name])}  ${name}`),
    ...entries,
    '',
  ].join('\n');

/** The signed note, in UTF-8. */
export const signMatter = async (matter: MatterNote, hostKey: SigningKey): Promise<Bytes> => {
  const text = matterText(matter);
  return utf8(writeNote({ text, signatures: [await signNote(text, matterOriginOf(matter.conference), hostKey)] }));
};

/** So long may a note be: room for some hundred thousand entries. */
const LONGEST = 1024 * 1024;

/** Reads a matter's note and checks that it is this record's, in the one form it may have, and signed by the host alone. */
export const verifyMatter = async (
  bytes: Uint8Array,
  { conference, hostKey }: { readonly conference: ConferenceId; readonly hostKey: PublicKey },
): Promise<Result<MatterNote, MatterFault>> => {
  const note = readNote(bytes, LONGEST);
  const matter = note === null ? null : readMatter(note.text, conference);
  if (note === null || matter === null) return err({ kind: 'not-a-matter' });
  // Whatever two spellings a reader might let pass, only one was written.
  if (matterText(matter) !== note.text) return err({ kind: 'other-record' });
  if (!(await isSignedBy(note, matterOriginOf(conference), hostKey))) return err({ kind: 'not-signed-by-host' });
  return note.signatures.length === 1 ? ok(matter) : err({ kind: 'unknown-signature' });
};

const SUBJECT = /^(text|statement|charter) ([1-9][0-9]{0,6}) for (everyone|participants)$/u;
const ADOPTED = /^adopted (unanimous|broad-consensus) ([0-9]{1,15}) ([A-Z][A-Z0-9]{1,9}\/[0-9]{4}\/[1-9][0-9]{0,6})$/u;
const FILE = /^([0-9a-f]{64}) {2}([a-z.]+)$/u;
const COUNT = /^(?:0|[1-9][0-9]{0,14})$/u;

const readMatter = (text: string, conference: ConferenceId): MatterNote | null => {
  const [, about = '', adoption = '', size = '', root = '', ...rest] = text.split('\n').slice(0, -1);
  const [, kind, number, audience] = SUBJECT.exec(about) ?? [];
  const [, how, at, symbol] = ADOPTED.exec(adoption) ?? [];
  const rootHash = asHash(fromBase64(root));
  const [claims = null, note = null, json = null, words = null] = rest.slice(0, MATTER_FILES.length).map(readFile);
  const entries = rest.slice(MATTER_FILES.length);
  if (kind === undefined || rootHash === null || (how === undefined && adoption !== UNADOPTED)) return null;
  if (![size, ...entries].every((digits) => COUNT.test(digits))) return null;
  if (claims === null || note === null || json === null || words === null) return null;
  const indices = entries.map(Number);
  if (indices.some((index, i) => i > 0 && index <= (indices[i - 1] ?? index))) return null;
  return {
    conference,
    subject: { kind: kind as Subject['kind'], number: Number(number) },
    audience: audience as MatterAudience,
    adopted: how === undefined ? null : { how: how as Adopted['how'], at: Number(at) as Instant, symbol: symbol ?? '' },
    size: Number(size),
    root: rootHash,
    files: { 'claims.md': claims, 'note.json': note, 'text.json': json, 'text.md': words },
    entries: indices,
  };
};

/** A line as `sha256sum` writes it; that it names the right file shows when the whole is written again. */
const readFile = (line: string): Hash | null => {
  const digits = FILE.exec(line)?.[1];
  return digits === undefined ? null : asHash(fromHex(digits));
};
