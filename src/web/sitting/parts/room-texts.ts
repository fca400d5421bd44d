import { type Position, targetKey } from '../../../charter/texts/position-state.ts';
import type { Text } from '../../../charter/texts/state.ts';
import { present } from '../../../charter/texts/texts.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { plainClauses } from '../../kit/prose.ts';
import { press } from '../../act/press.ts';
import { reasonField, sure } from './room-call.ts';
import type { Room } from './room.ts';
import { reasonName, standName } from '../../texts/parts/answers.ts';
import { heldOn, standWord, standsRow, mark } from '../../texts/parts/stands.ts';
import { needsLine, stageLine, symbolLine } from '../../texts/parts/text-head.ts';
import { textPath } from '../../texts/parts/text-places.ts';
import { nameOf, org } from '../../kit/words.ts';

/** The texts that are talked about: their words as they stand, the amendments that are alive, and what this room decides of them. */

/** Above so many clauses a text is folded away. */
const SHORT = 30;

export const roomTexts = (context: Context, room: Room): Html =>
  html`${room.texts.map((text) => roomText(context, room, text))}`;

const roomText = (context: Context, room: Room, text: Text): Html => {
  const words = context.t.sitting.room;
  const { clauses, title } = present(text);
  return html`<section class="room-text" id="text-${text.number}" aria-labelledby="text-title-${text.number}">
    <p class="symbol">${symbolLine(context, text)}</p>
    <h2 id="text-title-${text.number}" dir="auto"><a href="${textPath(context, text)}">${title}</a></h2>
    <p class="status"><span>${stageLine(context, text)}</span>${openAmendments(context, text)}</p>
    ${needsLine(context, text)} ${putToDecision(context, room, text)}
    <details ${clauses.length <= SHORT ? html`open` : ''}>
      <summary>${words.words}</summary>
      ${plainClauses(context, clauses)}
    </details>
  </section>`;
};

const openAmendments = (context: Context, text: Text): Html => {
  const words = context.t.sitting.room;
  const open = text.amendments.filter(({ fate }) => fate.kind === 'open' || fate.kind === 'agreed');
  if (open.length === 0) return html`<span>${words.noAmendments}</span>`;
  return html`<span
    ><a href="${textPath(context, text, 'amendments')}">${words.amendments(open.length)}</a>:
    ${open.map(
      ({ number, by }, i) =>
        html`${i > 0 ? ', ' : ''}<a
            href="${textPath(context, text, 'amendments')}?at=${number}#a-${number}"
            title="${words.amendment(number)}: ${nameOf(context, by)}"
            >${number}</a
          >`,
    )}</span
  >`;
};

const putToDecision = (context: Context, { meeting, mine, open }: Room, text: Text): Html | '' => {
  if (!open || text.stage !== 'negotiation' || mine?.present !== true) return '';
  if (context.reader.rapporteur(text) !== mine.organisation) return '';
  return html`<p>
    <a class="button second" href="${context.base}/do/decision.open?text=${text.number}&amp;meeting=${meeting.number}"
      >${context.t.sitting.room.putToDecision}</a
    >
  </p>`;
};

/** What is decided in this room now: the answers so far, and for the chair its end. */
export const decisionPanels = (context: Context, room: Room): Html =>
  html`${room.decisions.map((text) => {
    const words = context.t.sitting.room;
    const whole = { kind: 'whole' } as const;
    const held = heldOn(context, text, whole);
    const answers = text.standing.get(targetKey(whole)) ?? new Map<string, Position>();
    const answered = room.present.filter((id) => answers.has(id)).length;
    return html`<section
      class="panel call"
      id="decision-${text.number}"
      aria-labelledby="decision-title-${text.number}"
    >
      <p class="symbol">${words.decision}</p>
      <h2 id="decision-title-${text.number}" data-says="decision-${text.number}">
        ${words.decisionOn(present(text).title)}
      </h2>
      ${standsRow(context, held)}
      <p>${words.answered(answered, room.present.length)}</p>
      <ul class="call-reasons">
        ${held
          .filter(({ stand }) => stand === 'object' || stand === 'stand-aside')
          .map(({ organisation, stand }) => {
            const reason = text.standing.get(targetKey(whole))?.get(organisation)?.reason ?? null;
            return html`<li class="c-${stand}">
              <p>${org(context, organisation)}: ${standWord(context, stand)}</p>
              ${reason === null ? '' : html`<p dir="auto">${reason}</p>`}
            </li>`;
          })}
      </ul>
      ${
        room.mine?.chairs === true
          ? press(context, {
              kind: 'decision.close',
              place: `close-decision-${text.number}`,
              body: { text: text.number },
              fields: { text: text.number },
              label: words.closeDecision,
            })
          : ''
      }
    </section>`;
  })}`;

const whole = { kind: 'whole' } as const;

const STANDS = ['support', 'accept', 'stand-aside', 'object'] as const;

/** The reader's answer to the decisions of this room. */
export const decisionButtons = (context: Context, { decisions, mine }: Room): Html | '' => {
  if (decisions.length === 0 || mine === null) return '';
  const words = context.t.sitting.room;
  return html`${decisions.map((text) => {
    const own = text.standing.get(targetKey({ kind: 'whole' }))?.get(mine.organisation)?.stand ?? null;
    const { title } = present(text);
    const fields = { text: text.number, revision: text.revisions.length, on: targetKey(whole) };
    return html`<section class="answer" aria-labelledby="decide-${text.number}">
      <h2 id="decide-${text.number}">${words.decisionOn(title)}</h2>
      ${own === null ? '' : html`<p>${words.youSaid} ${standWord(context, own)}</p>`}
      ${STANDS.filter((stand) => stand !== own).map((stand) =>
        sure(context, {
          id: `decide-${text.number}-${stand}`,
          group: `decide-${text.number}`,
          look: stand,
          label: html`${mark(stand)} ${words.decide[stand]}`,
          says: html`<bdi>${nameOf(context, mine.organisation)}</bdi>: ${words.decide[stand]}. “${title}”.`,
          inner: press(context, {
            kind: 'positions.take',
            place: `decide-${text.number}-${stand}`,
            body: {
              text: text.number,
              revision: text.revisions.length,
              positions: [{ on: whole, stand, reason: null, conditions: [] }],
            },
            fields: { ...fields, [standName(whole)]: stand },
            label: words.sureDecide[stand],
            look: 'sure',
            own: reasonField(context, `${text.number}-${stand}`, stand === 'object', {
              name: reasonName(whole),
              at: 'positions/0/reason',
            }),
          }),
        }),
      )}
    </section>`;
  })}`;
};
