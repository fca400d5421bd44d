import { type Target, targetKey } from '../../../charter/texts/position-state.ts';
import type { Friction, Text } from '../../../charter/texts/state.ts';
import { present } from '../../../charter/texts/texts.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { pageLinks, pageOf } from '../../kit/listing.ts';
import { emphasised } from '../../kit/prose.ts';
import { day, listText, nameOf, org } from '../../kit/words.ts';
import { amendmentWords, whatOf } from '../parts/change.ts';
import { type OpenPoint, openPoints } from '../parts/open-points.ts';
import { type Held, firstReasons, heldOn, mark, marksKey, standsRow, tallyLine } from '../parts/stands.ts';
import { isOpen, mayWork } from '../parts/text-facts.ts';
import { textSheet } from '../parts/text-head.ts';
import { textPath } from '../parts/text-places.ts';
import { answerHere, answersForm } from '../parts/text-position.ts';
import { frictionPath, targetName } from '../parts/text-target.ts';
import { beginLink } from '../parts/threads.ts';
import { waitsFor } from './amendments.ts';

/** What is open (6.2), a card each: the words and their rivals with everyone's marks, who objects and why, what is being said, and what one may do. */

/** How many cards stand on a page, and how much of each kind on a card; the rest is on the point's own page. */
const [CARDS, FEW] = [10, 3];

export const pointsPage = (context: Context, text: Text): Html => {
  const words = context.t.texts.points;
  const points = openPoints(context, text);
  const shown = pageOf(points, context, CARDS, ({ clause }) => clause ?? 'whole');
  return textSheet(
    context,
    text,
    'points',
    points.length === 0
      ? html`<p class="empty">${isOpen(text) ? words.empty : words.none}</p>`
      : html`<p class="lede">${words.lede}</p>
          ${marksKey(context)}
          ${answersForm(context, text, html`${shown.items.map((point) => card(context, text, point))}`)}
          ${pageLinks(context, shown)}`,
  );
};

const card = (context: Context, text: Text, point: OpenPoint): Html => {
  const on = targetOf(point);
  const name = targetName(context, text, on);
  const id = `p-${point.clause ?? 'whole'}`;
  const held = heldOn(context, text, on);
  return html`<article class="point" id="${id}" aria-labelledby="${id}-title">
    <header>
      <h2 id="${id}-title"><a href="${frictionPath(context, text, on)}">${name}</a></h2>
      ${stateOf(context, text, point)}
    </header>
    <div class="body">
      <div>
        ${asItStands(context, text, on, held, name)}
        ${point.amendments.slice(0, FEW).map((amendment) => rival(context, text, amendment))}
        ${more(context, text, on, point.amendments.length - FEW, context.t.texts.points.moreWordings)}
      </div>
      <div class="talk">
        ${firstReasons(context, text, held, frictionPath(context, text, on))}
        ${point.failing.map(({ on: failing }) => firstReasons(context, text, heldOn(context, text, failing), frictionPath(context, text, failing)))}
        ${talked(context, text, point, on)}
      </div>
    </div>
    ${isOpen(text) && mayWork(context) ? html`<footer>${steps(context, text, on)}</footer>` : ''}
  </article>`;
};

const targetOf = ({ clause }: OpenPoint): Exclude<Target, { readonly kind: 'amendment' }> =>
  clause === null ? { kind: 'whole' } : { kind: 'clause', clause };

/** How much stands against it, and whether anybody has talked it over. */
const stateOf = (context: Context, text: Text, { friction, failing }: OpenPoint): Html => {
  const words = context.t.texts;
  const against = (one: Friction, about: string): Html =>
    html`<span class="friction-line">${mark('object')} ${about}${words.tally.object(one.objections.length)}</span>
      <span class="${one.consultations.length === 0 ? 'friction-line' : 'quiet'}"
        >${words.margin.consultations(one.consultations.length)}</span
      >`;
  return html`${friction === undefined ? '' : against(friction, '')}
  ${failing.map((one) => against(one, `${targetName(context, text, one.on)}: `))}`;
};

