import type { OrganisationId } from '../../../base/ids.ts';
import { rfc3339 } from '../../../base/time.ts';
import { noticeOf } from '../../../charter/meetings/meeting-rules.ts';
import type { Speech } from '../../../charter/meetings/state.ts';
import { timeIn } from '../../../conference/reading/zone-words.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { press } from '../../act/press.ts';
import type { Room } from './room.ts';
import { nameOf, org } from '../../kit/words.ts';

/** Who speaks, for how long, and who is next, in the order that the rules give. */

/** How many of a long list are shown at once. */
const SHOWN = 12;

/** `5:00`. */
const minutes = (seconds: number): string => `${Math.floor(seconds / 60)}:${`${seconds % 60}`.padStart(2, '0')}`;

export const nowSpeaking = (context: Context, room: Room): Html => {
  const words = context.t.sitting.room;
  const { speech, mine } = room;
  return html`<section class="speaking" aria-labelledby="speaking-title">
    <h2 id="speaking-title">${words.speaking}</h2>
    ${
      speech === null
        ? html`<p class="quiet">${words.nobodySpeaks}</p>`
        : html`<p class="speaker" data-says="speaking">${org(context, speech.by)} ${pointMark(context, speech)}</p>
            <p class="figures">${clock(context, room, speech)}</p>
            ${mine?.organisation === speech.by ? html`<p>${words.youSpeak}</p>` : ''}`
    }
  </section>`;
};

const pointMark = ({ t }: Context, { kind }: Speech): Html | '' =>
  kind === 'point-of-order' ? html`<span class="mark point">${t.sitting.room.point}</span>` : '';

/** How long it has lasted, or what is left: from when and how long at most, and where script runs the running time. */
const clock = (
  { t, now, language }: Context,
  { meeting, speechSeconds }: Room,
  { number, given }: Speech,
): Html | '' => {
  if (given === null) return '';
  const words = t.sitting.room;
  const limited = speechSeconds > 0;
  return html`<room-clock
    id="clock-${meeting.number}-${number}"
    role="timer"
    data-from="${given.at}"
    data-until="${limited ? given.at + speechSeconds * 1000 : ''}"
    data-now="${now}"
    data-messages="${JSON.stringify(words.clock)}"
    ><time datetime="${rfc3339(given.at)}">${words.since(timeIn(given.at, noticeOf(meeting).zone, language))}</time
    >${limited ? html`, ${words.limit(minutes(speechSeconds))}` : ''}</room-clock
  >`;
};

export const speakersList = (context: Context, { waiting, mine }: Room, shown = SHOWN): Html => {
  const words = context.t.sitting.room;
  return html`<section class="speakers" aria-labelledby="speakers-title">
    <h2 id="speakers-title">${words.speakers}</h2>
    ${
      waiting.length === 0
        ? html`<p class="quiet">${words.noSpeakers}</p>`
        : html`<ol>
              ${waiting
                .slice(0, shown)
                .map(
                  (speech) =>
                    html`<li id="speech-${speech.number}" class="${speech.by === mine?.organisation ? 'own' : ''}">
                      ${org(context, speech.by)} ${pointMark(context, speech)}
                    </li>`,
                )}
            </ol>
            ${waiting.length > shown ? html`<p class="quiet">${words.more(waiting.length - shown)}</p>` : ''}`
    }
  </section>`;
};

/** The chair's two buttons: the next on the list, and nobody else; and the end of a speech. */
export const floorButtons = (context: Context, { meeting, speech, waiting }: Room): Html => {
  const words = context.t.sitting.room;
  const [next] = waiting;
  return html`<div class="presses">
    ${
      next === undefined
        ? ''
        : press(context, {
            kind: 'speech.call',
            place: 'give-floor',
            body: { meeting: meeting.number, speech: next.number },
            fields: { meeting: meeting.number, speech: next.number },
            label: words.give(nameOf(context, next.by)),
          })
    }
    ${
      speech === null
        ? ''
        : press(context, {
            kind: 'speech.call',
            place: 'end-speech',
            body: { meeting: meeting.number, speech: null },
            fields: { meeting: meeting.number, speech: '' },
            label: words.endSpeech,
            look: 'second',
          })
    }
  </div>`;
};

/** What a delegate in the room asks for and takes back. */
export const requestButtons = (context: Context, { meeting, waiting, speech, mine }: Room): Html | '' => {
  if (mine?.present !== true || !mine.named) return '';
  const words = context.t.sitting.room;
  const { number } = meeting;
  const ask = (kind: Speech['kind'], label: string, look?: 'second'): Html =>
    press(context, {
      kind: 'speech.request',
      place: kind,
      body: { meeting: number, kind },
      fields: { meeting: number, kind },
      label,
      ...(look === undefined ? {} : { look }),
    });
  const end = (which: Speech, label: string, place: string = which.kind): Html =>
    press(context, {
      kind: 'speech.end',
      place,
      body: { meeting: number, speech: which.number },
      fields: { meeting: number, speech: which.number },
      label,
      look: 'second',
    });
  const place = placeOf(waiting, mine.organisation);
  return html`${place === 0 ? '' : html`<p class="place" data-says="place">${words.place(place)}</p>`}
    <div class="presses">
      ${speech?.by === mine.organisation ? end(speech, words.finish, 'own-speech') : ''}
      ${mine.request === null ? ask('speech', words.ask) : end(mine.request, words.takeBack)}
      ${mine.point === null ? ask('point-of-order', words.askPoint, 'second') : end(mine.point, words.takeBackPoint)}
    </div>`;
};

const placeOf = (waiting: readonly Speech[], id: OrganisationId): number =>
  waiting.findIndex(({ by }) => by === id) + 1;
