import { targetKey } from '../../../charter/texts/position-state.ts';
import type { Amendment, Text } from '../../../charter/texts/state.ts';
import { effectOf } from '../../../charter/texts/effect.ts';
import { present } from '../../../charter/texts/texts.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { effectWords, whatOf } from '../parts/change.ts';
import { consultationBox } from '../parts/consultations.ts';
import { pageLinks, pageOf } from '../../kit/listing.ts';
import { emphasised } from '../../kit/prose.ts';
import { heldOn, reasonNote, reasonsOf, standsRow, tallyLine } from '../parts/stands.ts';
import { frictionIn, isOpen, mayWork } from '../parts/text-facts.ts';
import { textSheet } from '../parts/text-head.ts';
import { textPath } from '../parts/text-places.ts';
import { type Point, targetName } from '../parts/text-target.ts';
import { beginLink, openFirst, threadBlock, threadsOn } from '../parts/threads.ts';
import { org } from '../../kit/words.ts';
import { clauseOf, clausesOf } from '../../../text/change-parts.ts';

/** The work on one point (6.2): on a clause, or on the whole. */

/** The open and agreed amendments that touch a point, or stand beside it. */
const rivalWordings = (text: Text, on: Point): readonly Amendment[] =>
  on.kind === 'whole'
    ? []
    : text.amendments.filter(
        ({ fate, current }) =>
          (fate.kind === 'open' || fate.kind === 'agreed') &&
          current.some((change) => clausesOf(change).includes(on.clause) || clauseOf(change) === on.clause),
      );

/** How many of each kind stand on a page. */
const FEW = 15;

/** The work on one point: the wordings side by side, who objects and why, what was tried, what is being said. */
export const pointPage = (context: Context, text: Text, on: Point): Html => {
  const words = context.t.texts.friction;
  const point = frictionIn(context, text).find((one) => targetKey(one.on) === targetKey(on));
  const name = targetName(context, text, on);
  const held = heldOn(context, text, on);
  const reasons = pageOf(reasonsOf(held), context, FEW, ({ organisation }) => organisation, 'reasons');
  const rivals = rivalWordings(text, on).map(({ number }) => ({ kind: 'amendment' as const, amendment: number }));
  const threads = pageOf(openFirst(threadsOn(text, on, ...rivals)), context, FEW, ({ number }) => number, 'threads');
  return textSheet(
    context,
    text,
    'points',
    html`<p><a href="${textPath(context, text, 'points')}">${words.all}</a></p>
      <h2>${point === undefined ? words.about(name) : words.title(name)}</h2>
      ${point === undefined ? html`<p>✓ ${words.settled}</p>` : ''} ${steps(context, text, on)}
      <h3>${words.wordings}</h3>
      ${wordings(context, text, on)}
      <h3>${words.positions}</h3>
      ${held.some(({ stand }) => stand !== 'none') ? html`${standsRow(context, held)} ${tallyLine(context, held)}` : ''}
      ${
        reasons.items.length === 0
          ? html`<p class="quiet">${words.nobody}</p>`
          : html`<div class="notes">${reasons.items.map((one) => reasonNote(context, text, one))}</div>
              ${pageLinks(context, reasons)}`
      }
      <h3>${words.consultations}</h3>
      ${consultations(context, text, on, point !== undefined)}
      <h3>${context.t.texts.head.page.debate}</h3>
      ${threads.items.map((thread) => threadBlock(context, text, thread))} ${pageLinks(context, threads)}
      <p>${beginLink(context, text, on)}</p>`,
  );
};

const steps = (context: Context, text: Text, on: Point): Html | '' => {
  if (!isOpen(text) || !mayWork(context)) return '';
  const words = context.t.texts.friction;
  const to = (act: string): string => `${context.base}/do/${act}?text=${text.number}`;
  const clause = on.kind === 'clause' ? `&clause=${on.clause}` : '';
  return html`<p class="actions">
    ${
      text.stage === 'negotiation'
        ? html`<a class="button" href="${to('amendment.propose')}${clause}">${words.bridge}</a>`
        : ''
    }
    <a class="button second" href="${to('consultation.record')}${clause}">${words.record}</a>
    <a class="button second" href="${to('positions.take')}&on=${targetKey(on)}">${words.take}</a>
  </p>`;
};

/** The present words, and beside them every other wording that lies on the table, word by word against them. */
const wordings = (context: Context, text: Text, on: Point): Html => {
  const { t } = context;
  const words = t.texts.friction;
  const { title, clauses } = present(text);
  const now = on.kind === 'whole' ? title : (clauses.find(({ id }) => id === on.clause)?.words ?? '');
  const rivals = rivalWordings(text, on);
  return html`<div class="wordings">
      <section class="panel">
        <h4>${words.present}</h4>
        <p class="words" dir="auto">${emphasised(now)}</p>
      </section>
      ${rivals.map((amendment) => {
        const held = heldOn(context, text, { kind: 'amendment', amendment: amendment.number });
        return html`<section class="panel">
          <h4>
            <a href="${textPath(context, text, 'amendments')}?at=${amendment.number}#a-${amendment.number}"
              >${t.texts.amendments.number(amendment.number)}</a
            >, ${org(context, amendment.by)}
          </h4>
          <p class="quiet">${whatOf(context, text, amendment)}</p>
          ${effectWords(context, effectOf(text, amendment))}
          ${held.some(({ stand }) => stand !== 'none') ? html`${standsRow(context, held)} ${tallyLine(context, held)}` : ''}
        </section>`;
      })}
    </div>
    ${rivals.length === 0 ? html`<p class="quiet">${words.sameWords}</p>` : ''}`;
};

const consultations = (context: Context, text: Text, on: Point, isFriction: boolean): Html => {
  const words = context.t.texts.friction;
  const held = text.consultations.filter((one) => targetKey(one.on) === targetKey(on));
  const shown = pageOf(held, context, FEW, ({ number }) => number, 'consultations');
  if (held.length > 0)
    return html`${shown.items.map((one) => consultationBox(context, text, one))} ${pageLinks(context, shown)}`;
  return isFriction
    ? html`<p class="friction-line"><span aria-hidden="true">⚑ </span><strong>${words.noConsultation}</strong></p>`
    : html`<p class="quiet">${words.noneNeeded}</p>`;
};
