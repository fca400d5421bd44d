import { parentPort } from 'node:worker_threads';
import { createSyncPrimitives } from './at-once.ts';
import type { Packed } from '../../base/pack.ts';
import { type Outcomes, unpacked, verifyBy } from './batch.ts';

/** The thread of a crowd. */

const primitives = createSyncPrimitives();

parentPort?.on('message', (batch: Packed) => {
  const outcomes: Outcomes = Uint8Array.from(unpacked(batch), (one) => (verifyBy(primitives, one) === true ? 1 : 0));
  parentPort?.postMessage(outcomes, [outcomes.buffer]);
});
