import { parentPort } from 'node:worker_threads';
import { answer } from './answer.ts';
import type { Asked } from './job.ts';

/** The thread that does one job after the other. */

const tell = async (asked: Asked): Promise<void> => {
  const said = await answer(asked);
  parentPort?.postMessage(said, said.kind === 'answer' ? [said.output.buffer] : []);
};

parentPort?.on('message', (asked: Asked) => void tell(asked));
