import type { Conversion, Giver, Posting, Transaction } from '../../../charter/means/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { fileList } from '../../kit/file-list.ts';
import { dayWords, moneyText } from '../../kit/money.ts';
import { sentence, theirs } from '../../kit/theirs.ts';
import { day, org } from '../../kit/words.ts';
import { accountNamed, lineAmount } from './amounts.ts';

/** One transaction: when, what for, whose money, its lines. */

export const giverText = (context: Context, giver: Giver): Html => {
  const words = context.t.means;
  if (giver.kind === 'organisation') return org(context, giver.organisation);
  return giver.name === null
    ? html`${words.someone} (${words.outside})`
    : html`${theirs(giver.name)} (${words.outside})`;
};

/** The lines as they are recorded, before or after that. */
/** To whom something is paid. */
export const payeeText = (context: Context, payee: Giver): Html | string => {
  if (payee.kind === 'organisation') return giverText(context, payee);
  return payee.name === null ? context.t.means.someone : theirs(payee.name);
};

export const transactionLines = (
  context: Context,
  { postings, conversions }: { readonly postings: readonly Posting[]; readonly conversions: readonly Conversion[] },
): Html =>
  html`<ul class="lines">
    ${postings.map((posting) => postingLine(context, posting))}
    ${conversions.map((conversion) => conversionLine(context, conversion))}
  </ul>`;

const postingLine = (context: Context, { account, fund, currency, amount }: Posting): Html => {
  const kind = context.reader.account(account)?.kind ?? 'asset';
  return html`<li>
    <span
      >${accountNamed(context, account)}
      ${fund === null ? '' : html`<span class="quiet">${sentence(context.t.means.ofFund, accountNamed(context, fund))}</span>`}</span
    >
    ${lineAmount(context, kind, BigInt(amount), currency)}
  </li>`;
};

const conversionLine = (context: Context, { fund, from, to, rate, day: rateDay, source }: Conversion): Html =>
  html`<li>
    <span
      >${accountNamed(context, fund)}
      <span class="quiet"
        >${context.t.means.converted(
          moneyText(context, from.amount, from.currency),
          moneyText(context, to.amount, to.currency),
          rate,
          dayWords(context, rateDay),
        )}
        ${theirs(source)}</span
      ></span
    >
  </li>`;

/** `level`: of its heading. */
export const transactionArticle = (context: Context, one: Transaction, level: 2 | 3 = 3): Html => {
  const { number, words: said, giver, receipts, by, on, reverses, reversed } = one;
  const { base, t, me, reader, now } = context;
  const words = t.means;
  const toOther = (other: number, text: string): Html =>
    html`<span><a href="${base}/means/transactions?at=${other}#transaction-${other}">${text}</a></span>`;
  const heading = html`${theirs(said)} <span class="quiet">${words.number(number)}</span>`;
  const mayReverse =
    me !== null && reverses === null && reversed === null && reader.keepsBooks(me.organisation.id, now);
  return html`<article class="transaction ${reversed === null ? '' : 'over'}" id="transaction-${number}">
    ${level === 2 ? html`<h2>${heading}</h2>` : html`<h3>${heading}</h3>`}
    <p class="status">
      <span><time datetime="${one.day}">${dayWords(context, one.day)}</time></span>
      ${giver === null ? '' : html`<span>${words.from} ${giverText(context, giver)}</span>`}
      ${reverses === null ? '' : toOther(reverses, words.reverses(reverses))}
      ${reversed === null ? '' : toOther(reversed, words.reversed(reversed))}
    </p>
    ${transactionLines(context, one)} ${fileList(context, receipts)}
    <p class="quiet">
      ${words.recordedBy} ${org(context, by)}, ${day(context, on.at)}
      ${mayReverse ? html`· <a href="${base}/do/transaction.reverse?transaction=${number}">${t.acts.kind['transaction.reverse']}</a>` : ''}
    </p>
  </article>`;
};
