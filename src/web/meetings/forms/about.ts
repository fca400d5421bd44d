import type { ActKind } from '../../../charter/acts.ts';
import type { Meeting } from '../../../charter/meetings/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import type { Fields } from '../../kit/fields.ts';
import { type FormState, hidden } from '../../kit/controls.ts';
import { formPage } from '../../act/form-page.ts';
import type { FormProblem } from '../../kit/problem.ts';
import { meetingLink } from '../../kit/meeting-link.ts';

/** What the forms about one meeting have in common. */

/** The meeting that a form is about, for those who may act on it; `null`: there is none. */
export const meetingIn = ({ reader }: Context, fields: Fields): Meeting | null =>
  reader.member ? reader.meeting(fields.integer('meeting')) : null;

interface MeetingFormSheet {
  readonly kind: ActKind;
  readonly lede: string;
  readonly fields: (state: FormState, meeting: Meeting) => Html;
  /** What the fields hold before anything was typed. */
  readonly initial?: (meeting: Meeting) => (fields: Fields) => Fields;
  readonly multipart?: true;
}

/** The page with the form of an act on one meeting. */
export const meetingForm = (
  context: Context,
  typed: Fields,
  problem: FormProblem | null,
  sheet: (meeting: Meeting) => MeetingFormSheet,
): Html | null => {
  const meeting = meetingIn(context, typed);
  if (meeting === null) return null;
  const { kind, lede, fields, initial, multipart } = sheet(meeting);
  const state: FormState = { context, problem, fields: initial?.(meeting)(typed) ?? typed };
  return formPage(state, {
    kind,
    lede: html`${lede}`,
    about: meetingLink(context, meeting.number),
    fields: html`${hidden('sent', 'yes')}${hidden('meeting', meeting.number)} ${fields(state, meeting)}`,
    ...(multipart === undefined ? {} : { multipart }),
  });
};
