import type { Appeal, Help } from '../../../charter/purpose/appeal-state.ts';
import { firstWords } from '../../texts/parts/clause-names.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { inLanguage } from '../../kit/languages.ts';
import { page } from '../../kit/layout.ts';
import { pageLinks, pageOf } from '../../kit/listing.ts';
import { withMentions } from '../../kit/mentions.ts';
import { paragraphs } from '../../kit/prose.ts';
import { theirs } from '../../kit/theirs.ts';
import { day, dayText, org, nameOf } from '../../kit/words.ts';
import { mayWork } from '../../texts/parts/text-facts.ts';
import { needsList, untilText } from '../parts/appeal-facts.ts';
import { placeText, reportLink } from '../parts/report-facts.ts';

const PAGE = 40;

/** One appeal: what happened, what is needed and how it is given, what others did, and the thanks. */
export const appealPage = (context: Context, appeal: Appeal): Html => {
  const { t, base } = context;
  const words = t.purpose.appeal;
  const until = untilText(context, appeal);
  const told = (said: string): Html =>
    html`<div ${inLanguage(appeal.language)}>${paragraphs(said, withMentions(context))}</div>`;
  return page(context, {
    title: appeal.title,
    width: 'narrow',
    about: [`appeals/${appeal.number}`],
    feed: `${base}/feed.atom`,
    ...(appeal.public
      ? {
          card: {
            words: firstWords(appeal.words, 200),
            type: 'CreativeWork' as const,
            language: appeal.language,
            published: appeal.on.at,
            authors: [nameOf(context, appeal.by)],
          },
        }
      : {}),
    body: html`<p class="symbol">${words.number(appeal.number)} · ${theirs(placeText(context, appeal, appeal))}</p>
      <h1 ${inLanguage(appeal.language)}>${theirs(appeal.title)}</h1>
      <p class="status">
        <span
          ><a href="${base}/participants/${appeal.by}">${org(context, appeal.by)}</a>,
          ${day(context, appeal.on.at)}</span
        >
        ${until === null ? '' : html`<span>${until}</span>`}
        <span>${appeal.public ? t.purpose.report.isPublic : t.purpose.report.forMembers}</span>
        ${appeal.closed === null ? '' : html`<span>✓ ${words.closedOn(dayText(context, appeal.closed.on.at))}</span>`}
      </p>
      ${told(appeal.words)} ${reportLink(context, appeal.report)}
      <h2>${words.needed}</h2>
      <div ${inLanguage(appeal.language)}>${needsList(context, appeal)}</div>
      <p class="label">${words.how}</p>
      ${told(appeal.how)} ${steps(context, appeal)} ${thanks(context, appeal, told)} ${helpGiven(context, appeal)}`,
  });
};

const thanks = (context: Context, { closed }: Appeal, told: (said: string) => Html): Html | '' =>
  closed?.words === undefined || closed.words === null
    ? ''
    : html`<h2>${context.t.purpose.appeal.thanks}</h2>
        ${told(closed.words)}`;

const steps = (context: Context, appeal: Appeal): Html | '' => {
  const { me, base, reader, t } = context;
  if (me === null || !mayWork(context)) return '';
  const words = t.purpose.appeal;
  const { id } = me.organisation;
  const closes = appeal.closed === null && reader.mayClose(appeal, id);
  return html`<p class="actions no-print">
    ${appeal.by === id ? '' : html`<a class="button ${appeal.closed === null ? '' : 'second'}" href="${base}/do/appeal.help?appeal=${appeal.number}">${words.help}</a>`}
    ${closes ? html`<a class="button second" href="${base}/do/appeal.close?appeal=${appeal.number}">${words.close}</a>` : ''}
  </p>`;
};

/** In the order in which it was said: nobody is ranked. */
const helpGiven = (context: Context, { help }: Appeal): Html => {
  const words = context.t.purpose.appeal;
  const shown = pageOf(help, context, PAGE, ({ number }) => number);
  return html`<h2 id="help">${words.given}</h2>
    ${
      help.length === 0
        ? html`<p class="quiet">${words.givenNone}</p>`
        : html`<ul class="rows">
            ${shown.items.map((one) => helpRow(context, one))}
          </ul>`
    }
    ${pageLinks(context, shown)}`;
};

const helpRow = (context: Context, { number, by, kind, words: said, on }: Help): Html =>
  html`<li id="help-${number}">
    ${org(context, by)}
    <span class="quiet">· ${context.t.purpose.appeal.need[kind]} · ${day(context, on.at)}</span>
    ${paragraphs(said, withMentions(context))}
  </li>`;
