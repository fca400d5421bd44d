import type { Issue, Periodical } from '../../../charter/publications/state.ts';
import { firstWords } from '../../texts/parts/clause-names.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { languageText } from '../../kit/languages.ts';
import { page } from '../../kit/layout.ts';
import { pageLinks, pageOf } from '../../kit/listing.ts';
import { paragraphs } from '../../kit/prose.ts';
import { sentence, theirs } from '../../kit/theirs.ts';
import { day, dayText, listText, org } from '../../kit/words.ts';
import { NOT_TYPED, type Typed, byMail } from '../parts/by-mail.ts';
import { issueName } from '../parts/names.ts';
import { issuePath } from '../parts/paths.ts';
import { preparing } from '../parts/preparing.ts';
import { disagreementNotes, outcomeLine, putSteps } from '../parts/put-block.ts';

const PAGE = 30;

/** A periodical: what it is for, its issues; for members what is in preparation, and who edits it. */
export const periodicalPage = (context: Context, periodical: Periodical, typed: Typed = NOT_TYPED): Html => {
  const { t, reader } = context;
  const words = t.publications;
  const { number, title, purpose, by, on, decided } = periodical;
  return page(context, {
    title,
    about: [`publications/${number}`],
    ...(decided === null
      ? {}
      : { card: { words: firstWords(purpose, 200), type: 'Periodical' as const, published: decided.at } }),
    body: html`<p class="symbol">${t.common.article('11.1')}</p>
      <h1>${theirs(title)}</h1>
      <p class="status">
        <span
          >${
            decided === null
              ? sentence((name) => words.proposedBy(name, dayText(context, on.at)), org(context, by))
              : words.decidedOn(dayText(context, decided.at))
          }</span
        >
        <span
          >${listText(
            context,
            periodical.languages.map((tag) => languageText(context, tag)),
          )}</span
        >
      </p>
      ${decided === null ? html`${outcomeLine(context, periodical)} ${byGroupLine(context, periodical)}` : ''}
      ${paragraphs(purpose)}
      ${decided === null ? html`${disagreementNotes(context, periodical)} ${putSteps(context, periodical, null)}` : issuesPart(context, periodical)}
      ${decided === null ? '' : byMail(context, periodical, typed)}
      ${decided !== null && reader.may('publishing') ? preparing(context, periodical) : ''}`,
  });
};

/** What the decision would give the group, while it is open. */
const byGroupLine = (context: Context, { byGroup }: Periodical): Html => {
  const words = context.t.publications.byGroup;
  return html`<p>${byGroup === null ? words.never : words.would(dayText(context, byGroup))}</p>`;
};

const issuesPart = (context: Context, periodical: Periodical): Html => {
  const words = context.t.publications;
  const issues = periodical.published.toReversed().flatMap((one) => periodical.issues[one - 1] ?? []);
  const shown = pageOf(issues, context, PAGE, ({ number }) => number, 'issues');
  return html`<h2>${words.issues}</h2>
    ${
      issues.length === 0
        ? html`<p class="empty">${words.noneIssues}</p>`
        : html`<ol class="issues" reversed>
            ${shown.items.map((issue) => issueItem(context, periodical, issue))}
          </ol>`
    }
    ${pageLinks(context, shown)}`;
};

const issueItem = (context: Context, periodical: Periodical, issue: Issue): Html => {
  const { published, title } = issue;
  return html`<li class="issue-card">
    <a href="${issuePath(context, periodical, issue)}">
      <span class="issue-number">${issueName(context, issue)}</span>
      ${title === null ? '' : html`<span class="issue-title">${theirs(title)}</span>`}
    </a>
    <span class="why">${published === null ? '' : day(context, published.on.at)}</span>
  </li>`;
};
