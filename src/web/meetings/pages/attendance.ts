import { noticeOf } from '../../../charter/meetings/meeting-rules.ts';
import type { Meeting, Reply } from '../../../charter/meetings/state.ts';
import type { Organisation } from '../../../charter/members/organisation-state.ts';
import { dateIn, timeIn } from '../../../conference/reading/zone-words.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { tableLinks } from '../../kit/csv.ts';
import { delegateName } from '../../members/forms/names.ts';
import { eraseLink } from '../../kit/kept.ts';
import { meetingSheet } from '../parts/meeting-head.ts';
import { delegateNames, guestName } from '../parts/meeting-people.ts';
import { expected } from '../parts/meeting-table.ts';
import { waysPanel } from '../parts/meeting-ways.ts';
import { nameOf, org } from '../../kit/words.ts';

/** Who comes to a meeting, whom each organisation sends, who came, and who is brought as a guest. */

const REPLIES = ['coming', 'online', 'perhaps', 'not-coming'] as const satisfies readonly Reply['reply'][];

export const attendancePage = (context: Context, meeting: Meeting): Html => {
  const words = context.t.meetings.attendance;
  const listed = expected(context, meeting);
  const named = listed.filter(({ id }) => (meeting.credentials.get(id)?.delegates.length ?? 0) > 0).length;
  const begun = meeting.sittings.length > 0;
  return meetingSheet(
    context,
    meeting,
    'attendance',
    html`<div class="split">
      <div>
        ${shares(context, meeting, listed)}
        <p>${meeting.kind === 'group' ? words.openToAll : words.delegations(named, listed.length)}</p>
        <div class="scroll" tabindex="0" role="region" aria-label="${words.caption}">
          <table class="answers labelled">
            <caption class="visually-hidden">
              ${words.caption}
            </caption>
            <thead>
              <tr>
                <th scope="col">${words.organisation}</th>
                <th scope="col">${words.answer}</th>
                <th scope="col">${words.delegation}</th>
                ${begun ? html`<th scope="col">${words.came}</th>` : ''}
              </tr>
            </thead>
            <tbody>
              ${listed.map((organisation) => row(context, meeting, organisation, begun))}
            </tbody>
          </table>
        </div>
        <p class="no-print">
          ${tableLinks(context, 'attendance', `${context.base}/meetings/${meeting.number}/attendance`, listed.length)}
        </p>
        ${stoodIn(context, meeting)} ${guests(context, meeting)}
      </div>
      <aside class="side">${waysPanel(context, meeting)}</aside>
    </div>`,
  );
};

/** The answers as one bar in proportion, and in words. */
const shares = (context: Context, { replies }: Meeting, listed: readonly Organisation[]): Html => {
  const words = context.t.meetings.attendance;
  const given = (reply: Reply['reply']): number => listed.filter(({ id }) => replies.get(id)?.reply === reply).length;
  const counts = [
    ...REPLIES.map((reply) => [reply, given(reply)] as const),
    ['none', listed.filter(({ id }) => !replies.has(id)).length] as const,
  ].filter(([, count]) => count > 0);
  let at = 0;
  return html`<svg
      class="shares"
      viewBox="0 0 ${Math.max(1, listed.length)} 1"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      ${counts.map(([reply, count]) => {
        const x = at;
        at += count;
        return html`<rect class="${reply}" x="${x}" y="0" width="${count}" height="1" />`;
      })}
    </svg>
    <p class="shares-key">
      ${counts.map(([reply, count]) => html`<span class="${reply}">${words.count[reply](count)}</span> `)}
    </p>`;
};

const row = (context: Context, meeting: Meeting, organisation: Organisation, begun: boolean): Html => {
  const words = context.t.meetings.attendance;
  const { id } = organisation;
  const reply = meeting.replies.get(id);
  const names = delegateNames(context, organisation, meeting.credentials.get(id)?.delegates ?? []);
  return html`<tr>
    <th scope="row">
      <a href="${context.base}/participants/${id}"><bdi>${organisation.name}</bdi></a>
    </th>
    <td data-label="${words.answer}">
      ${reply === undefined ? html`<span class="quiet">${words.reply.none}</span>` : words.reply[reply.reply]}
      ${reply?.byMail === true ? html`<span class="quiet">(${words.byMail})</span>` : ''}
      ${reply?.proven === false ? html`<span class="fault">${words.unproven}</span>` : ''}
    </td>
    <td data-label="${words.delegation}">${names ?? html`<span class="quiet">${words.noDelegation}</span>`}</td>
    ${begun ? html`<td data-label="${words.came}">${came(context, meeting, organisation)}</td>` : ''}
  </tr>`;
};

const came = (context: Context, meeting: Meeting, organisation: Organisation): Html | '' => {
  const words = context.t.meetings.attendance;
  const there = meeting.present.get(organisation.id);
  if (there === undefined) return '';
  const { zone } = noticeOf(meeting);
  const at = (moment: typeof context.now): string =>
    `${dateIn(moment, zone, context.language)}, ${timeIn(moment, zone, context.language)}`;
  return html`${delegateName(context, organisation, there.delegate)}
    <span class="quiet"
      >${words.since(at(there.came.at))}${there.left === null ? '' : `, ${words.until(at(there.left.at))}`}</span
    >`;
};

const stoodIn = (context: Context, meeting: Meeting): Html | '' => {
  const words = context.t.meetings.attendance;
  return meeting.stoodIn.length === 0
    ? ''
    : html`<h2>${words.stoodIn}</h2>
        <ul>
          ${meeting.stoodIn.map(
            ({ member, substitute }) =>
              html`<li>${words.inPlaceOf(nameOf(context, substitute), nameOf(context, member))}</li>`,
          )}
        </ul>`;
};

const guests = (context: Context, meeting: Meeting): Html => {
  const words = context.t.meetings.attendance;
  return html`<h2>${words.guests}</h2>
    ${
      meeting.guests.length === 0
        ? html`<p class="quiet">${words.noGuests}</p>`
        : html`<ul class="rows">
            ${meeting.guests.map(
              (guest) =>
                html`<li>
                  <span class="what">${guestName(context, guest)}</span>
                  ${eraseLink(context, guest.name, context.t.post.erasure.guest)}
                  <span class="why"
                    >${words.capacity[guest.capacity]}${guest.from === null ? '' : html` · <bdi>${guest.from}</bdi>`} ·
                    ${words.guestOf} ${org(context, guest.by)}</span
                  >
                </li>`,
            )}
          </ul>`
    }`;
};
