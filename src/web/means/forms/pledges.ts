import { isCurrency } from '../../../base/currency.ts';
import { decimalOf, unitsOf } from '../../../base/money.ts';
import { RHYTHMS } from '../../../charter/means/pledges.ts';
import type { Pledge } from '../../../charter/means/state.ts';
import { html } from '../../../markup/html.ts';
import { defineForm } from '../../act/act-form.ts';
import { formPage } from '../../act/form-page.ts';
import type { Context } from '../../kit/context.ts';
import { choices, hidden, lineInput, select } from '../../kit/controls.ts';
import type { Fields } from '../../kit/fields.ts';
import { typedDecimal } from '../../kit/money.ts';
import { pledgeText } from '../parts/pledge.ts';

/** Article 12.1: what a participant means to pay. */

/** The one that stands and is the reader's own. */
const ownIn = ({ reader, me }: Context, fields: Fields): Pledge | null => {
  const number = fields.integer('pledge');
  const own = me === null ? [] : reader.pledgesOf(me.organisation.id);
  return own.find((one) => one.number === number) ?? null;
};

export const makePledge = defineForm({
  kind: 'pledge.make',
  page: (context, fields, problem) => {
    const before = ownIn(context, fields);
    if (!context.reader.may('books') || (fields.has('pledge') && fields.text('pledge') !== '' && before === null))
      return null;
    const words = context.t.means.pledges.form;
    const record = context.t.means.form.record;
    const state = { context, fields, problem };
    const funds = context.reader.accounts().filter(({ kind, closed }) => kind === 'fund' && closed === null);
    return formPage(state, {
      kind: 'pledge.make',
      lede: words.lede,
      fields: html`${hidden('pledge', before?.number ?? '')}
      ${lineInput(state, {
        name: 'amount',
        label: words.amount,
        hint: record.amountHint,
        max: 24,
        initial: before === null ? '' : decimalOf(before.amount, before.currency),
      })}
      ${lineInput(state, { name: 'currency', label: words.currency, hint: words.currencyHint, max: 3, initial: before?.currency ?? '' })}
      ${choices(state, {
        name: 'every',
        type: 'radio',
        legend: words.every,
        initial: [before?.every ?? 'year'],
        options: RHYTHMS.map((value) => ({ value, label: words.rhythm[value] })),
      })}
      ${select(state, {
        name: 'fund',
        label: words.fund,
        unmarked: true,
        initial: `${before?.fund ?? ''}`,
        options: [['', words.anyFund], ...funds.map(({ number, name }) => [`${number}`, name] as const)],
      })}
      ${lineInput(state, { name: 'until', label: words.until, hint: words.untilHint, type: 'date', unmarked: true, initial: before?.until ?? '' })}`,
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
    return {
      body: {
        pledge: fields.text('pledge') === '' ? null : fields.integer('pledge'),
        currency,
        amount: Number(units),
        every: fields.text('every'),
        fund: fields.text('fund') === '' ? null : fields.integer('fund'),
        until: fields.optional('until'),
      },
    };
  },
  summary: (context, said) =>
    html`<p>${context.t.means.pledges.form.says}</p>
      <p>${pledgeText(context, said)}</p>`,
  next: ({ base }) => `${base}/means/pledges`,
});

export const withdrawPledge = defineForm({
  kind: 'pledge.withdraw',
  page: (context, fields, problem) => {
    const own = ownIn(context, fields);
    if (own === null) return null;
    return formPage(
      { context, fields, problem },
      {
        kind: 'pledge.withdraw',
        lede: context.t.means.pledges.form.backLede,
        fields: html`${hidden('pledge', own.number)}
          <p>${pledgeText(context, own)}</p>`,
      },
    );
  },
  read: (_context, fields) => ({ body: { pledge: fields.integer('pledge') } }),
  summary: (context, { pledge }) => {
    const said = context.reader.pledges()[pledge - 1];
    return html`<p>${context.t.means.pledges.form.back}</p>
      ${said === undefined ? '' : html`<p>${pledgeText(context, said)}</p>`}`;
  },
  next: ({ base }) => `${base}/means/pledges`,
});
