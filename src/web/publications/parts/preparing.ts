import type { Article, Issue, Periodical } from '../../../charter/publications/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { inLanguage, languageText } from '../../kit/languages.ts';
import { pageLinks, pageOf } from '../../kit/listing.ts';
import { orgs, theirs } from '../../kit/theirs.ts';
import { toPassLine } from '../../kit/to-pass.ts';
import { day, dayText, listText, org } from '../../kit/words.ts';
import { mayWork } from '../../texts/parts/text-facts.ts';
import { issueName, languageFor } from './names.ts';
import { articlePath, issuePath } from './paths.ts';

const PAGE = 20;

/** What members see of a periodical beside its issues: what is put to all, what waits, who edits. */
export const preparing = (context: Context, periodical: Periodical): Html => {
  const words = context.t.publications.preparing;
  const open = periodical.openIssues.flatMap((number) => periodical.issues[number - 1] ?? []);
  const waiting = pageOf(
    periodical.waiting.flatMap((number) => periodical.articles[number - 1] ?? []),
    context,
    PAGE,
    ({ number }) => number,
    'waiting',
  );
  return html`<h2 id="preparing">${words.title}</h2>
    <p class="quiet">${words.lede}</p>
    ${
      open.length === 0
        ? ''
        : html`<h3>${words.open}</h3>
            <ul class="rows">
              ${open.map((issue) => openRow(context, periodical, issue))}
            </ul>`
    }
    ${
      waiting.items.length === 0
        ? html`<p class="empty">${words.none}</p>`
        : html`<ul class="rows">
            ${waiting.items.map((article) => waitingRow(context, periodical, article))}
          </ul>`
    }
    ${pageLinks(context, waiting)} ${steps(context, periodical)} ${closedPart(context, periodical)}
    ${editorsPart(context, periodical)}`;
};

const openRow = (context: Context, periodical: Periodical, issue: Issue): Html =>
  html`<li>
    <span class="what block"
      ><a href="${issuePath(context, periodical, issue)}"
        >${issue.title === null ? issueName(context, issue) : theirs(issue.title)}</a
      ></span
    >
    <span class="why"
      >${org(context, issue.by)}, ${day(context, issue.on.at)} ·
      ${toPassLine(context, 'publication', context.reader.putToPass(issue))}</span
    >
  </li>`;

const waitingRow = (context: Context, periodical: Periodical, article: Article): Html => {
  const words = context.t.publications.preparing;
  const { wordings, language, by, on, number } = article;
  const own = languageFor(context, periodical);
  const tag = wordings.has(own) ? own : language;
  const missing = periodical.languages.filter((one) => !wordings.has(one));
  return html`<li>
    <span class="what block" ${inLanguage(tag)}
      ><a href="${articlePath(context, periodical, number)}">${theirs(wordings.get(tag)?.title ?? '')}</a></span
    >
    <span class="why"
      >${org(context, by)},
      ${day(context, on.at)}${
        missing.length === 0
          ? ''
          : ` · ${words.missing(
              listText(
                context,
                missing.map((one) => languageText(context, one)),
              ),
            )}`
      }</span
    >
  </li>`;
};

const steps = (context: Context, periodical: Periodical): Html | '' => {
  const { me, base, t } = context;
  if (me === null || !mayWork(context)) return '';
  const words = t.publications.preparing;
  const edits = periodical.editors.has(me.organisation.id);
  return html`<p class="actions">
      <a class="button" href="${base}/do/article.write?periodical=${periodical.number}">${words.write}</a>
      ${edits ? html`<a class="button second" href="${base}/do/issue.put?periodical=${periodical.number}">${words.put}</a>` : ''}
    </p>
    ${edits ? '' : html`<p class="quiet">${words.join}</p>`}`;
};

/** Issues that came to nothing. */
const closedPart = (context: Context, periodical: Periodical): Html | '' => {
  const words = context.t.publications;
  const closed = periodical.issues.filter((one) => one.published === null && one.outcome !== 'open').toReversed();
  if (closed.length === 0) return '';
  const shown = pageOf(closed, context, PAGE, ({ number }) => number, 'closed');
  return html`<details ${context.url.searchParams.has('closed') ? 'open' : ''}>
    <summary>${words.preparing.closed(closed.length)}</summary>
    <ul class="rows">
      ${shown.items.map(
        (issue) =>
          html`<li>
            <a href="${issuePath(context, periodical, issue)}">${issueName(context, issue)}</a>
            <span class="why"
              >${org(context, issue.by)}, ${day(context, issue.on.at)} · ${words.outcome[issue.outcome]}</span
            >
          </li>`,
      )}
    </ul>
    ${pageLinks(context, shown)}
  </details>`;
};

const editorsPart = (context: Context, periodical: Periodical): Html => {
  const { me, base, t, reader, now } = context;
  const words = t.publications;
  const mandate = periodical.mandate === null ? null : reader.mandate(periodical.mandate);
  const editors = [...periodical.editors.keys()];
  const edits = me !== null && periodical.editors.has(me.organisation.id);
  return html`<h2 id="editors">${words.editors.title}</h2>
    <p>${editors.length === 0 ? words.editors.none : orgs(context, editors)}</p>
    <p class="quiet">
      ${words.editors.lede}
      ${mandate !== null && reader.inForce(mandate, now) ? words.byGroup.until(dayText(context, mandate.until)) : words.byGroup.never}
    </p>
    ${
      mayWork(context)
        ? html`<p class="actions">
            <a
              class="button second"
              href="${base}/do/periodical.edit?periodical=${periodical.number}&edits=${edits ? 'no' : 'yes'}"
              >${edits ? words.editors.leave : words.editors.join}</a
            >
          </p>`
        : ''
    }`;
};
