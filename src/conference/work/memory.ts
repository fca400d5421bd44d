import type { Worker } from 'node:worker_threads';

/** How often a thread’s memory is looked at, in milliseconds: in that time it fills no more than the machine can zero. */
const LOOKS = 100;

const MEGABYTE = 1024 * 1024;

/**
 * Calls back once when a thread holds more than so many megabytes of buffers outside its heap, of which its own limits know nothing. The memory of WebAssembly is not among them. The
 * function given back ends the watch.
 */
export const watchMemory = (worker: Worker, most: number, beyond: () => void): (() => void) => {
  let watching = true;
  const stop = (): void => {
    watching = false;
    clearInterval(looking);
  };
  const look = async (): Promise<void> => {
    // A thread that has ended holds nothing.
    const { external_memory: held } = await worker.getHeapStatistics().catch(() => ({ external_memory: 0 }));
    if (!watching || held <= most * MEGABYTE) return;
    stop();
    beyond();
  };
  const looking = setInterval(() => void look(), LOOKS);
  return stop;
};
