import type { Bytes } from '../../base/bytes.ts';
import { claimsOf } from '../../charter/proof/claims.ts';
import { type ClaimToProve, prove } from '../../charter/proof/prove.ts';
import { markdownOf } from '../../charter/proof/markdown.ts';
import { type BundleParts, type Derived, makeBundle } from '../../record/bundle.ts';
import type { Hash } from '../../base/sha256.ts';
import { recordEntry } from '../load/entries.ts';

/** What is worked out for a proof bundle: before the host signs which entries it has, and after. */

interface PlacedBytes {
  readonly index: number;
  readonly bytes: Bytes;
}

/** What the entries prove, and what is derived from it. @throws TypeError where they do not prove it: the record that they are of would be wrong */
export const proven = ({
  entries,
  matter,
  text,
  note,
}: ClaimToProve & { readonly entries: readonly PlacedBytes[] }): Derived => {
  const all = entries.map(({ index, bytes }) => recordEntry(bytes, index));
  const proof = prove(all, { matter, text, note });
  if (!proof.ok) throw new TypeError(`A record that does not prove itself: ${JSON.stringify(proof.error)}`);
  return { markdown: markdownOf(proof.value), claims: claimsOf(proof.value), signers: proof.value.signers };
};

/** The archive. `proofs`: of each entry, the hashes of its inclusion proof, one after the other. */
export const packed = ({
  entries,
  proofs,
  parts,
  derived,
}: {
  readonly entries: readonly PlacedBytes[];
  readonly proofs: readonly Bytes[];
  readonly parts: Omit<BundleParts, 'entries'>;
  readonly derived: Derived;
}): Bytes =>
  makeBundle({ ...parts, entries: entries.map((entry, i) => ({ ...entry, proof: hashesIn(proofs[i]) })) }, derived);

const HASH = 32;

const hashesIn = (bytes: Bytes = new Uint8Array(0)): readonly Hash[] =>
  Array.from({ length: bytes.length / HASH }, (_, i) => bytes.subarray(i * HASH, (i + 1) * HASH) as Hash);
