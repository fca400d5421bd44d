import { lastVersion } from '../../../charter/purpose/reports.ts';
import { firstWords } from '../../texts/parts/clause-names.ts';
import type { Report, ReportVersion } from '../../../charter/purpose/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { feedLinks } from '../../kit/feed-links.ts';
import { fileList } from '../../kit/file-list.ts';
import { inLanguage, languageText } from '../../kit/languages.ts';
import { page } from '../../kit/layout.ts';
import { linkRow, pageLinks, pageOf } from '../../kit/listing.ts';
import { withMentions } from '../../kit/mentions.ts';
import { paragraphs } from '../../kit/prose.ts';
import { sentence, theirs } from '../../kit/theirs.ts';
import { day, dayText, nameOf, org } from '../../kit/words.ts';
import { postBlock } from '../../texts/parts/threads.ts';
import { mayWork } from '../../texts/parts/text-facts.ts';
import { periodText, placeText, reportPath } from '../parts/report-facts.ts';

/** How many comments stand on a page. */
const PAGE = 30;

/** One version of a report as it is read. */
export interface Asked {
  readonly version: ReportVersion;
  /** The tag of the language in which it is read; `null`: its own. */
  readonly language: string | null;
}

/** One report: what it says, its versions and languages, and what participants say to it. */
export const reportPage = (context: Context, report: Report, { version, language }: Asked): Html => {
  const { t, base } = context;
  const words = t.purpose.report;
  const rendering = language === null ? undefined : version.renderings.get(language);
  const { title, words: told } = rendering ?? version;
  const period = periodText(context, version);
  const isLast = version.number === lastVersion(report).number;
  return page(context, {
    title,
    width: 'narrow',
    about: [`reports/${report.number}`],
    feed: `${base}/participants/${report.by}/feed.atom`,
    ...(version.public
      ? {
          card: {
            words: firstWords(told, 200),
            type: 'Report' as const,
            language: language ?? version.language,
            published: version.on.at,
            authors: [nameOf(context, report.by)],
          },
        }
      : {}),
    body: html`<p class="symbol">${words.number(report.number)} · ${theirs(placeText(context, report, version))}</p>
      <h1 ${inLanguage(language ?? version.language)}>${theirs(title)}</h1>
      <p class="status">
        <span
          ><a href="${base}/participants/${report.by}">${org(context, report.by)}</a>,
          ${day(context, (isLast ? (report.versions[0] ?? version) : version).on.at)}</span
        >
        ${version.occasion === null ? '' : html`<span>${theirs(version.occasion)}</span>`}
        ${period === null ? '' : html`<span>${period}</span>`}
        <span>${version.public ? words.isPublic : words.forMembers}</span>
        ${isLast && version.number > 1 ? html`<span>${words.corrected(dayText(context, version.on.at))}</span>` : ''}
      </p>
      ${languagesRow(context, report, { version, language })}
      ${isLast ? '' : html`<p class="notice">${words.versions.old} <a href="${reportPath(context, report.number)}">${words.versions.toLast}</a></p>`}
      <div class="told" ${inLanguage(language ?? version.language)}>${paragraphs(told, withMentions(context))}</div>
      ${
        rendering === undefined
          ? ''
          : html`<p class="quiet">
              ${rendering.by === report.by ? words.renderedByAuthor : sentence(words.renderedBy, org(context, rendering.by))}
            </p>`
      }
      ${filesOf(context, report)} ${steps(context, report)} ${versionsOf(context, report, version)}
      ${talk(context, report)} ${feedLinks(context, `${base}/participants/${report.by}`)}`,
  });
};

const languagesRow = (context: Context, { number }: Report, { version, language }: Asked): Html | '' => {
  if (version.renderings.size === 0) return '';
  const words = context.t.purpose.report;
  const query =
    version.renderings.size > 0 && context.url.searchParams.has('version') ? `?version=${version.number}` : '';
  const link = (tag: string | null) => ({
    label: tag === null ? words.original(languageText(context, version.language)) : languageText(context, tag),
    href: `${reportPath(context, number)}${tag === null ? '' : `/${tag}`}${query}`,
    here: tag === language,
  });
  return linkRow(words.languages, [link(null), ...[...version.renderings.keys()].map((tag) => link(tag))]);
};

/** What each version brought; the last ones first. */
const filesOf = (context: Context, { versions }: Report): Html | '' => {
  const files = versions.toReversed().flatMap((version) => version.files);
  if (files.length === 0) return '';
  return html`<h2>${context.t.purpose.report.files}</h2>
    ${fileList(context, files)}`;
};

const steps = (context: Context, report: Report): Html | '' => {
  const { me, base, t } = context;
  if (me === null || !mayWork(context)) return '';
  const words = t.purpose.report;
  const link = (label: string, href: string, isFirst = false): Html =>
    html`<a class="button ${isFirst ? '' : 'second'}" href="${href}">${label}</a>`;
  const of = `report=${report.number}`;
  return html`<p class="actions no-print">
    ${link(words.comment, `${base}/do/report.comment?${of}`, true)}
    ${link(words.translate, `${base}/do/report.translate?${of}`)}
    ${report.by === me.organisation.id ? link(words.correct, `${base}/do/report.correct?${of}`) : ''}
  </p>`;
};

const versionsOf = (context: Context, report: Report, shown: ReportVersion): Html | '' => {
  const { base, t } = context;
  const words = t.purpose.report;
  const last = lastVersion(report).number;
  const row = ({ number, on }: ReportVersion): Html => {
    const href =
      number === last ? reportPath(context, report.number) : `${reportPath(context, report.number)}?version=${number}`;
    const name = words.versions.number(number);
    return html`<li>
      ${number === shown.number ? html`<strong>${name}</strong>` : html`<a href="${href}">${name}</a>`}
      ${number === last ? html`<span class="quiet">${words.versions.last}</span>` : ''}
      <span class="quiet">${day(context, on.at)} · <a href="${base}/record/${on.index}">${words.entry}</a></span>
    </li>`;
  };
  return html`<details ${report.versions.length > 1 ? 'open' : ''}>
    <summary>${words.versions.title}</summary>
    <ul class="plain">
      ${report.versions.toReversed().map(row)}
    </ul>
  </details>`;
};

const talk = (context: Context, { comments }: Report): Html | '' => {
  if (!context.reader.member) return '';
  const words = context.t.purpose.report;
  const shown = pageOf(comments, context, PAGE, ({ mark }) => mark.index);
  return html`<h2 id="comments">${words.talk}</h2>
    ${comments.length === 0 ? html`<p class="quiet">${words.talkNone}</p>` : shown.items.map((post) => postBlock(context, post))}
    ${pageLinks(context, shown)}`;
};
