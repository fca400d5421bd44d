import { Worker } from 'node:worker_threads';
import { transferOf } from '../../base/pack.ts';
import type { Primitives } from '../../record/primitives.ts';
import { nodePrimitives } from '../primitives.ts';
import { type Outcomes, type ToVerify, packed, verifyBy } from './batch.ts';

/**
 * Verifies signatures that come at the same moment together, on a thread of its own: to hand one over costs half as much as to verify it, so a crowd is
 * handed over at once. One that comes alone goes the machine's usual way, and where none come together there is no thread.
 */

/** The most that go in one message, so that the thread works on them while the next are read. */
const MOST = 8;

const THREAD = new URL('worker.ts', import.meta.url);

interface Waiting extends ToVerify {
  readonly done: PromiseWithResolvers<boolean>;
}

export interface CrowdDeps {
  /** What verifies one that comes alone, and those whose thread is gone. */
  readonly alone: Primitives;
  readonly thread: URL;
}

export const createCrowd = ({ alone, thread }: CrowdDeps = { alone: nodePrimitives, thread: THREAD }): Primitives => {
  let worker: Worker | null = null;
  let sent: (readonly Waiting[])[] = [];
  let waiting: Waiting[] = [];
  let planned = false;

  const verifyAlone = (one: Waiting): void => one.done.resolve(verifyBy(alone, one));

  const start = (): Worker => {
    const made = new Worker(thread);
    made.on('message', (outcomes: Outcomes) => {
      const batch = sent.shift() ?? [];
      if (sent.length === 0) made.unref();
      for (const [i, { done }] of batch.entries()) done.resolve(outcomes[i] === 1);
    });
    // Every end is told, and with an error before it where there is one.
    made.on('error', () => undefined);
    made.on('exit', () => {
      worker = null;
      const left = sent.flat();
      sent = [];
      for (const one of left) verifyAlone(one);
    });
    return made;
  };

  const send = (): void => {
    planned = false;
    if (waiting.length === 0) return;
    const batch = waiting;
    waiting = [];
    if (batch.length === 1 && sent.length === 0) {
      for (const one of batch) verifyAlone(one);
      return;
    }
    const message = packed(batch);
    worker ??= start();
    // Who waits keeps the process going, and a thread at rest does not.
    worker.ref();
    sent.push(batch);
    worker.postMessage(message, transferOf(message));
  };

  const verify: Primitives['verifyEd25519'] = (point, signature, data) => {
    const done = Promise.withResolvers<boolean>();
    waiting.push({ point, signature, data, done });
    // What has come in with it is read first.
    if (waiting.length === MOST) send();
    else if (!planned) {
      planned = true;
      setImmediate(send);
    }
    return done.promise;
  };
  return { ...alone, verifyEd25519: verify, verifyP256: verify };
};

/** Of everything that comes to the doors of this process. */
export const crowdPrimitives: Primitives = createCrowd();
