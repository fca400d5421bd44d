import { noticeOf } from '../../../charter/meetings/meeting-rules.ts';
import type { Act } from '../../../base/act.ts';
import { html } from '../../../markup/html.ts';
import { defineForm } from '../../act/act-form.ts';
import type { Context } from '../../kit/context.ts';
import { type FormState, choices, hidden, textArea } from '../../kit/controls.ts';
import { conveners, isSeated } from '../parts/meeting-due.ts';
import { askedNotice, settlesAlone } from '../parts/meeting-asks.ts';
import { noticeFacts } from '../parts/notice-facts.ts';
import { paragraphs } from '../../kit/prose.ts';
import { formPage } from '../../act/form-page.ts';
import { withInitial } from '../../act/change-fields.ts';
import { meetingForm } from './about.ts';
import { noticeFields, noticeInitial, readNotice } from './notice-fields.ts';
import { meetingLink } from '../../kit/meeting-link.ts';

/** Chapters 5.1, 9.5 and 10: convening a meeting, changing its place or time, calling it off. */

const KINDS = ['assembly', 'group'] as const;

export const convene = defineForm({
  kind: 'meeting.convene',
  page: (context, typed, problem) => {
    const { reader, t } = context;
    if (!reader.member) return null;
    const words = t.meetings.form.convene;
    const fields = withInitial(noticeInitial(context, typed, null), { kind: 'assembly' });
    const state: FormState = { context, problem, fields };
    const together = !isSeated(context) && conveners(context) > 1;
    return formPage(state, {
      kind: 'meeting.convene',
      lede: together ? `${words.together(conveners(context))} ${words.lede}` : words.lede,
      fields: html`${hidden('sent', 'yes')}
      ${
        isSeated(context)
          ? choices(state, {
              name: 'kind',
              type: 'radio',
              legend: words.kind,
              options: KINDS.map((value) => ({ value, label: words.kinds[value] })),
            })
          : hidden('kind', 'assembly')
      }
      ${noticeFields(state)}`,
    });
  },
  read: (_context, fields) => {
    const notice = readNotice(fields);
    return 'kind' in notice ? notice : { body: { kind: fields.text('kind'), notice } };
  },
  summary: (context, { kind, notice }) =>
    html`<p>${context.t.meetings.form.convene.says[kind]}</p>
      ${noticeFacts(context, notice)}`,
  next: ({ base, reader }, _body, { index }) => {
    const made = reader.meetings().findLast(({ on }) => on.index === index);
    return `${base}/meetings${made === undefined ? '' : `/${made.number}`}`;
  },
});

export const second = defineForm({
  kind: 'meeting.second',
  page: (context, typed, problem) =>
    meetingForm(context, typed, problem, (meeting) => ({
      kind: 'meeting.second',
      lede: context.t.meetings.form.second.lede(conveners(context)),
      fields: () => noticeFacts(context, noticeOf(meeting)),
    })),
  read: (_context, { integer }) => ({ body: { meeting: integer('meeting') } }),
  summary: (context, { meeting }) =>
    html`<p>${context.t.meetings.form.second.says} ${meetingLink(context, meeting)}</p>`,
  next: ({ base }, { meeting }) => `${base}/meetings/${meeting}`,
});

export const change = defineForm({
  kind: 'meeting.change',
  page: (context, typed, problem) =>
    meetingForm(context, typed, problem, (about) => ({
      kind: 'meeting.change',
      lede: settlesAlone(context, about)
        ? context.t.meetings.form.change.lede
        : context.t.meetings.form.change.together(context.reader.settlers()),
      initial: (meeting) => (fields) =>
        noticeInitial(context, fields, askedNotice(meeting, typed) ?? noticeOf(meeting)),
      fields: noticeFields,
    })),
  read: (_context, fields) => {
    const notice = readNotice(fields);
    return 'kind' in notice ? notice : { body: { meeting: fields.integer('meeting'), notice } };
  },
  summary: (context, { meeting, notice }, act) => {
    const { says, asks } = context.t.meetings.form.change;
    return html`<p>${isAlone(context, meeting, act) ? says : asks} ${meetingLink(context, meeting)}</p>
      ${noticeFacts(context, notice)}`;
  },
  next: ({ base }, { meeting }) => `${base}/meetings/${meeting}`,
});

export const cancel = defineForm({
  kind: 'meeting.cancel',
  page: (context, typed, problem) =>
    meetingForm(context, typed, problem, (about) => ({
      kind: 'meeting.cancel',
      lede: settlesAlone(context, about)
        ? context.t.meetings.form.cancel.lede
        : context.t.meetings.form.cancel.together(context.reader.settlers()),
      fields: (state) => textArea(state, { name: 'reason', label: context.t.meetings.form.cancel.reason, max: 2000 }),
    })),
  read: (_context, { integer, text }) => ({ body: { meeting: integer('meeting'), reason: text('reason') } }),
  summary: (context, { meeting, reason }, act) => {
    const { says, asks } = context.t.meetings.form.cancel;
    return html`<p>${isAlone(context, meeting, act) ? says : asks} ${meetingLink(context, meeting)}</p>
      ${paragraphs(reason)}`;
  },
  next: ({ base }, { meeting }) => `${base}/meetings/${meeting}`,
});

/** Whether the act settles it by itself: before it is signed of the reader's organisation, on the record of its maker's. */
const isAlone = (context: Context, number: number, act: Pick<Act, 'by'> | null): boolean => {
  const meeting = context.reader.meeting(number);
  const id = act?.by.organisation ?? context.me?.organisation.id;
  return meeting !== null && id !== undefined && context.reader.maySettleAlone(meeting, id);
};
