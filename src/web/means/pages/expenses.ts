import { decimalOf } from '../../../base/money.ts';
import { isOpen } from '../../../charter/means/expenses.ts';
import type { Expense } from '../../../charter/means/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { fileList } from '../../kit/file-list.ts';
import { page } from '../../kit/layout.ts';
import { pageLinks, pageOf } from '../../kit/listing.ts';
import { moneyText } from '../../kit/money.ts';
import { theirs } from '../../kit/theirs.ts';
import { day, org } from '../../kit/words.ts';
import { mayWork } from '../../texts/parts/text-facts.ts';
import { payeeText } from '../parts/transaction.ts';

const PAGE = 30;

/** What was spent, or is to be, as its participants propose it: what waits first, then what was paid or taken back, the last first. */
export const expensesPage = (context: Context): Html => {
  const { t, base, reader, me } = context;
  const words = t.means.expenses;
  const all = reader.expenses().toReversed();
  const listed = [...all.filter(isOpen), ...all.filter((one) => !isOpen(one))];
  const shown = pageOf(listed, context, PAGE, ({ number }) => number);
  return page(context, {
    title: words.title,
    about: ['means'],
    body: html`<p class="symbol">${t.common.article('12')}</p>
      <h1>${words.title}</h1>
      <p class="lede">${words.lede}</p>
      ${
        me !== null && mayWork(context)
          ? html`<p class="actions"><a class="button" href="${base}/do/expense.propose">${words.propose}</a></p>`
          : ''
      }
      ${shown.count === 0 ? html`<p class="empty">${words.none}</p>` : ''}
      ${shown.items.map((one) => expenseArticle(context, one))} ${pageLinks(context, shown)}`,
  });
};

const expenseArticle = (context: Context, expense: Expense): Html => {
  const { t } = context;
  const words = t.means.expenses;
  const { number, by, words: said, currency, amount, payee, receipts, on, payments } = expense;
  return html`<article class="transaction" id="expense-${number}">
    <h2>${theirs(said)} <span class="quiet">${t.means.number(number)}</span></h2>
    <p class="status">
      <span><strong class="money">${moneyText(context, amount, currency)}</strong></span>
      <span>${words.to} ${payeeText(context, payee)}</span>
      <span>${stateText(context, expense)}</span>
    </p>
    ${fileList(context, receipts)}
    <p class="quiet">
      ${org(context, by)}, ${day(context, on.at)}
      ${payments.map((one) => html`· <a href="${context.base}/means/transactions?at=${one}#transaction-${one}">${t.means.number(one)}</a>`)}
      ${steps(context, expense)}
    </p>
  </article>`;
};

const stateText = (context: Context, { withdrawn, paid, amount, currency }: Expense): string => {
  const words = context.t.means.expenses;
  if (withdrawn !== null) return words.withdrawn;
  if (paid >= BigInt(amount)) return words.paid;
  return paid === 0n ? words.waits : words.partly(moneyText(context, paid, currency));
};

/** For whoever proposed it, and whoever keeps the books. */
const steps = (context: Context, expense: Expense): Html | '' => {
  const { me, base, reader, now, t } = context;
  if (me === null || !mayWork(context) || !isOpen(expense)) return '';
  const { number, by, words, currency, amount, paid, fund } = expense;
  const left = decimalOf(BigInt(amount) - paid, currency);
  const query = new URLSearchParams({ as: 'out', words, amount: left, pays: `${number}`, fund: `${fund ?? ''}` });
  return html`${
    by === me.organisation.id
      ? html`· <a href="${base}/do/expense.withdraw?expense=${number}">${t.acts.kind['expense.withdraw']}</a>`
      : ''
  }
  ${reader.keepsBooks(me.organisation.id, now) ? html`· <a href="${base}/do/transaction.record?${query.toString()}">${t.means.expenses.pay}</a>` : ''}`;
};
