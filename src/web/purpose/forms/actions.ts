import type { Action } from '../../../charter/purpose/action-state.ts';
import { present } from '../../../charter/texts/texts.ts';
import { type Html, html } from '../../../markup/html.ts';
import { type ActForm, defineForm } from '../../act/act-form.ts';
import { withFields } from '../../act/change-fields.ts';
import { MOST_FILES, filesField, readFiles } from '../../act/files.ts';
import { formPage } from '../../act/form-page.ts';
import { languageFields, languageIn } from '../../act/language-field.ts';
import type { Context } from '../../kit/context.ts';
import { type FormState, choices, hidden, lineInput, select, textArea } from '../../kit/controls.ts';
import { countryInput, countryList, countryTyped } from '../../kit/countries.ts';
import type { Fields } from '../../kit/fields.ts';
import { inLanguage } from '../../kit/languages.ts';
import { paragraphs } from '../../kit/prose.ts';
import { theirs } from '../../kit/theirs.ts';
import { countryName } from '../../kit/words.ts';
import { actionPath, daysText } from '../parts/action-facts.ts';
import { audienceField, isPublicIn } from '../parts/audience.ts';

/** Articles 1.4 and 1.5: proposing a joint action. What is done about one stands in `action-steps.ts`. */

/** Parts that the form has rows for at first, and at most. */
const [FIRST, MOST] = [2, 40];

const rowsIn = (fields: Fields): number => Math.min(MOST, Math.max(FIRST, fields.integer('rows') || FIRST));

const partFields = (state: FormState, row: number): Html => {
  const words = state.context.t.purpose.action.form;
  const at = `/body/parts/${row - 1}`;
  const rest = row === 1 ? {} : ({ unmarked: true } as const);
  return html`<fieldset class="field">
    <legend>${state.context.t.purpose.action.part(row)}</legend>
    ${lineInput(state, { name: `title-${row}`, label: words.partTitle, max: 200, pointer: `${at}/title`, ...rest })}
    ${countryInput(state, {
      name: `country-${row}`,
      label: words.country,
      pointer: `${at}/country`,
      ...(row === 1 ? { initial: state.context.me?.organisation.country ?? '' } : {}),
      ...rest,
    })}
    ${lineInput(state, { name: `place-${row}`, label: words.place, max: 200, pointer: `${at}/place`, ...rest })}
    ${lineInput(state, { name: `from-${row}`, label: words.from, type: 'date', pointer: `${at}/from`, ...rest })}
    ${lineInput(state, { name: `to-${row}`, label: words.to, hint: words.toHint, type: 'date', unmarked: true, pointer: `${at}/to` })}
  </fieldset>`;
};

const partsIn = (fields: Fields) =>
  Array.from({ length: rowsIn(fields) }, (_, i) => i + 1).flatMap((row) => {
    const [title, country, place, from, to] = ['title', 'country', 'place', 'from', 'to'].map((name) =>
      fields.text(`${name}-${row}`),
    ) as [string, string, string, string, string];
    return row > 1 && [title, place, from].every((one) => one === '')
      ? []
      : [{ title, country: countryTyped(country) ?? country, place, from, to: to || from }];
  });

/** Texts that it may be about, the newest first. */
const textOptions = ({ reader, t }: Context): readonly (readonly [string, string])[] => [
  ['', t.purpose.action.form.noText],
  ...reader
    .texts()
    .filter(({ stage }) => stage !== 'withdrawn')
    .slice(-50)
    .toReversed()
    .map((text) => [`${text.number}`, present(text).title] as const),
];

const MORE = 'more';

