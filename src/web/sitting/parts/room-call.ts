import type { OrganisationId } from '../../../base/ids.ts';
import { noticeOf } from '../../../charter/meetings/meeting-rules.ts';
import type { Call } from '../../../charter/meetings/state.ts';
import { timeIn } from '../../../conference/reading/zone-words.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { paragraphs } from '../../kit/prose.ts';
import { press } from '../../act/press.ts';
import { questionWords } from './question.ts';
import type { Room } from './room.ts';
import { listText, nameOf, org } from '../../kit/words.ts';

/** A call for consensus: what is asked, who has answered and how, when it may be closed; and the reader's own answer. */

const STANDS = ['agree', 'stand-aside', 'object'] as const;
const MARKS = { agree: '●', 'stand-aside': '◇', object: '✕', none: '·' } as const;

export const callPanel = (context: Context, room: Room): Html | '' => {
  const { call, meeting, mine } = room;
  if (call === null) return '';
  const words = context.t.sitting.room;
  const mayClose =
    mine !== null &&
    (mine.chairs ||
      (call.question.kind === 'chair' && call.by === mine.organisation) ||
      isLeftToAll(context, room, call));
  return html`<section class="panel call" id="call-${call.number}" aria-labelledby="call-title">
    <h2 id="call-title">${words.call(call.number)}</h2>
    <div class="question" data-says="call-${call.number}">${questionWords(context, meeting, call.question)}</div>
    ${callCounts(context, room, call)} ${reasonsList(context, call)} ${notAnswered(context, room, call)}
    <p class="quiet">${closesWhen(context, room, call)}</p>
    ${
      mayClose
        ? press(context, {
            kind: 'call.close',
            place: 'close-call',
            body: { meeting: meeting.number, call: call.number },
            fields: { meeting: meeting.number, call: call.number },
            label: words.close,
          })
        : ''
    }
  </section>`;
};

/** Whether its time is long up, so that anybody in the room ends it. */
const isLeftToAll = ({ me, reader, now }: Context, { meeting }: Room, call: Call): boolean => {
  if (me === null) return false;
  const from = reader.callClosedBy(meeting, call, { organisation: me.organisation.id, delegate: me.delegate.number });
  return from !== null && now >= from;
};

/** Who of those with a say has answered, and how many how. */
export const callCounts = (context: Context, { deciding, meeting, mine }: Room, call: Call): Html => {
  const words = context.t.sitting.room;
  const answered = deciding.filter((id) => call.answers.has(id));
  const count = (stand: (typeof STANDS)[number]): number =>
    deciding.filter((id) => call.answers.get(id)?.stand === stand).length;
  return html`<ul class="call-counts">
      ${STANDS.map(
        (stand) =>
          html`<li class="c-${stand}">
            <span aria-hidden="true">${MARKS[stand]}</span> <strong class="figures">${count(stand)}</strong>
            ${words.stand[stand]}
          </li>`,
      )}
    </ul>
    <p ${mine?.chairs === true ? html`data-says="answered"` : ''}>
      ${words.answered(answered.length, deciding.length)}${meeting.kind === 'group' ? `. ${words.groupDecides}` : ''}
    </p>`;
};

export const reasonsList = (context: Context, call: Call): Html | '' => {
  const words = context.t.sitting.room;
  const said = [...call.answers].filter(([, { stand }]) => stand !== 'agree');
  if (said.length === 0) return '';
  return html`<h3>${words.reasons}</h3>
    <ul class="call-reasons">
      ${said
        .toSorted(([, a], [, b]) => Number(b.stand === 'object') - Number(a.stand === 'object'))
        .map(
          ([id, { stand, reason }]) =>
            html`<li class="c-${stand}">
              <p><span aria-hidden="true">${MARKS[stand]}</span> ${org(context, id)}: ${words.answer[stand]}</p>
              ${reason === null ? html`<p class="quiet">${words.noReason}</p>` : paragraphs(reason)}
            </li>`,
        )}
    </ul>`;
};

