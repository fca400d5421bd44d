/**
 * Proof bundles: one archive that proves a decision or a statement to a stranger, with stock tools alone. It holds the final
 * text, the entries about it with their inclusion proofs, the checkpoint and the keys, and besides everything that can be
 * derived from these, so that no tool of ours is needed to take them apart. docs/RECORD.md, "Proof bundle", fixes the layout;
 * verify-bundle.ts checks it.
 */

import { type Bytes, base64url, fromBase64, hex, utf8 } from '../base/bytes.ts';
import type { PublicKey } from '../base/ids.ts';
import { type Hash, sha256 } from '../base/sha256.ts';
import { type AllowedSigner, principalAt, readAllowedSigners, writeAllowedSigners } from './allowed-signers.ts';
import { bundleReadme } from './bundle-readme.ts';
import { type Entry, actBytesOf, readTrustedEntry } from './entry.ts';
import { hostKeyPem } from './host-key.ts';
import { printPublicKey } from './public-key.ts';
import { armour, parseSshSig } from './sshsig.ts';
import { type Files, writeTar } from './tar.ts';

/** What a bundle is made of; all else in it is derived. */
export interface BundleParts {
  /** The final version: the canonical JSON that the acts name by its hash. */
  readonly text: Bytes;
  /** The same for people to read. */
  readonly markdown: Bytes;
  /** By index, ascending. The first is entry 0, whose act founds the conference and names the host's key. */
  readonly entries: readonly BundledEntry[];
  /** Signed by the host, of a record that holds all these entries. */
  readonly checkpoint: Bytes;
  readonly hostKey: PublicKey;
  /** At least the keys that signed these entries. */
  readonly signers: readonly AllowedSigner[];
}

export interface BundledEntry {
  readonly index: number;
  readonly bytes: Bytes;
  /** The inclusion proof in the tree of the checkpoint's size. */
  readonly proof: readonly Hash[];
}

/** An entry taken apart: the one reading that the bundle's files, its README and its check share. */
export interface OpenedEntry {
  readonly index: number;
  readonly entry: Entry;
  readonly act: Bytes;
  readonly signatures: readonly { readonly blob: Bytes; readonly principal: string | null }[];
}

/**
 * The bundle as a tar archive.
 * @throws TypeError where the parts do not fit each other: an entry that is none, a signature by no allowed signer.
 */
export const makeBundle = (parts: BundleParts): Bytes => writeTar(bundleFiles(parts));

/** All files of the bundle with these parts. @throws as {@link makeBundle}. */
export const bundleFiles = (parts: BundleParts): Files => {
  const { text, markdown, checkpoint } = parts;
  const allowed = writeAllowedSigners(parts.signers);
  // Read again, so that signers are named by what the file says and not by what it was made of.
  const signers = readAllowedSigners(allowed) ?? [];
  const entries = parts.entries.map((entry) => openEntry(entry, signers));
  const files = new Map<string, Bytes>([
    ['text.json', text],
    ['text.md', markdown],
    ['checkpoint', checkpoint],
    ['host.pem', utf8(hostKeyPem(parts.hostKey))],
    ['allowed_signers', utf8(allowed)],
    ['README.md', utf8(bundleReadme(entries))],
    ...parts.entries.flatMap(({ index, bytes, proof }): readonly [string, Bytes][] => [
      [`entries/${index}.json`, bytes],
      ...proof.map((hash, i): [string, Bytes] => [proofPath(index, i), hash]),
    ]),
    ...entries.flatMap(({ index, act, signatures }): readonly [string, Bytes][] => [
      [`acts/${index}.json`, act],
      ...signatures.map(({ blob }, i): [string, Bytes] => [`signatures/${index}.${i}.sig`, utf8(armour(blob))]),
    ]),
  ]);
  return files.set('SHA256SUMS', utf8(sums(files)));
};

/** The sibling hashes are numbered from the leaf up, in two digits so that a shell sorts them. */
export const proofPath = (index: number, step: number): string => `proofs/${index}/${String(step).padStart(2, '0')}`;

const openEntry = ({ index, bytes }: BundledEntry, signers: readonly AllowedSigner[]): OpenedEntry => {
  const entry = readTrustedEntry(bytes);
  const signatures = entry.signatures.map((text) => {
    const blob = fromBase64(text) ?? new Uint8Array(0);
    const sshsig = parseSshSig(blob);
    return { blob, principal: sshsig.ok ? principalAt(signers, printPublicKey(sshsig.value.key), entry.time) : null };
  });
  return { index, entry, act: actBytesOf(bytes), signatures };
};

/** As `sha256sum` prints them. */
const sums = (files: Files): string =>
  [...files]
    .map(([name, content]) => `${hex(sha256(content))}  ${name}\n`)
    .toSorted((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1))
    .join('');

/** How acts name a text: base64url of SHA-256 over its bytes. */
export const textHash = (text: Uint8Array): string => base64url(sha256(text));