const propose = defineForm({
  kind: 'action.propose',
  takesFiles: true,
  page: (context, fields, problem) => {
    if (!context.reader.member) return null;
    const state = { context, fields, problem };
    const words = context.t.purpose.action.form;
    const rows = rowsIn(fields);
    return formPage(state, {
      kind: 'action.propose',
      lede: words.proposeLede,
      multipart: true,
      fields: html`${lineInput(state, { name: 'title', label: words.title, max: 300 })} ${languageFields(state)}
      ${textArea(state, { name: 'words', label: words.words, rows: 8, max: 16_000 })} ${hidden('rows', rows)}
      ${countryList(context)} ${Array.from({ length: rows }, (_, i) => partFields(state, i + 1))}
      ${rows < MOST ? html`<p><button class="second" name="step" value="${MORE}" formnovalidate>${words.more}</button></p>` : ''}
      ${textArea(state, { name: 'tasks', label: words.tasks, hint: words.tasksHint, rows: 3, max: 12_000, optional: true })}
      ${select(state, { name: 'text', label: words.text, unmarked: true, options: textOptions(context) })}
      ${filesField(state)} ${audienceField(state)}`,
    });
  },
  step: (_context, fields) =>
    fields.text('step') === MORE ? withFields(fields, { rows: `${rowsIn(fields) + 1}` }) : null,
  read: (_context, fields) => {
    const language = languageIn(fields);
    if (!language.ok) return language.error;
    const files = readFiles(fields, MOST_FILES, true);
    if (!files.ok) return files.error;
    return {
      body: {
        title: fields.text('title'),
        language: language.value,
        words: fields.text('words'),
        parts: partsIn(fields),
        tasks: fields
          .text('tasks')
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== ''),
        text: fields.text('text') === '' ? null : fields.integer('text'),
        files: files.value.files,
        public: isPublicIn(fields),
      },
      attachments: files.value.attachments,
    };
  },
  summary: (context, body) => {
    const { action, report } = context.t.purpose;
    return html`<p>${action.says.propose} <strong>${theirs(body.title)}</strong></p>
      <p>${body.public ? report.isPublic : report.forMembers}</p>
      <div ${inLanguage(body.language)}>${paragraphs(body.words)}</div>
      ${partsList(context, body)}
      ${
        body.tasks.length === 0
          ? ''
          : html`<p class="label">${action.tasks}</p>
              <ul>
                ${body.tasks.map((task) => html`<li>${theirs(task)}</li>`)}
              </ul>`
      }
      ${
        body.files.length === 0
          ? ''
          : html`<ul class="names">
              ${body.files.map(({ name }) => html`<li>${theirs(name)}</li>`)}
            </ul>`
      }`;
  },
  next: ({ base, reader }, _body, { index }) => {
    const action = reader.actions().findLast(({ on }) => on.index === index);
    return action === undefined ? `${base}/actions` : `${base}/actions/${action.number}`;
  },
});

const partsList = (context: Context, { parts }: Pick<Action, 'parts'>): Html =>
  html`<ol>
    ${parts.map((part) => html`<li>${theirs(part.title)} · ${theirs(part.place)}, ${countryName(context, part.country)} · ${daysText(context, part)}</li>`)}
  </ol>`;

/** An action that is not over, for a form about it. */
const openAction = ({ reader }: Context, fields: Fields): Action | null => {
  const action = reader.member ? reader.action(fields.integer('action')) : null;
  return action?.ended === null ? action : null;
};

const named = (context: Context, number: number): Html | '' => {
  const action = context.reader.action(number);
  return action === null ? '' : html`<strong ${inLanguage(action.language)}>${theirs(action.title)}</strong>`;
};

const join = defineForm({
  kind: 'action.join',
  page: (context, fields, problem) => {
    const action = openAction(context, fields);
    if (action === null) return null;
    const state = { context, fields, problem };
    const words = context.t.purpose.action.form;
    return formPage(state, {
      kind: 'action.join',
      lede: words.joinLede,
      fields: html`${hidden('action', action.number)}
        <p>${named(context, action.number)}</p>
        ${choices(state, {
          name: 'far',
          type: 'radio',
          legend: words.far,
          initial: ['whole'],
          options: [
            { value: 'whole', label: context.t.purpose.action.whole },
            { value: 'some', label: words.some },
          ],
        })}
        ${choices(state, {
          name: 'part',
          type: 'checkbox',
          legend: words.which,
          pointer: '/body/parts',
          initial: [],
          options: action.parts.map((part, i) => ({
            value: `${i + 1}`,
            label: html`${theirs(part.title)} · ${theirs(part.place)}`,
            hint: daysText(context, part),
          })),
        })}
        ${textArea(state, { name: 'words', label: words.say, hint: words.sayHint, optional: true, rows: 3, max: 2000 })}`,
    });
  },
  read: (_context, fields) => {
    const isWhole = fields.text('far') !== 'some';
    const parts = fields.all('part').map(Number);
    if (!isWhole && parts.length === 0) return { kind: 'field', field: 'part', why: 'missing' };
    return {
      body: { action: fields.integer('action'), parts: isWhole ? null : parts, words: fields.optional('words') },
    };
  },
  summary: (context, { action: number, parts, words }) => {
    const { says, whole, some } = context.t.purpose.action;
    return html`<p>${says.join} ${named(context, number)}: ${parts === null ? whole : some(parts.join(', '))}</p>
      ${words === null ? '' : paragraphs(words)}`;
  },
  next: (context, { action }) => actionPath(context, action),
});

export const inAction = { openAction, named };

export const proposalForms: readonly ActForm[] = [propose, join];
