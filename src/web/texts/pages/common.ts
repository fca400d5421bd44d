import type { Text } from '../../../charter/texts/state.ts';
import type { Unit } from '../../../charter/common/units.ts';
import type { CommonAnswer } from '../../../conference/work/common-texts.ts';
import { type Html, html } from '../../../markup/html.ts';
import { type Point, isProven } from '../../../text/common/problem.ts';
import type { Context } from '../../kit/context.ts';
import { longName } from '../parts/clause-names.ts';
import { curveFigure } from '../parts/common-curve.ts';
import { shownPoint } from '../parts/common-shown.ts';
import { unityPart } from '../parts/common-unity.ts';
import { type Common, isWhole, wordingName } from '../parts/common-words.ts';
import { mayWork } from '../parts/text-facts.ts';
import { textSheet } from '../parts/text-head.ts';
import { textPath } from '../parts/text-places.ts';
import { listText, nameOf } from '../../kit/words.ts';

/** What could be signed, by how many: the curve, one text of it, and what stands before unanimity. */
export const commonPage = (context: Context, text: Text, common: Common, answer: CommonAnswer): Html => {
  const words = context.t.texts.common;
  const { points, unity } = answer;
  const path = textPath(context, text, 'common');
  const chosen = chosenPoint(points, Number(context.url.searchParams.get('k')));
  return textSheet(
    context,
    text,
    'common',
    html`<p class="lede">${words.lede}</p>
      ${refusingLine(context, common)} ${boundedLine(context, common)} ${stateOf(context, answer)}
      <div class="common-top">
        <div>
          ${points.length === 0 ? '' : curvePart(context, common, points, chosen)}
          ${chosen === null ? '' : shownPoint(context, common, chosen)}
        </div>
        ${unity === null ? '' : html`<div>${unityPart(context, common, unity)}</div>`}
      </div>
      ${mayWork(context) ? html`<p class="actions"><a class="button second" href="${path}/sounding">${words.sounding.link}</a></p>` : ''}`,
  );
};

const curvePart = (context: Context, common: Common, points: readonly Point[], chosen: Point | null): Html => {
  const path = textPath(context, common.text, 'common');
  return html`<h2>${context.t.texts.common.curve.title}</h2>
    ${curveFigure(context, {
      points,
      of: weightOf(common),
      chosen: chosen?.k ?? null,
      isWhole: isWhole(common),
      href: (k) => `${path}?k=${k}#shown`,
    })}
    ${chooser(context, path, points, chosen)} ${longer(context, path, points, chosen)}`;
};

/** The point asked for; without one, that of the most signers who could sign anything. */
export const chosenPoint = (points: readonly Point[], k: number): Point | null =>
  points.find((point) => point.k === k) ??
  points.findLast(({ text }) => text !== null && text.weight > 0) ??
  points.at(-1) ??
  null;

/** What all clauses weigh together, those that are only proposed among them. */
export const weightOf = ({ units }: Pick<Common, 'units'>): number =>
  units.reduce((sum, { weight }) => sum + weight, 0);

export const refusingLine = (context: Context, { refusing }: Common): Html | '' =>
  refusing.length === 0
    ? ''
    : html`<p class="notice">
        ${context.t.texts.common.refusing(
          listText(
            context,
            refusing.map((id) => nameOf(context, id)),
          ),
          refusing.length,
        )}
      </p>`;

/** Where more amendments can go in together than is looked at. */
export const boundedLine = (context: Context, common: Common): Html | '' => {
  const parts = common.units.filter((unit) => !unit.isWhole);
  if (parts.length === 0) return '';
  const name = ({ id, kind, wordings: [first] }: Unit): string =>
    kind === 'clause' && first !== undefined
      ? longName(common.names, first.clause.id)
      : wordingName(context, common, { clause: id, variant: first?.id ?? '' });
  return html`<p class="notice">
    ${context.t.texts.common.bounded(listText(context, parts.map(name)), parts.length)}
  </p>`;
};

/** Why there is no answer, or not the best. */
export const stateOf = (context: Context, { points, busy, fault }: CommonAnswer): Html | '' => {
  const words = context.t.texts.common;
  if (fault !== null) return html`<p class="empty">${words.tooLarge}</p>`;
  if (busy !== null)
    return html`<p class="notice" role="alert">
      ${words.busy(busy)} <a href="${context.url.pathname}">${words.again}</a>
    </p>`;
  return points.length === 0 ? html`<p class="empty">${words.empty}</p>` : '';
};

const chooser = (context: Context, path: string, points: readonly Point[], chosen: Point | null): Html => {
  const words = context.t.texts.common;
  return html`<form class="inline-form" method="get" action="${path}#shown">
    <label>
      ${words.choose}
      <select name="k">
        ${points.map(({ k }) => html`<option value="${k}" ${k === chosen?.k ? html`selected` : ''}>${k}</option>`)}
      </select>
    </label>
    <button class="second">${words.show}</button>
  </form>`;
};

const longer = (context: Context, path: string, points: readonly Point[], chosen: Point | null): Html | '' => {
  const words = context.t.texts.common;
  if (points.every(isProven)) return '';
  return html`<form class="inline-form" method="get" action="${path}">
    <input type="hidden" name="k" value="${chosen?.k ?? ''}" />
    <input type="hidden" name="longer" value="1" />
    <p class="why">${words.longerWhy}</p>
    <button class="second">${words.longer}</button>
  </form>`;
};
