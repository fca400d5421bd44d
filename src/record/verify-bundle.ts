/**
 * Checks a proof bundle: that its entries are good and stand in the record whose root the host has signed, that they are all
 * the entries about the matter by the host's list, that the charter finds in each its part of what is claimed, and that not one
 * byte is other than it must be. docs/RECORD.md, "What a proof shows", says which claim is checked how.
 */

import { type Bytes, sameBytes } from '../base/bytes.ts';
import type { ConferenceId, PublicKey } from '../base/ids.ts';
import { type Result, err, ok } from '../base/result.ts';
import type { Hash } from '../base/sha256.ts';
import { conferenceIdOf } from '../base/act.ts';
import { actHash } from './act.ts';
import {
  type BundleCharter,
  type BundleParts,
  type BundledEntry,
  type ProofOf,
  type ProvenEntry,
  bundleFiles,
  textHash,
} from './bundle.ts';
import { type EntryFault, checkEntry } from './check-entry.ts';
import { type Checkpoint, type CheckpointFault, originOf, verifyCheckpoint } from './checkpoint.ts';
import { actBytesOf, readTrustedEntry } from './entry.ts';
import { MATTER_FILES, type MatterNote, type MatterFault, matterFiles, verifyMatter } from './matter.ts';
import { verifyInclusion } from './proofs.ts';
import { type PartFault, readParts } from './read-bundle.ts';
import { type Files, readTar } from './tar.ts';
import { isWebAuthn } from './verify-signature.ts';

export interface BundleSummary<Proof> {
  readonly conference: ConferenceId;
  readonly hostKey: PublicKey;
  readonly checkpoint: Checkpoint;
  /** What the host says that this is all about. */
  readonly matter: MatterNote;
  /** As it was signed. */
  readonly text: Bytes;
  /** By which the acts name the text. */
  readonly textHash: string;
  readonly entries: readonly ProvenEntry[];
  /** What the entries show. */
  readonly proof: Proof;
}

/** What is wrong, and in which file; `''` is the archive itself. */
export type BundleFault<Fault> =
  | FormFault
  /** The charter does not find in the entries what is claimed. */
  | { readonly file: ''; readonly kind: 'not-proven'; readonly fault: Fault };

/** The same of what can be told without the charter. */
export type FormFault =
  | PartFault
  | ({ readonly file: string } & (
      | { readonly kind: 'not-a-bundle' }
      /** Not one of a bundle's files. */
      | { readonly kind: 'unexpected' }
      /** Not what follows from the other files. */
      | { readonly kind: 'differs' }
      | EntryFault
      /** Made for another conference than entry 0 founds. */
      | { readonly kind: 'conference' }
      /** Received before the entry before it. */
      | { readonly kind: 'time' }
      /** The entry's proof does not lead to the checkpoint's root. */
      | { readonly kind: 'not-included' }
      | { readonly kind: 'checkpoint'; readonly fault: CheckpointFault }
      /** Others besides the host have signed the checkpoint, and nothing here says who. */
      | { readonly kind: 'unknown-signature' }
      | { readonly kind: 'matter'; readonly fault: MatterFault }
      /** The host's list is for another checkpoint. */
      | { readonly kind: 'other-checkpoint' }
      /** By the host's list this entry is about the matter, and the bundle does not hold it. */
      | { readonly kind: 'left-out' }
      /** By the host's list this entry is not about the matter. */
      | { readonly kind: 'put-in' }
      /** The founding act names another host. */
      | { readonly kind: 'not-named' }
    ));

/** Checks a bundle as it was downloaded. */
export const verifyBundle = async <Proof extends ProofOf, Fault>(
  tar: Bytes,
  charter: BundleCharter<Proof, Fault>,
): Promise<Result<BundleSummary<Proof>, BundleFault<Fault>>> => {
  const files = readTar(tar);
  return files === null ? err({ file: '', kind: 'not-a-bundle' }) : verifyBundleFiles(files, charter);
};

