import { parentPort, workerData } from 'node:worker_threads';
import type { Bytes } from '../../base/bytes.ts';
import { readMail } from './read.ts';

/** The thread that reads one message and ends. */
export interface Job {
  readonly message: Bytes;
  readonly sender: string;
  /** Whether the message's own Message-ID is one of ours. */
  readonly own: boolean;
}

const { message, sender, own } = workerData as Job;
parentPort?.postMessage(readMail(message, sender, () => own));
