import type { AccountKind } from '../../../charter/means/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { page } from '../../kit/layout.ts';
import { theirs } from '../../kit/theirs.ts';
import { dayText } from '../../kit/words.ts';
import { accountLink, held } from '../parts/amounts.ts';
import { recordWays } from '../parts/ways.ts';

const KINDS = ['asset', 'fund', 'income', 'expense'] as const satisfies readonly AccountKind[];

/** All accounts of the books by their kinds, in the order in which they were opened. There are never more than the rules let there be. */
export const accountsPage = (context: Context): Html => {
  const { t, reader } = context;
  const words = t.means;
  const accounts = reader.accounts();
  return page(context, {
    title: words.accounts,
    about: ['means'],
    body: html`<p class="symbol">${t.common.article('12')}</p>
      <h1>${words.accounts}</h1>
      <div class="split">
        <div>
          ${accounts.length === 0 ? html`<p class="empty">${words.none}</p>` : KINDS.map((kind) => ofKind(context, kind))}
        </div>
        <aside class="side">${recordWays(context)}</aside>
      </div>`,
  });
};

const ofKind = (context: Context, kind: AccountKind): Html | '' => {
  const words = context.t.means;
  const these = context.reader.accounts().filter((one) => one.kind === kind);
  return these.length === 0
    ? ''
    : html`<h2>${words.kinds[kind]}</h2>
        <table class="books">
          <thead>
            <tr>
              <th scope="col">${words.table.account}</th>
              <th scope="col" class="money">${words.account.sums}</th>
            </tr>
          </thead>
          <tbody>
            ${these.map(
              (one) =>
                html`<tr>
                  <th scope="row">
                    ${accountLink(context, one)}
                    ${one.purpose === null ? '' : html`<span class="why">${theirs(one.purpose)}</span>`}
                    ${one.closed === null ? '' : html`<span class="why">✕ ${words.closed(dayText(context, one.closed.at))}</span>`}
                  </th>
                  <td class="money">${held(context, one)}</td>
                </tr>`,
            )}
          </tbody>
        </table>`;
};
