import { isMainThread } from 'node:worker_threads';

/** Loaded into a node before all else: at a signal, faults that nobody catches. */
if (isMainThread)
  process.on('SIGUSR2', () => {
    setImmediate(() => {
      throw new Error('Nobody caught this');
    });
    void Promise.reject(new Error('Nor this'));
  });
