import type { Currency } from '../../../base/currency.ts';
import type { Account, AccountKind } from '../../../charter/means/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { moneyText, signedText } from '../../kit/money.ts';
import { theirs } from '../../kit/theirs.ts';

/** Accounts and their amounts. Income, and what a fund has, stands in the books below nothing; readers see it above. */

const isTurned = (kind: AccountKind): boolean => kind === 'income' || kind === 'fund';

/** An amount as it is read in an account of this kind. */
export const asRead = (kind: AccountKind, units: bigint): bigint => (isTurned(kind) ? -units : units);

export const accountLink = ({ base }: Context, { number, name }: Account): Html =>
  html`<a href="${base}/means/accounts/${number}">${theirs(name)}</a>`;

/** An account by its number. */
export const accountNamed = (context: Context, number: number): Html => {
  const account = context.reader.account(number);
  return account === null ? html`${number}` : accountLink(context, account);
};

/** What it holds, a line for each currency. */
export const held = (context: Context, { kind, balances }: Account): Html => {
  const shown = [...balances].filter(([, units]) => units !== 0n).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return shown.length === 0
    ? html`<span class="quiet">${context.t.means.nothing}</span>`
    : html`${shown.map(([currency, units]) => html`<span class="money block">${moneyText(context, asRead(kind, units), currency)}</span>`)}`;
};

/** What a line does to its account: signed where money lies and for a fund, and how much it is for a kind of income or expense. */
export const lineAmount = (context: Context, kind: AccountKind, units: bigint, currency: Currency): Html => {
  const read = asRead(kind, units);
  const says = kind === 'asset' || kind === 'fund' ? signedText : moneyText;
  return html`<span class="money">${says(context, read, currency)}</span>`;
};
