import { dayOf, startOf } from '../../../base/time.ts';
import { firstDay } from '../../../charter/means/months.ts';
import type { Transaction } from '../../../charter/means/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import { defineForm } from '../../act/act-form.ts';
import { formPage } from '../../act/form-page.ts';
import type { Context } from '../../kit/context.ts';
import { hidden, lineInput } from '../../kit/controls.ts';
import { dayWords } from '../../kit/money.ts';
import { theirs } from '../../kit/theirs.ts';
import { dayText } from '../../kit/words.ts';
import { transactionLines } from '../parts/transaction.ts';

/** Article 12: what was recorded is taken back by a counter-entry. */

const about = (context: Context, one: Transaction): Html =>
  html`<p>
      <strong>${theirs(one.words)}</strong>
      <span class="quiet">${context.t.means.number(one.number)}, ${dayWords(context, one.day)}</span>
    </p>
    ${transactionLines(context, one)}`;

export const reverse = defineForm({
  kind: 'transaction.reverse',
  page: (context, fields, problem) => {
    const one = context.reader.transaction(fields.integer('transaction'));
    const from = context.reader.booksOpenFrom();
    if (one === null || one.reverses !== null || from === null) return null;
    const words = context.t.means.form.reverse;
    const state = { context, fields, problem };
    return formPage(state, {
      kind: 'transaction.reverse',
      lede: words.lede,
      fields: html`${hidden('transaction', one.number)} ${about(context, one)}
      ${lineInput(state, {
        name: 'day',
        label: words.day,
        hint: words.dayHint(dayText(context, startOf(firstDay(from)))),
        type: 'date',
        initial: dayOf(context.now),
      })}
      ${lineInput(state, { name: 'words', label: words.words, max: 300 })}`,
    });
  },
  read: (_context, { integer, text }) => ({
    body: { transaction: integer('transaction'), day: text('day'), words: text('words') },
  }),
  summary: (context, { transaction, day, words }) => {
    const one = context.reader.transaction(transaction);
    return html`<p>${context.t.means.form.reverse.says}</p>
      ${one === null ? '' : about(context, one)}
      <p>${dayWords(context, day)}: ${theirs(words)}</p>`;
  },
  next: ({ base, reader }, { transaction }) => {
    const counter = reader.transaction(transaction)?.reversed ?? transaction;
    return `${base}/means/transactions?at=${counter}#transaction-${counter}`;
  },
});
