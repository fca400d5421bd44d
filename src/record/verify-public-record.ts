/**
 * Checks the public record as one file, without asking anyone: that each entry in it has the one form it may have and good signatures, that all are of the conference which
 * the first founds, that time never runs backwards among them, and that they and the hashes of the others are exactly what the host has signed.
 * That a key was its maker's, and that the charter allowed an act, follows from entries that not everyone may read: of a text it is the proof's to show, of the whole an export's.
 */

import type { Bytes } from '../base/bytes.ts';
import { conferenceIdOf } from '../base/act.ts';
import type { ConferenceId } from '../base/ids.ts';
import { type Result, err, ok } from '../base/result.ts';
import type { Instant } from '../base/time.ts';
import { actHash } from './act.ts';
import { runAhead } from './ahead.ts';
import { type EntryCheck, type EntryFault, checkEntries } from './check-entry.ts';
import { MAX_ENTRY, actBytesOf, readTrustedEntry } from './entry.ts';
import { createLineSplitter } from './lines.ts';
import { isHidden, readHead, readHidden } from './public-record.ts';
import { createTree } from './tree.ts';
import { type RecordFault, type RecordSummary, type RecordToVerify, heldAgainst } from './verify-record.ts';

/** As a whole record is checked, but that its checkpoint comes in its first line, and `judge` is asked for the entries that are shown. */
export type PublicRecordToVerify<Refusal> = Omit<RecordToVerify<Refusal>, 'checkpoint'>;

export interface PublicRecordSummary extends RecordSummary {
  /** How many of the entries are in the file. */
  readonly shown: number;
}

export type PublicRecordFault<Refusal> =
  | RecordFault<Refusal>
  /** The first line is not as it must be. */
  | { readonly index: null; readonly kind: 'head' }
  /** Neither an entry nor the hash of one. */
  | { readonly index: number; readonly kind: 'hash' }
  /** The founding act, which everyone may read, is not shown. */
  | { readonly index: 0; readonly kind: 'founding-hidden' };

type Line =
  | { readonly kind: 'head'; readonly bytes: Bytes }
  | { readonly kind: 'hidden'; readonly bytes: Bytes }
  | { readonly kind: 'entry'; readonly bytes: Bytes; readonly checked: Result<EntryCheck, EntryFault> };

export const verifyPublicRecord = async <Refusal>(
  record: PublicRecordToVerify<Refusal>,
): Promise<Result<PublicRecordSummary, PublicRecordFault<Refusal>>> => {
  const { pieces, check = checkEntries, ahead = 4 } = record;
  const splitter = createLineSplitter(MAX_ENTRY);
  const sequence = createSequence(record.judge);
  let first = true;
  const cut = (piece: Uint8Array) => {
    const lines = splitter.push(piece);
    const head = first && lines.length > 0 ? 1 : 0;
    if (lines.length > 0) first = false;
    return { head: lines.slice(0, head), leaves: lines.slice(head) };
  };
  const work = (lines: ReturnType<typeof cut>) => checkedLines(lines, check);
  for await (const [, lines] of runAhead(pieces, cut, work, ahead)) {
    for (const line of lines) {
      const fault = sequence.place(line);
      if (fault !== null) return err(fault);
    }
  }
  if (splitter.isUnfinished()) return err({ index: sequence.tree.size(), kind: 'unfinished' });
  return compare(record, sequence);
};

const checkedLines = async (
  { head, leaves }: { readonly head: readonly Bytes[]; readonly leaves: readonly Bytes[] },
  check: NonNullable<RecordToVerify<never>['check']>,
): Promise<readonly Line[]> => {
  const checks = (await check(leaves.filter((bytes) => !isHidden(bytes)))).values();
  return [
    ...head.map((bytes): Line => ({ kind: 'head', bytes })),
    ...leaves.map((bytes): Line => {
      if (isHidden(bytes)) return { kind: 'hidden', bytes };
      const { value } = checks.next();
      if (value === undefined) throw new TypeError('A check answered for fewer entries than it was given');
      return { kind: 'entry', bytes, checked: value };
    }),
  ];
};

type Sequence<Refusal> = ReturnType<typeof createSequence<Refusal>>;

/** What must go line by line, in order. */
const createSequence = <Refusal>(judge: RecordToVerify<Refusal>['judge']) => {
  const tree = createTree();
  let checkpoint: Bytes | null = null;
  let conference: ConferenceId | null = null;
  let time = 0 as Instant;
  let shown = 0;

  const placeShown = (bytes: Bytes, checked: Result<EntryCheck, EntryFault>): PublicRecordFault<Refusal> | null => {
    const index = tree.size();
    if (!checked.ok) return { index, ...checked.error };
    const { leaf, signers } = checked.value;
    const entry = readTrustedEntry(bytes);
    if (entry.time < time) return { index, kind: 'time' };
    if (entry.act.conference !== (conference ?? '')) return { index, kind: 'conference' };
    const refusal = judge({ index, entry, bytes, signers });
    if (refusal !== null) return { index, kind: 'refused', refusal };
    conference ??= conferenceIdOf(actHash(actBytesOf(bytes)));
    time = entry.time;
    shown += 1;
    tree.append(leaf);
    return null;
  };

  const placeHidden = (bytes: Bytes): PublicRecordFault<Refusal> | null => {
    const index = tree.size();
    if (index === 0) return { index, kind: 'founding-hidden' };
    const leaf = readHidden(bytes);
    if (leaf === null) return { index, kind: 'hash' };
    tree.append(leaf);
    return null;
  };

  const place = (line: Line): PublicRecordFault<Refusal> | null => {
    if (line.kind === 'entry') return placeShown(line.bytes, line.checked);
    if (line.kind === 'hidden') return placeHidden(line.bytes);
    checkpoint = readHead(line.bytes);
    return checkpoint === null ? { index: null, kind: 'head' } : null;
  };

  return { tree, place, said: () => ({ checkpoint, conference, time, shown }) };
};

/** Holds the leaves, all placed, against the checkpoint. */
const compare = async <Refusal>(
  record: PublicRecordToVerify<Refusal>,
  { tree, said }: Sequence<Refusal>,
): Promise<Result<PublicRecordSummary, PublicRecordFault<Refusal>>> => {
  const { checkpoint, conference, time, shown } = said();
  if (checkpoint === null) return err({ index: null, kind: 'head' });
  if (conference === null) return err({ index: null, kind: 'empty' });
  const held = await heldAgainst(checkpoint, { tree, conference, hostKey: record.hostKey() });
  return held.ok ? ok({ ...held.value, time, shown }) : held;
};
