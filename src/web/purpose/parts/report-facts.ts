import { startOf } from '../../../base/time.ts';
import { printedNow } from '../../../charter/members/names.ts';
import { ownCountry } from '../../../charter/names/printed.ts';
import type { Report, ReportVersion } from '../../../charter/purpose/state.ts';
import { lastVersion } from '../../../charter/purpose/reports.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { theirs } from '../../kit/theirs.ts';
import { countryName, dayText } from '../../kit/words.ts';

/** What a report is about, in a few words. */

export const reportPath = ({ base }: Pick<Context, 'base'>, number: number): string => `${base}/reports/${number}`;

/** The country that it tells of; its author's own as the author calls it. */
export const placeText = (
  context: Context,
  { by }: Pick<Report, 'by'>,
  { country }: Pick<ReportVersion, 'country'>,
): string => {
  const author = context.reader.organisation(by);
  return author?.country === country ? ownCountry(printedNow(author)) : countryName(context, country);
};

/** From when to when it tells; `null`: nobody said. */
export const periodText = (context: Context, { period }: Pick<ReportVersion, 'period'>): string | null => {
  if (period === null) return null;
  const [from, to] = [dayText(context, startOf(period.from)), dayText(context, startOf(period.to))];
  const words = context.t.purpose.report;
  return from === to ? from : words.fromTo(from, to);
};

/** The report that tells more, where the reader may see it. */
export const reportLink = (context: Context, number: number | null): Html | '' => {
  const report = number === null ? null : context.reader.report(number);
  return report === null
    ? ''
    : html`<p>
        ${context.t.purpose.report.more}
        <a href="${reportPath(context, report.number)}">${theirs(lastVersion(report).title)}</a>
      </p>`;
};
