import { Worker } from 'node:worker_threads';
import { type Result, err } from '../base/result.ts';
import type { DocumentFault, Imported } from '../conference/documents.ts';
import type { Job } from './worker.ts';

/** Reads files one after the other, each in a thread of its own that may be ended: whatever a file does, the host goes on. */

interface Bounds {
  /** Milliseconds that one file may take. */
  readonly time: number;
  /** Megabytes that reading it may take. */
  readonly memory: number;
  /** How many files may wait. */
  readonly waiting: number;
}

const BOUNDS: Bounds = { time: 10_000, memory: 512, waiting: 8 };

export type Read = (job: Job) => Promise<Result<Imported, DocumentFault>>;

export const createReading = (bounds: Bounds = BOUNDS): Read => {
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  return async (job) => {
    if (waiting >= bounds.waiting) return err({ kind: 'busy' });
    waiting += 1;
    const before = last;
    const turn = Promise.withResolvers<undefined>();
    last = turn.promise;
    try {
      await before;
      return await readApart(job, bounds);
    } finally {
      waiting -= 1;
      turn.resolve(undefined);
    }
  };
};

const readApart = async (job: Job, { time, memory }: Bounds): Promise<Result<Imported, DocumentFault>> => {
  const worker = new Worker(new URL('worker.ts', import.meta.url), {
    workerData: job,
    resourceLimits: { maxOldGenerationSizeMb: memory },
  });
  const { promise, resolve, reject } = Promise.withResolvers<Result<Imported, DocumentFault>>();
  const timer = setTimeout(() => resolve(err({ kind: 'hostile' })), time);
  worker.once('message', resolve);
  worker.once('error', (fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve(err({ kind: 'hostile' }));
    else reject(fault);
  });
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
};
