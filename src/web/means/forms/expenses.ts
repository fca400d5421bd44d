import { isCurrency } from '../../../base/currency.ts';
import { unitsOf } from '../../../base/money.ts';
import { isOpen } from '../../../charter/means/expenses.ts';
import { type Html, html } from '../../../markup/html.ts';
import { defineForm } from '../../act/act-form.ts';
import { MOST_FILES, filesField, readFiles } from '../../act/files.ts';
import { formPage } from '../../act/form-page.ts';
import type { Context } from '../../kit/context.ts';
import { type FormState, hidden, lineInput, select } from '../../kit/controls.ts';
import { fileList } from '../../kit/file-list.ts';
import { moneyText, typedDecimal } from '../../kit/money.ts';
import { theirs } from '../../kit/theirs.ts';
import type { Expense } from '../../../charter/means/state.ts';
import { payeeText } from '../parts/transaction.ts';
import { OUTSIDE, giverTyped } from './typed.ts';

/** Article 12: what a participant spent, or would have the conference spend. */

const payeeFields = (state: FormState): Html => {
  const { context } = state;
  const words = context.t.means.expenses.form;
  const record = context.t.means.form.record;
  return html`${select(state, {
    name: 'giver',
    label: words.payee,
    initial: context.me?.organisation.id ?? OUTSIDE,
    options: [...context.reader.participants().map(({ id, name }) => [id, name] as const), [OUTSIDE, record.outsider]],
  })}
  ${lineInput(state, { name: 'outsideName', label: record.outsideName, hint: record.outsideHint, max: 200, unmarked: true, pointer: '/body/payee/name' })}`;
};

const line = (
  context: Context,
  { words, currency, amount, payee }: Pick<Expense, 'words' | 'currency' | 'amount' | 'payee'>,
): Html =>
  html`<p>
    <strong>${theirs(words)}</strong>: ${moneyText(context, amount, currency)}, ${context.t.means.expenses.to}
    ${payeeText(context, payee)}
  </p>`;

export const proposeExpense = defineForm({
  kind: 'expense.propose',
  takesFiles: true,
  page: (context, fields, problem) => {
    if (!context.reader.may('books')) return null;
    const words = context.t.means.expenses.form;
    const { form, pledges } = context.t.means;
    const state = { context, fields, problem };
    const funds = context.reader.accounts().filter(({ kind, closed }) => kind === 'fund' && closed === null);
    return formPage(state, {
      kind: 'expense.propose',
      lede: words.lede,
      multipart: true,
      fields: html`${lineInput(state, { name: 'words', label: form.record.words, max: 300 })}
        ${lineInput(state, { name: 'amount', label: words.amount, hint: form.record.amountHint, max: 24 })}
        ${lineInput(state, { name: 'currency', label: pledges.form.currency, hint: pledges.form.currencyHint, max: 3 })}
        ${select(state, {
          name: 'fund',
          label: form.record.fundSpent,
          unmarked: true,
          options: [['', words.anyFund], ...funds.map(({ number, name }) => [`${number}`, name] as const)],
        })}
        ${payeeFields(state)} ${filesField(state, MOST_FILES)}
        <p class="hint">${form.record.receiptsHint}</p>`,
    });
  },
  read: (_context, fields) => {
    const currency = fields.text('currency').toUpperCase();
    if (!isCurrency(currency))
      return { kind: 'field', field: 'currency', why: currency === '' ? 'missing' : 'not-a-currency' };
    const decimal = typedDecimal(fields.text('amount'));
    const units = decimal === null ? null : unitsOf(decimal, currency);
    if (units === null)
      return { kind: 'field', field: 'amount', why: fields.text('amount') === '' ? 'missing' : 'not-an-amount' };
    const files = readFiles(fields);
    if (!files.ok) return files.error;
    return {
      body: {
        words: fields.text('words'),
        currency,
        amount: Number(units),
        fund: fields.text('fund') === '' ? null : fields.integer('fund'),
        payee: giverTyped(fields),
        receipts: files.value.files,
      },
      attachments: files.value.attachments,
    };
  },
  summary: (context, said) =>
    html`<p>${context.t.means.expenses.form.says}</p>
      ${line(context, said)} ${fileList(context, said.receipts)}`,
  next: ({ base }) => `${base}/means/expenses`,
});

export const withdrawExpense = defineForm({
  kind: 'expense.withdraw',
  page: (context, fields, problem) => {
    const expense = context.reader.expenses()[fields.integer('expense') - 1];
    if (expense === undefined || !isOpen(expense) || expense.by !== context.me?.organisation.id) return null;
    return formPage(
      { context, fields, problem },
      {
        kind: 'expense.withdraw',
        lede: context.t.means.expenses.form.backLede,
        fields: html`${hidden('expense', expense.number)} ${line(context, expense)}`,
      },
    );
  },
  read: (_context, fields) => ({ body: { expense: fields.integer('expense') } }),
  summary: (context, { expense: number }) => {
    const expense = context.reader.expenses()[number - 1];
    return html`<p>${context.t.means.expenses.form.back}</p>
      ${expense === undefined ? '' : line(context, expense)}`;
  },
  next: ({ base }) => `${base}/means/expenses`,
});
