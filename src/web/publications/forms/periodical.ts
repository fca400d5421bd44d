import { html } from '../../../markup/html.ts';
import { defineForm } from '../../act/act-form.ts';
import { formPage } from '../../act/form-page.ts';
import { hidden, lineInput, textArea } from '../../kit/controls.ts';
import { languageText } from '../../kit/languages.ts';
import { paragraphs } from '../../kit/prose.ts';
import { quoted } from '../../kit/theirs.ts';
import { dayText, listText } from '../../kit/words.ts';
import { aboutPeriodical, decidedIn } from '../parts/about.ts';

/** Article 11.1: that the conference publish a periodical; and 3.1: who is on its editorial list. */

export const proposePeriodical = defineForm({
  kind: 'periodical.propose',
  page: (context, fields, problem) => {
    const { form } = context.t.publications;
    const state = { context, fields, problem };
    const { silenceDays } = context.reader.rules().texts;
    const hasGroup = context.reader.group() !== null;
    return formPage(state, {
      kind: 'periodical.propose',
      lede: `${form.propose} ${form.silence(silenceDays)}`,
      fields: html`${lineInput(state, { name: 'title', label: form.name, max: 120 })}
      ${textArea(state, { name: 'purpose', label: form.purpose, hint: form.purposeHint, max: 4000, rows: 7 })}
      ${lineInput(state, {
        name: 'languages',
        label: form.languages,
        hint: form.languagesHint,
        initial: (context.reader.charter()?.charter.languages ?? ['en']).join(', '),
      })}
      ${
        hasGroup || fields.text('byGroup') !== ''
          ? lineInput(state, {
              name: 'byGroup',
              label: form.byGroup,
              hint: form.byGroupHint,
              type: 'date',
              optional: true,
            })
          : ''
      }`,
    });
  },
  read: (_context, fields) => ({
    body: {
      title: fields.text('title'),
      purpose: fields.text('purpose'),
      languages: fields
        .text('languages')
        .split(/[\s,;]+/u)
        .filter((tag) => tag !== ''),
      byGroup: fields.text('byGroup') === '' ? null : fields.endOfDay('byGroup'),
    },
  }),
  summary: (context, { title, purpose, languages, byGroup }) => {
    const words = context.t.publications;
    const named = listText(
      context,
      languages.map((tag) => languageText(context, tag)),
    );
    return html`<p>${words.summary.propose} ${quoted(title)}</p>
      ${paragraphs(purpose)}
      <p class="label">${words.languages}</p>
      <p>${named}</p>
      <p>${byGroup === null ? words.byGroup.never : words.byGroup.would(dayText(context, byGroup))}</p>`;
  },
  next: (context, _body, { index }) => {
    const periodical = context.reader.periodicals().findLast(({ on }) => on.index === index);
    return `${context.base}/publications${periodical === undefined ? '' : `/${periodical.number}`}`;
  },
});

export const editPeriodical = defineForm({
  kind: 'periodical.edit',
  page: (context, fields, problem) => {
    const periodical = decidedIn(context, fields);
    if (periodical === null) return null;
    const words = context.t.publications;
    const edits = fields.text('edits') !== 'no';
    return formPage(
      { context, fields, problem },
      {
        kind: 'periodical.edit',
        lede: edits ? words.form.join : words.form.leave,
        fields: html`${hidden('periodical', periodical.number)} ${hidden('edits', edits ? 'yes' : 'no')}
        ${aboutPeriodical(context, edits ? words.summary.joins : words.summary.leaves, periodical.number)}`,
      },
    );
  },
  read: (_context, fields) => ({
    body: { periodical: fields.integer('periodical'), edits: fields.text('edits') !== 'no' },
  }),
  summary: (context, { periodical, edits }) => {
    const words = context.t.publications.summary;
    return aboutPeriodical(context, edits ? words.joins : words.leaves, periodical);
  },
  next: ({ base }, { periodical }) => `${base}/publications/${periodical}#editors`,
});
