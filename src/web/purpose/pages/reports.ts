import type { Country, OrganisationId } from '../../../base/ids.ts';
import { lastVersion } from '../../../charter/purpose/reports.ts';
import type { Report } from '../../../charter/purpose/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { feedLinks } from '../../kit/feed-links.ts';
import { page } from '../../kit/layout.ts';
import { linkRow, pageLinks, pageOf } from '../../kit/listing.ts';
import { sentence } from '../../kit/theirs.ts';
import { countryName, org } from '../../kit/words.ts';
import { mayWork } from '../../texts/parts/text-facts.ts';
import { reportRows } from '../parts/report-rows.ts';

const PAGE = 20;

/** What organisations report, the newest first; of one country or one organisation where the address says so. */
export const reportsPage = (context: Context): Html => {
  const { t, base, reader, url } = context;
  const words = t.purpose.report;
  const country = url.searchParams.get('country');
  const by = reader.organisation((url.searchParams.get('by') ?? '') as OrganisationId);
  const all = reader.reports();
  const theirs = by === null ? all : all.filter((report) => report.by === by.id);
  const chosen = country === null ? theirs : theirs.filter((report) => lastVersion(report).country === country);
  const shown = pageOf(chosen.toReversed(), context, PAGE, ({ number }) => number);
  return page(context, {
    title: words.title,
    feed: `${base}/feed.atom`,
    body: html`<p class="symbol">${t.common.article('1.2')}</p>
      <h1>${words.title}</h1>
      <p class="lede">${words.lede}</p>
      ${mayWork(context) ? html`<p class="actions"><a class="button" href="${base}/do/report.make">${words.make}</a></p>` : ''}
      ${
        by === null
          ? ''
          : html`<p>
              ${sentence(words.filter.by, org(context, by.id))} · <a href="${base}/reports">${words.filter.everyone}</a>
            </p>`
      }
      ${countriesRow(context, theirs, { country, by: by?.id ?? null })}
      ${
        shown.count === 0
          ? html`<p class="empty">${all.length === 0 ? words.none : words.noneSuch}</p>`
          : reportRows(context, shown.items)
      }
      ${pageLinks(context, shown)} ${feedLinks(context, by === null ? base : `${base}/participants/${by.id}`)}`,
  });
};

/** The countries of which there are any, by their names; one alone is no choice. */
const countriesRow = (
  context: Context,
  reports: readonly Report[],
  { country, by }: { readonly country: string | null; readonly by: OrganisationId | null },
): Html | '' => {
  const { base, language, t } = context;
  const countries = new Set(reports.map((report) => lastVersion(report).country));
  if (countries.size < 2 && country === null) return '';
  const { compare } = new Intl.Collator(language);
  const href = (one: Country | null): string => {
    const query = new URLSearchParams({ ...(by === null ? {} : { by }), ...(one === null ? {} : { country: one }) });
    return query.size === 0 ? `${base}/reports` : `${base}/reports?${query.toString()}`;
  };
  return linkRow(t.purpose.report.filter.country, [
    { label: t.purpose.report.filter.all, href: href(null), here: country === null },
    ...[...countries]
      .map((code) => ({ label: countryName(context, code), href: href(code), here: code === country }))
      .toSorted((a, b) => compare(a.label, b.label)),
  ]);
};
