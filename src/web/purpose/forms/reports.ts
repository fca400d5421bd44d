import { MOST_WORDS, lastVersion } from '../../../charter/purpose/reports.ts';
import type { Report, ReportVersion } from '../../../charter/purpose/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import { type ActForm, defineForm } from '../../act/act-form.ts';
import { withInitial } from '../../act/change-fields.ts';
import { MOST_FILES, filesField, readFiles } from '../../act/files.ts';
import { formPage } from '../../act/form-page.ts';
import { languageFields, languageIn, languageTyped } from '../../act/language-field.ts';
import type { Context } from '../../kit/context.ts';
import { type FormState, hidden, lineInput, select, textArea } from '../../kit/controls.ts';
import { countryInput, countryList, countryTyped } from '../../kit/countries.ts';
import type { Fields } from '../../kit/fields.ts';
import { inLanguage, languageText } from '../../kit/languages.ts';
import { withMentions } from '../../kit/mentions.ts';
import { paragraphs } from '../../kit/prose.ts';
import { theirs } from '../../kit/theirs.ts';
import { audienceField, isPublicIn } from '../parts/audience.ts';
import { periodText, placeText, reportPath } from '../parts/report-facts.ts';

/** Articles 1.1 and 1.2: reporting, correcting, bringing a report in another language, commenting. */

const reportFields = (state: FormState): Html => {
  const { context } = state;
  const words = context.t.purpose.report.form;
  const own = context.me?.organisation.country ?? '';
  return html`${lineInput(state, { name: 'title', label: words.title, hint: words.titleHint, max: 300 })}
  ${countryInput(state, { name: 'country', label: words.country, hint: words.countryHint, initial: own })}
  ${countryList(context)}
  ${lineInput(state, { name: 'occasion', label: words.occasion, hint: words.occasionHint, optional: true, max: 300 })}
  ${lineInput(state, { name: 'from', label: words.from, type: 'date', optional: true, pointer: '/body/period/from' })}
  ${lineInput(state, { name: 'to', label: words.to, type: 'date', optional: true, pointer: '/body/period/to' })}
  ${languageFields(state)}
  ${textArea(state, { name: 'words', label: words.words, hint: words.wordsHint, rows: 14, max: MOST_WORDS })}
  ${filesField(state)} ${audienceField(state)}`;
};

/** A day left empty is the other one: what happened on one day is told by one. */
const periodIn = (fields: Fields): { readonly from: string; readonly to: string } | null => {
  const [from, to] = [fields.text('from'), fields.text('to')];
  return from === '' && to === '' ? null : { from: from || to, to: to || from };
};

const readReport = (fields: Fields) => {
  const language = languageIn(fields);
  if (!language.ok) return { fault: language.error };
  const files = readFiles(fields, MOST_FILES, true);
  if (!files.ok) return { fault: files.error };
  const typed = fields.text('country');
  const body = {
    title: fields.text('title'),
    country: countryTyped(typed) ?? typed,
    period: periodIn(fields),
    occasion: fields.optional('occasion'),
    language: language.value,
    words: fields.text('words'),
    files: files.value.files,
    public: isPublicIn(fields),
  };
  return { fault: null, body, attachments: files.value.attachments };
};

type Told = Pick<
  ReportVersion,
  'title' | 'country' | 'period' | 'occasion' | 'language' | 'words' | 'files' | 'public'
>;

const told = (context: Context, says: string, by: Report['by'], body: Told): Html => {
  const words = context.t.purpose.report;
  const version = { ...body, number: 1, on: { index: 0, at: context.now }, renderings: new Map() };
  const period = periodText(context, body);
  return html`<p>${says} <strong>${theirs(body.title)}</strong></p>
    <p>
      ${theirs(placeText(context, { by }, version))} · ${languageText(context, body.language)} ·
      ${body.public ? words.isPublic : words.forMembers} ${period === null ? '' : html` · ${period}`}
      ${body.occasion === null ? '' : html` · ${theirs(body.occasion)}`}
    </p>
    <div ${inLanguage(body.language)}>${paragraphs(body.words, withMentions(context))}</div>
    ${
      body.files.length === 0
        ? ''
        : html`<ul class="names">
            ${body.files.map(({ name }) => html`<li>${theirs(name)}</li>`)}
          </ul>`
    }`;
};

const author = (context: Context, report?: Pick<Report, 'by'> | null): Report['by'] =>
  report?.by ?? context.me?.organisation.id ?? ('' as Report['by']);

const make = defineForm({
  kind: 'report.make',
  takesFiles: true,
  page: (context, fields, problem) => {
    if (!context.reader.member) return null;
    const state = { context, fields, problem };
    const { makeLede } = context.t.purpose.report.form;
    return formPage(state, { kind: 'report.make', lede: makeLede, multipart: true, fields: reportFields(state) });
  },
  read: (_context, fields) => {
    const { fault, body, attachments } = readReport(fields);
    return fault ?? { body, attachments };
  },
  summary: (context, body, act) =>
    told(
      context,
      context.t.purpose.report.says.make,
      act === null ? author(context) : author(context, { by: act.by.organisation }),
      body,
    ),
  next: ({ base, reader }, _body, { index }) => {
    const report = reader.reports().findLast(({ versions }) => versions[0]?.on.index === index);
    return report === undefined ? `${base}/reports` : `${base}/reports/${report.number}`;
  },
});

