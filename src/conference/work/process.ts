import { Worker } from 'node:worker_threads';
import { answer } from './answer.ts';
import type { Asked } from './job.ts';

/** The process that does one job after the other, and ends itself where it holds more memory than it may: as its only argument says, in megabytes. */

const tell = async (asked: Asked): Promise<void> => {
  process.send?.(await answer(asked));
};

process.on('message', (asked: Asked) => void tell(asked));
process.on('disconnect', () => process.exit());

// While native code has this thread, another looks on.
new Worker(new URL('process-guard.ts', import.meta.url), { workerData: Number(process.argv[2]) }).unref();
