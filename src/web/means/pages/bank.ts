import { decimalOf } from '../../../base/money.ts';
import type { Account } from '../../../charter/means/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { BankFault, BankStatement } from '../../../conference/books/bank.ts';
import type { Context } from '../../kit/context.ts';
import { type FormState, hidden, lineInput, select } from '../../kit/controls.ts';
import { type Fields, NO_FIELDS } from '../../kit/fields.ts';
import { page } from '../../kit/layout.ts';
import { dayWords, moneyText, signedText } from '../../kit/money.ts';
import { theirs } from '../../kit/theirs.ts';
import { countText } from '../../kit/words.ts';
import { type BankRow, type Sorted, calledSo, carried } from '../parts/bank-rows.ts';

/** A bank's statement, read for whoever keeps the books: what of it is not recorded yet, and as what it is to be. */

export interface BankSheet {
  readonly fault: BankFault | null;
  /** What the file says; `null`: none was given, or the page shows again what was typed. */
  readonly read: { readonly statements: readonly BankStatement[]; readonly sorted: Sorted } | null;
  readonly rows: readonly BankRow[];
  readonly fields: Fields;
  /** Why a row cannot be recorded as it was filled in, by its place from 1. */
  readonly problems: ReadonlyMap<number, string>;
}

export const NO_SHEET: BankSheet = { fault: null, read: null, rows: [], fields: NO_FIELDS, problems: new Map() };

export const bankPage = (context: Context, account: Account, sheet: BankSheet): Html => {
  const { t, base } = context;
  const words = t.means.bank;
  return page(context, {
    title: words.title,
    body: html`<p class="symbol">
        <a href="${base}/means/accounts/${account.number}">${theirs(account.name)}</a> · ${t.common.article('12')}
      </p>
      <h1>${words.title}</h1>
      ${faultBox(context, sheet)} ${sheet.read === null ? '' : summary(context, account, sheet.read)}
      ${sheet.rows.length === 0 ? '' : rowsForm(context, account, sheet)}
      ${sheet.rows.length === 0 ? fileForm(context, account) : ''}`,
  });
};

const faultText = (context: Context, fault: BankFault): string => {
  const words = context.t.means.bank.fault;
  switch (fault.kind) {
    case 'too-large':
      return words['too-large'](Math.floor(fault.most / 1024 / 1024));
    case 'too-many-lines':
      return words['too-many-lines'](countText(context, fault.most));
    case 'line':
      return words.line(fault.number, words.what[fault.what]);
    case 'no-currency':
      return words['no-currency'](fault.code);
    case 'unbalanced':
      return words.unbalanced(fault.opening, fault.reached, fault.closing);
    case 'other-currency':
      return words['other-currency'](fault.code);
    case 'unknown-format':
    case 'damaged':
    case 'hostile':
    case 'nothing-booked':
    case 'no-columns':
    case 'which-day':
    case 'balance-breaks':
    case 'busy':
      return words[fault.kind];
  }
};

const faultBox = (context: Context, { fault, problems }: BankSheet): Html | '' => {
  if (fault === null && problems.size === 0) return '';
  const { common, means } = context.t;
  return html`<div class="problem" role="alert" tabindex="-1">
    <h2>${common.problem}</h2>
    <p>${fault === null ? means.bank.problems(problems.size) : faultText(context, fault)}</p>
  </div>`;
};

const fileForm = ({ t }: Context, { number }: Account): Html => {
  const words = t.means.bank;
  return html`<p class="lede">${words.lede}</p>
    <form method="post" enctype="multipart/form-data">
      ${hidden('account', number)}
      <div class="field">
        <label for="file">${words.file}</label>
        <p class="hint" id="file-hint">${words.fileHint}</p>
        <input type="file" id="file" name="file" accept=".xml,.camt,.csv,.txt" required aria-describedby="file-hint" />
      </div>
      <p class="actions"><button>${words.read}</button></p>
    </form>`;
};

/** What the bank says, what the books say, and what is between them. */
const summary = (context: Context, account: Account, { statements, sorted }: NonNullable<BankSheet['read']>): Html => {
  const words = context.t.means.bank;
  const { recorded, closed, more, rows } = sorted;
  const left = statements.reduce((sum, { pending }) => sum + pending, 0);
  const doubled = statements.reduce((sum, one) => sum + one.doubled, 0);
  return html`<dl class="facts">${statements.map((one) => statementFacts(context, one))}</dl>
    <ul>
      ${[
        ...(recorded === 0 ? [] : [words.recorded(recorded)]),
        ...(rows.length === 0 ? [] : [words.open(rows.length + more)]),
        ...(closed === 0 ? [] : [words.closed(closed)]),
        ...(left === 0 ? [] : [words.pending(left)]),
        ...(doubled === 0 ? [] : [words.doubled(doubled)]),
        ...(more === 0 ? [] : [words.more(more)]),
      ].map((said) => html`<li>${said}</li>`)}
    </ul>
    ${reconciled(context, account, statements)}`;
};