/** The present words, with everyone's marks on them. */
const asItStands = (context: Context, text: Text, on: Target, held: readonly Held[], name: string): Html => {
  const { title, clauses } = present(text);
  const now = on.kind === 'clause' ? clauses.find(({ id }) => id === on.clause)?.words : title;
  return html`<div class="wording">
    <p class="words" dir="auto">${emphasised(now ?? '')}</p>
    <p class="quiet">${context.t.texts.points.asItStands}</p>
    ${marksOf(context, held)} ${answerHere(context, text, on, name)}
  </div>`;
};

const marksOf = (context: Context, held: readonly Held[]): Html | '' =>
  held.some(({ stand }) => stand !== 'none') ? html`${standsRow(context, held)} ${tallyLine(context, held)}` : '';

/** Other words that somebody proposes, and what would make them agreed. */
const rival = (context: Context, text: Text, amendment: OpenPoint['amendments'][number]): Html => {
  const words = context.t.texts.amendments;
  const { number, by } = amendment;
  const on = { kind: 'amendment', amendment: number } as const;
  const path = `${textPath(context, text, 'amendments')}?at=${number}#a-${number}`;
  return html`<div class="wording rival">
    <p class="label">
      <a href="${path}">${words.number(number)}</a>: ${whatOf(context, text, amendment)} · ${org(context, by)}
    </p>
    ${amendmentWords(context, text, amendment)} ${marksOf(context, heldOn(context, text, on))}
    <p class="quiet">${words.fate.open}${waitsFor(context, text, amendment)}</p>
    ${answerHere(context, text, on, words.number(number))}
  </div>`;
};

const more = (context: Context, text: Text, on: Target, left: number, says: (n: number) => string): Html | '' =>
  left <= 0 ? '' : html`<p><a href="${frictionPath(context, text, on)}">${says(left)}</a></p>`;

/** The last consultation, and the last word of each of the first open threads. */
const talked = (context: Context, text: Text, { threads }: OpenPoint, on: Target): Html => {
  const words = context.t.texts;
  const consultation = text.consultations.findLast((one) => targetKey(one.on) === targetKey(on));
  return html`${
    consultation === undefined
      ? ''
      : html`<div class="note">
          <strong>${words.consultation.number(consultation.number)}</strong> · ${day(context, consultation.held)} ·
          <bdi
            >${listText(
              context,
              consultation.with.map((id) => nameOf(context, id)),
            )}</bdi
          >
          <blockquote><p>${emphasised(shortened(consultation.result))}</p></blockquote>
        </div>`
  }
  ${threads.slice(0, FEW).map(({ number, posts }) => {
    const last = posts.at(-1);
    return last === undefined
      ? ''
      : html`<div class="note">
          ${org(context, last.by)} · ${day(context, last.mark.at)} ·
          <a href="${textPath(context, text, 'debate')}?at=${number}#t-${number}"
            >${words.points.thread(number, posts.length)}</a
          >
          <blockquote><p>${emphasised(shortened(last.words))}</p></blockquote>
        </div>`;
  })}
  ${more(context, text, on, threads.length - FEW, words.points.moreThreads)}`;
};

/** The beginning of what somebody wrote; the whole is one click away. */
const shortened = (words: string): string => (words.length <= LONG ? words : `${words.slice(0, LONG).trimEnd()} …`);

const LONG = 280;

const steps = (context: Context, text: Text, on: Exclude<Target, { readonly kind: 'amendment' }>): Html => {
  const words = context.t.texts.friction;
  const to = (act: string): string => `${context.base}/do/${act}?text=${text.number}`;
  const clause = on.kind === 'clause' ? `&clause=${on.clause}` : '';
  const name = html`<span class="visually-hidden">: ${targetName(context, text, on)}</span>`;
  return html`${text.stage === 'negotiation' ? html`<a href="${to('amendment.propose')}${clause}">${words.bridge}${name}</a>` : ''}
    <a href="${to('consultation.record')}${clause}">${words.record}${name}</a>
    ${beginLink(context, text, on, context.t.texts.debate.it)}`;
};
