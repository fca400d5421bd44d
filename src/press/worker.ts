import { parentPort, workerData } from 'node:worker_threads';
import type { Bytes } from '../base/bytes.ts';
import type { Continued } from '../conference/documents.ts';
import { readDocument } from './read.ts';

/** The thread that reads one file and ends. */
export interface Job {
  readonly file: Bytes;
  readonly continued: Continued;
}

const { file, continued } = workerData as Job;
parentPort?.postMessage(await readDocument(file, continued));
