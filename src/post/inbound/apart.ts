import { Worker } from 'node:worker_threads';
import type { Bytes } from '../../base/bytes.ts';
import { fieldIn, readHead } from './head.ts';
import { MAIL_BOUNDS, type ReadMail } from './mail.ts';
import { readMail, unreadable } from './read.ts';
import type { Job } from './worker.ts';

/** Reads messages: small ones at once, larger ones one after the other in a thread that may be ended, so that nobody waits for a message to be read. */

interface Bounds {
  /** Bytes of a message that is read at once: a few milliseconds. */
  readonly small: number;
  /** Milliseconds that one message may take. */
  readonly time: number;
  /** Megabytes that reading it may take. */
  readonly memory: number;
}

const BOUNDS: Bounds = { small: 131_072, time: 10_000, memory: 256 };

/** A message that takes more time or memory than it may comes back with the fault `hostile`. */
export type ReadApart = (message: Bytes, sender: string) => Promise<ReadMail>;

export const createMailReading = (own: (messageId: string) => boolean, bounds: Bounds = BOUNDS): ReadApart => {
  let last: Promise<unknown> = Promise.resolve();
  return async (message, sender) => {
    if (message.length <= bounds.small) return readMail(message, sender, own);
    if (message.length > MAIL_BOUNDS.message) return unreadable('too-large');
    const before = last;
    const turn = Promise.withResolvers<undefined>();
    last = turn.promise;
    try {
      await before;
      return await readApart({ message, sender, own: own(messageIdOf(message)) }, bounds);
    } finally {
      turn.resolve(undefined);
    }
  };
};

const messageIdOf = (message: Bytes): string => {
  const bytes = Buffer.from(message.buffer, message.byteOffset, message.length);
  const head = readHead(bytes, 0, bytes.length, { most: MAIL_BOUNDS.head, mostFields: MAIL_BOUNDS.fields });
  return head === null ? '' : fieldIn(head, 'message-id');
};

const readApart = async (job: Job, { time, memory }: Bounds): Promise<ReadMail> => {
  const worker = new Worker(new URL('worker.ts', import.meta.url), {
    workerData: job,
    resourceLimits: { maxOldGenerationSizeMb: memory },
  });
  const { promise, resolve, reject } = Promise.withResolvers<ReadMail>();
  const timer = setTimeout(() => resolve(unreadable('hostile')), time);
  worker.once('message', resolve);
  worker.on('error', (fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve(unreadable('hostile'));
    else reject(fault);
  });
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
};