/** Checks a bundle that has been unpacked. */
export const verifyBundleFiles = async <Proof extends ProofOf, Fault>(
  files: Files,
  charter: BundleCharter<Proof, Fault>,
  check: typeof checkEntry = checkEntry,
): Promise<Result<BundleSummary<Proof>, BundleFault<Fault>>> => {
  const read = readParts(files);
  if (!read.ok) return read;
  const parts = read.value;
  const { text, note, hostKey } = parts;
  const conference = conferenceOf(parts);
  if (conference === null) return err({ file: 'entries/0.json', kind: 'malformed' });

  const word = await hostsWord(parts, conference);
  if (!word.ok) return word;
  const { checkpoint, matter } = word.value;
  const listed = listFault(parts.entries, matter);
  if (listed !== null) return err(listed);
  const entries = await checkEach(parts.entries, conference, checkpoint, check);
  if (!entries.ok) return entries;

  const proven = charter.prove(entries.value, { matter, text, note });
  if (!proven.ok) return err({ file: '', kind: 'not-proven', fault: proven.error });
  const proof = proven.value;
  if (proof.host !== hostKey) return err({ file: 'host.pem', kind: 'not-named' });

  const derived = { markdown: charter.markdownOf(proof), claims: charter.claimsOf(proof), signers: proof.signers };
  const vouched = matterFiles({
    'text.json': text,
    'note.json': note,
    'text.md': derived.markdown,
    'claims.md': derived.claims,
  });
  const other = MATTER_FILES.find((name) => !sameBytes(vouched[name], matter.files[name]));
  if (other !== undefined) return err({ file: other, kind: 'differs' });
  const fault = derivationFault(files, bundleFiles(parts, derived));
  if (fault !== null) return err(fault);
  return ok({
    conference,
    hostKey,
    checkpoint,
    matter,
    text,
    textHash: textHash(text),
    entries: entries.value,
    proof,
  });
};

/** The conference that entry 0 founds; that it is an entry at all shows later. */
const conferenceOf = ({ entries: [founding] }: BundleParts): ConferenceId | null => {
  try {
    return founding?.index === 0 ? conferenceIdOf(actHash(actBytesOf(founding.bytes))) : null;
  } catch {
    return null;
  }
};

interface Word {
  readonly checkpoint: Checkpoint;
  readonly matter: MatterNote;
}

/** What the host has signed: the checkpoint, and that these are the entries of the matter as of it. */
const hostsWord = async (
  { checkpoint: note, matter: list, hostKey }: BundleParts,
  conference: ConferenceId,
): Promise<Result<Word, FormFault>> => {
  const signed = await verifyCheckpoint(note, { origin: originOf(conference), hostKey });
  if (!signed.ok) return err({ file: 'checkpoint', kind: 'checkpoint', fault: signed.error });
  const { signatures, ...checkpoint } = signed.value;
  if (signatures.length !== 1) return err({ file: 'checkpoint', kind: 'unknown-signature' });
  const matter = await verifyMatter(list, { conference, hostKey });
  if (!matter.ok) return err({ file: 'matter', kind: 'matter', fault: matter.error });
  const { size, root } = matter.value;
  return size === checkpoint.size && sameBytes(root, checkpoint.root)
    ? ok({ checkpoint, matter: matter.value })
    : err({ file: 'matter', kind: 'other-checkpoint' });
};

const listFault = (entries: readonly BundledEntry[], matter: MatterNote): FormFault | null => {
  const [here, listed] = [new Set(entries.map(({ index }) => index)), new Set(matter.entries)];
  const gone = matter.entries.find((index) => !here.has(index));
  if (gone !== undefined) return { file: fileOf(gone), kind: 'left-out' };
  const extra = entries.find(({ index }) => !listed.has(index));
  return extra === undefined ? null : { file: fileOf(extra.index), kind: 'put-in' };
};

const fileOf = (index: number): string => `entries/${index}.json`;

/** The form of every entry, its signatures, and its place in the record. */
const checkEach = async (
  bundled: readonly BundledEntry[],
  conference: ConferenceId,
  checkpoint: Checkpoint,
  check: typeof checkEntry,
): Promise<Result<readonly ProvenEntry[], FormFault>> => {
  const entries: ProvenEntry[] = [];
  for (const { index, bytes, proof } of bundled) {
    const file = fileOf(index);
    const checked = await check(bytes);
    if (!checked.ok) return err({ file, ...checked.error });
    const { leaf, signers } = checked.value;
    const { act, time } = readTrustedEntry(bytes);
    if (act.conference !== (index === 0 ? '' : conference)) return err({ file, kind: 'conference' });
    if (time < (entries.at(-1)?.time ?? 0)) return err({ file, kind: 'time' });
    if (!isIncluded(index, leaf, proof, checkpoint)) return err({ file: `proofs/${index}`, kind: 'not-included' });
    entries.push({
      index,
      time,
      hash: actHash(actBytesOf(bytes)),
      act,
      signers: signers.map(({ key, fingerprint, algorithm }) => ({
        key,
        fingerprint,
        webauthn: isWebAuthn(algorithm),
      })),
    });
  }
  return ok(entries);
};

const isIncluded = (index: number, leaf: Hash, proof: readonly Hash[], { size, root }: Checkpoint): boolean =>
  verifyInclusion({ index, size, leaf, root, proof });

/** The first file, by name, that is not what the parts give. */
const derivationFault = (files: Files, derived: Files): FormFault | null => {
  for (const file of [...new Set([...files.keys(), ...derived.keys()])].toSorted()) {
    const [given, expected] = [files.get(file), derived.get(file)];
    if (given === undefined) return { file, kind: 'missing' };
    if (expected === undefined) return { file, kind: 'unexpected' };
    if (!sameBytes(given, expected)) return { file, kind: 'differs' };
  }
  return null;
};
