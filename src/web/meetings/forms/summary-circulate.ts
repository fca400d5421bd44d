import type { Correction, Meeting } from '../../../charter/meetings/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import { defineForm } from '../../act/act-form.ts';
import type { Context } from '../../kit/context.ts';
import type { Fields } from '../../kit/fields.ts';
import { LANGUAGES, languageName } from '../../messages/index.ts';
import { clauseNames, longName } from '../../texts/parts/clause-names.ts';
import { type FormState, hidden, select } from '../../kit/controls.ts';
import { meetingTitle } from '../../kit/meeting-when.ts';
import { paragraphs, plainClauses } from '../../kit/prose.ts';
import { draftLanguage } from '../parts/summary-drafted.ts';
import { wordDiff } from '../../kit/compare/word-diff.ts';
import { org } from '../../kit/words.ts';
import type { Earlier } from '../../act/continued.ts';
import { editorField, sourceProblem, sourceTrouble } from '../../act/source.ts';
import { textForm } from '../../texts/forms/text-form.ts';
import { bodyOf, clausesNow, earlierOf, readRecord, withCorrection } from './summary-source.ts';
import { meetingPath } from '../../kit/meeting-link.ts';

/** Article 5.2: a version of the summary record goes to everyone, and its period of correction begins anew. */
export const circulateSummary = defineForm({
  kind: 'summary.circulate',
  page: (context, fields, problem) => {
    const meeting = recordable(context, fields);
    if (meeting === null) return null;
    const words = context.t.summary.editor;
    const state = { context, fields, problem };
    const earlier = earlierOf(context, meeting, fields);
    const days = context.reader.rules().meetings.recordDays;
    return textForm(state, {
      kind: 'summary.circulate',
      text: null,
      islands: ['text-editor'],
      lede: `${words.lede} ${words.days(days)}`,
      trouble: sourceTrouble(state, earlier),
      fields: html`${hidden('meeting', meeting.number)}
        <p class="about"><a href="${meetingPath(context, meeting, 'summary')}">${meetingTitle(context, meeting)}</a></p>
        ${languageFields(state, meeting)} ${correctionsOf(state, meeting, earlier)}
        ${editorField(state, { body: bodyOf(fields, earlier), label: words.body, hint: words.bodyHint })}
        <p class="actions">
          <button class="second" name="step" value="preview" formnovalidate>${words.preview}</button>
        </p>
        ${previewOf(state, earlier)}`,
    });
  },
  step: (context, fields) => {
    if (fields.has('step', 'preview')) return fields;
    const meeting = recordable(context, fields);
    const number = /^take-(\d{1,9})$/u.exec(fields.text('step'))?.[1];
    const correction = openCorrections(meeting).find((one) => `${one.number}` === number);
    if (meeting === null || correction === undefined) return null;
    return withCorrection(fields, earlierOf(context, meeting, fields), correction);
  },
  read: (context, fields) => {
    const meeting = recordable(context, fields);
    if (meeting === null) return { kind: 'field', field: 'meeting', why: 'other' };
    const source = readRecord(fields, earlierOf(context, meeting, fields));
    if (!source.ok) return sourceProblem(source.error);
    return { body: { meeting: meeting.number, language: fields.text('language'), clauses: source.value.clauses } };
  },
  summary: (context, { meeting: number, language, clauses }) => {
    const meeting = context.reader.meeting(number);
    const what = meeting === null ? context.t.meetings.head.number(number) : meetingTitle(context, meeting);
    return html`<p>${context.t.summary.circulates(what)}</p>
      <div lang="${language}">${plainClauses(context, clauses)}</div>`;
  },
  next: (context, { meeting }) => meetingPath(context, { number: meeting }, 'summary'),
});

/** A meeting that has ended and whose record is not approved. */
const recordable = ({ reader }: Context, fields: Fields): Meeting | null => {
  const meeting = reader.may('meeting') ? reader.meeting(fields.integer('meeting')) : null;
  return meeting?.stage === 'closed' && (meeting.summary?.approved ?? null) === null ? meeting : null;
};

const openCorrections = (meeting: Meeting | null): readonly Correction[] =>
  (meeting?.summary?.corrections ?? []).filter(({ fate }) => fate.kind === 'open');

/** The language it is written in; while nothing has been circulated, drafts in the languages that there are sentences in. */
const languageFields = (state: FormState, meeting: Meeting): Html => {
  const { context, fields } = state;
  const words = context.t.summary.editor;
  const last = meeting.summary?.versions.at(-1)?.language;
  const drafted = draftLanguage(context, meeting, fields.text('language'));
  const initial = last ?? drafted;
  const tags = new Set([initial, ...(meeting.notices.at(-1)?.languages ?? []), ...LANGUAGES]);
  const others = last === undefined ? LANGUAGES.filter((one) => one !== drafted) : [];
  return html`${select(state, {
    name: 'language',
    label: words.language,
    initial,
    options: [...tags].map((tag) => [tag, languageName(tag)]),
  })}
  ${
    others.length === 0
      ? ''
      : html`<p class="hint">
          ${words.draftIn}
          ${others.map(
            (one) =>
              html`<a
                href="${context.base}/do/summary.circulate?meeting=${meeting.number}&language=${one}"
                hreflang="${one}"
                lang="${one}"
                >${languageName(one)}</a
              >`,
          )}
        </p>`
  }`;
};

/** The corrections that stand, each to be taken in by a button of its own. */
const correctionsOf = ({ context, fields }: FormState, meeting: Meeting, earlier: Earlier): Html | '' => {
  const corrections = openCorrections(meeting);
  if (corrections.length === 0) return '';
  const words = context.t.summary.editor;
  const clauses = clausesNow(fields, earlier);
  const names = clauseNames(context, clauses);
  return html`<section aria-labelledby="corrections">
    <h2 id="corrections">${words.corrections}</h2>
    <p class="hint">${words.correctionsLede}</p>
    <ul class="rows">
      ${corrections.map((correction) => {
        const now = clauses.find(({ id }) => id === correction.clause);
        return html`<li>
          ${org(context, correction.by)}
          <span class="quiet">${now === undefined ? '' : longName(names, now.id)}</span>
          <p class="words" dir="auto">
            ${now === undefined ? correction.words : wordDiff(context, now.words, correction.words)}
          </p>
          ${paragraphs(correction.reason)}
          ${
            now === undefined
              ? html`<p class="quiet">${words.unfit}</p>`
              : now.words === correction.words
                ? html`<p>✓ ${words.stands}</p>`
                : html`<p>
                    <button class="second" name="step" value="take-${correction.number}" formnovalidate>
                      ${words.takeIn}<span class="visually-hidden">: ${longName(names, now.id)}</span>
                    </button>
                  </p>`
          }
        </li>`;
      })}
    </ul>
  </section>`;
};

const previewOf = ({ context, fields, problem }: FormState, earlier: Earlier): Html | '' => {
  if (problem === null && !fields.has('step', 'preview')) return '';
  const read = readRecord(fields, earlier);
  if (!read.ok) return '';
  return html`<section class="panel preview" aria-labelledby="preview-title">
    <h2 id="preview-title">${context.t.summary.editor.previewTitle}</h2>
    ${plainClauses(context, read.value.clauses)}
  </section>`;
};
