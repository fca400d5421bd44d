import type { Meeting } from '../../../charter/meetings/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { cardButtons, cardCounts } from '../parts/cards.ts';
import { meetingCitation } from '../../meetings/parts/meeting-head.ts';
import { meetingTitle } from '../../kit/meeting-when.ts';
import { page } from '../../kit/layout.ts';
import { pressIsland } from '../../act/press.ts';
import { type Room, roomOf } from '../parts/room.ts';
import { roomAgenda, underDiscussion } from '../parts/room-agenda.ts';
import { answerButtons, callPanel } from '../parts/room-call.ts';
import { beforeSitting, chairLine, ownPresence, roomPresence } from '../parts/room-presence.ts';
import { nowSpeaking, requestButtons, speakersList } from '../parts/room-speakers.ts';
import { decisionButtons, decisionPanels, roomTexts } from '../parts/room-texts.ts';
import { callsSoFar, sittingWays } from './common.ts';
import { meetingPath } from '../../kit/meeting-link.ts';

/** The sitting on a phone: what is going on, and what one's organisation does about it. Whoever may only follow sees the same without buttons. */
export const followPage = (context: Context, meeting: Meeting): Html => {
  const room = roomOf(context, meeting);
  const words = context.t.sitting.room;
  return page(context, {
    title: `${words.ways.follow} – ${meetingTitle(context, meeting)}`,
    width: 'narrow',
    islands: ['room-act', 'room-clock'],
    body: html`<p class="symbol">${meetingCitation(context, meeting)}</p>
      <h1 class="small"><a href="${meetingPath(context, meeting)}">${meetingTitle(context, meeting)}</a></h1>
      ${sittingWays(context, room, 'follow')}
      <div class="follow">${room.open ? sitting(context, room) : before(context, room)}</div>
      ${pressIsland(context)}`,
  });
};

const sitting = (context: Context, room: Room): Html => {
  const { base, t } = context;
  const { meeting, mine, call } = room;
  return html`<p class="status">${chairLine(context, room)}</p>
    ${underDiscussion(context, room)} ${callPanel(context, room)} ${answerButtons(context, room)}
    ${decisionPanels(context, room)} ${decisionButtons(context, room)} ${nowSpeaking(context, room)}
    ${cardButtons(context, room)} ${cardCounts(context, room, false)} ${speakersList(context, room)}
    ${requestButtons(context, room)} ${ownPresence(context, room)} ${roomTexts(context, room)}
    ${roomAgenda(context, room, false)} ${roomPresence(context, room)}
    ${
      mine?.present === true && call === null
        ? html`<p>
            <a href="${base}/do/call.open?meeting=${meeting.number}&amp;question=chair"
              >${t.sitting.room.callFor} ${t.sitting.room.askChair}</a
            >
          </p>`
        : ''
    }
    ${callsSoFar(context, room)}`;
};

const before = (context: Context, room: Room): Html =>
  html`${beforeSitting(context, room)} ${roomAgenda(context, room, false)} ${callsSoFar(context, room)}`;
