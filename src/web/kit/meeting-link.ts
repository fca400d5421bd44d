import type { Meeting } from '../../charter/meetings/state.ts';
import { type Html, html } from '../../markup/html.ts';
import type { Context } from './context.ts';
import { meetingTitle } from './meeting-when.ts';

/** Ways to a meeting and its sitting, for whatever speaks of one. */

export const MEETING_TABS = ['notice', 'agenda', 'attendance', 'sitting', 'summary'] as const;
export type MeetingTab = (typeof MEETING_TABS)[number];

export const meetingPath = (
  { base, reader }: Context,
  { number }: Pick<Meeting, 'number'>,
  tab: MeetingTab = 'notice',
): string => {
  if (tab === 'notice') return `${base}/meetings/${number}`;
  return `${base}/meetings/${number}/${tab === 'sitting' && !reader.member ? 'follow' : tab}`;
};

/** The meeting by name, leading to its page. */
export const meetingLink = (context: Context, number: number): Html => {
  const meeting = context.reader.meeting(number);
  return meeting === null
    ? html`${context.t.meetings.head.number(number)}`
    : html`<a href="${meetingPath(context, meeting)}">${meetingTitle(context, meeting)}</a>`;
};

/** What an act says of a meeting: a sentence, then which one. */
export const aboutMeeting = (context: Context, sentence: string, number: number): Html =>
  html`<p>${sentence} ${meetingLink(context, number)}.</p>`;

export const sittingPath = ({ base }: Context, meeting: number, page: 'sitting' | 'follow' | 'projector' = 'sitting') =>
  `${base}/meetings/${meeting}/${page}`;
