import { type Result, err } from '../base/result.ts';
import type { DocumentFault, Documents } from '../conference/documents.ts';
import { jobOf } from '../conference/work/job.ts';
import { WorkEnded } from '../conference/work/runner.ts';
import { WorkBusy } from '../conference/work/turns.ts';
import type { Work } from '../conference/work/work.ts';
import type * as Jobs from './jobs.ts';
import type { writeAkn } from './akn/write.ts';
import type { writeDocx } from './docx-write/write.ts';
import type { writeEpub } from './epub/write.ts';
import type { writeOdt } from './odt-write/write.ts';
import { isPdfOffered } from './pdf/offered.ts';
import type { writePdf } from './pdf/write.ts';
import type { writeSinglePage } from './single-page/write.ts';
import type { writeXliff1 } from './xliff/write-1.ts';
import type { writeXliff } from './xliff/write.ts';

/** Documents in and out, all by the node's workers: only there is the code loaded that reads and writes them. */

const JOBS = new URL('jobs.ts', import.meta.url);
const READ = jobOf<typeof Jobs.document>(JOBS, 'document');
const READ_XLIFF = jobOf<typeof Jobs.xliff>(JOBS, 'xliff');
const BANK = jobOf<typeof Jobs.bank>(JOBS, 'bank');
const AKN = jobOf<typeof writeAkn>(new URL('akn/write.ts', import.meta.url), 'writeAkn');
const DOCX = jobOf<typeof writeDocx>(new URL('docx-write/write.ts', import.meta.url), 'writeDocx');
const EPUB = jobOf<typeof writeEpub>(new URL('epub/write.ts', import.meta.url), 'writeEpub');
const ODT = jobOf<typeof writeOdt>(new URL('odt-write/write.ts', import.meta.url), 'writeOdt');
const PDF = jobOf<typeof writePdf>(new URL('pdf/write.ts', import.meta.url), 'writePdf');
const SINGLE_PAGE = jobOf<typeof writeSinglePage>(new URL('single-page/write.ts', import.meta.url), 'writeSinglePage');
const XLIFF_1 = jobOf<typeof writeXliff1>(new URL('xliff/write-1.ts', import.meta.url), 'writeXliff1');
const XLIFF = jobOf<typeof writeXliff>(new URL('xliff/write.ts', import.meta.url), 'writeXliff');

export const createDocuments = (work: Pick<Work, 'ask' | 'apart' | 'beside'>): Documents => ({
  read: (file, continued, asker) => read(() => work.apart(READ, { file, continued }, asker)),
  docx: (text, asker) => work.ask(DOCX, text, asker),
  singlePage: (page, asker) => work.ask(SINGLE_PAGE, page, asker),
  odt: (text, asker) => work.ask(ODT, text, asker),
  epub: (book, asker) => work.ask(EPUB, book, asker),
  akn: (text, asker) => work.ask(AKN, text, asker),
  pdf: isPdfOffered() ? (paper, asker) => work.beside(PDF, paper, asker) : null,
  xliff: (text, version, asker) => work.ask(version === '1.2' ? XLIFF_1 : XLIFF, text, asker),
  fromXliff: (file, text, asker) => read(() => work.apart(READ_XLIFF, { file, text }, asker)),
  bank: (file, currency, asker) => read(() => work.apart(BANK, { file, currency }, asker)),
});

/** Reads many files for one person, one after another in one thread. */
export const createDocumentReader =
  (work: Pick<Work, 'ask'>): Documents['read'] =>
  (file, continued, asker) =>
    read(() => work.ask(READ, { file, continued }, asker));

/** What may become of any reading by a worker. */
type Ended = Extract<DocumentFault, { readonly kind: 'busy' | 'hostile' }>;

/** A file that takes more time or memory than it may is hostile. */
const read = async <T, F>(reading: () => Promise<Result<T, F>>): Promise<Result<T, F | Ended>> => {
  try {
    return await reading();
  } catch (fault) {
    if (fault instanceof WorkBusy) return err({ kind: 'busy', retryAfter: fault.retryAfter });
    if (fault instanceof WorkEnded) return err({ kind: 'hostile' });
    throw fault;
  }
};
