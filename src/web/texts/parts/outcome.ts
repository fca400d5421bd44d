import { unreachable } from '../../../base/result.ts';
import { targetKey } from '../../../charter/texts/position-state.ts';
import type { Answer, Friction, Obstacle, Outcome, Text } from '../../../charter/texts/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { conditionsList, dependsOf } from './conditions.ts';
import { paragraphs } from '../../kit/prose.ts';
import { mark, standWord } from './stands.ts';
import { frictionPath, targetName } from './text-target.ts';
import { listText, nameOf, org } from '../../kit/words.ts';

/** What a decision comes to: each organisation's answer with its reason, the friction, and what stands in the way. */

export const answersTable = (context: Context, text: Text, { answers }: Outcome, when: 'open' | 'ended'): Html => {
  const words = context.t.texts.decision;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${words.answers}">
    <table class="answers">
      <thead>
        <tr>
          <th scope="col">${context.t.texts.positions.organisation}</th>
          <th scope="col">${words.answer}</th>
          <th scope="col">${words.reason}</th>
        </tr>
      </thead>
      <tbody>
        ${answers.map(
          (answer) =>
            html`<tr>
              <th scope="row">${org(context, answer.organisation)}</th>
              <td>${answerWord(context, answer, when)}</td>
              <td>${answer.reason === null ? '' : paragraphs(answer.reason)} ${conditionsOf(context, text, answer)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
};

/** What the answer depends on, where it was given on conditions. */
const conditionsOf = (context: Context, text: Text, { organisation, silent }: Answer): Html | '' => {
  const position = silent ? undefined : text.standing.get(targetKey({ kind: 'whole' }))?.get(organisation);
  if (position === undefined || position.conditions.length === 0 || position.stand === null) return '';
  return html`<p>${context.t.texts.conditions.conditional(context.t.common.stand[position.stand])}</p>
    ${conditionsList(context, text, dependsOf(text, position))}`;
};

const answerWord = (context: Context, { stand, silent }: Answer, when: 'open' | 'ended'): Html => {
  if (!silent) return standWord(context, stand);
  const words = context.t.texts.decision;
  const as = context.t.common.stand[stand];
  return html`<span class="quiet">${when === 'open' ? words.silentNow(as) : words.silentAs(as)}</span>`;
};

/** The points of friction, who objects, and the consultations on each. */
export const frictionList = (context: Context, text: Text, friction: readonly Friction[]): Html => {
  const words = context.t.texts.decision;
  const { margin } = context.t.texts;
  return html`<h2>${words.friction}</h2>
    ${
      friction.length === 0
        ? html`<p class="quiet">${words.frictionNone}</p>`
        : html`<ul class="plain spaced">
            ${friction.map(
              ({ on, objections, consultations }) =>
                html`<li>
                  ${mark('object')} <strong>${targetName(context, text, on)}</strong>:
                  <bdi
                    >${listText(
                      context,
                      objections.map((id) => nameOf(context, id)),
                    )}</bdi
                  >
                  ·
                  ${
                    consultations.length === 0
                      ? margin.consultations(0)
                      : html`<a href="${frictionPath(context, text, on)}"
                          >${margin.consultations(consultations.length)}</a
                        >`
                  }
                </li>`,
            )}
          </ul>`
    }`;
};

export const obstaclesList = (context: Context, text: Text, { obstacles }: Outcome, title: string): Html | '' =>
  obstacles.length === 0
    ? ''
    : html`<p class="label">${title}</p>
        <ul>
          ${obstacles.map((obstacle) => html`<li>${obstacleText(context, text, obstacle)}</li>`)}
        </ul>`;

const obstacleText = (context: Context, text: Text, obstacle: Obstacle): string => {
  const words = context.t.texts.decision.obstacle;
  switch (obstacle.kind) {
    case 'objections':
    case 'not-agreeing':
      return words[obstacle.kind](obstacle.count, obstacle.most);
    case 'no-consultation':
      return words['no-consultation'](targetName(context, text, obstacle.on));
    case 'unanimity-only':
      return words['unanimity-only'];
    default:
      return unreachable(obstacle);
  }
};
