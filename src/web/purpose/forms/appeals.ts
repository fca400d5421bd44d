import { type Appeal, NEEDS } from '../../../charter/purpose/appeal-state.ts';
import { type Html, html } from '../../../markup/html.ts';
import { type ActForm, defineForm } from '../../act/act-form.ts';
import { formPage } from '../../act/form-page.ts';
import { languageFields, languageIn } from '../../act/language-field.ts';
import type { Context } from '../../kit/context.ts';
import { choices, hidden, lineInput, textArea } from '../../kit/controls.ts';
import { countryInput, countryList, countryTyped } from '../../kit/countries.ts';
import type { Fields } from '../../kit/fields.ts';
import { inLanguage } from '../../kit/languages.ts';
import { paragraphs } from '../../kit/prose.ts';
import { theirs } from '../../kit/theirs.ts';
import { countryName } from '../../kit/words.ts';
import { appealPath, needsList } from '../parts/appeal-facts.ts';
import { audienceField, isPublicIn } from '../parts/audience.ts';
import { reportChoice, reportIn } from '../parts/report-choice.ts';

/** Article 1.3: an appeal, what others did, and the thanks. */

const make = defineForm({
  kind: 'appeal.make',
  page: (context, fields, problem) => {
    if (!context.reader.member) return null;
    const state = { context, fields, problem };
    const { form, need } = context.t.purpose.appeal;
    return formPage(state, {
      kind: 'appeal.make',
      lede: form.makeLede,
      fields: html`${lineInput(state, { name: 'title', label: form.title, max: 300 })}
        ${countryInput(state, { name: 'country', label: form.country, initial: context.me?.organisation.country ?? '' })}
        ${countryList(context)} ${reportChoice(state, form.report)} ${languageFields(state)}
        ${textArea(state, { name: 'words', label: form.words, rows: 8, max: 16_000 })}
        <fieldset class="field">
          <legend>${form.needs}</legend>
          <p class="hint">${form.needsHint}</p>
          ${NEEDS.map((kind) => lineInput(state, { name: `need-${kind}`, label: need[kind], optional: true, max: 500, pointer: '/body/needs' }))}
        </fieldset>
        ${textArea(state, { name: 'how', label: form.how, hint: form.howHint, rows: 4, max: 4000 })}
        ${lineInput(state, { name: 'until', label: form.until, type: 'date', optional: true })} ${audienceField(state)}`,
    });
  },
  read: (_context, fields) => {
    const language = languageIn(fields);
    if (!language.ok) return language.error;
    const needs = NEEDS.flatMap((kind) => {
      const words = fields.text(`need-${kind}`);
      return words === '' ? [] : [{ kind, words }];
    });
    if (needs.length === 0) return { kind: 'field', field: 'need-presence', why: 'missing' };
    const typed = fields.text('country');
    return {
      body: {
        title: fields.text('title'),
        country: countryTyped(typed) ?? typed,
        report: reportIn(fields),
        language: language.value,
        words: fields.text('words'),
        needs,
        how: fields.text('how'),
        until: fields.optional('until'),
        public: isPublicIn(fields),
      },
    };
  },
  summary: (context, body) => {
    const { appeal, report } = context.t.purpose;
    return html`<p>${appeal.says.make} <strong>${theirs(body.title)}</strong></p>
      <p>${countryName(context, body.country)} · ${body.public ? report.isPublic : report.forMembers}</p>
      <div ${inLanguage(body.language)}>
        ${paragraphs(body.words)} ${needsList(context, body)}
        <p class="label">${appeal.how}</p>
        ${paragraphs(body.how)}
      </div>`;
  },
  next: ({ base, reader }, _body, { index }) => {
    const appeal = reader.appeals().findLast(({ on }) => on.index === index);
    return appeal === undefined ? `${base}/appeals` : `${base}/appeals/${appeal.number}`;
  },
});

const appealIn = ({ reader }: Context, fields: Fields): Appeal | null =>
  reader.member ? reader.appeal(fields.integer('appeal')) : null;

const asked = (context: Context, appeal: Appeal): Html =>
  html`<p><strong ${inLanguage(appeal.language)}>${theirs(appeal.title)}</strong></p>
    ${needsList(context, appeal)}`;

const help = defineForm({
  kind: 'appeal.help',
  page: (context, fields, problem) => {
    const appeal = appealIn(context, fields);
    if (appeal === null) return null;
    const state = { context, fields, problem };
    const { form, need } = context.t.purpose.appeal;
    return formPage(state, {
      kind: 'appeal.help',
      lede: form.helpLede,
      fields: html`${hidden('appeal', appeal.number)} ${asked(context, appeal)}
      ${choices(state, {
        name: 'kind',
        type: 'radio',
        legend: form.what,
        initial: [appeal.needs[0]?.kind ?? 'presence'],
        options: NEEDS.map((kind) => ({ value: kind, label: need[kind] })),
      })}
      ${textArea(state, { name: 'words', label: form.did, hint: form.didHint, rows: 4, max: 4000 })}
      ${appeal.public ? audienceField(state) : ''}`,
    });
  },
  read: (_context, fields) => ({
    body: {
      appeal: fields.integer('appeal'),
      kind: fields.text('kind'),
      words: fields.text('words'),
      public: isPublicIn(fields),
    },
  }),
  summary: (context, { appeal: number, kind, words }) => {
    const { says, need } = context.t.purpose.appeal;
    const appeal = context.reader.appeal(number);
    return html`<p>${says.help} ${appeal === null ? '' : theirs(appeal.title)}</p>
      <p class="label">${need[kind]}</p>
      ${paragraphs(words)}`;
  },
  next: (context, { appeal }) => `${appealPath(context, appeal)}#help`,
});

const close = defineForm({
  kind: 'appeal.close',
  page: (context, fields, problem) => {
    const appeal = appealIn(context, fields);
    if (appeal === null || appeal.closed !== null) return null;
    const state = { context, fields, problem };
    const { form } = context.t.purpose.appeal;
    return formPage(state, {
      kind: 'appeal.close',
      lede: form.closeLede,
      fields: html`${hidden('appeal', appeal.number)} ${asked(context, appeal)}
      ${textArea(state, { name: 'words', label: form.thanks, optional: true, rows: 4, max: 4000 })}`,
    });
  },
  read: (_context, fields) => ({ body: { appeal: fields.integer('appeal'), words: fields.optional('words') } }),
  summary: (context, { appeal: number, words }) => {
    const appeal = context.reader.appeal(number);
    return html`<p>${context.t.purpose.appeal.says.close} ${appeal === null ? '' : theirs(appeal.title)}</p>
      ${words === null ? '' : paragraphs(words)}`;
  },
  next: (context, { appeal }) => appealPath(context, appeal),
});

export const appealForms: readonly ActForm[] = [make, help, close];