/** The report that a form is about; members alone do anything with one. */
const reportIn = ({ reader }: Context, fields: Fields): Report | null =>
  reader.member ? reader.report(fields.integer('report')) : null;

const correct = defineForm({
  kind: 'report.correct',
  takesFiles: true,
  page: (context, typed, problem) => {
    const report = reportIn(context, typed);
    if (report === null) return null;
    const last = lastVersion(report);
    const fields = withInitial(typed, {
      title: last.title,
      country: last.country,
      occasion: last.occasion ?? '',
      from: last.period?.from ?? '',
      to: last.period?.to ?? '',
      words: last.words,
      public: last.public ? 'yes' : 'no',
      version: `${last.number}`,
      ...languageTyped(context, last.language),
    });
    const state = { context, fields, problem };
    const words = context.t.purpose.report.form;
    return formPage(state, {
      kind: 'report.correct',
      lede: words.correctLede,
      multipart: true,
      fields: html`${hidden('report', report.number)}${hidden('version', fields.text('version'))} ${reportFields(state)}
      ${report.versions.some(({ files }) => files.length > 0) ? html`<p class="hint">${words.moreFiles}</p>` : ''}`,
    });
  },
  read: (_context, fields) => {
    const { fault, body, attachments } = readReport(fields);
    const of = { report: fields.integer('report'), version: fields.integer('version') };
    return fault ?? { body: { ...of, ...body }, attachments };
  },
  summary: (context, { report, ...body }) =>
    told(context, context.t.purpose.report.says.correct(report), author(context, context.reader.report(report)), body),
  next: (context, { report }) => reportPath(context, report),
});

/** What it is about, to be read beside the form. */
const shown = (context: Context, report: Report): Html => {
  const { title, language, words } = lastVersion(report);
  return html`<details open>
    <summary>${context.t.purpose.report.form.theirs}: ${theirs(title)}</summary>
    <div ${inLanguage(language)}>${paragraphs(words)}</div>
  </details>`;
};

const translate = defineForm({
  kind: 'report.translate',
  page: (context, fields, problem) => {
    const report = reportIn(context, fields);
    if (report === null) return null;
    const state = { context, fields, problem };
    const words = context.t.purpose.report.form;
    const last = lastVersion(report);
    return formPage(state, {
      kind: 'report.translate',
      lede: words.translateLede,
      fields: html`${hidden('report', report.number)}${hidden('version', fields.text('version') || last.number)}
      ${shown(context, report)} ${languageFields(state, [last.language])}
      ${lineInput(state, { name: 'title', label: words.translateTitle, max: 300 })}
      ${textArea(state, { name: 'words', label: words.translateWords, rows: 14, max: MOST_WORDS })}`,
    });
  },
  read: (_context, fields) => {
    const language = languageIn(fields);
    if (!language.ok) return language.error;
    const [title, words] = [fields.text('title'), fields.text('words')];
    return {
      body: {
        report: fields.integer('report'),
        version: fields.integer('version'),
        language: language.value,
        title,
        words,
      },
    };
  },
  summary: (context, { report, language, title, words }) =>
    html`<p>
        ${context.t.purpose.report.says.translate(report, languageText(context, language))}
        <strong>${theirs(title)}</strong>
      </p>
      <div ${inLanguage(language)}>${paragraphs(words, withMentions(context))}</div>`,
  next: (context, { report, language }) => `${reportPath(context, report)}/${language}`,
});

const comment = defineForm({
  kind: 'report.comment',
  page: (context, fields, problem) => {
    const report = reportIn(context, fields);
    if (report === null) return null;
    const state = { context, fields, problem };
    const words = context.t.purpose.report.form;
    const { debate } = context.t.texts;
    const tags = new Set([...(context.reader.charter()?.charter.languages ?? []), lastVersion(report).language]);
    return formPage(state, {
      kind: 'report.comment',
      lede: words.commentLede,
      fields: html`${hidden('report', report.number)} ${shown(context, report)}
      ${textArea(state, { name: 'words', label: words.commentWords, rows: 6, max: 8000 })}
      ${select(state, {
        name: 'language',
        label: debate.language,
        unmarked: true,
        options: [['', debate.unsaid], ...[...tags].map((tag) => [tag, languageText(context, tag)] as const)],
      })}`,
    });
  },
  read: (_context, fields) => ({
    body: { report: fields.integer('report'), words: fields.text('words'), language: fields.optional('language') },
  }),
  summary: (context, { report, words, language }) =>
    html`<p>${context.t.purpose.report.says.comment(report)}</p>
      <div ${inLanguage(language)}>${paragraphs(words, withMentions(context))}</div>`,
  next: (context, { report }) => `${reportPath(context, report)}#comments`,
});

export const reportForms: readonly ActForm[] = [make, correct, translate, comment];
