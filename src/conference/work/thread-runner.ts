import { Worker } from 'node:worker_threads';
import type { Said } from './job.ts';
import { watchMemory } from './memory.ts';
import { type StartRunner, WorkEnded } from './runner.ts';

/** A thread of this process. */
export const startThread: StartRunner = ({ heap, outside }, { said, gone }) => {
  const worker = new Worker(new URL('worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: heap },
  });
  worker.on('message', (message: Said) => said(message));
  worker.on('error', (fault: NodeJS.ErrnoException) =>
    gone(fault.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new WorkEnded('memory') : fault),
  );
  worker.on('exit', () => gone(new WorkEnded('gone')));
  return {
    ask: (asked) => worker.postMessage(asked, [asked.input.buffer]),
    hold: (held) => (held ? worker.ref() : worker.unref()),
    watch: (beyond) => watchMemory(worker, outside, beyond),
    end: async () => {
      await worker.terminate();
    },
  };
};
