import { z } from 'zod';
import { type Mutable, mutable } from '../../base/brand.ts';
import { type OrganisationId, countrySchema, languageSchema } from '../../base/ids.ts';
import { type Result, err, ok } from '../../base/result.ts';
import { daySchema, line, numberSchema, prose } from '../../base/schema.ts';
import { type Instant, dayOf } from '../../base/time.ts';
import { defineAct } from '../act.ts';
import { EXAMPLE } from '../law/example-words.ts';
import { filesSchema, toldIn } from '../law/kept.ts';
import type { Mark } from '../law/mark.ts';
import type { Matter } from '../law/matter.ts';
import { type Refusal, beyond } from '../law/refusal.ts';
import { type Resource, broughtAt } from '../law/resource.ts';
import type { State } from '../state.ts';
import type { Report, ReportVersion } from './state.ts';

/**
 * Articles 1.1 and 1.2: organisations make known the situation where they are. A report is its author's, who corrects it and says who may read it; every version of it is kept. What
 * everybody could read once stays so (decision 28).
 */

/** Of a report, in UTF-16 units: in any script it fits into an entry. */
export const MOST_WORDS = 30_000;

const contents = {
  title: line(300),
  country: countrySchema,
  period: z.strictObject({ from: daySchema, to: daySchema }).readonly().nullable(),
  occasion: line(300).nullable(),
  language: languageSchema,
  words: prose(MOST_WORDS),
  files: filesSchema,
  /** Whether everybody may read it, or the participants alone. */
  public: z.boolean(),
} as const;

type Contents = Pick<ReportVersion, keyof typeof contents>;

const unknown = (number: number): Refusal => ({ article: '1.2', kind: 'unknown', thing: 'report', ref: `${number}` });

const reportAt = ({ reports }: Pick<State, 'reports'>, number: number): Result<Report, Refusal> => {
  const report = reports[number - 1];
  return report === undefined ? err(unknown(number)) : ok(report);
};

/** A report as it reads now. */
export const lastVersion = ({ versions }: Report): ReportVersion => {
  const last = versions.at(-1);
  if (last === undefined) throw new Error('a report has a version from its first act on');
  return last;
};

/** What a version of a report is to those who look at it. */
export const matterOfVersion = (version: Pick<ReportVersion, 'public'> | undefined): Matter =>
  version?.public === true ? 'public-report' : 'report';

const bad = (field: string, why: string, article: '1.1' | '1.2' = '1.2'): Refusal => ({
  article,
  kind: 'bad-field',
  field,
  why,
});

/** What was there is told, and what is to come is no report. */
const periodRefusal = ({ period }: Contents, at: Instant): Refusal | null => {
  if (period === null) return null;
  if (period.to < period.from) return bad('period/to', 'before-start');
  return period.from > dayOf(at) ? bad('period/from', 'not-yet') : null;
};

const newVersion = (number: number, body: Contents, on: Mark): Mutable<ReportVersion> => {
  const { title, country, period, occasion, language, words, files, public: open } = body;
  const told = { title, country, period, occasion, language, words, files, public: open };
  return { ...mutable(told), number, on, renderings: new Map() };
};

const itsReport = ({ body }: { readonly body: { readonly report: number } }): readonly Resource[] => [
  `reports/${body.report}`,
];

/** The report that the act at `index` began; 0: it began none. */
const begunAt = ({ reports }: Pick<State, 'reports'>, index: number): number =>
  broughtAt(reports, ({ versions }) => versions[0]?.on ?? { index: -1 }, index);

export const make = defineAct({
  kind: 'report.make',
  article: '1.2',
  strength: 'ordinary',
  from: ['participant'],
  matter: (_state, { body }) => matterOfVersion(body),
  subjects: (_act, state, index) => [`reports/${begunAt(state, index)}`],
  signedInPublic: (_state, { body }) => body.public,
  body: z.strictObject(contents).readonly(),
  names: ({ files }) => toldIn(files),
  judge: (_state, { body }, at) => periodRefusal(body, at),
  apply: (state, { by, body }, on) => {
    const number = state.reports.length + 1;
    state.reports.push({ number, by: by.organisation, versions: [newVersion(1, body, on)], comments: [] });
  },
  example: {
    title: 'After the flood at the three bridges',
    country: 'GR',
    period: { from: '2026-03-12', to: '2026-03-30' },
    occasion: 'The flood of March',
    language: 'en',
    words: 'Two hundred houses stood in water. The dyke at the second bridge is open.',
    files: [{ name: 'measurements.csv', type: 'text/csv', hash: EXAMPLE.hash }],
    public: true,
  },
});

