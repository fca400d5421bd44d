import type { ClauseId, Language } from '../src/base/ids.ts';
import { COUNTS, type Paper } from '../src/conference/documents.ts';
import { jobOf } from '../src/conference/work/job.ts';
import { STRANGERS } from '../src/conference/work/turns.ts';
import { createWork } from '../src/conference/work/work.ts';
import type { writePdf } from '../src/press/pdf/write.ts';
import type { Clause } from '../src/text/clause.ts';
import { type Measurement, measured, median, noise } from './report.ts';

/** Milliseconds in which a resolution of twenty pages is set as PDF, changed each time, by a warm process; and what that process holds. */

const ROUNDS = 21;
const AIM = 150;
const MOST_MEGABYTES = 200;

const WRITE = jobOf<typeof writePdf>(new URL('../src/press/pdf/write.ts', import.meta.url), 'writePdf');
const HELD = jobOf<typeof held>(new URL(import.meta.url), 'held');

/** Megabytes of the process that is asked. */
export const held = (_round: number): number => process.memoryUsage.rss() / 1024 / 1024;

const SENTENCE =
  'all participants of the basin to protect the waters of the river, from the source to the sea, and to report to the assembly in writing every year';

/** Fifty-four clauses, each with three points, and a table of signatories. */
const clauses = (round: number): readonly Clause[] =>
  Array.from({ length: 54 }, (_, i): readonly Clause[] => [
    {
      id: `o${i}` as ClauseId,
      kind: 'operative',
      words: `*Calls upon* ${`${SENTENCE}; `.repeat(4)} for the ${round} time;`,
    },
    ...Array.from({ length: 3 }, (__, j): Clause => {
      const id = `p${i}-${j}` as ClauseId;
      return { id, kind: 'point', level: 1, words: `*asks* ${round} ${SENTENCE};` };
    }),
  ]).flat();

const paper = (round: number): Paper => ({
  sheet: {
    letterhead: null,
    symbol: 'Resolution CRB/2026/2',
    title: `Forests that hold the water, ${round}`,
    lines: [],
    clauses: clauses(round),
    back: [
      {
        kind: 'signatories',
        title: 'Signatories',
        blocks: [
          {
            kind: 'table',
            columns: ['Organisation', 'Country', 'What it signed', 'On'],
            rows: Array.from({ length: 40 }, (_, i) =>
              [`Δίκτυο Ποταμών ${i}`, 'Ελλάδα', 'the whole', '2 July 2026'].map((words) => [{ words, struck: false }]),
            ),
          },
        ],
      },
    ],
  },
  head: 'Resolution CRB/2026/2',
  enclosed: [],
  columns: 1,
  language: 'en' as Language,
  ours: 'en' as Language,
  address: 'https://isonomia.example/crb/decisions/2',
  words: {
    page: `Page ${COUNTS.page} of ${COUNTS.pages}`,
    check: COUNTS.check,
    contents: '',
    lacking: '',
    code: 'A code.',
  },
});

export const pdf20 = async (): Promise<Measurement> => {
  const work = createWork();
  try {
    const times: number[] = [];
    let megabytes = 0;
    for (let round = 0; round <= ROUNDS; round++) {
      const began = performance.now();
      await work.beside(WRITE, paper(round), STRANGERS);
      times.push(performance.now() - began);
      megabytes = Math.max(megabytes, await work.beside(HELD, round, STRANGERS));
    }
    const [cold = NaN, ...warm] = times;
    return measured(
      'pdf-20',
      'ms',
      median(warm),
      AIM,
      'aim ≤ 1',
      `limit: ${AIM} ms, ${MOST_MEGABYTES} MB`,
      `the process holds ${Math.round(megabytes)} MB; the first, with its start, took ${Math.round(cold)} ms`,
      noise('pdf-20', warm),
    );
  } finally {
    await work.close();
  }
};
