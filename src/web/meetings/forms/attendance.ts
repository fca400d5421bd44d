import type { OrganisationId } from '../../../base/ids.ts';
import { html } from '../../../markup/html.ts';
import { defineForm } from '../../act/act-form.ts';
import type { Context } from '../../kit/context.ts';
import { choices, lineInput } from '../../kit/controls.ts';
import { delegateNames } from '../parts/meeting-people.ts';
import { attach } from '../../act/new-act.ts';
import { withInitial } from '../../act/change-fields.ts';
import { delegateName } from '../../members/forms/names.ts';
import { meetingForm } from './about.ts';
import { meetingLink } from '../../kit/meeting-link.ts';

/** Chapters 4.1 and 5.2: an organisation says whether it comes, whom it sends, and whom it brings. */

const REPLIES = ['coming', 'online', 'perhaps', 'not-coming'] as const;

export const reply = defineForm({
  kind: 'meeting.reply',
  page: (context, typed, problem) =>
    meetingForm(context, typed, problem, (meeting) => {
      const words = context.t.meetings.form.reply;
      const mine = context.me === null ? undefined : meeting.replies.get(context.me.organisation.id)?.reply;
      return {
        kind: 'meeting.reply',
        lede: words.lede,
        initial: () => (fields) => withInitial(fields, mine === undefined ? {} : { reply: mine }),
        fields: (state) =>
          choices(state, {
            name: 'reply',
            type: 'radio',
            legend: words.legend,
            options: REPLIES.map((value) => ({ value, label: words.choice[value] })),
          }),
      };
    }),
  read: (_context, { integer, text }) => ({ body: { meeting: integer('meeting'), reply: text('reply') } }),
  summary: (context, { meeting, reply: given }) =>
    html`<p>${meetingLink(context, meeting)}</p>
      <p><strong>${context.t.meetings.form.reply.choice[given]}</strong></p>`,
  next: ({ base }, { meeting }) => `${base}/meetings/${meeting}`,
});

/** The organisation that an act is by; the reader's own before there is one. */
const maker = ({ reader, me }: Context, by: OrganisationId | undefined) =>
  by === undefined ? me?.organisation : (reader.organisation(by) ?? undefined);

export const credentials = defineForm({
  kind: 'meeting.credentials',
  page: (context, typed, problem) =>
    meetingForm(context, typed, problem, (meeting) => {
      const words = context.t.meetings.form.credentials;
      const { me } = context;
      const organisation = me?.organisation;
      const delegates = organisation?.delegates.filter(({ recalled }) => recalled === null) ?? [];
      const named = organisation === undefined ? undefined : meeting.credentials.get(organisation.id)?.delegates;
      // Most often whoever fills this in goes.
      const initial = (named ?? (me === null ? [] : [me.delegate.number])).map(String);
      return {
        kind: 'meeting.credentials',
        lede: words.lede,
        initial: () => (fields) => withInitial(fields, { delegates: initial }),
        fields: (state) =>
          html`${choices(state, {
            name: 'delegates',
            type: 'checkbox',
            legend: words.legend,
            options: delegates.map(({ number, role }) => ({
              value: `${number}`,
              label: organisation === undefined ? `${number}` : delegateName(context, organisation, number),
              hint: context.t.common.role[role],
            })),
          })}
          ${delegates.length > 1 ? '' : html`<p class="hint">${words.none} <a href="${context.base}/organisation">${context.t.common.menu.organisation}</a></p>`}`,
      };
    }),
  read: (_context, fields) => ({
    body: {
      meeting: fields.integer('meeting'),
      delegates: fields.all('delegates').map((number) => (/^\d{1,6}$/u.test(number) ? Number(number) : Number.NaN)),
    },
  }),
  summary: (context, { meeting, delegates }, act) => {
    const words = context.t.meetings.form.credentials;
    const organisation = maker(context, act?.by.organisation);
    const names = organisation === undefined ? null : delegateNames(context, organisation, delegates);
    return html`<p>${meetingLink(context, meeting)}</p>
      <p>
        ${
          delegates.length === 0
            ? words.takesBack
            : html`${words.names}
                <strong>${names ?? delegates.map((number) => context.t.common.delegate(number)).join(', ')}</strong>`
        }
      </p>`;
  },
  next: ({ base }, { meeting }) => `${base}/meetings/${meeting}/attendance`,
});

export const guest = defineForm({
  kind: 'meeting.guest',
  page: (context, typed, problem) =>
    meetingForm(context, typed, problem, () => {
      const words = context.t.meetings.form.guest;
      const { capacity } = context.t.meetings.attendance;
      return {
        kind: 'meeting.guest',
        lede: words.lede,
        initial: () => (fields) => withInitial(fields, { capacity: 'guest' }),
        fields: (state) =>
          html`${lineInput(state, { name: 'name', label: words.name, hint: words.nameHint, max: 100 })}
          ${choices(state, {
            name: 'capacity',
            type: 'radio',
            legend: words.capacity,
            options: (['guest', 'observer'] as const).map((value) => ({ value, label: capacity[value] })),
          })}
          ${lineInput(state, { name: 'from', label: words.from, optional: true, max: 200 })}`,
      };
    }),
  read: (_context, fields) => {
    if (fields.text('name') === '') return { kind: 'field', field: 'name', why: 'missing' };
    const { hash, attachment } = attach(fields.text('name'));
    const { integer, text, optional } = fields;
    return {
      body: { meeting: integer('meeting'), name: hash, capacity: text('capacity'), from: optional('from') },
      attachments: [attachment],
    };
  },
  summary: (context, { meeting, name, capacity, from }) => {
    const words = context.t.meetings.form.guest;
    // Before it is on the record, the name is in the form alone.
    const known = context.attached.get(name);
    return html`<p>${words.says} ${meetingLink(context, meeting)}</p>
      <p>
        ${known === undefined ? words.theName : html`<bdi>${known}</bdi>`} ·
        ${context.t.meetings.attendance.capacity[capacity]}${from === null ? '' : html` · <bdi>${from}</bdi>`}
      </p>`;
  },
  next: ({ base }, { meeting }) => `${base}/meetings/${meeting}/attendance`,
});
