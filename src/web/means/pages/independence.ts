import type { Independence, Part } from '../../../charter/means/independence.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { page } from '../../kit/layout.ts';
import { moneyText } from '../../kit/money.ts';
import { org } from '../../kit/words.ts';
import { accountNamed } from '../parts/amounts.ts';
import { monthText } from '../parts/months.ts';
import { spanLinks, spanOf } from '../parts/span.ts';

/** What the conference lives on (12.2): a picture that is a table, for each currency by itself. Nothing stands in the order of amounts. */
export const independencePage = (context: Context): Html | null => {
  const { t, reader } = context;
  const words = t.means.independence;
  const span = spanOf(context);
  if (span === null) return null;
  const all = reader.independence(span.from, span.through);
  return page(context, {
    title: words.title,
    about: ['means'],
    body: html`<p class="symbol">${t.common.article('12.2')}</p>
      <h1>${words.title}</h1>
      <p class="lede">${words.lede}</p>
      <p class="status">
        <span>${t.means.period(monthText(context, span.from), monthText(context, span.through))}</span>
      </p>
      ${spanLinks(context, span)}
      ${all.length === 0 ? html`<p class="empty">${t.means.statement.none}</p>` : all.map((one) => inCurrency(context, one))}`,
  });
};

/** `12.5 %`. */
const percent = ({ language }: Context, thousandths: number): string =>
  `${(thousandths / 10).toLocaleString(language === 'en' ? 'en-GB' : language)}\u00a0%`;

const inCurrency = (context: Context, one: Independence): Html => {
  const { currency, income, expenses, parts, kinds, largest, outside, lasts } = one;
  const words = context.t.means.independence;
  return html`<h2>${currency}</h2>
    <dl class="facts">
      <dt>${words.income}</dt>
      <dd>${moneyText(context, income, currency)}</dd>
      <dt>${words.expenses}</dt>
      <dd>${moneyText(context, expenses, currency)}</dd>
      <dt>${words.largest}</dt>
      <dd>${percent(context, largest)}</dd>
      <dt>${words.outside}</dt>
      <dd>${percent(context, outside)}</dd>
      <dt>${words.lasts}</dt>
      <dd>
        ${lasts === null ? words.lastsUnknown : words.months((lasts / 10).toLocaleString(context.language === 'en' ? 'en-GB' : context.language))}
      </dd>
    </dl>
    ${
      parts.length === 0
        ? ''
        : html`${shares(
            context,
            words.from,
            parts.map((part) => ({ name: nameOf(context, part), amount: part.amount, share: part.share })),
            currency,
          )}
          ${shares(
            context,
            words.as,
            kinds.map(({ account, amount, share }) => ({ name: accountNamed(context, account), amount, share })),
            currency,
          )}`
    }`;
};

const nameOf = (context: Context, { giver, organisation }: Part): Html => {
  const words = context.t.means;
  if (organisation !== null) return org(context, organisation);
  return html`${giver === 'outside' ? words.outside : words.independence.nobodys}`;
};

interface Row {
  readonly name: Html;
  readonly amount: bigint;
  readonly share: number;
}

const shares = (context: Context, title: string, rows: readonly Row[], currency: Independence['currency']): Html =>
  html`<div class="scroll" tabindex="0" role="region" aria-label="${title} (${currency})">
    <table class="books lives-on">
      <caption>
        ${title}
      </caption>
      <tbody>
        ${rows.map(
          ({ name, amount, share }) =>
            html`<tr>
              <th scope="row">${name}</th>
              <td class="part-of">
                <svg viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
                  <rect width="${share}" height="10" />
                </svg>
              </td>
              <td class="money">${percent(context, share)}</td>
              <td class="money">${moneyText(context, amount, currency)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
