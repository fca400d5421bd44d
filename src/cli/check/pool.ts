import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Bytes } from '../../base/bytes.ts';
import { pack, transferOf } from '../../base/pack.ts';
import type { Result } from '../../base/result.ts';
import type { EntryCheck, EntryFault } from '../../record/check-entry.ts';
import { type Checked, opened } from './messages.ts';

/** Threads that check entries. */
export interface CheckPool {
  /** As `checkEntries` does, on one of the threads. */
  readonly check: (batch: readonly Bytes[]) => Promise<readonly Result<EntryCheck, EntryFault>[]>;
  readonly threads: number;
  readonly close: () => Promise<void>;
}

export const createCheckPool = (threads = availableParallelism()): CheckPool => {
  const workers = Array.from({ length: threads }, startWorker);
  let next = 0;
  return {
    threads,
    check: (batch) => {
      const worker = workers[next++ % threads];
      if (worker === undefined) throw new TypeError('A pool without threads');
      return worker.check(batch);
    },
    close: async () => {
      await Promise.all(workers.map(({ close }) => close()));
    },
  };
};

interface Waiting {
  readonly resolve: (results: readonly Result<EntryCheck, EntryFault>[]) => void;
  readonly reject: (error: unknown) => void;
}

const startWorker = () => {
  const worker = new Worker(new URL('./worker.ts', import.meta.url));
  const waiting: Waiting[] = [];
  worker.on('message', (checked: Checked) => waiting.shift()?.resolve(opened(checked)));
  worker.on('error', (error) => {
    for (const { reject } of waiting.splice(0)) reject(error);
  });
  return {
    check: (batch: readonly Bytes[]): Promise<readonly Result<EntryCheck, EntryFault>[]> => {
      const { promise, resolve, reject } = Promise.withResolvers<readonly Result<EntryCheck, EntryFault>[]>();
      waiting.push({ resolve, reject });
      const toCheck = pack(batch);
      worker.postMessage(toCheck, transferOf(toCheck));
      return promise;
    },
    close: async () => {
      await worker.terminate();
    },
  };
};
