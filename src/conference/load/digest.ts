import { type Bytes, fromUtf8 } from '../../base/bytes.ts';
import type { ActHash } from '../../base/ids.ts';
import type { Signer } from '../../charter/act.ts';
import { type Entry, actBytesOf } from '../../record/entry.ts';
import { signerOf } from '../door/signer.ts';
import { createTree } from '../../record/tree.ts';
import { actHashOf, fastSha256, leafHashOf } from '../primitives.ts';

/**
 * What follows from the bytes of trusted entries alone: half of the work of loading a record, and so done for many entries at
 * once, in another thread. In few large pieces, because many small ones would cost more to hand over than to make.
 */
export interface Digest {
  /** The rows of the tree of these entries alone. */
  readonly rows: readonly Bytes[];
  /** The acts' hashes, one after the other. */
  readonly acts: string;
  /** Each signer once. */
  readonly signers: readonly Signer[];
  /** For each entry its signers, by their places in `signers`. */
  readonly signedBy: readonly (readonly number[])[];
}

/** Characters of an act's hash. */
const ACT_HASH = 43;

/** @throws where the bytes are no entries: the store has lost something */
export const digestEntries = (entries: readonly Bytes[]): Digest => {
  const signers = new Map<Signer, number>();
  const placeOf = (signer: Signer): number => {
    const place = signers.get(signer) ?? signers.size;
    signers.set(signer, place);
    return place;
  };
  let acts = '';
  const tree = createTree(fastSha256);
  const signedBy = entries.map((bytes) => {
    const act = actBytesOf(bytes);
    acts += actHashOf(act);
    tree.append(leafHashOf(bytes));
    return signaturesBehind(bytes, act).map((text) => placeOf(signerOf(Uint8Array.fromBase64(text))));
  });
  return { rows: tree.rows(), acts, signers: [...signers.keys()], signedBy };
};

const HEAD = '{"act":'.length;

/** What follows the act is the rest of a JSON object, which begins with a comma. */
const signaturesBehind = (bytes: Bytes, act: Bytes): Entry['signatures'] => {
  const rest = fromUtf8(bytes.subarray(HEAD + act.length + 1)) ?? '';
  return (JSON.parse(`{${rest}`) as Entry).signatures;
};

/** What a digest says of one of its entries. */
export const digested = (
  { acts, signers, signedBy }: Pick<Digest, 'acts' | 'signers' | 'signedBy'>,
  i: number,
): { readonly hash: ActHash; readonly signers: readonly Signer[] } => ({
  hash: acts.slice(i * ACT_HASH, (i + 1) * ACT_HASH) as ActHash,
  signers: signedBy[i]?.flatMap((place) => signers[place] ?? []) ?? [],
});
