import { standingIn } from '../../../charter/decisions/statement-state.ts';
import { type Html, html } from '../../../markup/html.ts';
import { sentence } from '../../kit/theirs.ts';
import type { Context } from '../../kit/context.ts';
import { organisationSection } from '../../members/parts/organisation-list.ts';
import { page } from '../../kit/layout.ts';
import { pageLinks, pageOf } from '../../kit/listing.ts';
import { pastOf, pastSection } from '../../kit/past.ts';
import { mayWork } from '../parts/text-facts.ts';
import { dayText, org } from '../../kit/words.ts';

const PAGE = 50;

/** The statements on an occasion (chapter 14), newest first. */
export const statementsPage = (context: Context): Html => {
  const { t, base, reader } = context;
  const words = t.texts.statements;
  const statements = pageOf(reader.statements().toReversed(), context, PAGE, ({ number }) => number);
  return page(context, {
    title: words.title,
    body: html`<h1>${words.title}</h1>
      <p class="lede">${words.lede}</p>
      ${
        mayWork(context)
          ? html`<p class="actions"><a class="button" href="${base}/do/statement.open">${words.open}</a></p>`
          : ''
      }
      ${
        statements.items.length === 0
          ? html`<p class="empty">${words.empty}</p>`
          : html`<ul class="rows">
              ${statements.items.map(
                ({ number, title, by, opened, signatures }) =>
                  html`<li>
                    <span class="symbol">${t.texts.final.statement.symbol(number)}</span>
                    <span class="what block" dir="auto"><a href="${base}/statements/${number}">${title}</a></span>
                    <span class="why"
                      >${sentence((name) => words.openedBy(name, dayText(context, opened.at)), org(context, by))} ·
                      ${words.signatures(standingIn(signatures))}</span
                    >
                  </li>`,
              )}
            </ul>`
      }
      ${pageLinks(context, statements)}
      ${pastSection(context, t.archive.from.statements, pastOf(context, 'statement'), 'archive')}
      ${organisationSection(
        context,
        t.workspace.participants.outside,
        reader.organisations().filter(({ standing }) => standing.kind === 'outside'),
        'outside',
      )}`,
  });
};
