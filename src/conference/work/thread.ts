import type { Asked } from './job.ts';
import { type Runner, type RunnerBounds, type StartRunner, WorkEnded } from './runner.ts';

/** Does one job at a time, within bounds. Whatever becomes of its runner, the next job finds a good one. */

export interface ThreadBounds extends RunnerBounds {
  /** Milliseconds that a job may take. */
  readonly time: number;
  /** Milliseconds after which a runner without a job ends; `0`: each job has one of its own. */
  readonly rests: number;
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
  readonly runner: Runner;
  readonly settle: PromiseWithResolvers<Uint8Array<ArrayBuffer>>;
}

export const createThread = (bounds: ThreadBounds, start: StartRunner): WorkThread => {
  const { time, rests } = bounds;
  let runner: Runner | null = null;
  let open: Open | null = null;
  let resting: NodeJS.Timeout | undefined;

  const drop = async (): Promise<void> => {
    clearTimeout(resting);
    const old = runner;
    runner = null;
    await old?.end();
  };
  const started = (): Runner => {
    const made: Runner = start(bounds, {
      said: (said) => {
        if (open?.runner !== made) return;
        if (said.kind === 'answer') open.settle.resolve(said.output);
        else open.settle.reject(said.fault);
      },
      // The job that it does fails; one that is done already has nobody to tell.
      gone: (fault) => {
        if (runner === made) runner = null;
        if (open?.runner === made) open.settle.reject(fault);
      },
    });
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
      const here = runner ?? started();
      runner = here;
      here.hold(true);
      open = { runner: here, settle: Promise.withResolvers() };
      const { promise } = open.settle;
      const late = setTimeout(() => end('time'), time);
      const forget = here.watch(() => end('memory'));
      here.ask(asked);
      try {
        return await promise;
      } finally {
        clearTimeout(late);
        forget();
        open = null;
        if (rests === 0) await drop();
        else {
          runner?.hold(false);
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
