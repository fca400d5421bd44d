import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Load } from './load-worker.ts';

/** Good answers a second in each of so many windows, in milliseconds, after so long a warming. */
export const answers = async (
  load: Omit<Load, 'counters'>,
  { warming, window, windows }: { readonly warming: number; readonly window: number; readonly windows: number },
): Promise<readonly number[]> => {
  const counters = new Int32Array(new SharedArrayBuffer(8));
  const workerData: Load = { ...load, counters };
  const worker = new Worker(new URL('load-worker.ts', import.meta.url), { workerData });
  const failed = new Promise<never>((_resolve, reject) => worker.once('error', reject));
  const measure = async (): Promise<readonly number[]> => {
    while (Atomics.load(counters, 0) === 0) await wait(5);
    await wait(warming);
    const rates: number[] = [];
    for (let i = 0; i < windows; i++) {
      const [began, before] = [performance.now(), Atomics.load(counters, 0)];
      await wait(window);
      rates.push(((Atomics.load(counters, 0) - before) * 1000) / (performance.now() - began));
    }
    return rates;
  };
  try {
    const rates = await Promise.race([measure(), failed]);
    const bad = Atomics.load(counters, 1);
    if (bad > 0) throw new Error(`${bad} answers were not ${load.status}`);
    return rates;
  } finally {
    await worker.terminate();
  }
};
