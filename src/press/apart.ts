import { Worker } from 'node:worker_threads';
import { err } from '../base/result.ts';
import type { Job, Outcomes } from './worker.ts';

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

/** The outcome of a job; a file that takes more time or memory than it may is hostile. */
export type Read = <J extends Job>(job: J) => Promise<Outcomes[J['kind']]>;

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

const readApart = async <J extends Job>(job: J, { time, memory }: Bounds): Promise<Outcomes[J['kind']]> => {
  const worker = new Worker(new URL('worker.ts', import.meta.url), {
    workerData: job,
    resourceLimits: { maxOldGenerationSizeMb: memory },
  });
  const { promise, resolve, reject } = Promise.withResolvers<Outcomes[J['kind']]>();
  const timer = setTimeout(() => resolve(err({ kind: 'hostile' })), time);
  worker.once('message', resolve);
  worker.on('error', (fault: NodeJS.ErrnoException) => {
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
