import { type FinalIssue, titleOfItem } from '../../../charter/final/issue.ts';
import type { Issue, Periodical } from '../../../charter/publications/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { languageText } from '../../kit/languages.ts';
import { page } from '../../kit/layout.ts';
import { linkRow } from '../../kit/listing.ts';
import { theirs } from '../../kit/theirs.ts';
import { day } from '../../kit/words.ts';
import { mayWork } from '../../texts/parts/text-facts.ts';
import { errataPart, imprintPart } from '../parts/imprint.ts';
import { contents, itemArticle } from '../parts/items.ts';
import { issueName } from '../parts/names.ts';
import { issuePath, periodicalPath } from '../parts/paths.ts';
import { disagreementNotes, outcomeLine, putSteps } from '../parts/put-block.ts';

/** An issue in full, in one language as far as it has it: its contents, its items in order, its imprint, and what was found wrong since. */
export const issuePage = (context: Context, periodical: Periodical, issue: Issue, language: string): Html => {
  const { t, reader } = context;
  const words = t.publications;
  const final = reader.finalIssue(periodical, issue, language);
  const name = issueName(context, issue);
  const isPut = issue.published === null;
  return page(context, {
    title: `${periodical.title}, ${name}`,
    about: [`publications/${periodical.number}`],
    width: 'narrow',
    ...(issue.published === null
      ? {}
      : {
          card: {
            words: final.items.map(titleOfItem).join(' · ').slice(0, 200),
            type: 'PublicationIssue' as const,
            language,
            published: issue.published.on.at,
            more: {
              issueNumber: issue.published.nth,
              isPartOf: { '@type': 'Periodical', name: periodical.title },
            },
          },
        }),
    body: html`<div class="issue">
      <p class="symbol">
        <a href="${periodicalPath(context, periodical)}">${theirs(periodical.title)}</a> · ${name}
        ${issue.published === null ? '' : html` · ${day(context, issue.published.on.at)}`}
      </p>
      <h1>${issue.title === null ? html`${theirs(periodical.title)}, ${name}` : theirs(issue.title)}</h1>
      ${isPut ? html`${outcomeLine(context, issue)} ${disagreementNotes(context, issue)} ${putSteps(context, periodical, issue)}` : ''}
      ${languageLinks(context, final, issuePath(context, periodical, issue), language)}
      ${isPut ? '' : files(context, final, issuePath(context, periodical, issue), language)}
      <nav class="panel" aria-labelledby="contents">
        <h2 id="contents">${words.contents}</h2>
        ${contents(context, final)}
      </nav>
      ${final.items.map((item, i) => itemArticle(context, item, i + 1))} ${errataPart(context, final)}
      ${imprintPart(context, final)} ${correctLink(context, periodical, issue)}
    </div>`,
  });
};

/** As files, in the language in which it is read, or the first in which it can be. */
const files = (context: Context, { languages }: FinalIssue, at: string, here: string): Html | '' => {
  const language = languages.includes(here) ? here : languages[0];
  if (language === undefined) return '';
  const { pdf, epub } = context.t.texts.download;
  return html`<p class="no-print">
    ${context.offersPdf ? html`<a href="${at}/${language}.pdf">${pdf}</a> · ` : ''}<a href="${at}/${language}.epub"
      >${epub}</a
    >
  </p>`;
};

const languageLinks = (context: Context, { languages }: FinalIssue, at: string, here: string): Html | '' =>
  languages.length < 2
    ? ''
    : linkRow(
        context.t.publications.languages,
        languages.map((tag) => ({ label: languageText(context, tag), href: `${at}/${tag}`, here: tag === here })),
      );

/** For its editors, and whoever wrote an article in it. */
const correctLink = (context: Context, periodical: Periodical, { published, items }: Issue): Html | '' => {
  const { me, base, t } = context;
  if (published === null || me === null || !mayWork(context)) return '';
  const { id } = me.organisation;
  const may = periodical.editors.has(id) || items.some((item) => item.kind === 'article' && item.by === id);
  return may
    ? html`<p class="no-print">
        <a href="${base}/do/issue.correct?periodical=${periodical.number}&nth=${published.nth}"
          >${t.publications.errata.note}</a
        >
      </p>`
    : '';
};
