import { printedNow } from '../../../charter/members/names.ts';
import { ownCountry } from '../../../charter/names/printed.ts';
import type { OrganisationId } from '../../../base/ids.ts';
import type { Group } from '../../../charter/group/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { org } from '../../kit/words.ts';

/** The seats of the coordinating group as a row of cards: its members, then its substitutes in their order. */
export const groupSeats = (context: Context, { members, substitutes, changes }: Group): Html => {
  const words = context.t.group;
  const due = context.reader.rules().coordinatingGroup.members;
  const came = new Set(changes.flatMap(({ successor }) => successor ?? []));
  return html`<ol class="seats" aria-label="${words.seats}">
    ${members.map((id) => seat(context, id, words.member, came.has(id)))}
    ${Array.from({ length: Math.max(0, due - members.length) }, () => vacant(context))}
    ${substitutes.map((id, i) => seat(context, id, words.substitute(i + 1), false, 'substitute'))}
  </ol>`;
};

const seat = (context: Context, id: OrganisationId, label: string, steppedIn: boolean, kind = 'member'): Html => {
  const words = context.t.group;
  const notes = [...(steppedIn ? [words.steppedIn] : []), ...(context.me?.organisation.id === id ? [words.you] : [])];
  const organisation = context.reader.organisation(id);
  return html`<li class="${kind}">
    <span class="symbol">${label}</span>
    <a href="${context.base}/participants/${id}">${org(context, id)}</a>
    <span class="quiet">${organisation === null ? '' : html`<bdi>${ownCountry(printedNow(organisation))}</bdi>`}</span>
    ${notes.length === 0 ? '' : html`<span class="note">${notes.join(' · ')}</span>`}
  </li>`;
};

const vacant = ({ t }: Context): Html =>
  html`<li class="vacant">
    <span class="symbol">${t.group.member}</span>
    <strong>${t.group.vacant}</strong>
    <span class="quiet">${t.group.vacantWhy}</span>
  </li>`;
