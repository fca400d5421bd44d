import { type Step, all } from './spec.ts';
import { act, founded } from './acts.ts';
import { fakeHash } from './world.ts';

/** What organisations report, appeal for and do together, in tests. */

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

export const appeal = (by: string, fields: Fields = {}): Step =>
  act('appeal.make', by, {
    title: 'Lamps for the dyke',
    country: 'GR',
    report: null,
    language: 'en',
    words: 'The dyke is open.',
    needs: [{ kind: 'goods', words: 'Lamps' }],
    how: 'At the school.',
    until: null,
    public: true,
    ...fields,
  });

export const giveHelp = (by: string, fields: Fields = {}): Step =>
  act('appeal.help', by, { appeal: 1, kind: 'goods', words: 'Six lamps.', public: true, ...fields });

export const closeAppeal = (by: string, words: string | null = 'Thank you.'): Step =>
  act('appeal.close', by, { appeal: 1, words });

/** Days after the beginning of every test. */
const partOf = (title: string, country: string) => ({
  title,
  country,
  place: 'At the bridge',
  from: '2096-06-05',
  to: '2096-06-06',
});

export const action = (by: string, fields: Fields = {}): Step =>
  act('action.propose', by, {
    title: 'A day at the gauges',
    language: 'en',
    words: 'We read a gauge in public.',
    parts: [partOf('At the bridge', 'GR'), partOf('Up the river', 'MK'), partOf('At the lake', 'AL')],
    tasks: ['Print the sheet', 'Bring a lamp'],
    text: null,
    files: [],
    public: true,
    ...fields,
  });

export const joinAction = (by: string, parts: readonly number[] | null = null, words: string | null = null): Step =>
  act('action.join', by, { action: 1, parts, words });

export const leaveAction = (by: string): Step => act('action.leave', by, { action: 1, reason: null });

export const taskOf = (by: string, task = 1, takes = true): Step => act('action.task', by, { action: 1, task, takes });

export const endAction = (by: string, fields: Fields = {}): Step =>
  act('action.end', by, { action: 1, outcome: 'held', report: null, words: 'Thank you.', ...fields });

const files = [{ name: 'level.csv', type: 'text/csv', hash: fakeHash('a level') }];
const reported = all(founded(3), report('ada', { files }));

const appealed = all(founded(3), appeal('ada'));
const proposed = all(founded(3), action('ada'));

export const PURPOSE_EXAMPLES = {
  'report.make': { given: founded(3), next: report('bor', { occasion: 'The flood', public: false }) },
  'report.correct': { given: reported, next: correctReport('ada') },
  'report.translate': { given: reported, next: translateReport('bor') },
  'report.comment': { given: reported, next: commentOn('cvet') },
  'appeal.make': { given: reported, next: appeal('ada', { report: 1, public: false }) },
  'appeal.help': { given: appealed, next: giveHelp('bor') },
  'appeal.close': { given: all(appealed, giveHelp('bor')), next: closeAppeal('ada') },
  'action.propose': { given: founded(3), next: action('cvet', { public: false }) },
  'action.join': { given: proposed, next: joinAction('bor', [3, 1], 'We bring a lamp.') },
  'action.leave': { given: all(proposed, joinAction('bor')), next: leaveAction('bor') },
  'action.task': { given: all(proposed, joinAction('bor')), next: taskOf('bor') },
  'action.end': { given: proposed, next: endAction('ada') },
} as const;
