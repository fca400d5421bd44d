/**
 * Checks a copy of a conference's public site, offline and without asking anyone: that it holds the files that the host has signed and no others, not one byte of them
 * changed, and that each proof in it holds and is of this conference and this host.
 */

import { type Bytes, fromUtf8, sameBytes, utf8 } from '../base/bytes.ts';
import type { PublicKey } from '../base/ids.ts';
import { type Result, err, ok } from '../base/result.ts';
import { type Hash, sha256 } from '../base/sha256.ts';
import type { BundleCharter, ProofOf } from './bundle.ts';
import { originOf, verifyCheckpoint } from './checkpoint.ts';
import { COPY_FILES, COPY_NAMESPACE, type CopyNote, readNote, readSums } from './copy.ts';
import { armour, dearmour } from './sshsig.ts';
import { type BundleFault, verifyBundle } from './verify-bundle.ts';
import { verifySignature } from './verify-signature.ts';

/** A folder that holds a copy. */
export interface CopyFolder {
  /** The relative paths of all files in it, with `/`. */
  readonly names: () => Promise<readonly string[]>;
  /** The whole of a file that is there; `null` where it is larger than any of a copy, {@link MOST_FILE} bytes. */
  readonly read: (name: string) => Promise<Bytes | null>;
}

export interface CopySummary extends CopyNote {
  readonly hostKey: PublicKey;
  readonly files: number;
  readonly proofs: number;
}

/** What is wrong, and with which file. */
export type CopyFault<Fault> = { readonly file: string } & (
  | { readonly kind: 'missing' }
  /** Not in the list that the host has signed. */
  | { readonly kind: 'unexpected' }
  /** Not the bytes that the host has signed. */
  | { readonly kind: 'differs' }
  /** Not what such a file holds. */
  | { readonly kind: 'malformed' }
  /** No good signature over the list. */
  | { readonly kind: 'not-signed' }
  /** Not this record's, not of this size, or not by the host that has signed the list. */
  | { readonly kind: 'checkpoint' }
  | { readonly kind: 'proof'; readonly fault: BundleFault<Fault> }
  /** A proof of another conference, or by another host. */
  | { readonly kind: 'other-conference' }
);

/** The most bytes of a file: no bundle is larger. */
export const MOST_FILE = 256 * 1024 * 1024;

/** @param onFile told of each file once it was checked */
export const verifyCopy = async <Proof extends ProofOf, Fault>(
  folder: CopyFolder,
  charter: BundleCharter<Proof, Fault>,
  onFile: (done: number, of: number) => void = () => undefined,
): Promise<Result<CopySummary, CopyFault<Fault>>> => {
  const names = new Set(await folder.names());
  const signed = await signedList(folder, names);
  if (!signed.ok) return signed;
  const { hostKey, sums } = signed.value;
  const missing = [...sums.keys()].find((name) => !names.has(name));
  if (missing !== undefined) return err({ file: missing, kind: 'missing' });
  const extra = [...names].find((name) => !sums.has(name) && !UNLISTED.has(name));
  if (extra !== undefined) return err({ file: extra, kind: 'unexpected' });

  const said = await whatItIsOf(folder, signed.value);
  if (!said.ok) return said;
  const note = said.value;
  let done = 0;
  for (const [file, sum] of sums) {
    const bytes = await folder.read(file);
    if (bytes === null || !sameBytes(sha256(bytes), sum)) return err({ file, kind: 'differs' });
    onFile(++done, sums.size);
  }
  const proofs = [...sums.keys()].filter((name) => name.startsWith(COPY_FILES.proofs));
  for (const file of proofs) {
    const fault = await proofFault((await folder.read(file)) ?? new Uint8Array(), { ...note, hostKey }, charter);
    if (fault !== null) return err({ file, ...fault });
  }
  return ok({ ...note, hostKey, files: sums.size, proofs: proofs.length });
};

const proofFault = async <Proof extends ProofOf, Fault>(
  bytes: Bytes,
  { conference, hostKey }: Pick<CopySummary, 'conference' | 'hostKey'>,
  charter: BundleCharter<Proof, Fault>,
): Promise<
  { readonly kind: 'proof'; readonly fault: BundleFault<Fault> } | { readonly kind: 'other-conference' } | null
> => {
  const proof = await verifyBundle(bytes, charter);
  if (!proof.ok) return { kind: 'proof', fault: proof.error };
  const { value } = proof;
  return value.conference === conference && value.hostKey === hostKey ? null : { kind: 'other-conference' };
};

const UNLISTED: ReadonlySet<string> = new Set([COPY_FILES.sums, COPY_FILES.signature]);

interface SignedList {
  readonly hostKey: PublicKey;
  readonly sums: ReadonlyMap<string, Hash>;
}

const signedList = async (
  folder: CopyFolder,
  names: ReadonlySet<string>,
): Promise<Result<SignedList, CopyFault<never>>> => {
  const absent = [...UNLISTED].find((name) => !names.has(name));
  if (absent !== undefined) return err({ file: absent, kind: 'missing' });
  const [list, armoured] = [await folder.read(COPY_FILES.sums), await folder.read(COPY_FILES.signature)];
  const sums = list === null ? null : readSums(list);
  if (list === null || sums === null) return err({ file: COPY_FILES.sums, kind: 'malformed' });
  const blob = armoured === null ? null : dearmour(fromUtf8(armoured) ?? '');
  // Another form of the same signature would be a byte that nobody misses.
  if (blob === null || armoured === null || !sameBytes(armoured, utf8(armour(blob))))
    return err({ file: COPY_FILES.signature, kind: 'malformed' });
  const signed = await verifySignature({ blob, message: list, namespace: COPY_NAMESPACE });
  return signed.ok ? ok({ hostKey: signed.value.key, sums }) : err({ file: COPY_FILES.signature, kind: 'not-signed' });
};

/** The conference, and that the host who signed the list is its host as of this size. */
const whatItIsOf = async (
  folder: CopyFolder,
  { sums, hostKey }: SignedList,
): Promise<Result<CopyNote, CopyFault<never>>> => {
  const absent = [COPY_FILES.note, COPY_FILES.checkpoint].find((name) => !sums.has(name));
  if (absent !== undefined) return err({ file: absent, kind: 'missing' });
  const bytes = await folder.read(COPY_FILES.note);
  const note = bytes === null ? null : readNote(bytes);
  if (note === null) return err({ file: COPY_FILES.note, kind: 'malformed' });
  const word = await folder.read(COPY_FILES.checkpoint);
  const origin = originOf(note.conference);
  const checkpoint = word === null ? null : await verifyCheckpoint(word, { origin, hostKey });
  return checkpoint?.ok === true && checkpoint.value.size === note.size
    ? ok(note)
    : err({ file: COPY_FILES.checkpoint, kind: 'checkpoint' });
};
