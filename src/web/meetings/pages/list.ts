import { agendaOf } from '../../../charter/meetings/agenda.ts';
import { noticeOf } from '../../../charter/meetings/meeting-rules.ts';
import type { Meeting, MeetingStage } from '../../../charter/meetings/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { page } from '../../kit/layout.ts';
import { pageLinks, pageOf } from '../../kit/listing.ts';
import { pastAmong, pastAt, pastOf, pastRow } from '../../kit/past.ts';
import { duePanel } from '../parts/meeting-due.ts';
import { LOCAL_TIME, meetingTitle, placeText, placeTime, readersTime } from '../../kit/meeting-when.ts';
import { yearFigure } from '../parts/meeting-year.ts';
import { dayText } from '../../kit/words.ts';
import { meetingPath } from '../../kit/meeting-link.ts';

/** Every meeting: when the next assembly is due, the year as a line, what is coming and what has been. */

const OVER: ReadonlySet<MeetingStage> = new Set(['closed', 'cancelled']);

const PAGE = 30;

export const meetingsPage = (context: Context, calendar: Html | '' = ''): Html => {
  const { t, reader } = context;
  const words = t.meetings.list;
  const meetings = reader.meetings();
  const starts = (meeting: Meeting): number => noticeOf(meeting).starts;
  const ahead = meetings.filter(({ stage }) => !OVER.has(stage)).toSorted((a, b) => starts(a) - starts(b));
  const archived = pastOf(context, 'meeting');
  const held = (meeting: Meeting, over: boolean): Listed => ({
    at: starts(meeting),
    over,
    name: `${meeting.number}`,
    row: () => row(context, meeting),
  });
  const past = [
    ...meetings.filter(({ stage }) => OVER.has(stage)).map((meeting) => held(meeting, true)),
    ...archived.map((piece): Listed => ({
      at: pastAt(piece),
      over: true,
      name: `archive-${piece.number}`,
      row: () => pastRow(context, piece),
    })),
  ].toSorted((a, b) => b.at - a.at);
  const all = [...ahead.map((meeting) => held(meeting, false)), ...past];
  const shown = pageOf(all, context, PAGE, ({ name }) => name);
  const here = (over: boolean): readonly Listed[] => shown.items.filter((one) => one.over === over);
  return page(context, {
    title: words.title,
    islands: [LOCAL_TIME],
    body: html`<h1>${words.title}</h1>
      <p class="lede">${reader.member ? words.lede : words.publicLede}</p>
      ${pastAmong(context, archived)}
      <div class="${reader.member ? 'split' : ''}">
        <div>
          ${all.length === 0 ? html`<p class="empty">${empty(context)}</p>` : meetings.length === 0 ? '' : yearFigure(context)}
          ${meetings.length === 0 ? '' : html`<h2>${words.upcoming}</h2>`}
          ${meetings.length > 0 && ahead.length === 0 ? html`<p class="quiet">${words.noneAhead}</p>` : ''}
          ${rows(here(false))} ${here(true).length === 0 ? '' : html`<h2>${words.past}</h2>`} ${rows(here(true))}
          ${pageLinks(context, shown)}
        </div>
        ${reader.member ? html`<aside>${duePanel(context)} ${calendar}</aside>` : ''}
      </div>`,
  });
};

const empty = ({ t, reader }: Context): string => {
  const words = t.meetings.list;
  return reader.member ? `${words.none} ${words.noneYours}` : words.nonePublic;
};

/** A meeting that was called here, or one from the archive. */
interface Listed {
  readonly at: number;
  readonly over: boolean;
  readonly name: string;
  readonly row: () => Html;
}

const rows = (list: readonly Listed[]): Html | '' =>
  list.length === 0
    ? ''
    : html`<ul class="rows">
        ${list.map((one) => one.row())}
      </ul>`;

const row = (context: Context, meeting: Meeting): Html => {
  const { head } = context.t.meetings;
  const notice = noticeOf(meeting);
  const over = OVER.has(meeting.stage);
  return html`<li>
    <span class="symbol">${head.kind[meeting.kind]}</span>
    <span class="what block"><a href="${meetingPath(context, meeting)}">${meetingTitle(context, meeting)}</a></span>
    <span class="why">${placeTime(context, notice)} ${over ? '' : readersTime(context, meeting)}</span>
    <span class="why"
      ><strong class="stage-${meeting.stage}">${head.stage[meeting.stage]}</strong> ·
      <bdi>${placeText(context, notice)}</bdi> · ${counts(context, meeting)}</span
    >
    ${meeting.stage === 'closed' && context.reader.member ? html`<span class="why">${record(context, meeting)}</span>` : ''}
  </li>`;
};

/** How much is on the agenda; who was there, or says that it comes. */
const counts = ({ t }: Context, meeting: Meeting): string => {
  const words = t.meetings.list;
  const coming = [...meeting.replies.values()].filter(({ reply }) => reply === 'coming' || reply === 'online').length;
  const there = meeting.present.size;
  return [
    words.items(agendaOf(meeting).length),
    ...(there > 0 ? [words.present(there)] : coming > 0 ? [words.coming(coming)] : []),
  ].join(' · ');
};

const record = (context: Context, meeting: Meeting): Html => {
  const words = context.t.meetings.list.record;
  const { summary } = meeting;
  if (summary === null) return html`${words.none}`;
  const state =
    summary.approved !== null
      ? words.approved
      : summary.deadline === null
        ? words.contested
        : words.open(dayText(context, summary.deadline));
  return html`<a href="${meetingPath(context, meeting, 'summary')}">${state}</a>`;
};
