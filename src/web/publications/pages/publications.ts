import type { Periodical } from '../../../charter/publications/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { languageText } from '../../kit/languages.ts';
import { page } from '../../kit/layout.ts';
import { pageLinks, pageOf } from '../../kit/listing.ts';
import { firstWords } from '../../texts/parts/clause-names.ts';
import { mayWork } from '../../texts/parts/text-facts.ts';
import { dayText, listText, org } from '../../kit/words.ts';
import { sentence, theirs } from '../../kit/theirs.ts';
import { contents } from '../parts/items.ts';
import { languageFor } from '../parts/names.ts';
import { issuePath, periodicalPath } from '../parts/paths.ts';

const PAGE = 20;

/** What the conference publishes (11): each periodical with its newest issue; for members what is proposed, too. */
export const publicationsPage = (context: Context): Html => {
  const { t, base, reader } = context;
  const words = t.publications;
  const all = reader.periodicals();
  const decided = all.filter((one) => one.decided !== null);
  const open = all.filter(({ outcome }) => outcome === 'open');
  const past = all.filter((one) => one.decided === null && one.outcome !== 'open').toReversed();
  const shown = pageOf(decided, context, PAGE, ({ number }) => number);
  const earlier = pageOf(past, context, PAGE, ({ number }) => number, 'earlier');
  return page(context, {
    title: words.title,
    body: html`<h1>${words.title}</h1>
      <p class="lede">${reader.member ? words.ledeMembers : words.lede}</p>
      ${
        mayWork(context)
          ? html`<p class="actions">
              <a class="button ${decided.length === 0 ? '' : 'second'}" href="${base}/do/periodical.propose"
                >${words.propose}</a
              >
            </p>`
          : ''
      }
      ${decided.length === 0 ? html`<p class="empty">${reader.member ? words.noneMembers : words.none}</p>` : ''}
      ${shown.items.map((one) => periodicalCard(context, one))} ${pageLinks(context, shown)}
      ${
        open.length === 0
          ? ''
          : html`<h2>${words.proposed}</h2>
              <ul class="rows">
                ${open.map((one) => row(context, one))}
              </ul>`
      }
      ${
        past.length === 0
          ? ''
          : html`<details ${context.url.searchParams.has('earlier') ? 'open' : ''}>
              <summary>${words.earlier(past.length)}</summary>
              <ul class="rows">
                ${earlier.items.map((one) => row(context, one))}
              </ul>
              ${pageLinks(context, earlier)}
            </details>`
      }`,
  });
};

const row = (context: Context, periodical: Periodical): Html => {
  const words = context.t.publications;
  return html`<li>
    <span class="what block"><a href="${periodicalPath(context, periodical)}">${theirs(periodical.title)}</a></span>
    <span class="why"
      >${sentence((name) => words.proposedBy(name, dayText(context, periodical.on.at)), org(context, periodical.by))} ·
      ${words.outcome[periodical.outcome]}</span
    >
  </li>`;
};

const periodicalCard = (context: Context, periodical: Periodical): Html => {
  const words = context.t.publications;
  const { title, purpose, languages, issues, published, number } = periodical;
  const newest = issues[(published.at(-1) ?? 0) - 1];
  const id = `periodical-${number}`;
  return html`<section class="periodical" aria-labelledby="${id}">
    <h2 id="${id}" class="masthead-title"><a href="${periodicalPath(context, periodical)}">${theirs(title)}</a></h2>
    <p class="status">
      <span>${published.length === 0 ? words.noIssue : words.issuesCount(published.length)}</span>
      <span
        >${listText(
          context,
          languages.map((tag) => languageText(context, tag)),
        )}</span
      >
    </p>
    <p dir="auto">${theirs(firstWords(purpose, 320))}</p>
    ${
      newest === undefined || newest.published === null
        ? html`<p class="quiet">${words.noneIssues}</p>`
        : html`<div class="panel issue-card">
            <p class="symbol">${words.nth(newest.published.nth)} · ${dayText(context, newest.published.on.at)}</p>
            <h3>
              <a href="${issuePath(context, periodical, newest)}"
                >${newest.title === null ? words.newest : theirs(newest.title)}</a
              >
            </h3>
            ${contents(
              context,
              context.reader.finalIssue(periodical, newest, languageFor(context, periodical)),
              issuePath(context, periodical, newest),
            )}
          </div>`
    }
  </section>`;
};