const notAnswered = (context: Context, { deciding }: Room, call: Call): Html | '' => {
  const silent = deciding.filter((id) => !call.answers.has(id));
  if (silent.length === 0 || call.answers.size === 0) return '';
  return html`<details>
    <summary>${context.t.sitting.room.notAnswered} (${silent.length})</summary>
    <p dir="auto">${names(context, silent)}</p>
  </details>`;
};

const names = (context: Context, ids: readonly OrganisationId[]): string =>
  listText(
    context,
    ids.map((id) => nameOf(context, id)),
  );

const closesWhen = (context: Context, { meeting }: Room, call: Call): Html => {
  const words = context.t.sitting.room;
  const at = context.reader.callCloses(meeting, call);
  if (at <= context.now) return html`${words.mayClose}`;
  // When everyone has answered, another element stands in this one's place.
  return html`<room-clock
    id="closes-${meeting.number}-${call.number}-${at}"
    data-from="${call.opened.at}"
    data-until="${at}"
    data-now="${context.now}"
    data-messages="${JSON.stringify(words.closes)}"
    >${words.closesAt(timeIn(at, noticeOf(meeting).zone, context.language))}</room-clock
  >`;
};

/** The reader's answer: what will be on the record is read before the key is asked. */
export const answerButtons = (context: Context, room: Room): Html | '' => {
  const { call, mine, meeting } = room;
  if (call === null || mine?.present !== true || !mine.named || !mine.decides) return '';
  const words = context.t.sitting.room;
  const own = call.answers.get(mine.organisation);
  return html`<section class="answer" aria-labelledby="answer-title">
    <h2 id="answer-title">${words.yours}</h2>
    ${
      own === undefined
        ? ''
        : html`<p class="own c-${own.stand}">
            <span aria-hidden="true">${MARKS[own.stand]}</span> ${words.youSaid}
            <strong>${words.answer[own.stand]}</strong>. <span class="quiet">${words.change}</span>
          </p>`
    }
    ${STANDS.filter((stand) => stand !== own?.stand || stand !== 'agree').map((stand) =>
      sure(context, {
        id: `answer-${call.number}-${stand}`,
        group: `answer-${call.number}`,
        look: stand,
        label: html`<span aria-hidden="true">${MARKS[stand]}</span> ${words.answer[stand]}`,
        says: html`<bdi>${nameOf(context, mine.organisation)}</bdi>: ${words.answer[stand]}. ${words.call(call.number)}.`,
        inner: press(context, {
          kind: 'call.answer',
          place: `answer-${call.number}-${stand}`,
          body: { meeting: meeting.number, call: call.number, stand, reason: null },
          fields: { meeting: meeting.number, call: call.number, stand },
          label: words.sure[stand],
          look: 'sure',
          ...(stand === 'agree' ? {} : { own: reasonField(context, `${call.number}-${stand}`, stand === 'object') }),
        }),
      }),
    )}
  </section>`;
};

/** `name`: the field of the form; `at`: where the act holds it. */
export const reasonField = (
  { t }: Context,
  id: string,
  needed: boolean,
  { name, at }: { readonly name: string; readonly at: string } = { name: 'reason', at: 'reason' },
): Html => {
  const words = t.sitting.room;
  return html`<label class="label" for="reason-${id}">${needed ? words.reasonWanted : words.reason}</label>
    <textarea id="reason-${id}" name="${name}" data-at="${at}" rows="3" maxlength="4000" dir="auto"></textarea>`;
};

/** A button that opens to what will stand on the record, and to the button that signs it. */
export const sure = (
  { t }: Context,
  part: {
    readonly id: string;
    readonly group: string;
    readonly look: string;
    readonly label: Html;
    readonly says: Html;
    readonly inner: Html;
  },
): Html =>
  html`<details class="sure c-${part.look}" id="${part.id}" name="${part.group}">
    <summary>${part.label}</summary>
    <p>${t.sitting.room.willStand} ${part.says}</p>
    ${part.inner}
  </details>`;
