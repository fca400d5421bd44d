import type { Meeting } from '../../../charter/meetings/state.ts';
import { present } from '../../../charter/texts/texts.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { cardCounts } from '../parts/cards.ts';
import { meetingTitle } from '../../kit/meeting-when.ts';
import { page } from '../../kit/layout.ts';
import { plainClauses } from '../../kit/prose.ts';
import { questionWords } from '../parts/question.ts';
import { type Room, roomOf } from '../parts/room.ts';
import { roomAgenda, underDiscussion } from '../parts/room-agenda.ts';
import { callCounts } from '../parts/room-call.ts';
import { beforeSitting } from '../parts/room-presence.ts';
import { nowSpeaking, speakersList } from '../parts/room-speakers.ts';
import { symbolLine } from '../../texts/parts/text-head.ts';

/** How many of those who wait to speak a room reads from afar. */
const NEXT = 5;

/** The sitting for a whole room to read from afar: no buttons, nothing that is about one reader. */
export const projectorPage = (context: Context, meeting: Meeting): Html => {
  const room = { ...roomOf(context, meeting), mine: null };
  const title = meetingTitle(context, meeting);
  return page(context, {
    title: `${context.t.sitting.room.ways.projector} – ${title}`,
    bare: true,
    islands: ['room-clock'],
    body: html`<div class="projector">
      <header>
        <h1>${title}</h1>
        <p>${context.t.sitting.room.present(room.present.length)}</p>
      </header>
      ${room.open ? sitting(context, room) : html`${beforeSitting(context, room)} ${roomAgenda(context, room, false)}`}
    </div>`,
  });
};

const sitting = (context: Context, room: Room): Html =>
  html`<div class="screen">
    <div>${underDiscussion(context, room)} ${asked(context, room)} ${text(context, room)}</div>
    <div>${nowSpeaking(context, room)} ${speakersList(context, room, NEXT)} ${cardCounts(context, room, false)}</div>
  </div>`;

const asked = (context: Context, room: Room): Html | '' => {
  const { call, meeting } = room;
  if (call === null) return '';
  return html`<section class="call" aria-labelledby="call-title">
    <h2 id="call-title">${context.t.sitting.room.call(call.number)}</h2>
    <div class="question" data-says="call-${call.number}">${questionWords(context, meeting, call.question)}</div>
    ${callCounts(context, room, call)}
  </section>`;
};

const text = (context: Context, { texts: [shown], call }: Room): Html | '' => {
  if (shown === undefined || call !== null) return '';
  const { title, clauses } = present(shown);
  return html`<section aria-label="${title}">
    <p class="symbol">${symbolLine(context, shown)}</p>
    <h2 class="text-title" dir="auto">${title}</h2>
    ${plainClauses(context, clauses)}
  </section>`;
};
