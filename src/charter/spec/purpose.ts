import { type Step, all } from './spec.ts';
import { act, founded } from './acts.ts';
import { fakeHash } from './world.ts';

/** What organisations report, in tests. */

const told = {
  title: 'After the flood',
  country: 'GR',
  period: null,
  occasion: null,
  language: 'en',
  words: 'The dyke is open.',
  files: [],
  public: true,
};

type Fields = Readonly<Record<string, unknown>>;

export const report = (by: string, fields: Fields = {}): Step => act('report.make', by, { ...told, ...fields });

export const correctReport = (by: string, fields: Fields = {}): Step =>
  act('report.correct', by, { report: 1, version: 1, ...told, words: 'The dyke is closed.', ...fields });

export const translateReport = (by: string, fields: Fields = {}): Step =>
  act('report.translate', by, {
    report: 1,
    version: 1,
    language: 'el',
    title: 'Μετά την πλημμύρα',
    words: 'Το ανάχωμα άνοιξε.',
    ...fields,
  });

export const commentOn = (by: string, words = 'Our boats can be with you.', fields: Fields = {}): Step =>
  act('report.comment', by, { report: 1, words, language: null, ...fields });

const files = [{ name: 'level.csv', type: 'text/csv', hash: fakeHash('a level') }];
const reported = all(founded(3), report('ada', { files }));

export const PURPOSE_EXAMPLES = {
  'report.make': { given: founded(3), next: report('bor', { occasion: 'The flood', public: false }) },
  'report.correct': { given: reported, next: correctReport('ada') },
  'report.translate': { given: reported, next: translateReport('bor') },
  'report.comment': { given: reported, next: commentOn('cvet') },
} as const;
