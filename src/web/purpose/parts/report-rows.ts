import { lastVersion } from '../../../charter/purpose/reports.ts';
import type { Report } from '../../../charter/purpose/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { inLanguage, languageText } from '../../kit/languages.ts';
import { newMark } from '../../kit/new-mark.ts';
import { theirs } from '../../kit/theirs.ts';
import { day, org } from '../../kit/words.ts';
import { firstWords } from '../../texts/parts/clause-names.ts';
import { periodText, placeText, reportPath } from './report-facts.ts';

/** Reports as a list shows them: where, by whom, when, and how each begins. */
export const reportRows = (context: Context, reports: readonly Report[]): Html =>
  html`<ul class="rows">
    ${reports.map((report) => reportRow(context, report))}
  </ul>`;

const OPENING = 220;

const reportRow = (context: Context, report: Report): Html => {
  const words = context.t.purpose.report;
  const { me, news, reader } = context;
  const { number, by, versions, comments } = report;
  const last = lastVersion(report);
  const period = periodText(context, last);
  const isUnread = me !== null && by !== me.organisation.id && news?.isSince(last.on.index) === true;
  return html`<li>
    <span class="symbol">${theirs(placeText(context, report, last))}${period === null ? '' : html` · ${period}`}</span>
    <span class="what block" ${inLanguage(last.language)}
      ><a href="${reportPath(context, number)}">${theirs(last.title)}</a> ${newMark(context, isUnread)}</span
    >
    <blockquote ${inLanguage(last.language)}><p>${firstWords(last.words, OPENING)}</p></blockquote>
    <span class="why"
      >${org(context, by)} · ${day(context, versions[0]?.on.at ?? last.on.at)} ·
      ${languageText(context, last.language)}${reader.member ? html` · ${last.public ? words.isPublic : words.forMembers}` : ''}${comments.length === 0 ? '' : html` · ${words.comments(comments.length)}`}</span
    >
  </li>`;
};
