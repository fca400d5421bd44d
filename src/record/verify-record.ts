/**
 * Checks a whole record against its checkpoint: that every entry has the one form it may have, that the signatures are good,
 * that time never runs backwards, that all belong to the conference which the first founds, that the charter allowed each, and
 * that they are exactly the entries whose root the host has signed.
 *
 * The charter comes in by `judge`, so that this room need not know it. The heavy part goes through `check`, by default on this
 * thread with WebCrypto; the command line passes one that hands batches to worker threads.
 */

import { type Bytes, sameBytes } from '../base/bytes.ts';
import type { ConferenceId, PublicKey } from '../base/ids.ts';
import { type Result, err, ok } from '../base/result.ts';
import type { Hash } from '../base/sha256.ts';
import type { Instant } from '../base/time.ts';
import { conferenceIdOf } from '../base/act.ts';
import { actHash } from './act.ts';
import { runAhead } from './ahead.ts';
import { type EntryCheck, type EntryFault, checkEntries } from './check-entry.ts';
import { type CheckpointFault, originOf, verifyCheckpoint } from './checkpoint.ts';
import { type Entry, MAX_ENTRY, actBytesOf, readTrustedEntry } from './entry.ts';
import { createLineSplitter } from './lines.ts';
import { type Tree, createTree } from './tree.ts';
import type { VerifiedSignature } from './verify-signature.ts';

/** An entry whose form and signatures are good, in its place. */
export interface PlacedEntry {
  readonly index: number;
  readonly entry: Entry;
  readonly bytes: Bytes;
  readonly signers: readonly VerifiedSignature[];
}

export interface RecordToVerify<Refusal> {
  /** The bytes of `entries.jsonl`, in pieces of any size. */
  readonly pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
  readonly checkpoint: Uint8Array;
  /** Asked for each entry in order: why the charter did not allow it, or `null`, and then it has been applied. */
  readonly judge: (entry: PlacedEntry) => Refusal | null;
  /** Asked at the end: the host's key by the acts of the record. */
  readonly hostKey: () => PublicKey | null;
  /** {@link checkEntries}, or something that does the same elsewhere. Gets the entries that end in one piece. */
  readonly check?: (batch: readonly Bytes[]) => Promise<readonly Result<EntryCheck, EntryFault>[]>;
  /** How many calls of `check` may be under way at once. */
  readonly ahead?: number;
}

/** What is wrong, and with which entry, counted from 0, the first in order; `null`: with the whole. */
export type RecordFault<Refusal> =
  | ({ readonly index: number } & (
      | EntryFault
      /** The file ends inside it. */
      | { readonly kind: 'unfinished' }
      /** Received before the entry before it. */
      | { readonly kind: 'time' }
      /** Not made for the conference that entry 0 founds. */
      | { readonly kind: 'conference' }
      | { readonly kind: 'refused'; readonly refusal: Refusal }
    ))
  | ({ readonly index: null } & (
      | { readonly kind: 'empty' }
      | { readonly kind: 'no-host-key' }
      | { readonly kind: 'checkpoint'; readonly fault: CheckpointFault }
      /** Others besides the host have signed the checkpoint, and nothing here says who. */
      | { readonly kind: 'unknown-signature' }
      | { readonly kind: 'size'; readonly entries: number; readonly checkpoint: number }
      /** As many entries as the checkpoint says, but not those. */
      | { readonly kind: 'root' }
    ));

export interface RecordSummary {
  readonly conference: ConferenceId;
  readonly size: number;
  readonly root: Hash;
  /** Of the last entry. */
  readonly time: Instant;
  readonly hostKey: PublicKey;
}

export const verifyRecord = async <Refusal>(
  record: RecordToVerify<Refusal>,
): Promise<Result<RecordSummary, RecordFault<Refusal>>> => {
  const { pieces, check = checkEntries, ahead = 4 } = record;
  const splitter = createLineSplitter(MAX_ENTRY);
  const sequence = createSequence(record.judge);
  for await (const [lines, checks] of runAhead(pieces, splitter.push, check, ahead)) {
    for (const [i, bytes] of lines.entries()) {
      const fault = sequence.place(bytes, checks[i]);
      if (fault !== null) return err(fault);
    }
  }
  if (splitter.isUnfinished()) return err({ index: sequence.tree.size(), kind: 'unfinished' });
  return compare(record, sequence);
};

type Sequence<Refusal> = ReturnType<typeof createSequence<Refusal>>;

/** What must go entry by entry, in order. */
const createSequence = <Refusal>(judge: RecordToVerify<Refusal>['judge']) => {
  const tree: Tree = createTree();
  let conference: ConferenceId | null = null;
  let time = 0 as Instant;

  const place = (bytes: Bytes, checked: Result<EntryCheck, EntryFault> | undefined): RecordFault<Refusal> | null => {
    const index = tree.size();
    if (checked === undefined) throw new TypeError('A check answered for fewer entries than it was given');
    if (!checked.ok) return { index, ...checked.error };
    const { leaf, signers } = checked.value;
    const entry = readTrustedEntry(bytes);
    if (entry.time < time) return { index, kind: 'time' };
    if (entry.act.conference !== (conference ?? '')) return { index, kind: 'conference' };
    const refusal = judge({ index, entry, bytes, signers });
    if (refusal !== null) return { index, kind: 'refused', refusal };
    conference ??= conferenceIdOf(actHash(actBytesOf(bytes)));
    time = entry.time;
    tree.append(leaf);
    return null;
  };

  return { tree, place, conference: () => conference, time: () => time };
};

/** Holds the entries, all placed, against the checkpoint. */
const compare = async <Refusal>(
  record: RecordToVerify<Refusal>,
  { tree, conference, time }: Sequence<Refusal>,
): Promise<Result<RecordSummary, RecordFault<Refusal>>> => {
  const id = conference();
  if (id === null) return err({ index: null, kind: 'empty' });
  const held = await heldAgainst(record.checkpoint, { tree, conference: id, hostKey: record.hostKey() });
  return held.ok ? ok({ ...held.value, time: time() }) : held;
};

interface Held {
  readonly tree: Tree;
  readonly conference: ConferenceId;
  readonly hostKey: PublicKey | null;
}

/** Whether a tree is the one that a conference's host has signed. */
export const heldAgainst = async (
  note: Uint8Array,
  { tree, conference, hostKey }: Held,
): Promise<Result<Omit<RecordSummary, 'time'>, RecordFault<never>>> => {
  if (hostKey === null) return err({ index: null, kind: 'no-host-key' });
  const checkpoint = await verifyCheckpoint(note, { origin: originOf(conference), hostKey });
  if (!checkpoint.ok) return err({ index: null, kind: 'checkpoint', fault: checkpoint.error });
  const { size, root, signatures } = checkpoint.value;
  if (signatures.length !== 1) return err({ index: null, kind: 'unknown-signature' });
  if (size !== tree.size()) return err({ index: null, kind: 'size', entries: tree.size(), checkpoint: size });
  if (!sameBytes(root, tree.root())) return err({ index: null, kind: 'root' });
  return ok({ conference, size, root, hostKey });
};
