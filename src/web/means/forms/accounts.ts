import type { AccountKind } from '../../../charter/means/state.ts';
import { html } from '../../../markup/html.ts';
import { defineForm } from '../../act/act-form.ts';
import { formPage } from '../../act/form-page.ts';
import { choices, hidden, lineInput, textArea } from '../../kit/controls.ts';
import { paragraphs } from '../../kit/prose.ts';
import { theirs } from '../../kit/theirs.ts';

/** Article 12: opening and closing accounts of the books. */

const KINDS = ['asset', 'income', 'expense', 'fund'] as const satisfies readonly AccountKind[];

export const openAccount = defineForm({
  kind: 'account.open',
  page: (context, fields, problem) => {
    const { kind, form } = context.t.means;
    const words = form.open;
    const state = { context, fields, problem };
    return formPage(state, {
      kind: 'account.open',
      lede: words.lede,
      fields: html`${choices(state, {
        name: 'kind',
        type: 'radio',
        legend: words.kind,
        options: KINDS.map((value) => ({ value, label: kind[value], hint: words.hint[value] })),
      })}
      ${lineInput(state, { name: 'name', label: words.name, max: 80 })}
      ${lineInput(state, { name: 'currency', label: words.currency, hint: words.currencyHint, max: 3, unmarked: true })}
      ${textArea(state, { name: 'purpose', label: words.purpose, hint: words.purposeHint, rows: 3, max: 1000, unmarked: true })}`,
    });
  },
  read: (_context, fields) => {
    if (!fields.has('kind')) return { kind: 'field', field: 'kind', why: 'missing' };
    return {
      body: {
        kind: fields.text('kind'),
        name: fields.text('name'),
        currency: fields.optional('currency')?.toUpperCase() ?? null,
        purpose: fields.optional('purpose'),
      },
    };
  },
  summary: (context, { kind, name, currency, purpose }) => {
    const words = context.t.means;
    return html`<p>${words.form.open.says}</p>
      <p>
        <span class="label">${words.kind[kind]}</span>
        <strong>${theirs(name)}</strong>${currency === null ? '' : html` · ${currency}`}
      </p>
      ${purpose === null ? '' : paragraphs(purpose)}`;
  },
  next: ({ base }) => `${base}/means/accounts`,
});

export const closeAccount = defineForm({
  kind: 'account.close',
  page: (context, fields, problem) => {
    const account = context.reader.account(fields.integer('account'));
    if (account === null || account.closed !== null) return null;
    return formPage(
      { context, fields, problem },
      {
        kind: 'account.close',
        lede: context.t.means.form.close.lede,
        about: theirs(account.name),
        fields: hidden('account', account.number),
      },
    );
  },
  read: (_context, { integer }) => ({ body: { account: integer('account') } }),
  summary: (context, { account }) =>
    html`<p>
      ${context.t.means.form.close.says}
      <strong>${theirs(context.reader.account(account)?.name ?? `${account}`)}</strong>
    </p>`,
  next: ({ base }, { account }) => `${base}/means/accounts/${account}`,
});
