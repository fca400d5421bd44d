import { type Html, html } from '../../../markup/html.ts';
import { sentence } from '../../kit/theirs.ts';
import { agendaOf } from '../../../charter/meetings/agenda.ts';
import { noticeOf } from '../../../charter/meetings/meeting-rules.ts';
import type { Meeting } from '../../../charter/meetings/state.ts';
import type { Context } from '../../kit/context.ts';
import { page } from '../../kit/layout.ts';
import { org } from '../../kit/words.ts';
import { LOCAL_TIME, meetingTitle, placeText, placeTime, readersTime } from '../../kit/meeting-when.ts';
import { MEETING_TABS, type MeetingTab, meetingPath } from '../../kit/meeting-link.ts';

/** What stands above a meeting on each of its pages: what it is, when and where, how far it is, and the tabs. */

/** Those who follow a public sitting and are no members see what was announced, what is on the agenda, and the sitting. */
const SHOWN_TO_ALL: ReadonlySet<MeetingTab> = new Set(['notice', 'agenda', 'sitting']);

/** `CRB · meeting 3`. */
export const meetingCitation = ({ reader, t }: Context, { number }: Pick<Meeting, 'number'>): string =>
  `${reader.charter()?.charter.abbreviation ?? ''} · ${t.meetings.head.number(number)}`;

const meetingHead = (context: Context, meeting: Meeting, tab: MeetingTab): Html => {
  const words = context.t.meetings.head;
  const notice = noticeOf(meeting);
  const convenedBy = words[isByGroup(context, meeting) ? 'convenedByGroup' : 'convenedBy'];
  return html`<p class="symbol">${words.kind[meeting.kind]} · ${meetingCitation(context, meeting)}</p>
    <h1>${meetingTitle(context, meeting)}</h1>
    <p class="meeting-when">${placeTime(context, notice)} ${readersTime(context, meeting)}</p>
    <p class="status">
      <span><strong class="stage-${meeting.stage}">${words.stage[meeting.stage]}</strong></span>
      <bdi>${placeText(context, notice)}</bdi>
      <span>${sentence(convenedBy, org(context, meeting.by))}</span>
    </p>
    ${tabs(context, meeting, tab)}`;
};

/** Whether a coordinating group convened it: before one is elected, any participant does what is the group's. */
const isByGroup = ({ reader }: Context, { byGroup, on }: Meeting): boolean =>
  byGroup && [...reader.earlierGroups(), ...[reader.group() ?? []].flat()].some(({ elected }) => elected.at <= on.at);

const tabs = (context: Context, meeting: Meeting, here: MeetingTab): Html => {
  const words = context.t.meetings.head;
  const counts: Partial<Record<MeetingTab, number>> = { agenda: agendaOf(meeting).length };
  const shown = MEETING_TABS.filter((tab) => context.reader.member || SHOWN_TO_ALL.has(tab));
  return html`<nav class="tabs" aria-label="${words.tabs}">
    ${shown.map((tab) => {
      const count = counts[tab] ?? 0;
      return html`<a href="${meetingPath(context, meeting, tab)}" ${tab === here ? html`aria-current="page"` : ''}
        >${words.tab[tab]}${count === 0 ? '' : ` (${count})`}</a
      >`;
    })}
  </nav>`;
};

/** One page about a meeting. */
export const meetingSheet = (
  context: Context,
  meeting: Meeting,
  tab: MeetingTab,
  body: Html,
  islands: readonly string[] = [],
): Html => {
  const title = meetingTitle(context, meeting);
  return page(context, {
    title: tab === 'notice' ? title : `${context.t.meetings.head.tab[tab]} – ${title}`,
    // In a room, decisions on texts are taken, too.
    ...(tab === 'sitting' ? {} : { about: [`meetings/${meeting.number}`] }),
    islands: [LOCAL_TIME, ...islands],
    body: html`${meetingHead(context, meeting, tab)} ${body}`,
  });
};