const statementFacts = (context: Context, { account, currency, balances, lines }: BankStatement): Html => {
  const words = context.t.means.bank;
  return html`<dt>${words.statement}</dt>
    <dd>
      ${account === null ? '' : html`<code>${account}</code>`} ${words.lines(lines.length)}
      ${
        balances === null
          ? html`<span class="soon">${words.unchecked}</span>`
          : html`<span class="block"
              >${words.from(moneyText(context, balances.opening, currency), dayWords(context, balances.opens))}
              ${words.to(moneyText(context, balances.closing, currency), dayWords(context, balances.closes))}</span
            >`
      }
    </dd>`;
};

/** Whether the books hold on the statement's last day what the bank says. */
const reconciled = (
  context: Context,
  { number, currency }: Account,
  statements: readonly BankStatement[],
): Html | '' => {
  const words = context.t.means.bank;
  const last = statements.findLast(({ balances }) => balances !== null)?.balances ?? null;
  if (last === null || currency === null) return '';
  const held = context.reader.heldOn(number, last.closes);
  return last.closing === held
    ? html`<p class="notice" role="status">
        ${words.agrees(moneyText(context, held, currency), dayWords(context, last.closes))}
      </p>`
    : html`<p>${words.differs(moneyText(context, held, currency), moneyText(context, last.closing, currency))}</p>`;
};

const open = (context: Context, kind: 'income' | 'expense' | 'fund', none: string) => [
  ['', none] as const,
  ...context.reader
    .accounts()
    .filter((one) => one.kind === kind && one.closed === null)
    .map(({ number, name }) => [`${number}`, name] as const),
];

const rowsForm = (context: Context, account: Account, sheet: BankSheet): Html => {
  const words = context.t.means.bank;
  return html`<form method="post" action="${context.base}/means/accounts/${account.number}/bank/prepare">
    <p>${words.rowsLede}</p>
    ${sheet.rows.map((row, i) => rowFields(context, account, sheet, row, i + 1))}
    <p class="actions"><button>${words.prepare}</button></p>
  </form>`;
};

const rowFields = (
  context: Context,
  account: Account,
  { fields, problems }: BankSheet,
  row: BankRow,
  i: number,
): Html => {
  const words = context.t.means.bank;
  const record = context.t.means.form.record;
  const comesIn = row.amount > 0n;
  const state: FormState = { context, fields, problem: null };
  const problem = problems.get(i);
  const proposed = comesIn ? calledSo(context, row.name) : '';
  const currency = account.currency;
  const giver = select(state, {
    name: `giver-${i}`,
    label: record.giver,
    unmarked: true,
    initial: proposed,
    ...(proposed === '' ? {} : { hint: words.byName }),
    options: [['', record.nobody], ...context.reader.participants().map(({ id, name }) => [id, name] as const)],
  });
  return html`<fieldset class="bank-row">
    <legend>
      <span class="money">${currency === null ? '' : signedText(context, row.amount, currency)}</span>
      ${dayWords(context, row.day)}
    </legend>
    ${carried(row, i, account).map(([name, value]) => hidden(name, value))}
    <blockquote>
      <p dir="auto">${row.name}</p>
      ${row.words === '' ? '' : html`<p dir="auto">${row.words}</p>`}
    </blockquote>
    ${problem === undefined ? '' : html`<p class="error" id="row-${i}-error">✕ ${problem}</p>`}
    <div class="bank-fields">
      ${lineInput(state, { name: `words-${i}`, label: record.words, max: 300, unmarked: true })}
      ${select(state, {
        name: `as-${i}`,
        label: comesIn ? record.income : record.expense,
        unmarked: true,
        options: open(context, comesIn ? 'income' : 'expense', words.notNow),
      })}
      ${select(state, {
        name: `fund-${i}`,
        label: comesIn ? record.fund : record.fundSpent,
        unmarked: true,
        options: open(context, 'fund', words.chooseFund),
      })}
      ${comesIn ? giver : ''}
    </div>
  </fieldset>`;
};

/** A decimal as the form of a transaction takes it. */
export const typedAmount = ({ amount }: BankRow, { currency }: Account): string =>
  currency === null ? '' : decimalOf(amount < 0n ? -amount : amount, currency);
