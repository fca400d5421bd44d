import type { Observation } from '../../../charter/decisions/observation-state.ts';
import type { Target } from '../../../charter/texts/position-state.ts';
import type { Amendment, Friction, Text } from '../../../charter/texts/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import type { ClauseName } from './clause-names.ts';
import { positionDetails } from './text-position.ts';
import { paragraphs } from '../../kit/prose.ts';
import { firstReasons, heldOn, standsRow, tallyLine } from './stands.ts';
import { waitingLines } from './renewals.ts';
import { isOpen, mayWork } from './text-facts.ts';
import { frictionPath } from './text-target.ts';
import { beginLink, threadCount } from './threads.ts';
import { org } from '../../kit/words.ts';

/** What is said about a clause, beside it. */

interface Beside {
  readonly text: Text;
  readonly target: Extract<Target, { readonly kind: 'clause' }>;
  readonly name: ClauseName;
  readonly friction: Friction | undefined;
  /** Amendments to it that their movers have to renew. */
  readonly waiting: readonly Amendment[];
  readonly observations: readonly Observation[];
}

export const clauseMargin = (context: Context, beside: Beside): Html => {
  const { text, target, name, friction, waiting, observations } = beside;
  const held = heldOn(context, text, target);
  const said = held.some(({ stand }) => stand !== 'none');
  const open = isOpen(text);
  return html`${friction === undefined ? '' : frictionLine(context, beside, friction)}
  ${said ? html`${standsRow(context, held, open)} ${tallyLine(context, held, open)}` : ''}
  ${firstReasons(context, text, held, frictionPath(context, text, target))} ${waitingLines(context, text, waiting)}
  ${observations.map((observation) => observationNote(context, observation))}
  ${open && !said ? html`<p class="tally">${context.t.texts.tally.all.none()}</p>` : ''}
  ${open && mayWork(context) ? html`<div class="beside">${positionDetails(context, text, target, name.long)} ${proposeLink(context, beside)} ${debateLinks(context, text, target)}</div>` : ''}`;
};

/** The threads on the clause; where there are none, how to begin one. */
const debateLinks = (context: Context, text: Text, target: Target): Html | '' => {
  const count = threadCount(context, text, target);
  return count === '' ? beginLink(context, text, target, context.t.texts.debate.it) : count;
};

const proposeLink = (context: Context, { text, target, name }: Beside): Html | '' =>
  text.stage !== 'negotiation'
    ? ''
    : html`<a href="${context.base}/do/amendment.propose?text=${text.number}&clause=${target.clause}"
        >${context.t.texts.margin.propose}<span class="visually-hidden">: ${name.long}</span></a
      >`;

/** The first few reasons stand open; more of them fold up. */
const frictionLine = (context: Context, { text, target, name }: Beside, friction: Friction): Html => {
  const words = context.t.texts.margin;
  const open = isOpen(text);
  return html`<p class="friction-line">
    <strong
      ><span aria-hidden="true">⚑ </span><a href="${frictionPath(context, text, target)}">${words.friction}</a></strong
    >
    · ${words.consultations(friction.consultations.length)}
    ${
      open && mayWork(context)
        ? html`·
            <a href="${context.base}/do/consultation.record?text=${text.number}&clause=${target.clause}"
              >${words.record}<span class="visually-hidden">: ${name.long}</span></a
            >`
        : ''
    }
  </p>`;
};

/** An observation stands in full, so that it has been shown; a long one can be folded up. */
const observationNote = (context: Context, observation: Observation): Html => {
  const kind = context.t.texts.margin.observation[observation.kind];
  const head = html`${org(context, observation.by)} <span class="who">${kind}</span>`;
  const body = paragraphs(observation.words);
  return observation.words.length < LONG
    ? html`<div class="note">${head} ${body}</div>`
    : html`<details class="note">
        <summary>${head}</summary>
        ${body}
      </details>`;
};

const LONG = 400;
