import type { ActKind } from '../../../charter/acts.ts';
import type { Meeting } from '../../../charter/meetings/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { type FormState, hidden } from '../../kit/controls.ts';
import { formPage } from '../../act/form-page.ts';
import { meetingLink } from '../../kit/meeting-link.ts';

/** What the forms of a sitting have in common: the meeting above, and where to go on. */

/** A form of one act in a meeting. */
export const sittingForm = (
  state: FormState,
  {
    meeting,
    ...sheet
  }: { readonly kind: ActKind; readonly meeting: Meeting; readonly lede: string; readonly fields: Html },
): Html =>
  formPage(state, {
    ...sheet,
    about: meetingLink(state.context, meeting.number),
    fields: html`${hidden('sent', 'yes')}${hidden('meeting', meeting.number)} ${sheet.fields}`,
  });

/** An item of a meeting by its number and title. */
export const itemName = (context: Context, meeting: Meeting | null, number: number): Html => {
  const words = context.t.sitting.room;
  const item = meeting?.items[number - 1];
  return html`${words.item(number)}${item === undefined ? '' : html`: <bdi>${item.title}</bdi>`}`;
};
