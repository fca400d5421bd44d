import { RESULTS, findingsNow } from '../../../charter/means/audit.ts';
import { html } from '../../../markup/html.ts';
import { defineForm } from '../../act/act-form.ts';
import { formPage } from '../../act/form-page.ts';
import { choices, hidden, textArea } from '../../kit/controls.ts';
import { paragraphs } from '../../kit/prose.ts';
import { monthText } from '../parts/months.ts';

/** Article 12: what a participant found in the books of a closed period. */
export const auditPeriod = defineForm({
  kind: 'period.audit',
  page: (context, fields, problem) => {
    const period = context.reader.periods()[fields.integer('period') - 1];
    if (period === undefined) return null;
    const { base, t, me } = context;
    const words = t.means;
    const before = findingsNow(period).find((one) => one.by === me?.organisation.id);
    const state = { context, fields, problem };
    const { from, through, number } = period;
    return formPage(state, {
      kind: 'period.audit',
      lede: words.audit.formLede,
      fields: html`${hidden('period', number)}
        <p>
          <strong>${words.period(monthText(context, from), monthText(context, through))}</strong>:
          <a href="${base}/means/statement?from=${from}&amp;through=${through}">${words.statement.title}</a>,
          <a href="${base}/means/transactions">${words.all}</a>
        </p>
        ${choices(state, {
          name: 'result',
          type: 'radio',
          legend: words.audit.legend,
          initial: before === undefined ? [] : [before.result],
          options: RESULTS.map((value) => ({ value, label: words.audit.result[value] })),
        })}
        ${textArea(state, { name: 'words', label: words.audit.words, hint: words.audit.wordsHint, unmarked: true, rows: 6, max: 4000 })}`,
    });
  },
  read: (_context, fields) => ({
    body: { period: fields.integer('period'), result: fields.text('result'), words: fields.optional('words') },
  }),
  summary: (context, { period: number, result, words }) => {
    const period = context.reader.periods()[number - 1];
    const { audit, period: named } = context.t.means;
    const span = period === undefined ? '' : named(monthText(context, period.from), monthText(context, period.through));
    return html`<p>${audit.says(span)}</p>
      <p><strong>${audit.result[result]}</strong></p>
      ${words === null ? '' : paragraphs(words)}`;
  },
  next: ({ base }, { period }) => `${base}/means/periods/${period}`,
});
