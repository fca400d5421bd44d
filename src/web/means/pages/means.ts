import { startOf } from '../../../base/time.ts';
import { firstDay } from '../../../charter/means/months.ts';
import type { Account } from '../../../charter/means/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { page } from '../../kit/layout.ts';
import { orgs, sentence, theirs } from '../../kit/theirs.ts';
import { dayText } from '../../kit/words.ts';
import { accountLink, held } from '../parts/amounts.ts';
import { monthText } from '../parts/months.ts';
import { transactionArticle } from '../parts/transaction.ts';
import { recordWays } from '../parts/ways.ts';

/** How much of what was recorded last stands on the first page. */
const FEW = 5;

/** The conference's means: who keeps the books, what there is, whose it is, and what was recorded last (12). */
export const meansPage = (context: Context): Html => {
  const { t, base, reader } = context;
  const words = t.means;
  const accounts = reader.accounts();
  const last = reader.transactions().slice(-FEW).toReversed();
  return page(context, {
    title: words.title,
    about: ['means'],
    body: html`<p class="symbol">${t.common.article('12')}</p>
      <h1>${words.title}</h1>
      <p class="lede">${words.lede}</p>
      <p class="status">${keeper(context)}</p>
      <div class="split">
        <div>
          ${accounts.length === 0 ? '' : html`${balances(context, words.assets, 'asset')} ${balances(context, words.funds, 'fund')}`}
          ${
            last.length === 0
              ? html`<p class="empty">${words.none}</p>`
              : html`<h2>${words.last}</h2>
                  ${last.map((one) => transactionArticle(context, one))}
                  <p class="actions"><a href="${base}/means/transactions">${words.all}</a></p>`
          }
        </div>
        <aside class="side">
          ${recordWays(context)}
          <section class="panel">
            <h2>${words.title}</h2>
            <ul>
              <li><a href="${base}/means/transactions">${words.all}</a></li>
              <li><a href="${base}/means/accounts">${words.accounts}</a></li>
              <li><a href="${base}/means/expenses">${words.expenses.title}</a></li>
              <li><a href="${base}/means/pledges">${words.pledges.title}</a></li>
              <li><a href="${base}/means/statement">${words.statement.title}</a></li>
              <li><a href="${base}/means/independence">${words.independence.title}</a></li>
            </ul>
            <h3>${words.out.title}</h3>
            <ul>
              <li><a href="${base}/means/books.journal" download>${words.out.hledger}</a></li>
              <li><a href="${base}/means/books.beancount" download>${words.out.beancount}</a></li>
              <li><a href="${base}/means/books.csv" download>${words.out.csv}</a></li>
            </ul>
          </section>
          ${closed(context)}
        </aside>
      </div>`,
  });
};

const keeper = (context: Context): Html => {
  const { t, base, reader, now } = context;
  const words = t.means;
  const mandate = reader.booksMandate(now);
  const from = reader.booksOpenFrom();
  const open = from === null ? '' : html`<span>${words.openFrom(dayText(context, startOf(firstDay(from))))}</span>`;
  if (mandate === null)
    return html`<span>${words.keptByNobody}</span> ${open}<span class="block">${words.nobody}</span>`;
  const { to, until, number } = mandate;
  const who = to === 'group' ? html`${words.group}` : orgs(context, to);
  return html`<span>${sentence(words.keptBy, who)}</span>
    <span
      >${words.keptUntil(dayText(context, until))} (<a href="${base}/group#mandate-${number}"
        >${words.byMandate(number)}</a
      >)</span
    >
    ${open}`;
};

/** What the accounts of one kind hold that are open, or hold something. */
const balances = (context: Context, title: string, kind: 'asset' | 'fund'): Html => {
  const { reader, t } = context;
  const words = t.means;
  const shown = reader.accounts().filter((one) => one.kind === kind && (one.closed === null || holds(one)));
  return html`<h2>${title}</h2>
    ${kind === 'fund' ? html`<p class="hint">${words.fundsHint}</p>` : ''}
    <table class="books">
      <thead>
        <tr>
          <th scope="col">${words.kind[kind]}</th>
          <th scope="col" class="money">${words.table.holds}</th>
        </tr>
      </thead>
      <tbody>
        ${shown.map(
          (one) =>
            html`<tr>
              <th scope="row">
                ${accountLink(context, one)}${one.purpose === null ? '' : html`<span class="why">${theirs(one.purpose)}</span>`}
              </th>
              <td class="money">${held(context, one)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
};

const holds = ({ balances: all }: Account): boolean => [...all.values()].some((units) => units !== 0n);

const closed = (context: Context): Html | '' => {
  const words = context.t.means;
  const periods = context.reader.periods().slice(-10).toReversed();
  return periods.length === 0
    ? ''
    : html`<section class="panel">
        <h2>${words.periods}</h2>
        <ul>
          ${periods.map(
            ({ from, through, on }) =>
              html`<li>
                <a href="${context.base}/means/statement?from=${from}&amp;through=${through}"
                  >${words.period(monthText(context, from), monthText(context, through))}</a
                >
                <span class="why">${words.closed(dayText(context, on.at))}</span>
              </li>`,
          )}
        </ul>
        <p><a href="${context.base}/means/periods">${words.audit.all}</a></p>
      </section>`;
};
