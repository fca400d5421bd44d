import type { Meeting } from '../../../charter/meetings/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { cardCounts } from '../parts/cards.ts';
import { meetingSheet } from '../../meetings/parts/meeting-head.ts';
import { pressIsland } from '../../act/press.ts';
import { type Room, roomOf } from '../parts/room.ts';
import { nextItemButton, roomAgenda, underDiscussion } from '../parts/room-agenda.ts';
import { callPanel } from '../parts/room-call.ts';
import { beforeSitting, chairLine, roomPresence } from '../parts/room-presence.ts';
import { floorButtons, nowSpeaking, speakersList } from '../parts/room-speakers.ts';
import { decisionPanels, roomTexts } from '../parts/room-texts.ts';
import { callsSoFar, sittingWays } from './common.ts';
import { sittingPath } from '../../kit/meeting-link.ts';

/** The desk: everything about the sitting on one screen, and for the chair the buttons that run it. */
export const deskPage = (context: Context, meeting: Meeting): Html => {
  const room = roomOf(context, meeting);
  return meetingSheet(
    context,
    meeting,
    'sitting',
    html`${sittingWays(context, room, 'desk')}
    ${room.open ? sitting(context, room) : html`${beforeSitting(context, room)} ${closed(context, room)}`}
    ${pressIsland(context)}`,
    ['room-act', 'room-clock'],
  );
};

const sitting = (context: Context, room: Room): Html => {
  const words = context.t.sitting.room;
  const { meeting, mine, call } = room;
  const chairs = mine?.chairs === true;
  return html`<div class="split desk">
    <div>
      <p class="status">
        ${chairLine(context, room)}
        ${chairs ? '' : html`<span>${words.deskFor} <a href="${sittingPath(context, meeting.number, 'follow')}">${words.ways.follow}</a></span>`}
      </p>
      ${underDiscussion(context, room)} ${chairs && call === null ? nextItemButton(context, room) : ''}
      ${callPanel(context, room)} ${decisionPanels(context, room)}
      <div class="floor">
        <div>${nowSpeaking(context, room)} ${chairs ? floorButtons(context, room) : ''}</div>
        ${speakersList(context, room)}
      </div>
      ${cardCounts(context, room)} ${chairs && call === null ? asking(context, room) : ''} ${roomTexts(context, room)}
    </div>
    <div class="side">
      <div class="panel">${roomAgenda(context, room, chairs && call === null)}</div>
      <div class="panel">${roomPresence(context, room)}</div>
      ${chairs ? steps(context, room) : ''} ${callsSoFar(context, room)}
    </div>
  </div>`;
};

/** What the chair can ask the meeting. */
const asking = ({ t, base }: Context, { meeting, texts }: Room): Html => {
  const words = t.sitting.room;
  const to = (kind: string, label: string): Html =>
    html`<a class="button second" href="${base}/do/call.open?meeting=${meeting.number}&amp;question=${kind}"
      >${label}</a
    >`;
  if (meeting.agenda === null) return html``;
  return html`<section class="asking" aria-labelledby="asking-title">
    <h2 id="asking-title">${words.callFor}</h2>
    <p class="actions">
      ${to('words', words.askWords)}
      ${meeting.kind === 'assembly' && texts.some(({ stage }) => stage === 'negotiation') ? to('principle', words.askPrinciple) : ''}
      ${meeting.kind === 'assembly' ? html`${to('election', words.askElection)} ${to('mandate', words.askMandate)} ${to('treasurer', words.askTreasurer)} ${to('admission', words.askAdmission)} ${to('seat', words.askSeat)}` : ''}
    </p>
  </section>`;
};

const steps = ({ t, base }: Context, { meeting }: Room): Html => {
  const words = t.sitting.room;
  return html`<section class="panel" aria-labelledby="steps-title">
    <h2 id="steps-title">${words.steps}</h2>
    <ul class="plain">
      <li><a href="${base}/do/sitting.chair?meeting=${meeting.number}">${words.handOver}</a></li>
      <li><a href="${base}/do/sitting.close?meeting=${meeting.number}">${words.adjourn}</a></li>
    </ul>
  </section>`;
};

const closed = (context: Context, room: Room): Html =>
  html`<div class="panel">${roomAgenda(context, room, false)}</div>
    ${callsSoFar(context, room)}`;
