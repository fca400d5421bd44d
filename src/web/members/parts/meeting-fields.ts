import type { FoundingMeeting } from '../../../charter/members/founding-state.ts';
import { momentIn } from '../../../conference/reading/zone-words.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { FormContext, SiteContext } from '../../kit/context.ts';
import { type FormState, lineInput, textArea } from '../../kit/controls.ts';
import type { Fields } from '../../kit/fields.ts';
import type { FormProblem } from '../../kit/problem.ts';
import { readTime, readZone } from '../../kit/time-fields.ts';
import { timeInput, zoneInput } from '../../kit/time-input.ts';

/** The founding meeting as fields of the founding form, read back from them, and in words. */

/** Without a place there is none: the founders sign in writing. */
export const meetingFields = (state: FormState<FormContext>): Html => {
  const words = state.context.t.site.found.meeting;
  return html`<p>${words.lede}</p>
    ${lineInput(state, {
      name: 'meetingPlace',
      pointer: '/body/meeting/place',
      label: words.place,
      hint: words.placeHint,
      optional: true,
      max: 300,
    })}
    <div class="times">
      ${timeInput(state, { name: 'meetingStarts', label: words.starts, zone: 'meetingZone', unmarked: true })}
      ${timeInput(state, { name: 'meetingEnds', label: words.ends, zone: 'meetingZone', unmarked: true })}
    </div>
    ${zoneInput(state, { name: 'meetingZone', label: words.zone, initial: 'UTC' })}
    ${textArea(state, {
      name: 'meetingAgenda',
      pointer: '/body/meeting/agenda',
      label: words.agenda,
      hint: words.agendaHint,
      optional: true,
      rows: 4,
      max: 4000,
    })}`;
};

type FieldProblem = Extract<FormProblem, { readonly kind: 'field' }>;

/** The meeting that was typed, `null` where none was, or the field that could not be read. */
export const readMeeting = (fields: Fields): Omit<FoundingMeeting, 'by' | 'on'> | null | FieldProblem => {
  const place = fields.optional('meetingPlace');
  if (place === null) return null;
  const zone = readZone(fields, 'meetingZone');
  if (!zone.ok) return zone.error;
  const starts = readTime(fields, 'meetingStarts', zone.value);
  if (!starts.ok) return starts.error;
  const ends = readTime(fields, 'meetingEnds', zone.value);
  if (!ends.ok) return ends.error;
  const agenda = fields
    .text('meetingAgenda')
    .split('\n')
    .map((title) => title.trim())
    .filter((title) => title !== '');
  return { place, zone: zone.value, starts: starts.value, ends: ends.value, agenda };
};

/** Where and when, and what is on its provisional agenda. */
export const meetingFacts = (
  context: SiteContext,
  meeting: Pick<FoundingMeeting, 'place' | 'starts' | 'ends' | 'zone' | 'agenda'> | null,
): Html => {
  const words = context.t.site.found.meeting;
  if (meeting === null) return html`<p>${words.inWriting}</p>`;
  const { place, starts, ends, zone, agenda } = meeting;
  return html`<p>
      <bdi>${place}</bdi>, ${momentIn(starts, zone, context.language)} – ${momentIn(ends, zone, context.language)}
    </p>
    ${
      agenda.length === 0
        ? ''
        : html`<ol>
            ${agenda.map((title) => html`<li dir="auto">${title}</li>`)}
          </ol>`
    }`;
};