/** Its author tells it anew. What it corrects is kept and stays as it was seen. */
export const correct = defineAct({
  kind: 'report.correct',
  article: '1.2',
  strength: 'ordinary',
  from: ['participant'],
  matter: (_state, { body }) => matterOfVersion(body),
  subjects: itsReport,
  signedInPublic: (_state, { body }) => body.public,
  limits: ['report-versions'],
  body: z
    .strictObject({
      report: numberSchema,
      /** The number of the version that it corrects, which must be the last one. */
      version: numberSchema,
      ...contents,
    })
    .readonly(),
  names: ({ files }) => toldIn(files),
  judge: (state, { by, body }, at) => {
    const found = reportAt(state, body.report);
    if (!found.ok) return found.error;
    const report = found.value;
    if (report.by !== by.organisation) return { article: '1.2', kind: 'not-yours', owner: report.by };
    const last = lastVersion(report);
    if (last.number !== body.version)
      return { article: '1.2', kind: 'superseded', field: 'version', current: last.number };
    if (last.public && !body.public) return bad('public', 'public-already');
    return periodRefusal(body, at) ?? beyond('1.2', 'report-versions', last.number + 1);
  },
  apply: (state, { body }, on) => {
    state.reports[body.report - 1]?.versions.push(newVersion(body.version + 1, body, on));
  },
  example: {
    report: 1,
    version: 1,
    title: 'After the flood at the three bridges',
    country: 'GR',
    period: { from: '2026-03-12', to: '2026-04-02' },
    occasion: 'The flood of March',
    language: 'en',
    words: 'Two hundred and twelve houses stood in water. The dyke at the second bridge is closed again.',
    files: [],
    public: true,
  },
});

/** Whether `by` may bring this version in that language: its author always; others, where nobody has yet or they have themselves. */
const renderRefusal = (report: Report, language: string, by: OrganisationId): Refusal | null => {
  const last = lastVersion(report);
  if (language === last.language) return bad('language', 'language-of-the-report', '1.1');
  const earlier = last.renderings.get(language);
  if (earlier === undefined) return beyond('1.1', 'report-languages', last.renderings.size + 1);
  return by === report.by || earlier.by === by ? null : { article: '1.1', kind: 'not-yours', owner: earlier.by };
};

/** A participant brings a report in another language. It stands there as that participant's rendering, until its author brings one. */
export const translate = defineAct({
  kind: 'report.translate',
  article: '1.1',
  strength: 'ordinary',
  from: ['participant'],
  matter: ({ reports }, { body }) => matterOfVersion(reports[body.report - 1]?.versions[body.version - 1]),
  subjects: itsReport,
  signedInPublic: ({ reports }, { body }) => reports[body.report - 1]?.versions[body.version - 1]?.public === true,
  limits: ['report-languages'],
  body: z
    .strictObject({
      report: numberSchema,
      /** The version that it renders, which must be the last one. */
      version: numberSchema,
      language: languageSchema,
      title: line(300),
      words: prose(MOST_WORDS),
    })
    .readonly(),
  judge: (state, { by, body }) => {
    const found = reportAt(state, body.report);
    if (!found.ok) return found.error;
    const last = lastVersion(found.value);
    if (last.number !== body.version)
      return { article: '1.1', kind: 'superseded', field: 'version', current: last.number };
    return renderRefusal(found.value, body.language, by.organisation);
  },
  apply: (state, { by, body: { report, version, language, title, words } }, on) => {
    const rendering = { by: by.organisation, title, words, on };
    state.reports[report - 1]?.versions[version - 1]?.renderings.set(language, rendering);
  },
  example: {
    report: 1,
    version: 1,
    language: 'el',
    title: 'Μετά την πλημμύρα στις τρεις γέφυρες',
    words: 'Διακόσια σπίτια βρέθηκαν μέσα στο νερό. Το ανάχωμα στη δεύτερη γέφυρα έχει ανοίξει.',
  },
});

/** The participants talk about it among themselves, whoever may read it. */
export const comment = defineAct({
  kind: 'report.comment',
  article: '1.1',
  strength: 'ordinary',
  from: ['participant'],
  matter: 'report',
  subjects: itsReport,
  body: z
    .strictObject({
      report: numberSchema,
      words: prose(8000),
      /** The language it is written in; `null` where that goes without saying. */
      language: languageSchema.nullable(),
    })
    .readonly(),
  judge: (state, { body }) => {
    const found = reportAt(state, body.report);
    return found.ok ? null : found.error;
  },
  apply: (state, { by, body: { report, words, language } }, on) => {
    state.reports[report - 1]?.comments.push({ by: by.organisation, words, language, mark: on });
  },
  example: { report: 1, words: 'Our boats can be with you on Thursday.', language: 'en' },
});
