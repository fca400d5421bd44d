import type { Pledge } from '../../../charter/means/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { page } from '../../kit/layout.ts';
import { pageLinks, pageOf } from '../../kit/listing.ts';
import { dayText, org } from '../../kit/words.ts';
import { mayWork } from '../../texts/parts/text-facts.ts';
import { pledgeText } from '../parts/pledge.ts';

const PAGE = 50;

/** What participants mean to pay, in the usual order, whatever each does. */
export const pledgesPage = (context: Context): Html => {
  const { t, base, reader, me } = context;
  const words = t.means.pledges;
  const standing = reader.participants().flatMap(({ id }) => reader.pledgesOf(id));
  const shown = pageOf(standing, context, PAGE, ({ number }) => number);
  return page(context, {
    title: words.title,
    about: ['means'],
    body: html`<p class="symbol">${t.common.article('12.1')}</p>
      <h1>${words.title}</h1>
      <p class="lede">${words.lede}</p>
      ${
        me !== null && mayWork(context)
          ? html`<p class="actions"><a class="button" href="${base}/do/pledge.make">${words.make}</a></p>`
          : ''
      }
      ${
        shown.count === 0
          ? html`<p class="empty">${words.none}</p>`
          : html`<ul class="rows">
              ${shown.items.map((one) => row(context, one))}
            </ul>`
      }
      ${pageLinks(context, shown)}`,
  });
};

const row = (context: Context, pledge: Pledge): Html => {
  const { t, base, me } = context;
  const words = t.means.pledges;
  const isOwn = me?.organisation.id === pledge.by && mayWork(context);
  return html`<li id="pledge-${pledge.number}">
    <span class="what block">${org(context, pledge.by)}</span>
    <span class="block">${pledgeText(context, pledge)}</span>
    <span class="why"
      >${words.said(dayText(context, pledge.said.at))}
      ${
        isOwn
          ? html`· <a href="${base}/do/pledge.make?pledge=${pledge.number}">${words.anew}</a> ·
              <a href="${base}/do/pledge.withdraw?pledge=${pledge.number}">${t.acts.kind['pledge.withdraw']}</a>`
          : ''
      }</span
    >
  </li>`;
};
