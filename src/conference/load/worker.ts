import { parentPort } from 'node:worker_threads';
import type { Bytes } from '../../base/bytes.ts';
import { digestEntries } from './digest.ts';

/** The thread that digests entries while another one replays those before. */

parentPort?.on('message', (entries: readonly Bytes[]) => {
  const digest = digestEntries(entries);
  parentPort?.postMessage(
    digest,
    digest.rows.map((row) => row.buffer),
  );
});
