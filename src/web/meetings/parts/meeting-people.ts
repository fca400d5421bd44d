import type { Guest } from '../../../charter/meetings/state.ts';
import type { Organisation } from '../../../charter/members/organisation-state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { delegateName } from '../../members/forms/names.ts';

/** People at meetings, as members call them. */

/** Delegates one after another; `null`: none. */
export const delegateNames = (context: Context, organisation: Organisation, numbers: readonly number[]): Html | null =>
  numbers.length === 0
    ? null
    : html`${numbers.map((number, i) => html`${i === 0 ? '' : ', '}${delegateName(context, organisation, number)}`)}`;

export const guestName = ({ attached, t }: Context, { name }: Pick<Guest, 'name'>): Html => {
  const known = attached.get(name);
  return known === undefined
    ? html`<span class="quiet">${t.meetings.attendance.erased}</span>`
    : html`<bdi>${known}</bdi>`;
};
