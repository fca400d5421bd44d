import { type News, newsOf } from '../../../conference/reading/news.ts';
import type { RecordEntry } from '../../../conference/types.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Resource } from '../../../charter/law/resource.ts';
import type { Context } from '../../kit/context.ts';
import { hidden } from '../../kit/controls.ts';
import { page } from '../../kit/layout.ts';
import { type NewsDesk, newsCount } from '../../kit/news.ts';
import { namedIn } from '../../../text/mentions.ts';
import { day, dayText, org } from '../../kit/words.ts';
import { namedSubject, placeOfEntry, subjectOf } from '../parts/subject.ts';

/** What is new to a delegate since they last said that they had read, by what it is about. */

/** A stretch of the record, read from its end. */
export interface NewsStretch {
  /** What of it is new, the last first. */
  readonly entries: readonly RecordEntry[];
  /** Where the one before it ends; `null`: nothing new lies before. */
  readonly before: number | null;
}

export const newsPage = (context: Context, desk: NewsDesk, { entries, before }: NewsStretch): Html => {
  const { t, base, reader, url } = context;
  const words = t.workspace.news;
  const { count } = newsCount(desk);
  const isFirst = !url.searchParams.has('before');
  return page(context, {
    title: words.title,
    body: html`<h1>${words.heading(count)}</h1>
      <p class="lede">${desk.at === null ? words.sinceCame : words.since(dayText(context, desk.at))}</p>
      ${
        isFirst && count !== '0'
          ? html`<form method="post" action="${base}/news">
              ${hidden('upTo', reader.size)}
              <p class="actions"><button class="second">${words.read}</button></p>
            </form>`
          : ''
      }
      ${entries.length === 0 ? html`<p class="empty">${before === null ? words.none : words.noneHere}</p>` : newsBySubject(context, entries, 2)}
      ${
        before === null
          ? ''
          : html`<p class="actions"><a rel="next" href="${base}/news?before=${before}">${words.earlier} →</a></p>`
      }`,
  });
};

/** Each subject once, the one of which something happened last first. */
const newsBySubject = (context: Context, entries: readonly RecordEntry[], level: 2 | 3): readonly Html[] =>
  [...Map.groupBy(entries, (entry) => subjectOf(context, entry))].map(([subject, those]) =>
    aboutOne(context, subject, { entries: those, level }),
  );

const aboutOne = (
  context: Context,
  subject: Resource,
  { entries, level }: { readonly entries: readonly RecordEntry[]; readonly level: 2 | 3 },
): Html => {
  const { href, name } = namedSubject(context, subject);
  return html`<section class="news">
    ${level === 2 ? html`<h2><a href="${href}">${name}</a></h2>` : html`<h3><a href="${href}">${name}</a></h3>`}
    <ul class="plain">
      ${newsOf(entries).map((news) => newsItem(context, news))}
    </ul>
  </section>`;
};

const newsItem = (context: Context, { entry, entries }: News): Html =>
  html`<li>
    ${org(context, entry.act.by.organisation)}
    <a href="${placeOfEntry(context, entry)}">${context.t.acts.done[entry.act.kind]}</a
    >${entries.length > 1 ? html` ×${entries.length}` : ''}
    <span class="quiet">· ${day(context, entry.time)}</span
    >${entries.some((one) => namesMe(context, one)) ? html` <strong>${context.t.workspace.news.named}</strong>` : ''}
  </li>`;

/** Whether it names the reader's organisation. */
const namesMe = ({ me }: Context, { act: { body } }: RecordEntry): boolean =>
  me !== null && 'words' in body && typeof body.words === 'string' && namedIn(body.words).has(me.organisation.id);

/** The same for the first screen; `null`: nothing is. */
export const freshPart = (context: Context): Html | null => {
  const { base, news, t } = context;
  const { count, isAny } = news === null ? { count: '0', isAny: false } : newsCount(news);
  if (news === null || !isAny) return null;
  const words = t.workspace.news;
  return html`<h2>${words.heading(count)}</h2>
    ${newsBySubject(context, news.fresh().entries.toReversed().slice(0, FRESH), 3)}
    <p><a href="${base}/news">${words.all}</a></p>`;
};

/** How many entries of what is new stand on the first screen. */
const FRESH = 12;
