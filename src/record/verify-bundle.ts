/** Checks a proof bundle: all that its README's commands check, and that not one byte in it is other than it must be. */

import { type Bytes, sameBytes } from '../base/bytes.ts';
import type { ConferenceId, PublicKey } from '../base/ids.ts';
import type { Json } from '../base/json.ts';
import { type Result, err, ok } from '../base/result.ts';
import type { Hash } from '../base/sha256.ts';
import { conferenceIdOf } from './act.ts';
import { principalAt, principalOf } from './allowed-signers.ts';
import { type BundleParts, type BundledEntry, bundleFiles, textHash } from './bundle.ts';
import { type EntryFault, checkEntry } from './check-entry.ts';
import { type Checkpoint, type CheckpointFault, originOf, verifyCheckpoint } from './checkpoint.ts';
import { type Entry, actBytesOf, readTrustedEntry } from './entry.ts';
import { verifyInclusion } from './proofs.ts';
import { type PartFault, readParts } from './read-bundle.ts';
import { type Files, readTar } from './tar.ts';
import type { VerifiedSignature } from './verify-signature.ts';

export interface BundleSummary {
  readonly conference: ConferenceId;
  readonly hostKey: PublicKey;
  readonly checkpoint: Checkpoint;
  /** By which the acts name the text. */
  readonly textHash: string;
  readonly entries: readonly ProvenEntry[];
}

export interface ProvenEntry {
  readonly index: number;
  readonly entry: Entry;
  /** In the entry's order. */
  readonly signers: readonly NamedSigner[];
}

export interface NamedSigner extends VerifiedSignature {
  /** As `allowed_signers` names the key's owner at that time. */
  readonly principal: string;
}

/** What is wrong, and in which file; `''` is the archive itself. */
export type BundleFault =
  | PartFault
  | ({ readonly file: string } & (
      | { readonly kind: 'not-a-bundle' }
      /** Not one of a bundle's files. */
      | { readonly kind: 'unexpected' }
      /** Not what follows from the other files. */
      | { readonly kind: 'differs' }
      | EntryFault
      /** Signed with a key that was no allowed signer's then. */
      | { readonly kind: 'unknown-signer'; readonly key: PublicKey }
      /** The first signature is not by the delegate whom the act names. */
      | { readonly kind: 'signed-by-another'; readonly principal: string }
      /** Made for another conference than entry 0 founds. */
      | { readonly kind: 'conference' }
      /** The entry's proof does not lead to the checkpoint's root. */
      | { readonly kind: 'not-included' }
      | { readonly kind: 'checkpoint'; readonly fault: CheckpointFault }
      /** Others besides the host have signed the checkpoint, and nothing here says who. */
      | { readonly kind: 'unknown-signature' }
      /** No act names this text, or the founding act does not name this key. */
      | { readonly kind: 'not-named' }
    ));

export interface BundleOptions {
  /** Renders a text for reading, so that `text.md` can be held against `text.json`. */
  readonly markdownOf?: (text: Bytes) => Bytes;
}

/** Checks a bundle as it was downloaded. */
export const verifyBundle = async (
  tar: Bytes,
  options: BundleOptions = {},
): Promise<Result<BundleSummary, BundleFault>> => {
  const files = readTar(tar);
  return files === null ? err({ file: '', kind: 'not-a-bundle' }) : verifyBundleFiles(files, options);
};

/** Checks a bundle that has been unpacked. */
export const verifyBundleFiles = async (
  files: Files,
  { markdownOf }: BundleOptions = {},
): Promise<Result<BundleSummary, BundleFault>> => {
  const parts = readParts(files);
  if (!parts.ok) return parts;
  const { text, markdown, hostKey } = parts.value;
  const entries = await checkEach(parts.value);
  if (!entries.ok) return entries;
  const [founding] = entries.value;
  if (founding?.index !== 0) return err({ file: 'entries/0.json', kind: 'missing' });
  const conference = conferenceIdOf(actBytesOf(founding.bytes));
  const signed = await verifyCheckpoint(parts.value.checkpoint, { origin: originOf(conference), hostKey });
  if (!signed.ok) return err({ file: 'checkpoint', kind: 'checkpoint', fault: signed.error });
  const { signatures, ...checkpoint } = signed.value;
  if (signatures.length !== 1) return err({ file: 'checkpoint', kind: 'unknown-signature' });

  for (const entry of entries.value) {
    const fault = placeFault(entry, conference, checkpoint);
    if (fault !== null) return err(fault);
  }
  if (!names(founding.entry.act.body, hostKey)) return err({ file: 'host.pem', kind: 'not-named' });
  if (!entries.value.some(({ entry }) => names(entry.act.body, textHash(text))))
    return err({ file: 'text.json', kind: 'not-named' });
  if (markdownOf !== undefined && !sameBytes(markdownOf(text), markdown))
    return err({ file: 'text.md', kind: 'differs' });
  const fault = derivationFault(files, bundleFiles(parts.value));
  if (fault !== null) return err(fault);
  const proven = entries.value.map(({ index, entry, signers }) => ({ index, entry, signers }));
  return ok({ conference, hostKey, checkpoint, textHash: textHash(text), entries: proven });
};

type OpenEntry = ProvenEntry & BundledEntry & { readonly leaf: Hash };

/** The form of every entry, its signatures, and whose they are. */
const checkEach = async ({ entries, signers }: BundleParts): Promise<Result<readonly OpenEntry[], BundleFault>> => {
  const open: OpenEntry[] = [];
  for (const bundled of entries) {
    const checked = await checkEntry(bundled.bytes);
    const file = `entries/${bundled.index}.json`;
    if (!checked.ok) return err({ file, ...checked.error });
    const entry = readTrustedEntry(bundled.bytes);
    const named: NamedSigner[] = [];
    for (const signer of checked.value.signers) {
      const principal = principalAt(signers, signer.key, entry.time);
      if (principal === null) return err({ file, kind: 'unknown-signer', key: signer.key });
      named.push({ ...signer, principal });
    }
    const [first] = named;
    if (first !== undefined && first.principal !== principalOf(entry.act.by)) {
      return err({ file, kind: 'signed-by-another', principal: first.principal });
    }
    open.push({ ...bundled, entry, signers: named, leaf: checked.value.leaf });
  }
  return ok(open);
};

const placeFault = (
  { index, entry, leaf, proof }: OpenEntry,
  conference: ConferenceId,
  { size, root }: Checkpoint,
): BundleFault | null => {
  if (entry.act.conference !== (index === 0 ? '' : conference))
    return { file: `entries/${index}.json`, kind: 'conference' };
  return verifyInclusion({ index, size, leaf, root, proof }) ? null : { file: `proofs/${index}`, kind: 'not-included' };
};

/** Whether a string in this value is `name`. */
const names = (value: Json, name: string): boolean =>
  typeof value === 'object' && value !== null
    ? Object.values(value).some((item: Json) => names(item, name))
    : value === name;

/** The first file, by name, that is not what the parts give. */
const derivationFault = (files: Files, derived: Files): BundleFault | null => {
  for (const file of [...new Set([...files.keys(), ...derived.keys()])].toSorted()) {
    const [given, expected] = [files.get(file), derived.get(file)];
    if (given === undefined) return { file, kind: 'missing' };
    if (expected === undefined) return { file, kind: 'unexpected' };
    if (!sameBytes(given, expected)) return { file, kind: 'differs' };
  }
  return null;
};
