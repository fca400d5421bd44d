import type { Action } from '../../../charter/purpose/action-state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { feedLinks } from '../../kit/feed-links.ts';
import { inLanguage } from '../../kit/languages.ts';
import { page } from '../../kit/layout.ts';
import { theirs } from '../../kit/theirs.ts';
import { countryName, org } from '../../kit/words.ts';
import { firstWords } from '../../texts/parts/clause-names.ts';
import { mayWork } from '../../texts/parts/text-facts.ts';
import { actionPath, daysText, spanOf } from '../parts/action-facts.ts';
import { openFirst } from '../parts/open-first.ts';

/** Joint actions, those that are not over first, each group the newest first. */
export const actionsPage = (context: Context): Html => {
  const { t, base, reader } = context;
  const words = t.purpose.action;
  return page(context, {
    title: words.title,
    feed: `${base}/feed.atom`,
    body: html`<p class="symbol">${t.common.article('1.5')}</p>
      <h1>${words.title}</h1>
      <p class="lede">${words.lede}</p>
      ${mayWork(context) ? html`<p class="actions"><a class="button" href="${base}/do/action.propose">${words.propose}</a></p>` : ''}
      ${openFirst(context, {
        all: reader.actions(),
        isOpen: ({ ended }) => ended === null,
        open: words.open,
        over: words.over,
        none: words.none,
        row: (one) => actionRow(context, one),
      })}
      ${feedLinks(context, base)}`,
  });
};

const actionRow = (context: Context, action: Action): Html => {
  const words = context.t.purpose.action;
  const { number, by, title, language, parts, joined, ended } = action;
  const countries = [...new Set(parts.map(({ country }) => country))].map((code) => countryName(context, code));
  return html`<li>
    <span class="symbol">${daysText(context, spanOf(action))}</span>
    <span class="what block" ${inLanguage(language)}
      ><a href="${actionPath(context, number)}">${theirs(title)}</a></span
    >
    <blockquote ${inLanguage(language)}><p>${firstWords(action.words, 220)}</p></blockquote>
    <span class="why">
      ${words.proposedBy} ${org(context, by)} · ${countries.join(', ')} ·
      ${words.takePart(joined.size)}${ended === null ? '' : html` · ${words.outcome[ended.outcome]}`}
    </span>
  </li>`;
};
