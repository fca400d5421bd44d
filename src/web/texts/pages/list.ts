import { type Html, html } from '../../../markup/html.ts';
import { orgs, sentence } from '../../kit/theirs.ts';
import type { Stage, Text } from '../../../charter/texts/state.ts';
import { present } from '../../../charter/texts/texts.ts';
import type { Context } from '../../kit/context.ts';
import { page } from '../../kit/layout.ts';
import { newMark } from '../../kit/new-mark.ts';
import { pageLinks, pageOf } from '../../kit/listing.ts';
import { mark } from '../parts/stands.ts';
import { frictionIn, isOpen, mayWork } from '../parts/text-facts.ts';
import { citation, stageLine } from '../parts/text-head.ts';
import { textPath } from '../parts/text-places.ts';
import { daysUntil, org } from '../../kit/words.ts';

/** Every text of the conference, by stage: what is being worked on first. */

const STAGES: readonly Stage[] = ['decision', 'negotiation', 'adopted', 'not-adopted', 'withdrawn'];

const PAGE = 50;

export const textsPage = (context: Context): Html => {
  const { t, base, reader } = context;
  const words = t.texts.list;
  const texts = reader.texts();
  const ordered = STAGES.flatMap((stage) =>
    texts.filter((text) => text.stage === stage).toSorted((a, b) => latest(b) - latest(a)),
  );
  const shown = pageOf(ordered, context, PAGE, ({ number }) => number);
  return page(context, {
    title: words.title,
    body: html`<h1>${words.title}</h1>
      <p class="lede">${words.lede}</p>
      ${
        mayWork(context)
          ? html`<p class="actions">
              <a class="button" href="${base}/do/text.table">${words.table}</a>
              <a href="${base}/do/text.table?kind=charter">${words.tableCharter}</a>
              <a href="${base}/drafts">${t.texts.drafts.open}</a>
            </p>`
          : ''
      }
      ${texts.length === 0 ? html`<p class="empty">${words.empty}</p>` : ''}
      ${STAGES.map((stage) => {
        const these = shown.items.filter((text) => text.stage === stage);
        return these.length === 0
          ? ''
          : html`<h2>${words.stage[stage]}</h2>
              <ul class="rows">
                ${these.map((text) => row(context, text))}
              </ul>`;
      })}
      ${pageLinks(context, shown)}`,
  });
};

const latest = (text: Text): number => text.decision?.outcome?.at ?? present(text).on.at;

const row = (context: Context, text: Text): Html => {
  const { t } = context;
  const words = t.texts.head;
  const friction = frictionIn(context, text).length;
  return html`<li>
    <span class="symbol">${citation(context, text)}</span>
    ${newMark(context, context.news?.isNew(`texts/${text.number}`) === true)}
    <span class="what block" dir="auto"><a href="${textPath(context, text)}">${present(text).title}</a></span>
    <span class="why"
      >${stageLine(context, text)}${text.decision !== null && text.stage === 'decision' ? ` (${t.common.inDays(daysUntil(context, text.decision.deadline))})` : ''}${
        isOpen(text)
          ? friction === 0
            ? ` · ${words.noFriction}`
            : html` · <span class="nowrap">${mark('object')} ${words.friction(friction)}</span>`
          : ''
      }</span
    >
    <span class="why"
      >${sentence(words.tabledBy, org(context, text.by))}${text.cosponsors.length === 0 ? '' : html` ${sentence(words.cosponsors, orgs(context, text.cosponsors))}`}</span
    >
  </li>`;
};
