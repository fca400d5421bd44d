import { parentPort } from 'node:worker_threads';
import type { Bytes } from '../../base/bytes.ts';
import { checkEntries } from '../../record/check-entry.ts';
import { type ToCheck, closed } from './messages.ts';
import { createSyncPrimitives } from '../../conference/verifying/at-once.ts';

/** A thread that checks entries, one batch after the other. */

const primitives = createSyncPrimitives();
let last = Promise.resolve();

const check = async (before: Promise<void>, { bytes, lengths }: ToCheck): Promise<void> => {
  // Answers go out in the order of the questions.
  await before;
  const checked = closed(await checkEntries(cut(bytes, lengths), primitives));
  parentPort?.postMessage(checked, [checked.leaves.buffer]);
};

parentPort?.on('message', (toCheck: ToCheck) => {
  last = check(last, toCheck);
});

const cut = (bytes: Bytes, lengths: readonly number[]): readonly Bytes[] => {
  let at = 0;
  return lengths.map((length) => bytes.subarray(at, (at += length)));
};
