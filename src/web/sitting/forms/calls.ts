import type { Call, Meeting } from '../../../charter/meetings/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import { defineForm } from '../../act/act-form.ts';
import type { Context } from '../../kit/context.ts';
import type { Fields } from '../../kit/fields.ts';
import { choices, hidden, textArea } from '../../kit/controls.ts';
import { paragraphs } from '../../kit/prose.ts';
import { questionWords } from '../parts/question.ts';
import { withInitial } from '../../act/change-fields.ts';
import { aboutText } from '../../texts/forms/text-form.ts';
import { meetingIn } from '../../meetings/forms/about.ts';
import { sittingForm } from './sitting-form.ts';
import { meetingLink, sittingPath } from '../../kit/meeting-link.ts';

/** Chapter 6 in the room: answering a call for consensus, closing it, and ending a decision. */

const callIn = (context: Context, fields: Fields): readonly [Meeting, Call] | null => {
  const meeting = meetingIn(context, fields);
  const call = meeting?.calls.find((one) => one.number === fields.integer('call'));
  return meeting === null || call === undefined ? null : [meeting, call];
};

/** Which call: its number, and what it asks, set apart. */
const aboutCall = (context: Context, sentence: string, meeting: number, number: number): Html => {
  const found = context.reader.meeting(meeting);
  const call = found?.calls.find((one) => one.number === number);
  return html`<p>${sentence} ${context.t.sitting.form.answer.call(number)} (${meetingLink(context, meeting)}):</p>
    ${found === null || call === undefined ? '' : html`<div class="question">${questionWords(context, found, call.question)}</div>`}`;
};

const STANDS = ['agree', 'stand-aside', 'object'] as const;

export const answerCall = defineForm({
  kind: 'call.answer',
  page: (context, fields, problem) => {
    const found = callIn(context, fields);
    if (found === null) return null;
    const [meeting, call] = found;
    const words = context.t.sitting.form.answer;
    const own = context.me === null ? undefined : call.answers.get(context.me.organisation.id);
    const state = {
      context,
      problem,
      fields: withInitial(fields, { stand: own?.stand ?? [], reason: own?.reason ?? [] }),
    };
    return sittingForm(state, {
      kind: 'call.answer',
      meeting,
      lede: words.lede,
      fields: html`${hidden('call', call.number)}
        <section class="panel question">${questionWords(context, meeting, call.question)}</section>
        ${choices(state, {
          name: 'stand',
          type: 'radio',
          legend: words.legend,
          options: STANDS.map((value) => ({ value, ...words[value] })),
        })}
        ${textArea(state, { name: 'reason', label: words.reason, hint: words.reasonHint, unmarked: true, max: 4000 })}`,
    });
  },
  read: (_context, { integer, text, optional, has }) => {
    if (!has('stand')) return { kind: 'field', field: 'stand', why: 'missing' };
    return {
      body: { meeting: integer('meeting'), call: integer('call'), stand: text('stand'), reason: optional('reason') },
    };
  },
  summary: (context, { meeting, call, stand, reason }) =>
    html`${aboutCall(context, context.t.sitting.form.answer.says[stand], meeting, call)}
    ${
      reason === null
        ? ''
        : html`<p class="label">${context.t.sitting.form.answer.reason}</p>
            ${paragraphs(reason)}`
    }`,
  next: (context, { meeting }) => sittingPath(context, meeting, 'follow'),
});

export const closeCall = defineForm({
  kind: 'call.close',
  page: (context, fields, problem) => {
    const found = callIn(context, fields);
    if (found === null) return null;
    const [meeting, call] = found;
    return sittingForm(
      { context, fields, problem },
      {
        kind: 'call.close',
        meeting,
        lede: context.t.sitting.form.closeCall.lede,
        fields: html`${hidden('call', call.number)}
          <section class="panel question">${questionWords(context, meeting, call.question)}</section>`,
      },
    );
  },
  read: (_context, { integer }) => ({ body: { meeting: integer('meeting'), call: integer('call') } }),
  summary: (context, { meeting, call }) => {
    const { form, room } = context.t.sitting;
    const outcome = context.reader.meeting(meeting)?.calls.find((one) => one.number === call)?.outcome ?? null;
    return html`${aboutCall(context, form.closeCall.says, meeting, call)}
    ${outcome === null ? '' : html`<p><strong>${room.result[outcome.result]}</strong></p>`}`;
  },
  next: (context, { meeting }) => sittingPath(context, meeting),
});

export const closeDecision = defineForm({
  kind: 'decision.close',
  page: (context, fields, problem) => {
    const text = context.reader.text(fields.integer('text'));
    const number = text?.decision?.meeting ?? null;
    const meeting = number === null ? null : context.reader.meeting(number);
    if (text === null || meeting === null) return null;
    const words = context.t.sitting.form.closeDecision;
    return sittingForm(
      { context, fields, problem },
      {
        kind: 'decision.close',
        meeting,
        lede: words.lede,
        fields: html`${hidden('text', text.number)} ${aboutText(context, words.says, text.number)}`,
      },
    );
  },
  read: (_context, { integer }) => ({ body: { text: integer('text') } }),
  summary: (context, { text }) => aboutText(context, context.t.sitting.form.closeDecision.says, text),
  next: (context, { text }) => {
    const meeting = context.reader.text(text)?.decision?.meeting ?? null;
    return meeting === null ? `${context.base}/texts/${text}/stand` : sittingPath(context, meeting);
  },
});
