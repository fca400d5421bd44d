import type { HelpRequest } from '../../../charter/group/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import { defineForm } from '../../act/act-form.ts';
import type { Context } from '../../kit/context.ts';
import type { Fields } from '../../kit/fields.ts';
import { choices, hidden, lineInput, textArea } from '../../kit/controls.ts';
import { paragraphs } from '../../kit/prose.ts';
import { dayText } from '../../kit/words.ts';
import { formPage } from '../../act/form-page.ts';

/** Article 9.6: the group asks participants for help, they offer it, and it is thanked for. */

const KINDS = ['secretarial', 'technical'] as const;

export const askForHelp = defineForm({
  kind: 'help.ask',
  page: (context, fields, problem) => {
    const { help } = context.t.group;
    const state = { context, fields, problem };
    return formPage(state, {
      kind: 'help.ask',
      lede: help.form.ask,
      fields: html`${choices(state, {
        name: 'what',
        legend: help.form.what,
        type: 'radio',
        initial: ['secretarial'],
        options: KINDS.map((kind) => ({ value: kind, label: help.what[kind], hint: help.whatHint[kind] })),
      })}
      ${textArea(state, { name: 'words', label: help.form.words, max: 4000 })}
      ${lineInput(state, { name: 'until', label: help.form.until, hint: help.form.untilHint, type: 'date', optional: true })}`,
    });
  },
  read: (_context, fields) => ({
    body: {
      what: fields.text('what'),
      words: fields.text('words'),
      until: fields.text('until') === '' ? null : fields.endOfDay('until'),
    },
  }),
  summary: (context, { what, words, until }) => {
    const { help } = context.t.group;
    return html`<p>${help.asks}</p>
      <p class="label">${help.what[what]}</p>
      ${paragraphs(words)} ${until === null ? '' : html`<p>${help.until(dayText(context, until))}</p>`}`;
  },
  next: ({ base }) => `${base}/help`,
});

/** A request that is still open, for a form about it. */
const openRequest = ({ reader }: Context, fields: Fields): HelpRequest | null => {
  const request = reader.help()[fields.integer('help') - 1];
  return request?.closed === null ? request : null;
};

const requested = (context: Context, number: number): Html | '' => {
  const request = context.reader.help()[number - 1];
  if (request === undefined) return '';
  const { help } = context.t.group;
  return html`<p class="label">${help.what[request.what]} <span class="quiet">${help.number(number)}</span></p>
    ${paragraphs(request.words)}`;
};

export const offerHelp = defineForm({
  kind: 'help.offer',
  page: (context, fields, problem) => {
    const request = openRequest(context, fields);
    if (request === null) return null;
    const state = { context, fields, problem };
    const { form } = context.t.group.help;
    return formPage(state, {
      kind: 'help.offer',
      lede: form.offer,
      fields: html`${hidden('help', request.number)} ${requested(context, request.number)}
      ${textArea(state, { name: 'words', label: form.offered, max: 2000 })}`,
    });
  },
  read: (_context, { integer, text }) => ({ body: { help: integer('help'), words: text('words') } }),
  summary: (context, { help: number, words }) =>
    html`<p>${context.t.group.help.offersTo}</p>
      ${requested(context, number)}
      <p class="label">${context.t.group.help.form.offered}</p>
      ${paragraphs(words)}`,
  next: ({ base }, { help }) => `${base}/help#help-${help}`,
});

export const closeHelp = defineForm({
  kind: 'help.close',
  page: (context, fields, problem) => {
    const request = openRequest(context, fields);
    if (request === null) return null;
    const state = { context, fields, problem };
    const { form } = context.t.group.help;
    return formPage(state, {
      kind: 'help.close',
      lede: form.close,
      fields: html`${hidden('help', request.number)} ${requested(context, request.number)}
      ${textArea(state, { name: 'words', label: form.thanks, optional: true, max: 2000 })}`,
    });
  },
  read: (_context, { integer, optional }) => ({ body: { help: integer('help'), words: optional('words') } }),
  summary: (context, { help: number, words }) =>
    html`<p>${context.t.group.help.closes}</p>
      ${requested(context, number)}
      ${
        words === null
          ? ''
          : html`<p class="label">${context.t.group.help.thanks}</p>
              ${paragraphs(words)}`
      }`,
  next: ({ base }, { help }) => `${base}/help#help-${help}`,
});
