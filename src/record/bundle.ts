/**
 * Proof bundles: one archive that proves to a stranger, with stock tools alone, who signed a text or a statement. It holds the
 * words, every entry about them and those by which the keys came in, their inclusion proofs, the host's checkpoint and its list of
 * these entries, and besides everything that can be derived from these, so that no tool of ours is needed to take them apart.
 * docs/RECORD.md, "Proof bundle", fixes the layout; verify-bundle.ts checks it.
 */

import { type Bytes, base64url, fromBase64, hex, utf8 } from '../base/bytes.ts';
import type { ActHash, Fingerprint, PublicKey } from '../base/ids.ts';
import type { Result } from '../base/result.ts';
import { type Hash, sha256 } from '../base/sha256.ts';
import type { Instant } from '../base/time.ts';
import type { UnreadAct } from './act.ts';
import { type KeyHolder, signerOf, writeAllowedSigners } from './allowed-signers.ts';
import { BUNDLE_README } from './bundle-readme.ts';
import { actBytesOf, readTrustedEntry } from './entry.ts';
import { hostKeyPem } from './host-key.ts';
import type { MatterNote } from './matter.ts';
import { armour } from './sshsig.ts';
import { type Files, writeTar } from './tar.ts';

/** What a bundle is made of; all else in it is derived. */
export interface BundleParts {
  /** The final version: the canonical JSON that the acts name by its hash. */
  readonly text: Bytes;
  /** What is said of how it became final, in canonical JSON. */
  readonly note: Bytes;
  /** By index, ascending. The first is entry 0, whose act founds the conference and names the host's key. */
  readonly entries: readonly BundledEntry[];
  /** Signed by the host, of a record that holds all these entries. */
  readonly checkpoint: Bytes;
  /** Signed by the host: that these are the entries about the matter. */
  readonly matter: Bytes;
  readonly hostKey: PublicKey;
}

export interface BundledEntry {
  readonly index: number;
  readonly bytes: Bytes;
  /** The inclusion proof in the tree of the checkpoint's size. */
  readonly proof: readonly Hash[];
}

/** An entry in its place, whose form and signatures are good. */
export interface ProvenEntry {
  readonly index: number;
  readonly time: Instant;
  readonly hash: ActHash;
  readonly act: UnreadAct;
  /** In the entry's order. */
  readonly signers: readonly ProvenSigner[];
}

export interface ProvenSigner {
  readonly key: PublicKey;
  readonly fingerprint: Fingerprint;
  /** Whether it signed through WebAuthn, with the user verified. */
  readonly webauthn: boolean;
}

/** What is claimed of the entries, and in which words. */
export interface Claim {
  readonly matter: Pick<MatterNote, 'subject' | 'audience' | 'adopted'>;
  readonly text: Bytes;
  readonly note: Bytes;
}

/** What only the charter can say of a bundle. It is handed in, so that this room need not know it. */
export interface BundleCharter<Proof extends ProofOf, Fault> {
  /** What each entry shows of the claim, or the first that shows nothing of it or may not have been made. */
  readonly prove: (entries: readonly ProvenEntry[], claim: Claim) => Result<Proof, Fault>;
  /** The proof in words, Markdown. */
  readonly claimsOf: (proof: Proof) => Bytes;
  /** The text for people to read, with who signed it, Markdown. */
  readonly markdownOf: (proof: Proof) => Bytes;
}

/** What any proof says besides. */
export interface ProofOf {
  /** The host's key, as the founding act names it. */
  readonly host: PublicKey;
  /** Whose each key was, and from when, by the entries that brought it in. */
  readonly signers: readonly KeyHolder[];
}

/** What follows from the parts with the charter's help. */
export interface Derived {
  readonly markdown: Bytes;
  readonly claims: Bytes;
  readonly signers: readonly KeyHolder[];
}

/** The bundle as a tar archive. */
export const makeBundle = (parts: BundleParts, derived: Derived): Bytes => writeTar(bundleFiles(parts, derived));

/** All files of the bundle with these parts. @throws SyntaxError or TypeError for an entry that is none. */
export const bundleFiles = (parts: BundleParts, { markdown, claims, signers }: Derived): Files => {
  const files = new Map<string, Bytes>([
    ['text.json', parts.text],
    ['note.json', parts.note],
    ['text.md', markdown],
    ['claims.md', claims],
    ['checkpoint', parts.checkpoint],
    ['matter', parts.matter],
    ['host.pem', utf8(hostKeyPem(parts.hostKey))],
    ['allowed_signers', utf8(writeAllowedSigners(signers.map(signerOf)))],
    ['README.md', utf8(BUNDLE_README)],
    ...parts.entries.flatMap(filesOf),
  ]);
  return files.set('SHA256SUMS', utf8(sums(files)));
};

const filesOf = ({ index, bytes, proof }: BundledEntry): readonly [string, Bytes][] => [
  [`entries/${index}.json`, bytes],
  ...proof.map((hash, i): [string, Bytes] => [proofPath(index, i), hash]),
  [`acts/${index}.json`, actBytesOf(bytes)],
  ...readTrustedEntry(bytes).signatures.map((text, i): [string, Bytes] => [
    `signatures/${index}.${String(i).padStart(2, '0')}.sig`,
    utf8(armour(fromBase64(text) ?? new Uint8Array(0))),
  ]),
];

/** The sibling hashes are numbered from the leaf up, in two digits so that a shell sorts them. */
export const proofPath = (index: number, step: number): string => `proofs/${index}/${String(step).padStart(2, '0')}`;

/** As `sha256sum` prints them. */
const sums = (files: Files): string =>
  [...files]
    .map(([name, content]) => `${hex(sha256(content))}  ${name}\n`)
    .toSorted((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1))
    .join('');

/** How acts name a text: base64url of SHA-256 over its bytes. */
export const textHash = (text: Uint8Array): string => base64url(sha256(text));
