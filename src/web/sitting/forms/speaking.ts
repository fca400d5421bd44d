import { speakers } from '../../../charter/meetings/speeches.ts';
import { html } from '../../../markup/html.ts';
import { defineForm } from '../../act/act-form.ts';
import { choices, hidden } from '../../kit/controls.ts';
import { nameOf, org } from '../../kit/words.ts';
import { withInitial } from '../../act/change-fields.ts';
import { meetingIn } from '../../meetings/forms/about.ts';
import { sittingForm } from './sitting-form.ts';
import { aboutMeeting, meetingLink, sittingPath } from '../../kit/meeting-link.ts';

/** Chapter 3.1 in the room: coming in, asking for the floor, giving it, showing a card. */

export const arrive = defineForm({
  kind: 'sitting.arrive',
  page: (context, fields, problem) => {
    const meeting = meetingIn(context, fields);
    if (meeting === null) return null;
    const words = context.t.sitting.form.arrive;
    const state = { context, problem, fields: withInitial(fields, { present: 'yes' }) };
    return sittingForm(state, {
      kind: 'sitting.arrive',
      meeting,
      lede: words.lede,
      fields: choices(state, {
        name: 'present',
        type: 'radio',
        legend: words.legend,
        options: (['yes', 'no'] as const).map((value) => ({ value, label: words[value] })),
      }),
    });
  },
  read: (_context, { integer, text }) => ({
    body: { meeting: integer('meeting'), present: text('present') === 'yes' },
  }),
  summary: (context, { meeting, present }) => {
    const words = context.t.sitting.form.arrive;
    return aboutMeeting(context, present ? words.saysYes : words.saysNo, meeting);
  },
  next: (context, { meeting }) => sittingPath(context, meeting, 'follow'),
});

export const askToSpeak = defineForm({
  kind: 'speech.request',
  page: (context, fields, problem) => {
    const meeting = meetingIn(context, fields);
    if (meeting === null) return null;
    const words = context.t.sitting.form.request;
    const state = { context, problem, fields: withInitial(fields, { kind: 'speech' }) };
    return sittingForm(state, {
      kind: 'speech.request',
      meeting,
      lede: words.lede,
      fields: choices(state, {
        name: 'kind',
        type: 'radio',
        legend: words.kind,
        options: (['speech', 'point-of-order'] as const).map((value) => ({ value, label: words[value] })),
      }),
    });
  },
  read: (_context, { integer, text }) => ({ body: { meeting: integer('meeting'), kind: text('kind') } }),
  summary: (context, { meeting, kind }) => aboutMeeting(context, context.t.sitting.form.request.says[kind], meeting),
  next: (context, { meeting }) => sittingPath(context, meeting, 'follow'),
});

export const endSpeech = defineForm({
  kind: 'speech.end',
  page: (context, fields, problem) => {
    const meeting = meetingIn(context, fields);
    if (meeting?.speeches.find((one) => one.number === fields.integer('speech')) === undefined) return null;
    return sittingForm(
      { context, fields, problem },
      {
        kind: 'speech.end',
        meeting,
        lede: context.t.sitting.form.end.lede,
        fields: hidden('speech', fields.integer('speech')),
      },
    );
  },
  read: (_context, { integer }) => ({ body: { meeting: integer('meeting'), speech: integer('speech') } }),
  summary: (context, { meeting, speech }) => {
    const words = context.t.sitting.form.end.says;
    const given =
      (context.reader.meeting(meeting)?.speeches.find((one) => one.number === speech)?.given ?? null) !== null;
    return aboutMeeting(context, given ? words.given : words.asked, meeting);
  },
  next: (context, { meeting }) => sittingPath(context, meeting, 'follow'),
});

export const giveFloor = defineForm({
  kind: 'speech.call',
  page: (context, fields, problem) => {
    const meeting = meetingIn(context, fields);
    if (meeting === null) return null;
    const words = context.t.sitting.form.call;
    const next = speakers(meeting)[0];
    return sittingForm(
      { context, fields, problem },
      {
        kind: 'speech.call',
        meeting,
        lede: words.lede,
        fields: html`<p>${next === undefined ? words.nobody : words.next(nameOf(context, next.by))}</p>
          ${next === undefined ? '' : hidden('speech', next.number)}`,
      },
    );
  },
  read: (_context, { integer, optional }) => ({
    body: { meeting: integer('meeting'), speech: optional('speech') === null ? null : integer('speech') },
  }),
  summary: (context, { meeting, speech }) => {
    const words = context.t.sitting.form.call;
    const by =
      speech === null ? undefined : context.reader.meeting(meeting)?.speeches.find((one) => one.number === speech)?.by;
    if (by === undefined) return aboutMeeting(context, words.saysNobody, meeting);
    return html`<p>${words.says} ${org(context, by)} (${meetingLink(context, meeting)}).</p>`;
  },
  next: (context, { meeting }) => sittingPath(context, meeting),
});

const CARDS = ['warm', 'cool', 'move-on'] as const;

export const showCard = defineForm({
  kind: 'card.show',
  page: (context, fields, problem) => {
    const meeting = meetingIn(context, fields);
    if (meeting === null) return null;
    const { form, room } = context.t.sitting;
    const state = { context, fields, problem };
    return sittingForm(state, {
      kind: 'card.show',
      meeting,
      lede: form.card.lede,
      fields: choices(state, {
        name: 'card',
        type: 'radio',
        legend: form.card.which,
        options: [
          ...CARDS.map((value) => ({ value, label: room.cardMeans[value] })),
          { value: '', label: form.card.none },
        ],
      }),
    });
  },
  read: (_context, { integer, optional }) => ({ body: { meeting: integer('meeting'), card: optional('card') } }),
  summary: (context, { meeting, card }) =>
    aboutMeeting(context, context.t.sitting.form.card.says[card ?? 'none'], meeting),
  next: (context, { meeting }) => sittingPath(context, meeting, 'follow'),
});
