import type { BooksStatement, StatementLine } from '../../../charter/means/statement.ts';
import type { AccountKind } from '../../../charter/means/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { page } from '../../kit/layout.ts';
import { moneyText } from '../../kit/money.ts';
import { theirs } from '../../kit/theirs.ts';
import { accountNamed, asRead, lineAmount } from '../parts/amounts.ts';
import { monthText } from '../parts/months.ts';
import { spanLinks, spanOf } from '../parts/span.ts';

/** A statement of the books: over a period, of all or of one fund. */
export const statementPage = (context: Context): Html | null => {
  const { t, base, reader, url } = context;
  const words = t.means;
  const span = spanOf(context);
  if (span === null) return null;
  const asked = reader.account(Number(url.searchParams.get('fund') ?? '0'));
  const fund = asked?.kind === 'fund' ? asked : null;
  const statement = reader.booksStatement(span.from, span.through, fund?.number ?? null);
  if (statement === null) return null;
  const funds = reader.accounts().filter(({ kind }) => kind === 'fund');
  return page(context, {
    title: words.statement.title,
    about: ['means'],
    body: html`<p class="symbol">${t.common.article('12')}</p>
      <h1>${words.statement.title}${fund === null ? '' : html`: ${theirs(fund.name)}`}</h1>
      <p class="status">
        <span>${words.period(monthText(context, span.from), monthText(context, span.through))}</span>
      </p>
      ${spanLinks(context, span)}
      ${
        statement.lines.length === 0
          ? html`<p class="empty">${words.statement.none}</p>`
          : html`${fund === null ? lasting(context, statement, 'asset') : ''} ${flow(context, statement, 'income')}
            ${flow(context, statement, 'expense')} ${lasting(context, statement, 'fund')}`
      }
      ${
        funds.length < 2
          ? ''
          : html`<h2>${words.statement.byFund}</h2>
              <ul>
                <li>
                  <a href="${base}/means/statement?from=${span.from}&amp;through=${span.through}"
                    >${words.statement.all}</a
                  >
                </li>
                ${funds.map(
                  ({ number, name }) =>
                    html`<li>
                      <a href="${base}/means/statement?from=${span.from}&amp;through=${span.through}&amp;fund=${number}"
                        >${theirs(name)}</a
                      >
                    </li>`,
                )}
              </ul>`
      }`,
  });
};

const linesOf = (context: Context, { lines }: BooksStatement, kind: AccountKind): readonly StatementLine[] =>
  lines.filter(({ account }) => context.reader.account(account)?.kind === kind);

const lasting = (context: Context, statement: BooksStatement, kind: 'asset' | 'fund'): Html | '' => {
  const words = context.t.means;
  const lines = linesOf(context, statement, kind);
  if (lines.length === 0) return '';
  const held = ({ currency }: StatementLine, units: bigint): string =>
    moneyText(context, asRead(kind, units), currency);
  return html`<h2>${kind === 'asset' ? words.assets : words.funds}</h2>
    <div class="scroll" tabindex="0" role="region" aria-label="${words.kinds[kind]}">
      <table class="books ledger">
        <thead>
          <tr>
            <th scope="col">${words.kind[kind]}</th>
            <th scope="col" class="money">${words.statement.before}</th>
            <th scope="col" class="money">${words.statement.change}</th>
            <th scope="col" class="money">${words.statement.after}</th>
          </tr>
        </thead>
        <tbody>
          ${lines.map(
            (line) =>
              html`<tr>
                <th scope="row">${accountNamed(context, line.account)}</th>
                <td class="money">${held(line, line.before)}</td>
                <td class="money">${lineAmount(context, kind, line.change, line.currency)}</td>
                <td class="money">${held(line, line.after)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
};

const flow = (context: Context, statement: BooksStatement, kind: 'income' | 'expense'): Html | '' => {
  const words = context.t.means;
  const lines = linesOf(context, statement, kind);
  if (lines.length === 0) return '';
  return html`<h2>${words.kinds[kind]}</h2>
    <table class="books">
      <tbody>
        ${lines.map(
          ({ account, currency, change }) =>
            html`<tr>
              <th scope="row">${accountNamed(context, account)}</th>
              <td class="money">${lineAmount(context, kind, change, currency)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
};
