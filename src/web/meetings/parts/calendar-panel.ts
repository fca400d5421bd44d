import type { Holder } from '../../../charter/members/holders.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context, Me } from '../../kit/context.ts';

/** The calendar of all meetings, to subscribe to. */

type Whose = Pick<Holder, 'organisation' | 'delegate'>;

/** Where a delegate reads the organisation's calendar, in the language of whoever took the address. */
export const calendarAddress = (
  { origin, base, language }: Context,
  { organisation, delegate }: Whose,
  key: string,
): string => `${origin}${base}/calendar/${organisation}/${delegate}/${key}.ics?lang=${language}`;

export const calendarPanel = (context: Context, { organisation, delegate }: Me, key: string): Html => {
  const words = context.t.meetings.list.calendar;
  const address = calendarAddress(context, { organisation: organisation.id, delegate: delegate.number }, key);
  return html`<section class="panel no-print">
    <h2>${words.title}</h2>
    <p>${words.lede}</p>
    <p><a class="button second" href="${address.replace(/^https?:/u, 'webcal:')}">${words.subscribe}</a></p>
    <div class="field">
      <label for="calendar-address">${words.address}</label>
      <input id="calendar-address" value="${address}" readonly spellcheck="false" />
    </div>
    <p class="quiet">${words.secret}</p>
  </section>`;
};
