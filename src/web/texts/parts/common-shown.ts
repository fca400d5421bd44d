import { type CommonClause, commonClauses } from '../../../charter/common/text.ts';
import { type Html, html } from '../../../markup/html.ts';
import { type FallenWording, fallenClauses, unableToSign } from '../../../text/common/explain.ts';
import type { OrganisationId } from '../../../base/ids.ts';
import { numbering } from '../../../text/numbering.ts';
import { type Point, isProven } from '../../../text/common/problem.ts';
import type { Context } from '../../kit/context.ts';
import { clauseBlock } from './clause.ts';
import { clauseNames, firstWords } from './clause-names.ts';
import { type Common, isWhole, obstaclesText, reasonText, wordingName } from './common-words.ts';
import { mark } from './stands.ts';
import { textPath } from './text-places.ts';
import { listText, nameOf, org } from '../../kit/words.ts';

/** One point of the frontier: the text, who could sign it, what fell out and because of whom. */
export const shownPoint = (context: Context, common: Common, point: Point): Html => {
  const words = context.t.texts.common.shown;
  const { text } = point;
  if (text === null)
    return html`<section id="shown">
      <h2>${words.title(point.k)}</h2>
      <p>${point.bound === null ? words.noneProven(isWhole(common)) : words.none}</p>
    </section>`;
  const able = text.signers as readonly OrganisationId[];
  const unable = unableToSign(common.problem, text);
  const outside = [...unable.map(({ signer }) => signer), ...common.refusing];
  return html`<section id="shown">
    <h2>${words.title(point.k)}</h2>
    <p>
      ${sizeText(context, common, text.weight, text.choice.filter((variant) => variant !== null).length)}
      ${isProven(point) ? words.proven(isWhole(common)) : words.atMost(point.bound ?? text.weight)}
    </p>
    <h3>${words.signers(able.length)}</h3>
    <p>${able.map((id, at) => html`${at > 0 ? ', ' : ''}${org(context, id)}`)}</p>
    ${
      outside.length === 0
        ? ''
        : html`<h3>${words.unable(outside.length)}</h3>
            <ul class="plain spaced">
              ${unable.map(
                ({ signer, obstacles }) =>
                  html`<li>
                    ${mark('object')} ${org(context, signer as OrganisationId)}
                    ${obstaclesText(context, common, signer, obstacles)}
                  </li>`,
              )}
              ${common.refusing.map((id) => html`<li>${mark('object')} ${org(context, id)} ${words.refuses}</li>`)}
            </ul>`
    }
    ${fallenPart(context, common, point)} ${wordsPart(context, common, text.choice)}
  </section>`;
};

/** In clauses where all that count, count the same; otherwise in weights. */
const sizeText = (context: Context, { units }: Common, weight: number, kept: number): string => {
  const words = context.t.texts.common.shown;
  const weights = units.map((unit) => unit.weight).filter((one) => one > 0);
  const total = weights.reduce((sum, one) => sum + one, 0);
  return weights.every((one) => one === 1) && kept >= weight
    ? words.plainSize(weight, total)
    : words.size(weight, total);
};

const fallenPart = (context: Context, common: Common, { text }: Point): Html => {
  const words = context.t.texts.common.shown;
  // What an amendment would move stays where it is; it is no loss of text.
  const fallen =
    text === null ? [] : fallenClauses(common.problem, text).filter(({ clause }) => !clause.startsWith('~'));
  if (fallen.length === 0) return html`<p>${words.fallenNone}</p>`;
  return html`<h3>${words.fallen(fallen.length)}</h3>
    <ul class="plain spaced">
      ${fallen.map(({ clause, wordings }) => {
        const unit = common.units.find(({ id }) => id === clause);
        const [first] = unit?.wordings ?? [];
        const single = new Set(
          unit?.wordings.flatMap(({ id, amendments, into }) => (amendments.length < 2 || into !== null ? [id] : [])),
        );
        return html`<li>
          ${
            unit?.kind === 'clause' && first !== undefined
              ? html`<a href="${textPath(context, common.text)}#c-${clause}"
                    >${common.names.get(first.clause.id)?.long ?? clause}</a
                  >: <bdi>${firstWords(first.clause.words)}</bdi>`
              : html`<bdi>${firstWords(first?.clause.words ?? '')}</bdi>`
          }
          <ul>
            ${wordings.filter(({ variant }) => single.has(variant)).map((wording) => fallenWording(context, common, clause, wording))}
            ${wordings.length > single.size ? html`<li>${words.together}</li>` : ''}
          </ul>
        </li>`;
      })}
    </ul>`;
};

const fallenWording = (
  context: Context,
  common: Common,
  clause: string,
  { variant, against, breaks }: FallenWording,
): Html => {
  const words = context.t.texts.common.shown;
  const losing = against.map(({ signer }) => nameOf(context, signer as OrganisationId));
  const why = [...new Set(breaks.map((rule) => reasonText(context, common, rule)))];
  return html`<li>
    ${wordingName(context, common, { clause, variant })}${losing.length === 0 ? '' : html` ${words.wouldLose(listText(context, losing))}`}${why.map((one) => html`; ${one}`)}
  </li>`;
};

const wordsPart = (context: Context, common: Common, choice: readonly (string | null)[]): Html => {
  const words = context.t.texts.common.shown;
  const clauses = commonClauses(common.text, common.units, choice);
  const numbers = numbering(clauses.map(({ clause }) => clause));
  const names = clauseNames(
    context,
    clauses.map(({ clause }) => clause),
  );
  const block = ({ clause, amendments }: CommonClause): Html =>
    clauseBlock(context, {
      clause,
      number: numbers.get(clause.id) ?? '',
      name: names.get(clause.id),
      bare: true,
      below:
        amendments.length === 0
          ? ''
          : html`<p class="why">
              ${amendments.map(
                (number, at) =>
                  html`${at > 0 ? ', ' : ''}<a
                      href="${textPath(context, common.text, 'amendments')}?at=${number}#a-${number}"
                      >${words.from(number)}</a
                    >`,
              )}
            </p>`,
    });
  return html`<h3>${words.text}</h3>
    <div class="sheet">${clauses.map(block)}</div>`;
};
