import { GROUP_TASKS } from '../../../charter/group/group.ts';
import type { Group } from '../../../charter/group/state.ts';
import type { Meeting } from '../../../charter/meetings/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { groupChanges } from '../parts/group-changes.ts';
import { groupMandates } from '../parts/group-mandates.ts';
import { groupSeats } from '../parts/group-seats.ts';
import { pageLinks, pageOf } from '../../kit/listing.ts';
import { page } from '../../kit/layout.ts';
import { LOCAL_TIME, placeTime, readersTime } from '../../kit/meeting-when.ts';
import { mayWork } from '../../texts/parts/text-facts.ts';
import { day, dayText, nameOf } from '../../kit/words.ts';

/** The coordinating group (9): who is in it, what it may decide, where it meets; and how it is elected, while there is none. */
export const groupPage = (context: Context): Html => {
  const { t, reader } = context;
  const words = t.group;
  const group = reader.group();
  return page(context, {
    islands: [LOCAL_TIME],
    title: words.title,
    body: html`<p class="symbol">${t.common.article('9')}</p>
      <h1>${words.title}</h1>
      <p class="lede">${words.lede}</p>
      ${group === null ? '' : html`<p class="status">${statusOf(context, group)}</p>`}
      <div class="split">
        <div>
          ${group === null ? notElected(context) : inOffice(context, group)} ${groupMandates(context)}
          ${meetings(context)} ${earlierGroups(context)}
        </div>
        <aside>${tasks(context)} ${ways(context)}</aside>
      </div>`,
  });
};

const statusOf = (context: Context, { elected, until, meeting }: Group): Html => {
  const words = context.t.group;
  const term =
    until === null
      ? words.untilNext
      : until <= context.now
        ? words.passed(dayText(context, until))
        : words.until(dayText(context, until));
  return html`<span>${words.elected(dayText(context, elected.at))} ${words.by} (${meetingLink(context, meeting)})</span>
    <span>${term}</span>`;
};

/** The meeting by its number, leading to it where the reader may see it. */
const meetingLink = ({ t, base, reader }: Context, number: number): Html =>
  reader.meeting(number) === null
    ? html`${t.group.meetingNumber(number)}`
    : html`<a href="${base}/meetings/${number}">${t.group.meetingNumber(number)}</a>`;

const inOffice = (context: Context, group: Group): Html =>
  html`<h2>${context.t.group.seats}</h2>
    ${groupSeats(context, group)}
    <p class="hint">${context.t.group.order}</p>
    ${groupChanges(context, group, null)}`;

const notElected = (context: Context): Html => {
  const words = context.t.group.none;
  const rules = context.reader.charter()?.charter.rules.coordinatingGroup;
  return html`<div class="empty">
    <h2>${words.title}</h2>
    <p>${words.meanwhile}</p>
    ${
      rules === undefined
        ? ''
        : html`<h3>${words.how}</h3>
            <ol>
              ${words.steps(rules.members, rules.substitutes, rules.perCountry).map((step) => html`<li>${step}</li>`)}
            </ol>`
    }
    ${mayWork(context) ? html`<p><a href="${context.base}/meetings">${words.meetings}</a></p>` : ''}
  </div>`;
};

/** How many meetings, and how many groups before it, stand on a page. */
const [PAGE, FEW] = [20, 5];

const meetings = (context: Context): Html | '' => {
  const words = context.t.group.meetings;
  if (!context.reader.may('meeting')) return '';
  const list = context.reader.meetings().filter(({ kind }) => kind === 'group');
  const shown = pageOf(list.toReversed(), context, PAGE, ({ number }) => number, 'meetings');
  return html`<h2>${words.title}</h2>
    <p>${words.lede}</p>
    ${
      list.length === 0
        ? html`<p class="quiet">${words.none}</p>`
        : html`<ul class="rows">
            ${shown.items.map((meeting) => meetingRow(context, meeting))}
          </ul>`
    }
    ${pageLinks(context, shown)}`;
};

const meetingRow = (context: Context, meeting: Meeting): Html => {
  const { number, stage, notices } = meeting;
  const { base, t } = context;
  const notice = notices.at(-1);
  const ahead = notice !== undefined && notice.ends > context.now;
  return html`<li>
    <a class="what" href="${base}/meetings/${number}"
      >${notice === undefined ? t.group.meetingNumber(number) : placeTime(context, notice)}</a
    >
    ${ahead ? html`<span class="why">${readersTime(context, meeting)}</span>` : ''}
    <span class="why"
      >${t.group.meetingNumber(number)} ·
      ${t.group.meetings.stage[stage]}${
        notice === undefined || notice.place === null ? '' : html` · <bdi>${notice.place}</bdi>`
      }</span
    >
  </li>`;
};

const earlierGroups = (context: Context): Html | '' => {
  const groups = context.reader.earlierGroups();
  if (groups.length === 0) return '';
  const ends = (place: number) => (groups[place + 1] ?? context.reader.group())?.elected.at ?? null;
  const all = groups.map((group, place) => ({ group, ended: ends(place) })).toReversed();
  const shown = pageOf(all, context, FEW, ({ group }) => group.meeting, 'groups');
  return html`<details ${context.url.searchParams.has('groups') ? 'open' : ''}>
    <summary>${context.t.group.earlier(groups.length)}</summary>
    ${pageLinks(context, shown)}
    ${shown.items.map(
      ({ group, ended }) =>
        html`<section class="panel">
          <h3>${day(context, group.elected.at)}${ended === null ? '' : html` – ${day(context, ended)}`}</h3>
          <p class="quiet">${context.t.group.by} (${meetingLink(context, group.meeting)})</p>
          <p>
            ${group.members.map((id, i) => html`${i > 0 ? ' · ' : ''}<bdi>${nameOf(context, id)}</bdi>`)}
            ${group.substitutes.map((id, i) => html`· <bdi>${nameOf(context, id)}</bdi> <span class="quiet">(${context.t.group.substitute(i + 1)})</span> `)}
          </p>
          ${groupChanges(context, group, ended)}
        </section>`,
    )}
  </details>`;
};

const tasks = ({ t }: Context): Html =>
  html`<section class="panel">
    <h2>${t.group.tasks.title}</h2>
    <p>${t.group.tasks.lede}</p>
    <ul>
      ${GROUP_TASKS.map((task) => html`<li>${t.group.tasks[task]} <span class="quiet">(${task})</span></li>`)}
    </ul>
    <p>${t.group.tasks.equal}</p>
  </section>`;

const ways = (context: Context): Html | '' => {
  const { t, base, me, reader } = context;
  if (me === null || !reader.member) return '';
  const words = t.group.ways;
  const { members = [], substitutes = [] } = reader.group() ?? {};
  const seated = members.includes(me.organisation.id) || substitutes.includes(me.organisation.id);
  return html`<section class="panel">
    <h2>${words.title}</h2>
    <ul>
      <li><a href="${base}/group/desk">${words.desk}</a></li>
      <li><a href="${base}/help">${words.help}</a></li>
      ${
        seated
          ? html`<li><a href="${base}/do/meeting.convene?kind=group">${words.convene}</a></li>
              <li><a href="${base}/do/group.resign">${t.acts.kind['group.resign']}</a></li>`
          : ''
      }
    </ul>
  </section>`;
};
