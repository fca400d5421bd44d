import type { Meeting } from '../../../charter/meetings/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { press } from '../../act/press.ts';
import { type Room, agendaItems, nextItem } from './room.ts';

/** The agenda, and where on it the sitting is. */

export const underDiscussion = ({ t }: Context, { item, meeting }: Room): Html => {
  const words = t.sitting.room;
  return html`<section class="now" aria-labelledby="now-title">
    <h2 id="now-title">${words.now}</h2>
    ${
      item === null
        ? html`<p class="quiet" data-says="item">${meeting.agenda === null ? words.noAgenda : words.noItem}</p>`
        : html`<p class="item-title" data-says="item">
              <span class="no">${item.number}.</span> <bdi>${item.title}</bdi>
            </p>
            ${item.words === null ? '' : html`<p class="quiet" dir="auto">${item.words}</p>`}`
    }
  </section>`;
};

/** The list of items; `steps`: with what the chair can do about them. */
export const roomAgenda = (context: Context, { meeting, open }: Room, steps: boolean): Html => {
  const words = context.t.sitting.room;
  const items = agendaItems(meeting);
  return html`<section class="room-agenda" aria-labelledby="agenda-title">
    <h2 id="agenda-title">
      ${words.agenda}${meeting.agenda === null ? html` <span class="tally">${words.provisional}</span>` : ''}
    </h2>
    ${items.length === 0 ? html`<p class="quiet">${words.noItems}</p>` : itemsList(context, meeting, steps && open)}
    ${steps && open && meeting.agenda === null && items.length > 0 ? adopting(context, meeting) : ''}
  </section>`;
};

const itemsList = (context: Context, meeting: Meeting, steps: boolean): Html => {
  const words = context.t.sitting.room;
  return html`<ol class="items">
    ${agendaItems(meeting).map((item) => {
      const now = item.number === meeting.item;
      return html`<li value="${item.number}" ${now ? html`aria-current="true"` : ''}>
        <bdi>${item.title}</bdi>
        ${now ? html`<span class="mark">${words.isNow}</span>` : item.taken.length > 0 ? html`<span class="mark done">${words.done}</span>` : ''}
        ${
          steps && !now && meeting.agenda !== null
            ? press(context, {
                kind: 'sitting.item',
                place: `item-${item.number}`,
                body: { meeting: meeting.number, item: item.number },
                fields: { meeting: meeting.number, item: item.number },
                label: html`${words.takeUp}<span class="visually-hidden">: ${item.title}</span>`,
                look: 'plain',
              })
            : ''
        }
      </li>`;
    })}
  </ol>`;
};

const adopting = (context: Context, meeting: Meeting): Html => {
  const words = context.t.sitting.room;
  const items = agendaItems(meeting).map(({ number }) => number);
  return html`${press(context, {
      kind: 'call.open',
      place: 'adopt-agenda',
      body: { meeting: meeting.number, question: { kind: 'agenda', items } },
      fields: {
        meeting: meeting.number,
        question: 'agenda',
        ...Object.fromEntries(items.map((number, i) => [`place-${number}`, i + 1])),
      },
      label: words.adopt,
    })}
    <p>
      <a href="${context.base}/do/call.open?meeting=${meeting.number}&amp;question=agenda">${words.adoptOther}</a>
    </p>`;
};

/** The chair takes up the next item, or leaves the last. */
export const nextItemButton = (context: Context, { meeting }: Room): Html | '' => {
  const words = context.t.sitting.room;
  const next = nextItem(meeting);
  if (next === null && meeting.item === null) return '';
  const { number } = meeting;
  return html`<div class="presses">
    ${
      next === null
        ? press(context, {
            kind: 'sitting.item',
            place: 'next-item',
            body: { meeting: number, item: null },
            fields: { meeting: number, item: '' },
            label: words.leaveItem,
            look: 'second',
          })
        : press(context, {
            kind: 'sitting.item',
            place: 'next-item',
            body: { meeting: number, item: next.number },
            fields: { meeting: number, item: next.number },
            label: html`<bdi>${words.takeNext(next.title)}</bdi>`,
            look: 'second',
          })
    }
  </div>`;
};
