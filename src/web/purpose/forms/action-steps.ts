import { html } from '../../../markup/html.ts';
import { type ActForm, defineForm } from '../../act/act-form.ts';
import { formPage } from '../../act/form-page.ts';
import { choices, hidden, textArea } from '../../kit/controls.ts';
import { paragraphs } from '../../kit/prose.ts';
import { theirs } from '../../kit/theirs.ts';
import { actionPath } from '../parts/action-facts.ts';
import { reportChoice, reportIn } from '../parts/report-choice.ts';
import { inAction } from './actions.ts';

/** What is done about a joint action: no longer taking part, taking a task, and what came of it. */

const { openAction, named } = inAction;

const leave = defineForm({
  kind: 'action.leave',
  page: (context, fields, problem) => {
    const action = openAction(context, fields);
    if (action === null) return null;
    const state = { context, fields, problem };
    const words = context.t.purpose.action.form;
    return formPage(state, {
      kind: 'action.leave',
      lede: words.leaveLede,
      fields: html`${hidden('action', action.number)}
        <p>${named(context, action.number)}</p>
        ${textArea(state, { name: 'reason', label: words.reason, optional: true, rows: 3, max: 2000 })}`,
    });
  },
  read: (_context, fields) => ({ body: { action: fields.integer('action'), reason: fields.optional('reason') } }),
  summary: (context, { action, reason }) =>
    html`<p>${context.t.purpose.action.says.leave} ${named(context, action)}</p>
      ${reason === null ? '' : paragraphs(reason)}`,
  next: (context, { action }) => actionPath(context, action),
});

const task = defineForm({
  kind: 'action.task',
  page: (context, fields, problem) => {
    const action = openAction(context, fields);
    const nth = fields.integer('task');
    const asked = action?.tasks[nth - 1];
    if (action === null || asked === undefined) return null;
    const takes = fields.text('takes') !== 'no';
    const state = { context, fields, problem };
    const words = context.t.purpose.action.form;
    return formPage(state, {
      kind: 'action.task',
      lede: takes ? words.taskLede : words.giveBackLede,
      fields: html`${hidden('action', action.number)} ${hidden('task', nth)} ${hidden('takes', takes ? 'yes' : 'no')}
        <p>${named(context, action.number)}</p>
        <blockquote><p dir="auto">${theirs(asked.words)}</p></blockquote>`,
    });
  },
  read: (_context, fields) => ({
    body: { action: fields.integer('action'), task: fields.integer('task'), takes: fields.text('takes') !== 'no' },
  }),
  summary: (context, { action: number, task: nth, takes }) => {
    const { says } = context.t.purpose.action;
    const said = context.reader.action(number)?.tasks[nth - 1]?.words ?? '';
    return html`<p>${takes ? says.task : says.giveBack} ${named(context, number)}</p>
      <blockquote><p dir="auto">${theirs(said)}</p></blockquote>`;
  },
  next: (context, { action }) => actionPath(context, action),
});

const OUTCOMES = ['held', 'called-off'] as const;

const end = defineForm({
  kind: 'action.end',
  page: (context, fields, problem) => {
    const action = openAction(context, fields);
    if (action === null) return null;
    const state = { context, fields, problem };
    const { form, outcome } = context.t.purpose.action;
    return formPage(state, {
      kind: 'action.end',
      lede: form.endLede,
      fields: html`${hidden('action', action.number)}
        <p>${named(context, action.number)}</p>
        ${choices(state, {
          name: 'outcome',
          type: 'radio',
          legend: form.outcome,
          initial: ['held'],
          options: OUTCOMES.map((value) => ({ value, label: outcome[value] })),
        })}
        ${reportChoice(state, form.report)}
        ${textArea(state, { name: 'words', label: form.endWords, optional: true, rows: 4, max: 4000 })}`,
    });
  },
  read: (_context, fields) => ({
    body: {
      action: fields.integer('action'),
      outcome: fields.text('outcome'),
      report: reportIn(fields),
      words: fields.optional('words'),
    },
  }),
  summary: (context, { action, outcome, words }) => {
    const said = context.t.purpose.action;
    return html`<p>${said.says.end} ${named(context, action)}: ${said.outcome[outcome]}</p>
      ${words === null ? '' : paragraphs(words)}`;
  },
  next: (context, { action }) => actionPath(context, action),
});

export const actionStepForms: readonly ActForm[] = [leave, task, end];
