import { findingsNow, isAudited, keptBooksIn } from '../../../charter/means/audit.ts';
import type { Finding, Period } from '../../../charter/means/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { page } from '../../kit/layout.ts';
import { pageLinks, pageOf } from '../../kit/listing.ts';
import { paragraphs } from '../../kit/prose.ts';
import { day, dayText, org } from '../../kit/words.ts';
import { mayWork } from '../../texts/parts/text-facts.ts';
import { monthText } from '../parts/months.ts';

const PAGE = 20;

/** Every period of the books that was closed, the last first, with what participants found in it. */
export const periodsPage = (context: Context): Html => {
  const { t, reader } = context;
  const words = t.means;
  const shown = pageOf(reader.periods().toReversed(), context, PAGE, ({ number }) => number);
  return page(context, {
    title: words.periods,
    about: ['means'],
    body: html`<p class="symbol">${t.common.article('12')}</p>
      <h1>${words.periods}</h1>
      <p class="lede">${words.audit.lede}</p>
      ${shown.count === 0 ? html`<p class="empty">${words.audit.noPeriod}</p>` : ''}
      <ul class="rows">
        ${shown.items.map((one) => periodItem(context, one))}
      </ul>
      ${pageLinks(context, shown)}`,
  });
};

const periodItem = (context: Context, period: Period): Html => {
  const words = context.t.means;
  const { number, by, on } = period;
  return html`<li>
    <span class="what block">
      <a href="${context.base}/means/periods/${number}">${spanText(context, period)}</a>
    </span>
    <span class="why">${words.closed(dayText(context, on.at))} · ${org(context, by)}</span>
    <span class="why">${lookedOver(context, period)}</span>
  </li>`;
};

const spanText = (context: Context, { from, through }: Period): string =>
  context.t.means.period(monthText(context, from), monthText(context, through));

const lookedOver = (context: Context, period: Period): string => {
  const words = context.t.means.audit;
  return isAudited(period) ? words.done : words.open(findingsNow(period).length);
};

/** One of them, with what each participant found last. */
export const periodPage = (context: Context, number: number): Html | null => {
  const { t, base, reader } = context;
  const period = reader.periods()[number - 1];
  if (period === undefined) return null;
  const words = t.means;
  const { from, through, by, on } = period;
  const shown = pageOf(findingsNow(period), context, PAGE, (one) => one.number);
  return page(context, {
    title: spanText(context, period),
    about: ['means'],
    body: html`<p class="symbol"><a href="${base}/means/periods">${words.periods}</a> · ${t.common.article('12')}</p>
      <h1>${spanText(context, period)}</h1>
      <p class="status">
        <span>${words.closed(dayText(context, on.at))} · ${org(context, by)}</span>
        <span>${lookedOver(context, period)}</span>
      </p>
      <p>
        <a href="${base}/means/statement?from=${from}&amp;through=${through}">${words.statement.title}</a> ·
        <a href="${base}/means/transactions">${words.all}</a>
      </p>
      ${shown.items.map((one) => findingArticle(context, one))} ${pageLinks(context, shown)} ${offer(context, period)}`,
  });
};

const findingArticle = (context: Context, { by, result, words: said, on }: Finding): Html => {
  const words = context.t.means.audit;
  return html`<article class="finding">
    <p><strong>${words.result[result]}</strong> · ${org(context, by)}, ${day(context, on.at)}</p>
    ${said === null ? '' : paragraphs(said)}
  </article>`;
};

/** For whoever did not keep the books then: a right, and no duty. */
const offer = (context: Context, period: Period): Html | '' => {
  const { me, base, reader, t } = context;
  if (me === null || !mayWork(context) || keptBooksIn(reader.bookkeeping(), period).has(me.organisation.id)) return '';
  const own = findingsNow(period).some((one) => one.by === me.organisation.id);
  return html`<p class="actions">
    <a class="button second" href="${base}/do/period.audit?period=${period.number}"
      >${own ? t.means.audit.again : t.means.audit.find}</a
    >
  </p>`;
};
