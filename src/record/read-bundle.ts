/** Reading a bundle's files back into the parts it was made of. What is derived is left to the comparison with these. */

import { type Bytes, fromUtf8 } from '../base/bytes.ts';
import type { PublicKey } from '../base/ids.ts';
import { parseCanonical } from '../base/json.ts';
import { type Result, err, ok } from '../base/result.ts';
import { type Hash, asHash } from '../base/sha256.ts';
import { type BundleParts, type BundledEntry, proofPath } from './bundle.ts';
import { hostKeyFromPem } from './host-key.ts';
import type { Files } from './tar.ts';

/** A file that the parts are read from is not there, or not what it should be. */
export type PartFault = { readonly file: string; readonly kind: 'missing' | 'malformed' };

export const readParts = (files: Files): Result<BundleParts, PartFault> => {
  for (const file of ['text.json', 'note.json', 'checkpoint', 'matter', 'host.pem', 'entries/0.json']) {
    if (!files.has(file)) return err({ file, kind: 'missing' });
  }
  const bytes = (file: string): Bytes => files.get(file) ?? new Uint8Array(0);
  const text = (file: string): string => fromUtf8(bytes(file)) ?? '';

  if (!parseCanonical(bytes('text.json')).ok) return err({ file: 'text.json', kind: 'malformed' });
  const hostKey: PublicKey | null = hostKeyFromPem(text('host.pem'));
  if (hostKey === null) return err({ file: 'host.pem', kind: 'malformed' });
  const entries: BundledEntry[] = [];
  for (const index of indices(files)) {
    const proof = readProof(files, index);
    if (!proof.ok) return proof;
    entries.push({ index, bytes: bytes(`entries/${index}.json`), proof: proof.value });
  }
  return ok({
    text: bytes('text.json'),
    note: bytes('note.json'),
    checkpoint: bytes('checkpoint'),
    matter: bytes('matter'),
    hostKey,
    entries,
  });
};

/** The entries' indices, ascending. */
const indices = (files: Files): readonly number[] =>
  [...files.keys()]
    .map((name) => /^entries\/(0|[1-9][0-9]{0,14})\.json$/u.exec(name)?.[1])
    .filter((digits) => digits !== undefined)
    .map(Number)
    .toSorted((a, b) => a - b);

const readProof = (files: Files, index: number): Result<readonly Hash[], PartFault> => {
  const proof: Hash[] = [];
  for (let bytes; (bytes = files.get(proofPath(index, proof.length))) !== undefined;) {
    const hash = asHash(bytes);
    if (hash === null) return err({ file: proofPath(index, proof.length), kind: 'malformed' });
    proof.push(hash);
  }
  return ok(proof);
};
