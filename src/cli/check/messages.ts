import { type Bytes, concat } from '../../base/bytes.ts';
import { type Result, err, ok } from '../../base/result.ts';
import type { Hash } from '../../base/sha256.ts';
import type { EntryCheck, EntryFault } from '../../record/check-entry.ts';
import type { VerifiedSignature } from '../../record/verify-signature.ts';

/** What passes between the threads: few large pieces, because many small objects cost more than the checking itself. */

export interface Checked {
  /** The leaf hashes of the good entries, in order. */
  readonly leaves: Bytes;
  /** Each signer once. */
  readonly signers: readonly VerifiedSignature[];
  /** For each entry its signers, by their places in `signers`; or what is wrong with it. */
  readonly entries: readonly (readonly number[] | EntryFault)[];
}

const HASH = 32;

export const closed = (results: readonly Result<EntryCheck, EntryFault>[]): Checked => {
  const signers: VerifiedSignature[] = [];
  const places = new Map<string, number>();
  const placeOf = (signer: VerifiedSignature): number => {
    const name = `${signer.algorithm} ${signer.fingerprint}`;
    const place = places.get(name) ?? signers.push(signer) - 1;
    places.set(name, place);
    return place;
  };
  const entries = results.map((result) => (result.ok ? result.value.signers.map(placeOf) : result.error));
  return { leaves: concat(...results.flatMap((result) => (result.ok ? [result.value.leaf] : []))), signers, entries };
};

export const opened = ({ leaves, signers, entries }: Checked): readonly Result<EntryCheck, EntryFault>[] => {
  let good = 0;
  return entries.map((entry) => {
    if (!('length' in entry)) return err(entry);
    const leaf = leaves.subarray(good * HASH, ++good * HASH) as Hash;
    return ok({ leaf, signers: entry.flatMap((place) => signers[place] ?? []) });
  });
};
