import type { Correction, Meeting, SummaryVersion } from '../../../charter/meetings/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Clause } from '../../../text/clause.ts';
import { defineForm } from '../../act/act-form.ts';
import type { Context } from '../../kit/context.ts';
import type { Fields } from '../../kit/fields.ts';
import { clauseNames, longName } from '../../texts/parts/clause-names.ts';
import { hidden, textArea } from '../../kit/controls.ts';
import { meetingTitle } from '../../kit/meeting-when.ts';
import { emphasised, paragraphs } from '../../kit/prose.ts';
import { correctionNote } from '../parts/summary-margin.ts';
import { wordDiff } from '../../kit/compare/word-diff.ts';
import { formPage } from '../../act/form-page.ts';
import { meetingPath } from '../../kit/meeting-link.ts';

/** Article 5.2: a participant asks for other words in a clause of the latest version, and may take that back. */

interface Asked {
  readonly meeting: Meeting;
  readonly version: SummaryVersion;
  readonly clause: Clause;
}

const clauseAsked = ({ reader }: Context, fields: Fields): Asked | null => {
  const meeting = reader.meeting(fields.integer('meeting'));
  const version = meeting?.summary?.versions.at(-1);
  const clause = version?.clauses.find(({ id }) => id === fields.text('clause'));
  return meeting === null || version === undefined || clause === undefined ? null : { meeting, version, clause };
};

const aboutMeeting = (context: Context, meeting: Meeting): Html =>
  html`<p class="about">
    <a href="${meetingPath(context, meeting, 'summary')}">${meetingTitle(context, meeting)}</a>
  </p>`;

const nameOfMeeting = (context: Context, number: number): string => {
  const meeting = context.reader.meeting(number);
  return meeting === null ? context.t.meetings.head.number(number) : meetingTitle(context, meeting);
};

export const correctSummary = defineForm({
  kind: 'summary.correct',
  page: (context, fields, problem) => {
    const asked = clauseAsked(context, fields);
    if (asked === null) return null;
    const { meeting, version, clause } = asked;
    const words = context.t.summary.form;
    const state = { context, fields, problem };
    return formPage(state, {
      kind: 'summary.correct',
      lede: words.lede,
      fields: html`${hidden('meeting', meeting.number)} ${hidden('version', version.number)}
        ${hidden('clause', clause.id)} ${aboutMeeting(context, meeting)}
        <p class="label">
          ${words.now} <span class="quiet">${longName(clauseNames(context, version.clauses), clause.id)}</span>
        </p>
        <blockquote lang="${version.language}"><p dir="auto">${emphasised(clause.words)}</p></blockquote>
        ${textArea(state, { name: 'words', label: words.words, initial: clause.words, max: 8000 })}
        ${textArea(state, { name: 'reason', label: words.reason, max: 2000, rows: 3 })}`,
    });
  },
  read: (_context, { integer, text }) => ({
    body: {
      meeting: integer('meeting'),
      version: integer('version'),
      clause: text('clause'),
      words: text('words'),
      reason: text('reason'),
    },
  }),
  summary: (context, { meeting: number, version, clause: id, words, reason }) => {
    const meeting = context.reader.meeting(number);
    const before = meeting?.summary?.versions[version - 1]?.clauses.find((clause) => clause.id === id);
    return html`<p>${context.t.summary.asks(version, nameOfMeeting(context, number))}</p>
      <p class="words" dir="auto">${before === undefined ? words : wordDiff(context, before.words, words)}</p>
      ${paragraphs(reason)}`;
  },
  next: (context, { meeting, clause }) => `${meetingPath(context, { number: meeting }, 'summary')}#c-${clause}`,
});

export const withdrawCorrection = defineForm({
  kind: 'summary.withdraw-correction',
  page: (context, fields, problem) => {
    const meeting = context.reader.meeting(fields.integer('meeting'));
    const correction: Correction | undefined = meeting?.summary?.corrections[fields.integer('correction') - 1];
    if (meeting === null || correction?.fate.kind !== 'open') return null;
    const clause = meeting.summary?.versions.at(-1)?.clauses.find(({ id }) => id === correction.clause);
    return formPage(
      { context, fields, problem },
      {
        kind: 'summary.withdraw-correction',
        lede: context.t.summary.form.withdrawLede,
        fields: html`${hidden('meeting', meeting.number)} ${hidden('correction', correction.number)}
        ${aboutMeeting(context, meeting)} ${correctionNote(context, meeting, correction, clause)}`,
      },
    );
  },
  read: (_context, { integer }) => ({ body: { meeting: integer('meeting'), correction: integer('correction') } }),
  summary: (context, { meeting, correction }) =>
    html`<p>${context.t.summary.withdraws(correction, nameOfMeeting(context, meeting))}</p>`,
  next: (context, { meeting }) => meetingPath(context, { number: meeting }, 'summary'),
});
