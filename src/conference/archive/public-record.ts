import { setImmediate } from 'node:timers/promises';
import { type Bytes, concat, utf8 } from '../../base/bytes.ts';
import { type Result, err } from '../../base/result.ts';
import { readAct } from '../../charter/read.ts';
import { maySeeEntry } from '../../charter/sight/visibility-entries.ts';
import { PUBLIC } from '../../charter/visibility.ts';
import { readCheckpoint } from '../../record/checkpoint.ts';
import { printHead, printHidden } from '../../record/public-record.ts';
import {
  type PublicRecordFault as Fault,
  type PublicRecordSummary,
  type PublicRecordToVerify,
  verifyPublicRecord,
} from '../../record/verify-public-record.ts';
import { keyFault, weakKeyFault } from '../door/keys.ts';
import { leafHashOf } from '../primitives.ts';
import type { Conference } from '../types.ts';
import { type Misplaced, createReplay } from './replay.ts';

/** The public record as one file: what is written, piece by piece, and how it is checked. See docs/RECORD.md. */

/** How many entries are read before others have their turn. */
const STRIDE = 32;
const LF = Uint8Array.of(0x0a);

/**
 * The lines up to a checkpoint, though the conference goes on meanwhile; what becomes public before its turn comes is shown. No more than {@link STRIDE} entries are held at a time,
 * and none is read before the pieces before it were taken.
 */
export async function* publicRecord(conference: Conference, checkpoint: string): AsyncGenerator<Bytes, void> {
  const read = readCheckpoint(utf8(checkpoint));
  if (!read.ok) throw new TypeError('The host signed no checkpoint');
  const { size } = read.value;
  yield concat(printHead(checkpoint), LF);
  for (let from = 0; from < size; from += STRIDE) {
    await setImmediate();
    const entries = await conference.entries(from, Math.min(from + STRIDE, size));
    const state = conference.state();
    yield concat(
      ...entries.flatMap(({ index, act, bytes }) => [
        maySeeEntry(state, PUBLIC, index, act) ? bytes : printHidden(leafHashOf(bytes)),
        LF,
      ]),
    );
  }
}

export type PublicRecordFault =
  Exclude<Fault<Misplaced>, { readonly kind: 'refused' }> | ({ readonly index: number } & Misplaced);

/** Checks such a file. The founding act is judged; of those after it, each has the fields of its kind. */
export const verifyPublic = async ({
  pieces,
  ...options
}: Pick<PublicRecordToVerify<Misplaced>, 'pieces' | 'check' | 'ahead'>): Promise<
  Result<PublicRecordSummary, PublicRecordFault>
> => {
  const founding = createReplay();
  const summary = await verifyPublicRecord<Misplaced>({
    ...options,
    pieces,
    judge: (entry) => {
      if (entry.index === 0) return founding.place(entry);
      const act = readAct(entry.entry.act);
      if (!act.ok) return act.error;
      return (keyFault(act.value, null) ?? weakKeyFault(act.value))?.fault ?? null;
    },
    hostKey: () => founding.state().host,
  });
  if (summary.ok) return summary;
  const fault = summary.error;
  return err(fault.kind === 'refused' ? { index: fault.index, ...fault.refusal } : fault);
};
