import type { Tried } from '../../../charter/common/problem.ts';
import { type Stand, type Target, targetKey } from '../../../charter/texts/position-state.ts';
import type { Text } from '../../../charter/texts/state.ts';
import { present } from '../../../charter/texts/texts.ts';
import type { CommonAnswer } from '../../../conference/work/common-texts.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Point } from '../../../text/common/problem.ts';
import type { Context } from '../../kit/context.ts';
import type { Fields } from '../../kit/fields.ts';
import { firstWords, longName } from '../parts/clause-names.ts';
import { curveFigure } from '../parts/common-curve.ts';
import { shownPoint } from '../parts/common-shown.ts';
import { type Common, isWhole } from '../parts/common-words.ts';
import { type Shown, heldBy } from '../parts/stands.ts';
import { textSheet } from '../parts/text-head.ts';
import { textPath } from '../parts/text-places.ts';
import { listText } from '../../kit/words.ts';
import { boundedLine, chosenPoint, refusingLine, stateOf, weightOf } from './common.ts';

/** What one organisation tries out: a stand for each thing it may take a position on, or as now. */

const STANDS: readonly (Stand | 'none')[] = ['support', 'accept', 'stand-aside', 'object', 'none'];

const fieldOf = (on: Target): string => `on-${targetKey(on)}`;

const targetsOf = (text: Text): readonly Target[] => [
  { kind: 'whole' },
  ...present(text).clauses.map(({ id }): Target => ({ kind: 'clause', clause: id })),
  ...text.amendments
    .filter(({ fate }) => fate.kind === 'open')
    .map(({ number }): Target => ({ kind: 'amendment', amendment: number })),
];

/** The stands that a form tries. What is not among them is as now. */
export const triedIn = (text: Text, fields: Fields): readonly Tried[] =>
  targetsOf(text).flatMap((on): readonly Tried[] => {
    const stand = STANDS.find((one) => one === fields.text(fieldOf(on)));
    return stand === undefined ? [] : [{ on, stand: stand === 'none' ? null : stand }];
  });

interface Sounded {
  readonly fields: Fields;
  /** The question; `null`: there was too much to do, and none was made. */
  readonly common: Common | null;
  readonly answer: CommonAnswer;
  /** What could be signed with the positions held now. */
  readonly now: readonly Point[];
}

export const soundingPage = (context: Context, text: Text, common: Common, sounded: Sounded | null): Html => {
  const { t } = context;
  const words = t.texts.common.sounding;
  const path = textPath(context, text, 'common');
  const group = (title: string, targets: readonly Target[]): Html | '' =>
    targets.length === 0
      ? ''
      : html`<fieldset>
          <legend>${title}</legend>
          ${targets.map((on) => row(context, text, common, on, sounded?.fields ?? null))}
        </fieldset>`;
  const targets = targetsOf(text);
  const ofKind = (kind: Target['kind']): readonly Target[] => targets.filter((on) => on.kind === kind);
  return textSheet(
    context,
    text,
    'common',
    html`<h2>${words.title}</h2>
      <p class="lede">${words.lede}</p>
      ${sounded === null ? '' : result(context, sounded)}
      <form class="sounding" method="post" action="${path}/sounding">
        ${group(words.whole, ofKind('whole'))} ${group(words.clauses, ofKind('clause'))}
        ${group(words.amendments, ofKind('amendment'))}
        <p class="actions"><button>${words.try}</button> <a href="${path}">${words.back}</a></p>
      </form>`,
  );
};

const row = (context: Context, text: Text, common: Common, on: Target, fields: Fields | null): Html => {
  const { t, me } = context;
  const words = t.texts.common;
  const now: Shown = me === null ? 'none' : heldBy(text, on, me.organisation.id).stand;
  const chosen = fields?.text(fieldOf(on)) ?? '';
  return html`<label class="try">
    <span>${nameOfTarget(context, text, common, on)}</span>
    <select name="${fieldOf(on)}">
      <option value="">${words.sounding.asNow}: ${t.common.stand[now]}</option>
      ${STANDS.map((stand) => html`<option value="${stand}" ${chosen === stand ? html`selected` : ''}>${t.common.stand[stand]}</option>`)}
    </select>
  </label>`;
};

const nameOfTarget = ({ t }: Context, text: Text, { names }: Common, on: Target): Html => {
  if (on.kind === 'whole') return html`${t.texts.positions.wholeLong}`;
  if (on.kind === 'amendment') return html`${t.texts.amendments.number(on.amendment)}`;
  const words = present(text).clauses.find(({ id }) => id === on.clause)?.words ?? '';
  return html`${longName(names, on.clause)}: <span class="why" dir="auto">${firstWords(words)}</span>`;
};

const comparison = (context: Context, now: readonly Point[], then: readonly Point[]): Html | '' => {
  const words = context.t.texts.common.sounding;
  if (now.length === 0 || then.length === 0) return '';
  const weightIn = (points: readonly Point[], k: number): number =>
    points.find((one) => one.k === k)?.text?.weight ?? 0;
  const ks = [...new Set([...now, ...then].map(({ k }) => k))];
  const those = (sign: number): string =>
    listText(
      context,
      ks
        .filter((k) => Math.sign(weightIn(then, k) - weightIn(now, k)) === sign)
        .map((k) => words.change(k, weightIn(now, k), weightIn(then, k))),
    );
  const [more, less] = [those(1), those(-1)];
  if (more === '' && less === '') return html`<p>${words.same}</p>`;
  return html`${more === '' ? '' : html`<p>${words.more(more)}</p>`}
  ${less === '' ? '' : html`<p>${words.less(less)}</p>`}`;
};

const result = (context: Context, { common, answer, now }: Sounded): Html => {
  const words = context.t.texts.common;
  const chosen = chosenPoint(answer.points, Number.NaN);
  if (common === null)
    return html`<section id="result">
      <h2>${words.sounding.result}</h2>
      ${stateOf(context, answer)}
    </section>`;
  return html`<section id="result">
    <h2>${words.sounding.result}</h2>
    ${refusingLine(context, common)} ${boundedLine(context, common)} ${stateOf(context, answer)}
    ${comparison(context, now, answer.points)}
    ${
      answer.points.length === 0
        ? ''
        : curveFigure(context, {
            points: answer.points,
            of: weightOf(common),
            chosen: chosen?.k ?? null,
            isWhole: isWhole(common),
            href: null,
          })
    }
    ${chosen === null ? '' : shownPoint(context, common, chosen)}
  </section>`;
};
