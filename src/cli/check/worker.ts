import { parentPort } from 'node:worker_threads';
import { type Packed, unpack } from '../../base/pack.ts';
import { checkEntries } from '../../record/check-entry.ts';
import { closed } from './messages.ts';
import { createSyncPrimitives } from '../../conference/verifying/at-once.ts';

/** A thread that checks entries, one batch after the other. */

const primitives = createSyncPrimitives();
let last = Promise.resolve();

const check = async (before: Promise<void>, toCheck: Packed): Promise<void> => {
  // Answers go out in the order of the questions.
  await before;
  const checked = closed(await checkEntries(unpack(toCheck), primitives));
  parentPort?.postMessage(checked, [checked.leaves.buffer]);
};

parentPort?.on('message', (toCheck: Packed) => {
  last = check(last, toCheck);
});
