/**
 * What of an entry can be checked without knowing any other: its form, its signatures, its place's hash. That is nearly all the
 * work of checking a record, so it stands apart from what must go in order, and can be done in other threads.
 */

import { type Bytes, fromBase64 } from '../base/bytes.ts';
import { type Result, err, ok } from '../base/result.ts';
import type { Hash } from '../base/sha256.ts';
import { type Entry, actBytesOf, readEntry } from './entry.ts';
import { leafHash } from './tree.ts';
import type { FormatFault } from './format.ts';
import { type Primitives, webPrimitives } from './primitives.ts';
import { ACT_NAMESPACE, type SignatureFault, type VerifiedSignature, verifySignature } from './verify-signature.ts';

export interface EntryCheck {
  readonly leaf: Hash;
  /** Whose keys signed the act, in the entry's order. That these were the organisation's keys then, the charter must say. */
  readonly signers: readonly VerifiedSignature[];
}

export type EntryFault =
  | { readonly kind: 'format'; readonly fault: FormatFault }
  /** `number` counts the entry's signatures from 0. */
  | { readonly kind: 'signature'; readonly number: number; readonly fault: SignatureFault };

/** Checks the bytes of one entry. */
export const checkEntry = async (
  bytes: Bytes,
  primitives: Primitives = webPrimitives,
): Promise<Result<EntryCheck, EntryFault>> => {
  const entry = readEntry(bytes);
  if (!entry.ok) return err({ kind: 'format', fault: entry.error });
  const signers = await checkSignatures(bytes, entry.value, primitives);
  return signers.ok ? ok({ leaf: leafHash(bytes, primitives.sha256), signers: signers.value }) : signers;
};

/** How many signatures are under way at once: enough to keep WebCrypto's threads busy, few enough to wait for none in vain. */
const LANES = 64;

/** Checks many, each by itself, and answers in their order. */
export const checkEntries = async (
  batch: readonly Bytes[],
  primitives: Primitives = webPrimitives,
): Promise<readonly Result<EntryCheck, EntryFault>[]> => {
  const results: Result<EntryCheck, EntryFault>[] = [];
  const left = batch.entries();
  const lane = async (): Promise<void> => {
    for (const [i, bytes] of left) results[i] = await checkEntry(bytes, primitives);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return results;
};

const checkSignatures = async (
  bytes: Bytes,
  { signatures }: Entry,
  primitives: Primitives,
): Promise<Result<readonly VerifiedSignature[], EntryFault>> => {
  const message = actBytesOf(bytes);
  const signers: VerifiedSignature[] = [];
  for (const [number, text] of signatures.entries()) {
    const blob = fromBase64(text) ?? new Uint8Array(0);
    const signer = await verifySignature({ blob, message, namespace: ACT_NAMESPACE }, primitives);
    if (!signer.ok) return err({ kind: 'signature', number, fault: signer.error });
    signers.push(signer.value);
  }
  return ok(signers);
};
