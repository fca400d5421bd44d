import { Worker } from 'node:worker_threads';
import type { Asked, Said } from './job.ts';
import { watchMemory } from './memory.ts';

/** A thread that does one job at a time, within bounds. Whatever becomes of it, the next job finds a good one. */

export interface ThreadBounds {
  /** Milliseconds that a job may take. */
  readonly time: number;
  /** Megabytes of its heap. */
  readonly heap: number;
  /** Megabytes of buffers that it may hold outside its heap. */
  readonly outside: number;
  /** Milliseconds after which a thread without a job ends; `0`: each job has a thread of its own. */
  readonly rests: number;
}

/** A job was ended before it had an answer. */
export class WorkEnded extends Error {
  override readonly name = 'WorkEnded';
  readonly why: 'time' | 'memory' | 'gone';
  constructor(why: WorkEnded['why']) {
    super(`A job was ended: ${why}`);
    this.why = why;
  }
}

export interface WorkThread {
  /**
   * Does a job; none may be under way.
   * @throws WorkEnded, or what the job threw
   */
  readonly run: (asked: Asked) => Promise<Uint8Array<ArrayBuffer>>;
  readonly close: () => Promise<void>;
}

interface Open {
  readonly worker: Worker;
  readonly settle: PromiseWithResolvers<Uint8Array<ArrayBuffer>>;
}

export const createThread = ({ time, heap, outside, rests }: ThreadBounds): WorkThread => {
  let worker: Worker | null = null;
  let open: Open | null = null;
  let resting: NodeJS.Timeout | undefined;

  const drop = async (): Promise<void> => {
    clearTimeout(resting);
    const old = worker;
    worker = null;
    await old?.terminate();
  };
  /** The job that this worker does fails; one that is done already has nobody to tell. */
  const fail = (of: Worker, fault: unknown): void => {
    if (worker === of) worker = null;
    if (open?.worker === of) open.settle.reject(fault);
  };
  const started = (): Worker => {
    const made = new Worker(new URL('worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: heap },
    });
    made.on('message', (said: Said) => {
      if (open?.worker !== made) return;
      if (said.kind === 'answer') open.settle.resolve(said.output);
      else open.settle.reject(said.fault);
    });
    made.on('error', (fault: NodeJS.ErrnoException) =>
      fail(made, fault.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new WorkEnded('memory') : fault),
    );
    made.on('exit', () => fail(made, new WorkEnded('gone')));
    return made;
  };
  const end = (why: WorkEnded['why']): void => {
    open?.settle.reject(new WorkEnded(why));
    void drop();
  };

  return {
    run: async (asked) => {
      if (open !== null) throw new TypeError('This thread has a job already');
      clearTimeout(resting);
      const here = worker ?? started();
      worker = here;
      here.ref();
      open = { worker: here, settle: Promise.withResolvers() };
      const { promise } = open.settle;
      const late = setTimeout(() => end('time'), time);
      const forget = watchMemory(here, outside, () => end('memory'));
      here.postMessage(asked, [asked.input.buffer]);
      try {
        return await promise;
      } finally {
        clearTimeout(late);
        forget();
        open = null;
        if (rests === 0) await drop();
        else {
          worker?.unref();
          resting = setTimeout(() => void drop(), rests).unref();
        }
      }
    },
    close: async () => {
      open?.settle.reject(new WorkEnded('gone'));
      await drop();
    },
  };
};
