import type { Card } from '../../../charter/meetings/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import type { Room } from './room.ts';
import { press } from '../../act/press.ts';
import { listText, nameOf } from '../../kit/words.ts';

/**
 * Indicator cards in the manner of the World Council of Churches. Shape tells them apart as colour does: an upright card with a sun, a card on its side
 * with a wave, and the two crossed.
 */

const CARDS: readonly Card[] = ['warm', 'cool', 'move-on'];

const SHAPES: Readonly<Record<Card, Html>> = {
  warm: html`<rect x="11" y="3" width="18" height="34" rx="2.5" fill="currentColor" />
    <circle cx="20" cy="20" r="5" fill="var(--sheet)" />`,
  cool: html`<rect x="3" y="11" width="34" height="18" rx="2.5" fill="currentColor" />
    <path d="M9 21q3.7-5 7.4 0t7.3 0 7.3 0" fill="none" stroke="var(--sheet)" stroke-width="2.6" />`,
  'move-on': html`<rect x="14" y="3" width="12" height="34" rx="2" class="warm" transform="rotate(-45 20 20)" />
    <rect
      x="14"
      y="3"
      width="12"
      height="34"
      rx="2"
      class="cool"
      stroke="var(--sheet)"
      stroke-width="1.5"
      transform="rotate(45 20 20)"
    />`,
};

const cardShape = (card: Card): Html =>
  html`<svg class="card-shape ${card}" viewBox="0 0 40 40" aria-hidden="true" focusable="false">${SHAPES[card]}</svg>`;

/** How many show each card; who they are, one by one, for those who want to know. */
export const cardCounts = (context: Context, { meeting, open }: Room, named = true): Html | '' => {
  const words = context.t.sitting.room;
  if (!open) return '';
  const by = (card: Card) => [...meeting.cards].filter(([, shown]) => shown === card).map(([id]) => id);
  return html`<section class="cards" aria-labelledby="cards-title">
    <h2 id="cards-title">${words.cards}</h2>
    <ul class="card-counts">
      ${CARDS.map((card) => {
        const count = by(card).length;
        return html`<li class="${count === 0 ? 'none' : ''}">
          ${cardShape(card)} <strong class="figures">${count}</strong> <span>${words.card[card]}</span>
        </li>`;
      })}
    </ul>
    ${
      named && meeting.cards.size > 0
        ? html`<details>
            <summary>${words.shown(meeting.cards.size)}</summary>
            <dl class="facts">
              ${CARDS.filter((card) => by(card).length > 0).map(
                (card) =>
                  html`<dt>${words.card[card]}</dt>
                    <dd dir="auto">
                      ${listText(
                        context,
                        by(card).map((id) => nameOf(context, id)),
                      )}
                    </dd>`,
              )}
            </dl>
          </details>`
        : ''
    }
  </section>`;
};

/** For how long a card that could not be sent is still about what is said. */
const CARD_LASTS = 60;

/** The three cards as buttons; the one that is shown puts itself down. */
export const cardButtons = (context: Context, { meeting, mine }: Room): Html | '' => {
  if (mine?.present !== true || !mine.named) return '';
  const words = context.t.sitting.room;
  return html`<div class="card-buttons">
    ${CARDS.map((card) => {
      const shown = mine.card === card;
      return press(context, {
        kind: 'card.show',
        place: `card-${card}`,
        body: { meeting: meeting.number, card: shown ? null : card },
        fields: { meeting: meeting.number, card: shown ? '' : card },
        label: html`${cardShape(card)}
          <span>${words.cardMeans[card]}</span> ${shown ? html`<small>${words.showsIt}</small>` : ''}`,
        look: 'card',
        pressed: shown,
        lasts: CARD_LASTS,
      });
    })}
  </div>`;
};
