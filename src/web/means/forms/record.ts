import { dayOf } from '../../../base/time.ts';
import type { AccountKind } from '../../../charter/means/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import { defineForm } from '../../act/act-form.ts';
import { MOST_FILES, filesField, readFiles } from '../../act/files.ts';
import { formPage } from '../../act/form-page.ts';
import type { Context } from '../../kit/context.ts';
import { type FormState, hidden, lineInput } from '../../kit/controls.ts';
import { fileList } from '../../kit/file-list.ts';
import { dayWords } from '../../kit/money.ts';
import { theirs } from '../../kit/theirs.ts';
import { giverText, transactionLines } from '../parts/transaction.ts';
import { linesFields, moveFields, twoSidedFields } from './record-fields.ts';
import { WAYS, type Way, bookedTyped, giverTyped, linesTyped, wayOf } from './typed.ts';

/** Article 12: recording in the books. What happened stands in the address, or is chosen first. */

/** The kinds of account that each needs one of. */
const NEEDED: Readonly<Record<Way, readonly AccountKind[]>> = {
  in: ['asset', 'income', 'fund'],
  out: ['asset', 'expense', 'fund'],
  move: ['asset', 'fund'],
  lines: ['fund'],
};

const missing = ({ reader }: Context, way: Way): readonly AccountKind[] =>
  NEEDED[way].filter((kind) => !reader.accounts().some((one) => one.kind === kind && one.closed === null));

const waysList = ({ t, base }: Context): Html => {
  const words = t.means.form.record;
  return html`<h2>${words.choose}</h2>
    <ul class="spaced">
      ${WAYS.map(
        (way) =>
          html`<li>
            <a href="${base}/do/transaction.record?as=${way}">${words.as[way]}</a>
            <span class="hint">${words.asHint[way]}</span>
          </li>`,
      )}
    </ul>`;
};

const toOpen = ({ t, base }: Context, kinds: readonly AccountKind[]): Html =>
  html`<p>${t.means.form.record.needs}</p>
    <ul class="spaced">
      ${kinds.map((kind) => html`<li><a href="${base}/do/account.open?kind=${kind}">${t.means.kind[kind]}</a></li>`)}
    </ul>`;

/** The bank's line that is recorded, where it is one of a statement that was read. */
const bankField = ({ context, fields }: FormState): Html | '' => {
  const reference = fields.optional('bank');
  return reference === null
    ? ''
    : html`${hidden('bank', reference)}
        <p>${context.t.means.form.record.bank} <code>${reference}</code></p>`;
};

/** The expense that it pays. */
const paysField = ({ context, fields }: FormState): Html | '' => {
  const expense = context.reader.expenses()[fields.integer('pays') - 1];
  return expense === undefined
    ? ''
    : html`${hidden('pays', expense.number)}
        <p>${context.t.means.expenses.pays(expense.number)}: ${theirs(expense.words)}</p>`;
};

const fieldsOf = (state: FormState, way: Way): Html => {
  const words = state.context.t.means.form.record;
  return html`<h2>${words.as[way]}</h2>
    ${hidden('as', way)} ${bankField(state)} ${paysField(state)}
    ${lineInput(state, { name: 'day', label: words.day, hint: words.dayHint, type: 'date', initial: dayOf(state.context.now) })}
    ${lineInput(state, { name: 'words', label: words.words, max: 300 })}
    ${way === 'lines' ? linesFields(state) : way === 'move' ? moveFields(state) : twoSidedFields(state, way)}
    ${filesField(state, MOST_FILES)}
    <p class="hint">${words.receiptsHint}</p>`;
};

export const record = defineForm({
  kind: 'transaction.record',
  takesFiles: true,
  page: (context, fields, problem) => {
    if (!context.reader.may('books')) return null;
    const way = wayOf(fields);
    const lacking = way === null ? [] : missing(context, way);
    const state = { context, fields, problem };
    return formPage(state, {
      kind: 'transaction.record',
      lede: context.t.means.form.record.lede,
      multipart: true,
      silent: way === null || lacking.length > 0,
      fields: way === null ? waysList(context) : lacking.length > 0 ? toOpen(context, lacking) : fieldsOf(state, way),
    });
  },
  read: ({ reader }, fields) => {
    const way = wayOf(fields);
    if (way === null) return { kind: 'field', field: 'as', why: 'missing' };
    const lines = linesTyped(reader, fields, way);
    if (!lines.ok) return lines.error;
    const files = readFiles(fields);
    if (!files.ok) return files.error;
    const head = { day: fields.text('day'), words: fields.text('words'), giver: giverTyped(fields) };
    return {
      body: {
        ...head,
        ...lines.value,
        receipts: files.value.files,
        booked: bookedTyped(fields),
        expense: fields.text('pays') === '' ? null : fields.integer('pays'),
      },
      attachments: files.value.attachments,
    };
  },
  summary: (context, { day, words, postings, conversions, giver, receipts, booked, expense }) =>
    html`<p>${context.t.means.form.record.says}</p>
      <p><strong>${theirs(words)}</strong> <span class="quiet">${dayWords(context, day)}</span></p>
      ${giver === null ? '' : html`<p>${context.t.means.from} ${giverText(context, giver)}</p>`}
      ${transactionLines(context, { postings, conversions })}
      ${booked.map(({ reference }) => html`<p>${context.t.means.form.record.bank} <code>${reference}</code></p>`)}
      ${expense === null ? '' : html`<p>${context.t.means.expenses.pays(expense)}</p>`} ${fileList(context, receipts)}`,
  next: ({ base, reader }, _body, { index }) => {
    const number = reader.transactions().findLast(({ on }) => on.index === index)?.number;
    return number === undefined ? `${base}/means` : `${base}/means/transactions?at=${number}#transaction-${number}`;
  },
});
