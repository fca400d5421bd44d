import { after, startOf } from '../../../base/time.ts';
import { firstDay, monthLater } from '../../../charter/means/months.ts';
import { html } from '../../../markup/html.ts';
import { defineForm } from '../../act/act-form.ts';
import { formPage } from '../../act/form-page.ts';
import { lineInput } from '../../kit/controls.ts';
import { dayText } from '../../kit/words.ts';
import { monthText } from '../parts/months.ts';

/** Article 12: a period of the books is closed. */
export const closePeriod = defineForm({
  kind: 'period.close',
  page: (context, fields, problem) => {
    const from = context.reader.booksOpenFrom();
    if (from === null) return null;
    const words = context.t.means.form.period;
    const { periodMonths } = context.reader.rules().means;
    const state = { context, fields, problem };
    return formPage(state, {
      kind: 'period.close',
      lede: words.lede,
      fields: lineInput(state, {
        name: 'through',
        label: words.through,
        hint: words.throughHint(monthText(context, from), periodMonths),
        initial: monthLater(from, periodMonths - 1),
        max: 7,
      }),
    });
  },
  read: (_context, { text }) => ({ body: { through: text('through') } }),
  summary: (context, { through }) => {
    // Once it is closed, it begins where it began.
    const closed = context.reader.periods().find((one) => one.through === through);
    const from = closed?.from ?? context.reader.booksOpenFrom() ?? through;
    const last = after(startOf(firstDay(monthLater(through, 1))), -1);
    return html`<p>
      ${context.t.means.form.period.says(dayText(context, startOf(firstDay(from))), dayText(context, last))}
    </p>`;
  },
  next: ({ base }) => `${base}/means`,
});
