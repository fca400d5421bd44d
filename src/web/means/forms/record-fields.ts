import type { AccountKind } from '../../../charter/means/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { type FormState, lineInput, select } from '../../kit/controls.ts';
import { LINES, OUTSIDE } from './typed.ts';

/** The fields of a transaction: of money that came in or was spent, that was moved, or anything else line by line. */

type Options = readonly (readonly [value: string, label: string])[];

const open = ({ reader }: Context, kind: AccountKind): Options =>
  reader
    .accounts()
    .filter((one) => one.kind === kind && one.closed === null)
    .map(({ number, name, currency }) => [`${number}`, currency === null ? name : `${name} (${currency})`]);

const accountField = (state: FormState, name: string, label: string, kind: AccountKind, pointer?: string): Html =>
  select(state, {
    name,
    label,
    options: open(state.context, kind),
    ...(pointer === undefined ? {} : { pointer }),
  });

/** Every participant in the usual order, whatever each pays. */
const giverFields = (state: FormState): Html => {
  const { context } = state;
  const words = context.t.means.form.record;
  return html`${select(state, {
    name: 'giver',
    label: words.giver,
    hint: words.giverHint,
    unmarked: true,
    options: [
      ['', words.nobody],
      ...context.reader.participants().map(({ id, name }) => [id, name] as const),
      [OUTSIDE, words.outsider],
    ],
  })}
  ${lineInput(state, { name: 'outsideName', label: words.outsideName, hint: words.outsideHint, max: 200, unmarked: true, pointer: '/body/giver/name' })}`;
};

export const twoSidedFields = (state: FormState, way: 'in' | 'out'): Html => {
  const words = state.context.t.means.form.record;
  const isIn = way === 'in';
  return html`${lineInput(state, {
    name: 'amount',
    label: isIn ? words.amount : words.amountSpent,
    hint: words.amountHint,
    max: 24,
  })}
  ${accountField(state, 'asset', isIn ? words.into : words.outOf, 'asset')}
  ${isIn ? accountField(state, 'income', words.income, 'income') : accountField(state, 'expense', words.expense, 'expense')}
  ${accountField(state, 'fund', isIn ? words.fund : words.fundSpent, 'fund')} ${isIn ? giverFields(state) : ''}`;
};

export const moveFields = (state: FormState): Html => {
  const words = state.context.t.means.form.record;
  const at = '/body/conversions/0';
  return html`${accountField(state, 'from', words.moveFrom, 'asset')}
    ${accountField(state, 'to', words.moveTo, 'asset')}
    ${lineInput(state, { name: 'amount', label: words.amountOut, hint: words.amountHint, max: 24 })}
    <fieldset>
      <legend>${words.changed}</legend>
      ${lineInput(state, { name: 'amountIn', label: words.amountIn, max: 24, unmarked: true })}
      ${lineInput(state, { name: 'rate', label: words.rate, hint: words.rateHint, max: 22, unmarked: true, pointer: `${at}/rate` })}
      ${lineInput(state, { name: 'rateDay', label: words.rateDay, type: 'date', unmarked: true, pointer: `${at}/day` })}
      ${lineInput(state, { name: 'source', label: words.source, max: 120, unmarked: true, pointer: `${at}/source` })}
      ${accountField(state, 'fund', words.fundMoved, 'fund', `${at}/fund`)}
    </fieldset>`;
};

export const linesFields = (state: FormState): Html => {
  const { context } = state;
  const { kind, form } = context.t.means;
  const words = form.record;
  const accounts: Options = [
    ['', words.noAccount],
    ...(['asset', 'income', 'expense', 'fund'] as const).flatMap((one) =>
      open(context, one).map(([value, label]) => [value, `${kind[one]}: ${label}`] as const),
    ),
  ];
  const funds: Options = [['', words.noFund], ...open(context, 'fund')];
  return html`<p class="hint">${words.linesHint}</p>
    ${Array.from({ length: LINES }, (_, i) => {
      const n = i + 1;
      return html`<fieldset>
        <legend>${words.line(n)}</legend>
        <div class="line-fields">
          ${select(state, { name: `account-${n}`, label: words.lineAccount, options: accounts, unmarked: true, pointer: `/body/postings/${i}/account` })}
          ${select(state, { name: `fund-${n}`, label: words.lineFund, options: funds, unmarked: true, pointer: `/body/postings/${i}/fund` })}
          ${lineInput(state, { name: `amount-${n}`, label: words.lineAmount, max: 24, unmarked: true, pointer: `/body/postings/${i}/amount` })}
          ${lineInput(state, { name: `currency-${n}`, label: words.lineCurrency, max: 3, unmarked: true, pointer: `/body/postings/${i}/currency` })}
        </div>
      </fieldset>`;
    })}
    ${giverFields(state)}`;
};
