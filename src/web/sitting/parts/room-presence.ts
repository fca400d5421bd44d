import { noticeOf } from '../../../charter/meetings/meeting-rules.ts';
import { goesOnUntil, sitsAt } from '../../../charter/meetings/sittings.ts';
import { momentIn } from '../../../conference/reading/zone-words.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { press } from '../../act/press.ts';
import type { Room } from './room.ts';
import { listText, nameOf } from '../../kit/words.ts';

/** Who is in the room, who has the chair, and whether there are enough. */

export const roomPresence = (context: Context, { present, deciding, quorum, meeting }: Room): Html => {
  const words = context.t.sitting.room;
  const lacking = quorum - deciding.length;
  return html`<section class="room-presence" aria-labelledby="presence-title">
    <h2 id="presence-title">${words.room}</h2>
    <p>${words.present(present.length)}</p>
    ${meeting.kind === 'group' ? html`<p>${words.deciding(deciding.length)}</p>` : ''}
    ${
      quorum === 0
        ? ''
        : html`<p class="${lacking > 0 ? 'fault' : ''}" data-says="quorum">
            ${words.quorum(quorum)}: ${lacking > 0 ? words.lacksQuorum(lacking) : words.hasQuorum}
          </p>`
    }
    ${
      present.length === 0
        ? ''
        : html`<p class="quiet" dir="auto">
            ${listText(
              context,
              present.map((id) => nameOf(context, id)),
            )}
          </p>`
    }
  </section>`;
};

export const chairLine = (context: Context, { meeting, mine }: Room): Html => {
  const words = context.t.sitting.room;
  const { chair } = meeting;
  if (chair === null) return html`<span data-says="chair">${words.noChair}</span>`;
  if (mine?.chairs === true) return html`<strong data-says="chair">${words.youChair}</strong>`;
  return html`<span data-says="chair">${words.chairIs(nameOf(context, chair.organisation))}</span>`;
};

/** When nobody sits: why, when it goes on, and for who has credentials the button that opens it. */
export const beforeSitting = (context: Context, { meeting, mine }: Room): Html => {
  const words = context.t.sitting.room;
  const { stage } = meeting;
  const time = sitsAt(meeting);
  const waits = stage === 'convened' || stage === 'adjourned';
  const goesOn = context.now < (goesOnUntil(meeting) ?? context.now);
  const when = time === null ? '' : momentIn(time, noticeOf(meeting).zone, context.language);
  return html`<div class="empty">
    <p data-says="stage">
      ${words.stage[stage]}
      ${waits && when !== '' ? (stage === 'convened' ? words.begins(when) : words.resumes(when)) : ''}
    </p>
    ${
      (!waits && !goesOn) || mine === null
        ? ''
        : mine.named
          ? html`${press(context, {
                kind: 'sitting.open',
                place: 'open-sitting',
                body: { meeting: meeting.number },
                fields: { meeting: meeting.number },
                label: words.openIt,
              })}
              <p class="hint">${goesOn ? words.goOnHint : words.openHint}</p>`
          : notNamed(context, meeting.number)
    }
  </div>`;
};

const notNamed = ({ t, base }: Context, meeting: number): Html =>
  html`<p>
    ${t.sitting.room.noCredentials}
    <a href="${base}/do/meeting.credentials?meeting=${meeting}">${t.sitting.room.nameYou}</a>
  </p>`;

/** The reader's own organisation: in the room or not, and the step between. */
export const ownPresence = (context: Context, { mine, meeting }: Room): Html => {
  const words = context.t.sitting.room;
  if (mine === null) return html`<p class="quiet">${words.guest}</p>`;
  if (!mine.named) return notNamed(context, meeting.number);
  return html`<div class="own-presence">
    <p>${mine.present ? words.youAreIn : words.youAreOut}</p>
    ${press(context, {
      kind: 'sitting.arrive',
      place: 'presence',
      body: { meeting: meeting.number, present: !mine.present },
      fields: { meeting: meeting.number, present: mine.present ? 'no' : 'yes' },
      label: mine.present ? words.goOut : words.comeIn,
      ...(mine.present ? { look: 'plain' as const } : {}),
    })}
  </div>`;
};
