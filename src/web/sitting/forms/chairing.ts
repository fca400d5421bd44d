import { noticeOf } from '../../../charter/meetings/meeting-rules.ts';
import type { Meeting } from '../../../charter/meetings/state.ts';
import { momentIn, zoneText } from '../../../conference/reading/zone-words.ts';
import { html } from '../../../markup/html.ts';
import { defineForm } from '../../act/act-form.ts';
import type { Context } from '../../kit/context.ts';
import type { Fields } from '../../kit/fields.ts';
import { choices, hidden, select } from '../../kit/controls.ts';
import { timeInput } from '../../kit/time-input.ts';
import { nameOf, org } from '../../kit/words.ts';
import { readTime } from '../../kit/time-fields.ts';
import { withInitial } from '../../act/change-fields.ts';
import { meetingIn } from '../../meetings/forms/about.ts';
import { itemName, sittingForm } from './sitting-form.ts';
import { aboutMeeting, meetingLink, sittingPath } from '../../kit/meeting-link.ts';

/** Chapter 5.2: opening and leading a sitting. */

export const openSitting = defineForm({
  kind: 'sitting.open',
  page: (context, fields, problem) => {
    const meeting = meetingIn(context, fields);
    if (meeting === null) return null;
    const { lede } = context.t.sitting.form.open;
    return sittingForm({ context, fields, problem }, { kind: 'sitting.open', meeting, lede, fields: html`` });
  },
  read: (_context, { integer }) => ({ body: { meeting: integer('meeting') } }),
  summary: (context, { meeting }) => aboutMeeting(context, context.t.sitting.form.open.says, meeting),
  next: (context, { meeting }) => sittingPath(context, meeting),
});

/** Every delegate that may take the chair: who has credentials and whose organisation is in the room. */
export const seatsIn = (context: Context, meeting: Meeting): readonly (readonly [value: string, label: string])[] =>
  context.reader.room(meeting).present.flatMap((id) => {
    const named =
      meeting.kind === 'group'
        ? (context.reader.organisation(id)?.delegates ?? [])
            .filter(({ recalled }) => recalled === null)
            .map(({ number }) => number)
        : (meeting.credentials.get(id)?.delegates ?? []);
    return named.map(
      (delegate) => [`${id}/${delegate}`, `${nameOf(context, id)}, ${context.t.common.delegate(delegate)}`] as const,
    );
  });

/** The organisation and the delegate in a field that {@link seatsIn} fills. */
export const seatIn = (fields: Fields, name = 'to') => {
  const [organisation = '', delegate = ''] = fields.text(name).split('/');
  return { organisation, delegate: /^\d{1,6}$/u.test(delegate) ? Number(delegate) : Number.NaN };
};

export const handOver = defineForm({
  kind: 'sitting.chair',
  page: (context, fields, problem) => {
    const meeting = meetingIn(context, fields);
    if (meeting === null) return null;
    const words = context.t.sitting.form.chair;
    const state = { context, fields, problem };
    return sittingForm(state, {
      kind: 'sitting.chair',
      meeting,
      lede: words.lede,
      fields: select(state, {
        name: 'to',
        label: words.to,
        pointer: '/body/organisation',
        options: [['', words.choose], ...seatsIn(context, meeting)],
      }),
    });
  },
  read: (_context, fields) => {
    if (fields.optional('to') === null) return { kind: 'field', field: 'to', why: 'missing' };
    return { body: { meeting: fields.integer('meeting'), ...seatIn(fields) } };
  },
  summary: (context, { meeting, organisation, delegate }) => {
    const words = context.t.sitting.form.chair;
    return html`<p>
      ${words.says} ${org(context, organisation)} (${context.t.common.delegate(delegate)}), ${words.of}
      ${meetingLink(context, meeting)}.
    </p>`;
  },
  next: (context, { meeting }) => sittingPath(context, meeting),
});

export const takeItem = defineForm({
  kind: 'sitting.item',
  page: (context, fields, problem) => {
    const meeting = meetingIn(context, fields);
    if (meeting === null) return null;
    const words = context.t.sitting.form.item;
    const state = { context, fields, problem };
    return sittingForm(state, {
      kind: 'sitting.item',
      meeting,
      lede: words.lede,
      fields: select(state, {
        name: 'item',
        label: words.which,
        unmarked: true,
        options: [
          ...(meeting.agenda?.items ?? []).map(
            (number) => [`${number}`, `${number}. ${meeting.items[number - 1]?.title ?? ''}`] as const,
          ),
          ['', words.none],
        ],
      }),
    });
  },
  read: (_context, { integer, optional }) => ({
    body: { meeting: integer('meeting'), item: optional('item') === null ? null : integer('item') },
  }),
  summary: (context, { meeting, item }) => {
    const words = context.t.sitting.form.item;
    if (item === null) return aboutMeeting(context, words.saysNone, meeting);
    const name = itemName(context, context.reader.meeting(meeting), item);
    return html`<p>${words.says} <strong>${name}</strong> (${meetingLink(context, meeting)}).</p>`;
  },
  next: (context, { meeting }) => sittingPath(context, meeting),
});

export const closeSitting = defineForm({
  kind: 'sitting.close',
  page: (context, fields, problem) => {
    const meeting = meetingIn(context, fields);
    if (meeting === null) return null;
    const words = context.t.sitting.form.close;
    const { zone } = noticeOf(meeting);
    const state = { context, problem, fields: withInitial(fields, { how: 'adjourn' }) };
    return sittingForm(state, {
      kind: 'sitting.close',
      meeting,
      lede: words.lede,
      fields: html`${choices(state, {
        name: 'how',
        type: 'radio',
        legend: words.how,
        options: [
          { value: 'adjourn', label: words.adjourn },
          { value: 'end', label: words.end },
        ],
      })}
      ${hidden('zone', zone)}
      ${timeInput(state, {
        name: 'resumes',
        label: words.resumes,
        unmarked: true,
        hint: words.resumesHint(zoneText(context.now, zone)),
      })}`,
    });
  },
  read: (context, fields) => {
    const meeting = meetingIn(context, fields);
    if (fields.text('how') === 'end') return { body: { meeting: fields.integer('meeting'), resumes: null } };
    const resumes = readTime(fields, 'resumes', meeting === null ? 'UTC' : noticeOf(meeting).zone);
    return resumes.ok ? { body: { meeting: fields.integer('meeting'), resumes: resumes.value } } : resumes.error;
  },
  summary: (context, { meeting: number, resumes }) => {
    const words = context.t.sitting.form.close;
    if (resumes === null) return aboutMeeting(context, words.saysEnd, number);
    const meeting = context.reader.meeting(number);
    const time = momentIn(resumes, meeting === null ? 'UTC' : noticeOf(meeting).zone, context.language);
    return html`<p>${words.saysUntil} ${time}: ${meetingLink(context, number)}.</p>`;
  },
  next: (context, { meeting }) => sittingPath(context, meeting),
});
