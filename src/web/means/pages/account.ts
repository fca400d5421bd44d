import type { Currency } from '../../../base/currency.ts';
import { changesOf } from '../../../charter/means/books.ts';
import type { Account, Transaction } from '../../../charter/means/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { page } from '../../kit/layout.ts';
import { pageLinks, pageOf } from '../../kit/listing.ts';
import { dayWords, moneyText } from '../../kit/money.ts';
import { theirs } from '../../kit/theirs.ts';
import { dayText } from '../../kit/words.ts';
import { asRead, held, lineAmount } from '../parts/amounts.ts';
import { giverText } from '../parts/transaction.ts';

const PAGE = 50;

/** One account: what it holds, and every transaction that changed it, the last first. */
export const accountPage = (context: Context, number: number): Html | null => {
  const { t, base, reader, me, now } = context;
  const words = t.means;
  const account = reader.account(number);
  if (account === null) return null;
  const { kind, name, purpose, closed, transactions } = account;
  const shown = pageOf(transactions.toReversed(), context, PAGE, (one) => one);
  const mayRead = kind === 'asset' && closed === null && me !== null && reader.keepsBooks(me.organisation.id, now);
  const mayClose = me !== null && closed === null && reader.keepsBooks(me.organisation.id, now);
  return page(context, {
    title: name,
    about: ['means'],
    body: html`<p class="symbol">${words.kind[kind]} · ${t.common.article('12')}</p>
      <h1>${theirs(name)}</h1>
      <p class="status">
        <span>${held(context, account)}</span>
        ${purpose === null ? '' : html`<span>${words.purpose} ${theirs(purpose)}</span>`}
        ${closed === null ? '' : html`<span>✕ ${words.closed(dayText(context, closed.at))}</span>`}
      </p>
      <p class="hint">${words.account.kindNote[kind]}</p>
      ${mayRead ? html`<p class="actions"><a class="button second" href="${base}/means/accounts/${number}/bank">${words.bank.title}</a></p>` : ''}
      ${shown.count === 0 ? html`<p class="empty">${words.noneOfAccount}</p>` : register(context, account, shown)}
      ${pageLinks(context, shown)}
      ${mayClose ? html`<p class="actions"><a class="button second" href="${base}/do/account.close?account=${number}">${t.acts.kind['account.close']}</a></p>` : ''}`,
  });
};

interface Row {
  readonly transaction: Transaction;
  readonly changes: ReadonlyMap<Currency, bigint>;
  /** What the account held after it, in the currencies that it changed. */
  readonly after: ReadonlyMap<Currency, bigint>;
}

/** What a transaction did to one account, by currency. */
const changesIn = (transaction: Transaction, number: number): ReadonlyMap<Currency, bigint> => {
  const sums = new Map<Currency, bigint>();
  for (const { account, currency, amount } of changesOf(transaction))
    if (account === number) sums.set(currency, (sums.get(currency) ?? 0n) + amount);
  return sums;
};

/** The rows of a page, with what the account held after each: counted back from what it holds now. */
const rowsOf = (context: Context, account: Account, start: number, count: number): readonly Row[] => {
  const now = new Map(account.balances);
  const rows: Row[] = [];
  for (let back = 0; back < start + count; back += 1) {
    const transaction = context.reader.transaction(account.transactions.at(-1 - back) ?? 0);
    if (transaction === null) break;
    const changes = changesIn(transaction, account.number);
    const after = new Map([...changes.keys()].map((currency) => [currency, now.get(currency) ?? 0n]));
    if (back >= start) rows.push({ transaction, changes, after });
    for (const [currency, units] of changes) now.set(currency, (now.get(currency) ?? 0n) - units);
  }
  return rows;
};

const register = (
  context: Context,
  account: Account,
  { start, items }: { readonly start: number; readonly items: readonly number[] },
): Html => {
  const { table } = context.t.means;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${account.name}">
    <table class="books ledger">
      <thead>
        <tr>
          <th scope="col">${table.day}</th>
          <th scope="col">${table.what}</th>
          <th scope="col" class="money">${table.amount}</th>
          <th scope="col" class="money">${table.after}</th>
        </tr>
      </thead>
      <tbody>
        ${rowsOf(context, account, start, items.length).map((row) => registerRow(context, account, row))}
      </tbody>
    </table>
  </div>`;
};

const registerRow = (context: Context, { kind }: Account, { transaction, changes, after }: Row): Html => {
  const { number, day, words: said, giver, reversed } = transaction;
  const { base, t } = context;
  return html`<tr ${reversed === null ? '' : html`class="over"`}>
    <td><time datetime="${day}">${dayWords(context, day)}</time></td>
    <td>
      <a href="${base}/means/transactions?at=${number}#transaction-${number}">${theirs(said)}</a>
      ${giver === null ? '' : html`<span class="why">${t.means.from} ${giverText(context, giver)}</span>`}
      ${reversed === null ? '' : html`<span class="why">${t.means.reversed(reversed)}</span>`}
    </td>
    <td class="money">
      ${[...changes].map(([currency, units]) => html`<span class="block">${lineAmount(context, kind, units, currency)}</span>`)}
    </td>
    <td class="money">
      ${[...after].map(([currency, units]) => html`<span class="money block">${moneyText(context, asRead(kind, units), currency)}</span>`)}
    </td>
  </tr>`;
};
