import { type Html, html } from '../../../markup/html.ts';
import { defineForm } from '../../act/act-form.ts';
import type { Context } from '../../kit/context.ts';
import { hidden } from '../../kit/controls.ts';
import { questionWords } from '../parts/question.ts';
import { meetingIn } from '../../meetings/forms/about.ts';
import { sittingForm } from './sitting-form.ts';
import { QUESTION_KINDS, type QuestionKind, questionFields, readQuestion } from './questions.ts';
import { meetingLink, sittingPath } from '../../kit/meeting-link.ts';

/** Chapter 6.1 in the room: calling for consensus. What is asked stands in the address, or is chosen first. */
export const openCall = defineForm({
  kind: 'call.open',
  page: (context, fields, problem) => {
    const meeting = meetingIn(context, fields);
    if (meeting === null) return null;
    const words = context.t.sitting.form.ask;
    const kind = QUESTION_KINDS.find((one) => fields.text('question') === one);
    const state = { context, fields, problem };
    return sittingForm(state, {
      kind: 'call.open',
      meeting,
      lede: words.lede,
      fields:
        kind === undefined
          ? kindsList(context, meeting.number)
          : html`<h2>${words.kinds[kind]}</h2>
              ${hidden('question', kind)} ${questionFields(state, meeting, kind)}`,
    });
  },
  read: (context, fields) => {
    const meeting = meetingIn(context, fields);
    if (meeting === null) return { kind: 'field', field: 'meeting', why: 'missing' };
    const question = readQuestion(context, fields, meeting);
    return question.ok ? { body: { meeting: fields.integer('meeting'), question: question.value } } : question.error;
  },
  summary: (context, { meeting: number, question }) => {
    const meeting = context.reader.meeting(number);
    return html`<p>${context.t.sitting.form.ask.says} ${meetingLink(context, number)}:</p>
      ${meeting === null ? '' : html`<div class="question">${questionWords(context, meeting, question)}</div>`}`;
  },
  next: (context, { meeting }) => sittingPath(context, meeting),
});

const kindsList = ({ t, base }: Context, meeting: number): Html =>
  html`<h2>${t.sitting.form.ask.what}</h2>
    <ul class="spaced">
      ${QUESTION_KINDS.map(
        (kind: QuestionKind) =>
          html`<li>
            <a href="${base}/do/call.open?meeting=${meeting}&amp;question=${kind}">${t.sitting.form.ask.kinds[kind]}</a>
          </li>`,
      )}
    </ul>`;
