import { html } from 'hono/html';
import type { OrganisationId } from '../../base/ids.ts';
import type { Html } from '../act-form.ts';
import type { Context, Me } from '../context.ts';

/** The calendar of all meetings, to subscribe to. */

/** Where an organisation's calendar is read, in the language of whoever took the address. */
export const calendarAddress = ({ origin, base, language }: Context, id: OrganisationId, key: string): string =>
  `${origin}${base}/calendar/${id}/${key}.ics?lang=${language}`;

export const calendarPanel = (context: Context, { organisation }: Me, key: string): Html => {
  const words = context.t.meetings.list.calendar;
  const address = calendarAddress(context, organisation.id, key);
  return html`<section class="panel no-print">
    <h2>${words.title}</h2>
    <p>${words.lede}</p>
    <p><a class="button second" href="${address.replace(/^https?:/u, 'webcal:')}">${words.subscribe}</a></p>
    <div class="field">
      <label for="calendar-address">${words.address}</label>
      <input id="calendar-address" value="${address}" readonly spellcheck="false" />
    </div>
    <p class="quiet">${words.secret}</p>
  </section>` as Html;
};
