import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { page } from '../../kit/layout.ts';
import { pageLinks, pageOf } from '../../kit/listing.ts';
import { transactionArticle } from '../parts/transaction.ts';

const PAGE = 30;

/** Everything that was recorded in the books, the last first. */
export const transactionsPage = (context: Context): Html => {
  const { t, reader } = context;
  const words = t.means;
  const shown = pageOf(reader.transactions().toReversed(), context, PAGE, ({ number }) => number);
  return page(context, {
    title: words.transactions.title,
    about: ['means'],
    body: html`<p class="symbol">${t.common.article('12')}</p>
      <h1>${words.transactions.title}</h1>
      <p class="lede">${words.transactions.lede}</p>
      ${shown.count === 0 ? html`<p class="empty">${words.none}</p>` : ''}
      ${shown.items.map((one) => transactionArticle(context, one, 2))} ${pageLinks(context, shown)}`,
  });
};
