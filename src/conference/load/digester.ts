import { Worker } from 'node:worker_threads';
import type { Bytes } from '../../base/bytes.ts';
import { type Digest, digestEntries } from './digest.ts';

/** Digests entries, chunk by chunk. */
export interface Digester {
  readonly digest: (entries: readonly Bytes[]) => Promise<Digest>;
  readonly close: () => Promise<void>;
}

/** On the thread that asks: for the few entries for which another thread is not worth its start. */
export const digesterHere: Digester = {
  digest: (entries) => Promise.try(digestEntries, entries),
  close: () => Promise.resolve(),
};

/** In a thread of its own. When that fails, every question does that is open or yet to be asked. */
export const startDigester = (): Digester => {
  const worker = new Worker(new URL('worker.ts', import.meta.url));
  const open: PromiseWithResolvers<Digest>[] = [];
  let end: Error | null = null;
  worker.on('message', (digest: Digest) => open.shift()?.resolve(digest));
  worker.on('error', (error) => {
    end = error instanceof Error ? error : new Error(String(error));
    for (const { reject } of open.splice(0)) reject(end);
  });
  return {
    digest: (entries) => {
      if (end !== null) return Promise.reject(end);
      const answer = Promise.withResolvers<Digest>();
      open.push(answer);
      worker.postMessage(entries);
      return answer.promise;
    },
    close: async () => {
      await worker.terminate();
    },
  };
};
