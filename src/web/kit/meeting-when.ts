import { rfc3339 } from '../../base/time.ts';
import { noticeOf } from '../../charter/meetings/meeting-rules.ts';
import type { Meeting, Notice } from '../../charter/meetings/state.ts';
import { dateIn, spanIn } from '../../conference/reading/zone-words.ts';
import { knownZone } from '../../conference/reading/zones.ts';
import { type Html, html } from '../../markup/html.ts';
import type { Context } from './context.ts';

/** When a meeting is: on the clocks of its place, and on the reader's own. A page that shows it brings the island {@link LOCAL_TIME}. */
export const LOCAL_TIME = 'local-time';

/** `14 December 2026`, by the clocks of the place. */
const meetingDay = ({ language }: Context, meeting: Meeting): string => {
  const { starts, zone } = noticeOf(meeting);
  return dateIn(starts, zone, language);
};

/** `Assembly, 14 December 2026`. */
export const meetingTitle = (context: Context, meeting: Meeting): string =>
  context.t.meetings.head.title[meeting.kind](meetingDay(context, meeting));

/** From when to when, with the zone of the place. */
export const placeTime = (
  { language }: Context,
  { starts, ends, zone }: Pick<Notice, 'starts' | 'ends' | 'zone'>,
): Html => html`<time datetime="${rfc3339(starts)}">${spanIn(starts, ends, zone, language)}</time>`;

/** The same for the reader: in universal time, which the island replaces by what the reader's own clocks will show. */
export const readersTime = ({ language, t }: Context, meeting: Meeting): Html | '' => {
  const notice = noticeOf(meeting);
  const { starts, ends, zone } = notice;
  const words = t.meetings.head;
  // Named by the notice, so that a page that is kept up to date shows another one anew.
  return html`<local-time
    class="block quiet"
    id="local-${meeting.number}-${meeting.notices.length}"
    data-from="${rfc3339(starts)}"
    data-to="${rfc3339(ends)}"
    data-zone="${knownZone(zone)}"
    data-messages="${JSON.stringify({ yours: words.yours })}"
    >${knownZone(zone) === 'UTC' ? '' : words.universal(spanIn(starts, ends, 'UTC', language).replace(/ \(UTC\)$/u, ''))}</local-time
  >`;
};

/** Where it is: the place, online, or both. */
export const placeText = ({ t }: Context, { place, link }: Notice): string => {
  const { online } = t.meetings.head;
  if (place === null) return online;
  return link === null ? place : `${place} · ${online.toLowerCase()}`;
};
