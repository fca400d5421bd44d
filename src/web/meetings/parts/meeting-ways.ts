import { DAY, type Instant, after } from '../../../base/time.ts';
import type { Meeting, MeetingStage } from '../../../charter/meetings/state.ts';
import { noticeOf } from '../../../charter/meetings/meeting-rules.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context, Me } from '../../kit/context.ts';
import { delegateNames } from './meeting-people.ts';
import { mayWork } from '../../texts/parts/text-facts.ts';
import { meetingPath } from '../../kit/meeting-link.ts';

/** What a delegate can do about a meeting now, the most pressing first. */

type Way = readonly [label: string, href: string];

const BEFORE: ReadonlySet<MeetingStage> = new Set(['called', 'convened']);
const ANSWERED: ReadonlySet<MeetingStage> = new Set(['called', 'convened', 'adjourned']);
const GOING_ON: ReadonlySet<MeetingStage> = new Set(['called', 'convened', 'open', 'adjourned']);

/** Whether items may be proposed now (5.3). */
export const takesItems = ({ reader, now }: Context, meeting: Meeting): boolean =>
  BEFORE.has(meeting.stage) ? now <= reader.agendaCloses(meeting) : GOING_ON.has(meeting.stage);

/** Whether its next sitting can be expected within a day. */
const opensSoon = (meeting: Meeting, now: Instant): boolean => {
  const { stage, sittings } = meeting;
  if (stage !== 'convened' && stage !== 'adjourned') return false;
  return now >= after(sittings.at(-1)?.resumes ?? noticeOf(meeting).starts, -DAY);
};

const waysOf = (context: Context, meeting: Meeting, me: Me): readonly Way[] => {
  const { base, reader, now, t } = context;
  const words = t.meetings.notice;
  const { id } = me.organisation;
  const { stage, number } = meeting;
  const form = (kind: string): string => `${base}/do/${kind}?meeting=${number}`;
  const behind = meeting.by === id || meeting.seconds.includes(id);
  const alone = reader.maySettleAlone(meeting, id);
  const manages = reader.mayManage(meeting, id);
  const ways: readonly (Way | false)[] = [
    stage === 'called' && !behind && noticeOf(meeting).starts > now && [words.second, form('meeting.second')],
    stage === 'open' && [words.follows, meetingPath(context, meeting, 'sitting')],
    manages && opensSoon(meeting, now) && [words.open, meetingPath(context, meeting, 'sitting')],
    ANSWERED.has(stage) && [meeting.replies.has(id) ? words.replyAgain : words.reply, form('meeting.reply')],
    GOING_ON.has(stage) && [
      meeting.credentials.has(id) ? words.credentialsAgain : words.credentials,
      form('meeting.credentials'),
    ],
    takesItems(context, meeting) && [words.propose, form('agenda.propose')],
    GOING_ON.has(stage) && [words.guest, form('meeting.guest')],
    BEFORE.has(stage) && [alone ? words.change : words.askChange, form('meeting.change')],
    BEFORE.has(stage) && [alone ? words.cancel : words.askCancel, form('meeting.cancel')],
  ];
  return ways.filter((way) => way !== false);
};

/** Beside the notice: one's own answer and delegation, and the ways on; nothing where the meeting was called off. */
export const waysPanel = (context: Context, meeting: Meeting): Html | '' => {
  const { me, t } = context;
  const words = t.meetings.notice;
  if (meeting.stage === 'cancelled') return '';
  const over = meeting.stage === 'closed';
  const worker = mayWork(context) && !over ? me : null;
  return html`<section class="panel no-print">
    <h2>${words.ways}</h2>
    ${worker === null ? '' : own(context, meeting, worker)}
    ${
      over
        ? html`<p>
            ${words.none} <a href="${meetingPath(context, meeting, 'summary')}">${t.meetings.head.tab.summary}</a>
          </p>`
        : html`<ul class="plain spaced">
            ${(worker === null ? [] : waysOf(context, meeting, worker)).map(
              ([label, href]) => html`<li><a href="${href}">${label}</a></li>`,
            )}
            <li><a href="${meetingPath(context, meeting)}.ics">${words.file}</a></li>
          </ul>`
    }
  </section>`;
};

const own = (context: Context, meeting: Meeting, { organisation }: Me): Html => {
  const { t } = context;
  const words = t.meetings.notice;
  const reply = meeting.replies.get(organisation.id)?.reply;
  const credentials = meeting.credentials.get(organisation.id);
  const named = delegateNames(context, organisation, credentials?.delegates ?? []);
  return html`<p>
    ${words.yourAnswer}: <strong>${reply === undefined ? words.noAnswer : t.meetings.form.reply.choice[reply]}</strong
    ><br />
    ${words.yourDelegation}: <strong>${named ?? words.nobody}</strong>
  </p>`;
};
