import { DAY, type Instant, after } from '../../../base/time.ts';
import type { Meeting } from '../../../charter/meetings/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { meetingTitle, placeTime } from '../../kit/meeting-when.ts';
import { noticeOf } from '../../../charter/meetings/meeting-rules.ts';
import { mayWork } from '../../texts/parts/text-facts.ts';
import { dayText, daysUntil } from '../../kit/words.ts';
import { meetingPath } from '../../kit/meeting-link.ts';

/** When the next assembly is due, and whose it is to convene it (5.1). */

/** How many participants convene an assembly together, where the group does not. */
export const conveners = (context: Context): number => context.reader.conveners();

/** The assembly that is on its way; one whose days have passed without it is not. */
const assemblyAhead = (meetings: readonly Meeting[], now: Instant): Meeting | undefined =>
  meetings.find(
    (meeting) =>
      meeting.kind === 'assembly' &&
      meeting.stage !== 'closed' &&
      meeting.stage !== 'cancelled' &&
      (meeting.stage === 'open' || after(noticeOf(meeting).ends, DAY) > now),
  );

/** Whether the reader's organisation may convene an assembly now, alone or as the first of several. */
export const mayConvene = ({ reader, now }: Context): boolean => {
  if (reader.viewer.kind !== 'organisation') return false;
  const { anyoneFrom } = reader.assemblyDue();
  return reader.mayServe(reader.viewer.id) || (anyoneFrom !== null && now >= anyoneFrom);
};

/** Whether it has a seat in the group, whose meetings its members and substitutes announce. */
export const isSeated = ({ reader, me }: Context): boolean => {
  const group = reader.group();
  return me !== null && group !== null && [...group.members, ...group.substitutes].includes(me.organisation.id);
};

export const duePanel = (context: Context): Html => {
  const { t, base, reader } = context;
  const words = t.meetings.list;
  const { by } = reader.assemblyDue();
  const ahead = assemblyAhead(reader.meetings(), context.now);
  const late = by !== null && context.now > by;
  return html`<section class="panel next-assembly ${late && ahead === undefined ? 'late' : ''}">
    <h2>${words.next}</h2>
    ${
      ahead === undefined
        ? ''
        : html`<p>
            ${words.ahead} <a href="${meetingPath(context, ahead)}">${meetingTitle(context, ahead)}</a><br />
            ${placeTime(context, noticeOf(ahead))}
          </p>`
    }
    <p>${due(context, ahead)}</p>
    ${ahead === undefined ? html`<p>${whoConvenes(context)} ${words.notice(reader.rules().meetings.noticeDays)}</p>` : ''}
    ${
      mayWork(context)
        ? html`<p class="actions">
            ${mayConvene(context) ? html`<a class="button ${ahead === undefined ? '' : 'second'}" href="${base}/do/meeting.convene">${words.convene}</a>` : ''}
            ${isSeated(context) ? html`<a href="${base}/do/meeting.convene?kind=group">${words.convokeGroup}</a>` : ''}
          </p>`
        : ''
    }
  </section>`;
};

const due = (context: Context, ahead: Meeting | undefined): string => {
  const words = context.t.meetings.list;
  const { by } = context.reader.assemblyDue();
  if (by === null) return words.notDue;
  const day = dayText(context, by);
  if (context.now > by) return ahead === undefined ? words.overdue(day) : words.wasDue(day);
  return words.dueBy(day, context.t.common.inDays(daysUntil(context, by)));
};

const whoConvenes = (context: Context): string => {
  const { reader, now } = context;
  const words = context.t.meetings.list;
  if (reader.group() === null) return words.anyParticipant(conveners(context));
  const { anyoneFrom } = reader.assemblyDue();
  if (anyoneFrom === null) return words.groupConvenes;
  return now >= anyoneFrom ? words.anyoneNow(conveners(context)) : words.anyoneFrom(dayText(context, anyoneFrom));
};
