import { parentPort, workerData } from 'node:worker_threads';
import type { Bytes } from '../base/bytes.ts';
import type { Result } from '../base/result.ts';
import type { Bilingual, Continued, DocumentFault, Imported, Renderings } from '../conference/documents.ts';
import { readDocument } from './read.ts';
import { readXliff } from './xliff/read.ts';

/** The thread that reads one file and ends. */
export type Job =
  | { readonly kind: 'document'; readonly file: Bytes; readonly continued: Continued }
  | { readonly kind: 'xliff'; readonly file: Bytes; readonly text: Pick<Bilingual, 'source' | 'clauses'> };

/** What comes of each kind of job. */
export interface Outcomes {
  readonly document: Result<Imported, DocumentFault>;
  readonly xliff: Result<Renderings, DocumentFault>;
}

const job = workerData as Job;
parentPort?.postMessage(
  job.kind === 'document' ? await readDocument(job.file, job.continued) : readXliff(job.file, job.text),
);
