import { present } from '../../../charter/texts/texts.ts';
import { type Html, html } from '../../../markup/html.ts';
import { defineForm } from '../../act/act-form.ts';
import type { Context } from '../../kit/context.ts';
import { type FormState, choices, hidden, lineInput, textArea } from '../../kit/controls.ts';
import { filesField, readFiles } from '../../act/files.ts';
import { paragraphs } from '../../kit/prose.ts';
import { citation } from '../../texts/parts/text-head.ts';
import { textPath } from '../../texts/parts/text-places.ts';
import { meetingForm, meetingIn } from './about.ts';
import { meetingLink } from '../../kit/meeting-link.ts';

/** Chapter 5.3: every participant proposes items for the agenda, and may take its own back until it is adopted. */

const textChoices = (state: FormState): Html | '' => {
  const { context } = state;
  const texts = context.reader.texts().filter(({ stage }) => stage !== 'withdrawn');
  return texts.length === 0
    ? ''
    : choices(state, {
        name: 'texts',
        type: 'checkbox',
        legend: context.t.meetings.form.propose.texts,
        options: texts.toReversed().map((text) => ({
          value: `${text.number}`,
          label: html`<span class="symbol">${citation(context, text)}</span> <bdi>${present(text).title}</bdi>`,
        })),
      });
};

export const propose = defineForm({
  kind: 'agenda.propose',
  takesFiles: true,
  page: (context, typed, problem) =>
    meetingForm(context, typed, problem, ({ stage }) => {
      const words = context.t.meetings.form.propose;
      const begun = stage === 'open' || stage === 'adjourned';
      return {
        kind: 'agenda.propose',
        lede: begun ? words.late : words.lede,
        multipart: true,
        fields: (state) =>
          html`${lineInput(state, { name: 'title', label: words.title, max: 200 })}
          ${textArea(state, { name: 'words', label: words.words, hint: words.wordsHint, optional: true, max: 4000 })}
          ${textChoices(state)} ${filesField(state)}`,
      };
    }),
  read: (_context, fields) => {
    const attached = readFiles(fields);
    if (!attached.ok) return attached.error;
    const { files, attachments } = attached.value;
    const { integer, text, optional } = fields;
    const texts = fields.all('texts').map((number) => (/^\d{1,9}$/u.test(number) ? Number(number) : Number.NaN));
    return {
      body: {
        meeting: integer('meeting'),
        title: text('title'),
        words: optional('words'),
        texts,
        files,
      },
      attachments,
    };
  },
  summary: (context, { meeting, title, words, texts, files }) =>
    html`<p>${context.t.meetings.form.propose.proposes} ${meetingLink(context, meeting)}</p>
      <p><strong dir="auto">${title}</strong></p>
      ${words === null ? '' : paragraphs(words)}
      ${
        texts.length === 0
          ? ''
          : html`<ul>
              ${texts.map((number) => html`<li>${textLine(context, number)}</li>`)}
            </ul>`
      }
      ${
        files.length === 0
          ? ''
          : html`<p>${context.t.meetings.agenda.documents}:</p>
              <ul>
                ${files.map(({ name }) => html`<li><bdi>${name}</bdi></li>`)}
              </ul>`
      }`,
  next: ({ base }, { meeting }) => `${base}/meetings/${meeting}/agenda`,
});

const textLine = (context: Context, number: number): Html => {
  const text = context.reader.text(number);
  return text === null
    ? html`${number}`
    : html`<span class="symbol">${citation(context, text)}</span>
        <a href="${textPath(context, text)}"><bdi>${present(text).title}</bdi></a>`;
};

export const withdraw = defineForm({
  kind: 'agenda.withdraw',
  page: (context, typed, problem) => {
    const item = meetingIn(context, typed)?.items[typed.integer('item') - 1];
    if (item === undefined) return null;
    return meetingForm(context, typed, problem, () => ({
      kind: 'agenda.withdraw',
      lede: context.t.meetings.form.withdraw.lede,
      fields: () =>
        html`${hidden('item', item.number)}
          <p><strong dir="auto">${item.title}</strong></p>`,
    }));
  },
  read: (_context, { integer }) => ({ body: { meeting: integer('meeting'), item: integer('item') } }),
  summary: (context, { meeting, item }) =>
    html`<p>${context.t.meetings.form.withdraw.says} ${meetingLink(context, meeting)}</p>
      <p>
        <strong dir="auto">${context.reader.meeting(meeting)?.items[item - 1]?.title ?? `${item}`}</strong>
      </p>`,
  next: ({ base }, { meeting }) => `${base}/meetings/${meeting}/agenda`,
});
