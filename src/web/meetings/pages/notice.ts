import { noticeOf } from '../../../charter/meetings/meeting-rules.ts';
import type { Meeting } from '../../../charter/meetings/state.ts';
import { momentIn } from '../../../conference/reading/zone-words.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { meetingSheet } from '../parts/meeting-head.ts';
import { waysPanel } from '../parts/meeting-ways.ts';
import { asksList } from '../parts/meeting-asks.ts';
import { conveners } from '../parts/meeting-due.ts';
import { noticeChanges, noticeFacts } from '../parts/notice-facts.ts';
import { meetingPath } from '../../kit/meeting-link.ts';
import { pdfLink } from '../../kit/pdf-link.ts';
import { paragraphs } from '../../kit/prose.ts';
import { orgs, sentence } from '../../kit/theirs.ts';
import { dayText, moment } from '../../kit/words.ts';

/** The notice of a meeting: where, when, in which languages, what has changed in it, and what to do next. */
export const noticePage = (context: Context, meeting: Meeting): Html => {
  const words = context.t.meetings.notice;
  const notice = noticeOf(meeting);
  return meetingSheet(
    context,
    meeting,
    'notice',
    html`<div class="split">
      <div>
        ${calledOff(context, meeting)} ${calledFor(context, meeting)} ${asksList(context, meeting)}
        ${resumes(context, meeting)} ${noticeFacts(context, notice, [[words.given, moment(context, notice.on.at)]])}
        ${noticeChanges(context, meeting.notices)}
        ${pdfLink(context, `${meetingPath(context, meeting)}/dossier`, { label: context.t.texts.paper.dossierOf.meeting })}
      </div>
      <aside class="side">${context.reader.member ? waysPanel(context, meeting) : ''}</aside>
    </div>`,
  );
};

const calledOff = (context: Context, { cancelled }: Meeting): Html | '' =>
  cancelled === null
    ? ''
    : html`<section class="panel called-off">
        <h2>${context.t.meetings.notice.cancelledOn(dayText(context, cancelled.on.at))}</h2>
        ${cancelled.reason === null ? '' : paragraphs(cancelled.reason)}
      </section>`;

/** Who calls for an assembly that is not convened yet. */
const calledFor = (context: Context, { stage, by, seconds }: Meeting): Html | '' => {
  if (stage !== 'called') return '';
  const callers = [by, ...seconds];
  const words = context.t.meetings.notice;
  return html`<p class="lede">
    ${sentence((names) => words.calledFor(names, callers.length, conveners(context)), orgs(context, callers))}
  </p>`;
};

/** When an adjourned meeting goes on. */
const resumes = ({ language, t }: Context, meeting: Meeting): Html | '' => {
  const at = meeting.sittings.at(-1)?.resumes ?? null;
  if (meeting.stage !== 'adjourned' || at === null) return '';
  return html`<p class="lede">${t.meetings.notice.resumes}: ${momentIn(at, noticeOf(meeting).zone, language)}</p>`;
};
