import type { Appeal } from '../../../charter/purpose/appeal-state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { feedLinks } from '../../kit/feed-links.ts';
import { inLanguage } from '../../kit/languages.ts';
import { page } from '../../kit/layout.ts';
import { theirs } from '../../kit/theirs.ts';
import { day, org } from '../../kit/words.ts';
import { firstWords } from '../../texts/parts/clause-names.ts';
import { mayWork } from '../../texts/parts/text-facts.ts';
import { appealPath, untilText } from '../parts/appeal-facts.ts';
import { openFirst } from '../parts/open-first.ts';
import { placeText } from '../parts/report-facts.ts';

/** Appeals for support, those still open first, each group the newest first. */
export const appealsPage = (context: Context): Html => {
  const { t, base, reader } = context;
  const words = t.purpose.appeal;
  return page(context, {
    title: words.title,
    feed: `${base}/feed.atom`,
    body: html`<p class="symbol">${t.common.article('1.3')}</p>
      <h1>${words.title}</h1>
      <p class="lede">${words.lede}</p>
      ${mayWork(context) ? html`<p class="actions"><a class="button" href="${base}/do/appeal.make">${words.make}</a></p>` : ''}
      ${openFirst(context, {
        all: reader.appeals(),
        isOpen: ({ closed }) => closed === null,
        open: words.open,
        over: words.closed,
        none: words.none,
        row: (one) => appealRow(context, one),
      })}
      ${feedLinks(context, base)}`,
  });
};

const appealRow = (context: Context, appeal: Appeal): Html => {
  const words = context.t.purpose.appeal;
  const { number, by, title, language, needs, on, help } = appeal;
  const until = untilText(context, appeal);
  return html`<li>
    <span class="symbol">${theirs(placeText(context, appeal, appeal))}${until === null ? '' : html` · ${until}`}</span>
    <span class="what block" ${inLanguage(language)}
      ><a href="${appealPath(context, number)}">${theirs(title)}</a></span
    >
    <blockquote ${inLanguage(language)}><p>${firstWords(appeal.words, 220)}</p></blockquote>
    <span class="why">
      ${org(context, by)} · ${day(context, on.at)} · ${needs.map(({ kind }) => words.need[kind]).join(', ')} ·
      ${words.helpers(new Set(help.map((one) => one.by)).size)}
    </span>
  </li>`;
};
