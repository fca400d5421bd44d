import { type Html, html } from '../../../markup/html.ts';
import { type Point, isProven } from '../../../text/common/problem.ts';
import type { Context, SiteContext } from '../../kit/context.ts';

/** The frontier as a curve, text against signers, and as the table behind it. */

interface Curve {
  readonly points: readonly Point[];
  /** What all clauses weigh together. */
  readonly of: number;
  /** The number of signers whose text is shown. */
  readonly chosen: number | null;
  /** Whether all was looked at: what is proven is proven of that. */
  readonly isWhole: boolean;
  /** Where the text for so many signers is shown; `null`: nowhere. */
  readonly href: ((k: number) => string) | null;
}

const [WIDTH, HEIGHT] = [400, 230];
const [LEFT, RIGHT, TOP, BOTTOM] = [34, 388, 14, 190];

export const curveFigure = (context: Context, curve: Curve): Html => {
  const words = context.t.texts.common.curve;
  const open = curve.points.some((point) => !isProven(point));
  return html`<figure class="curve">
    ${drawing(context, curve)}
    <figcaption>
      ${words.caption}
      <span class="curve-key"><span aria-hidden="true">●</span> ${words.proven(curve.isWhole)}</span>
      ${open ? html`<span class="curve-key"><span aria-hidden="true">○</span> ${words.best}</span>` : ''}
    </figcaption>
    ${table(context, curve)}
  </figure>`;
};

const drawing = ({ t }: SiteContext, { points, of, chosen, href }: Curve): Html => {
  const words = t.texts.common.curve;
  const most = Math.max(1, of);
  const last = Math.max(2, points.length);
  const x = (k: number): number => round(LEFT + ((k - 1) * (RIGHT - LEFT)) / (last - 1));
  const y = (weight: number): number => round(BOTTOM - (weight * (BOTTOM - TOP)) / most);
  const known = points.flatMap(({ k, text }) => (text === null ? [] : [{ k, weight: text.weight }]));
  const line = (ends: readonly { readonly k: number; readonly weight: number }[]): string =>
    ends.map(({ k, weight }) => `${x(k)},${y(weight)}`).join(' ');
  const bounds = points.flatMap(({ k, bound }) => (bound === null ? [] : [{ k, weight: bound }]));
  const small = points.length > 60;
  const spot = (point: Point): Html | '' => {
    if (point.text === null) return '';
    const { weight } = point.text;
    const here = point.k === chosen;
    const circle = html`${here ? html`<circle class="here" cx="${x(point.k)}" cy="${y(weight)}" r="7.5" />` : ''}
      <circle class="${isProven(point) ? 'proven' : 'best'}" cx="${x(point.k)}" cy="${y(weight)}" r="${small ? 2 : 3.4}"
        ><title>${words.point(point.k, weight, of)}</title></circle
      >`;
    // The links of the table are those for the keyboard.
    return href === null ? circle : html`<a href="${href(point.k)}" tabindex="-1">${circle}</a>`;
  };
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">
    <g class="axes">
      <path d="M${LEFT} ${TOP - 6}V${BOTTOM}H${RIGHT + 6}" />
      ${marks(most, 4).map(
        (weight) =>
          html`<path class="rule" d="M${LEFT} ${y(weight)}H${RIGHT}" />
            <text x="${LEFT - 5}" y="${y(weight) + 4}" text-anchor="end">${weight}</text>`,
      )}
      ${[1, ...marks(points.length, 5).filter((k) => k > 1)].map(
        (k) => html`<text x="${x(k)}" y="${BOTTOM + 15}" text-anchor="middle">${k}</text>`,
      )}
      <text x="${RIGHT}" y="${HEIGHT - 6}" text-anchor="end">${words.signers} →</text>
      <text x="${LEFT}" y="${HEIGHT - 6}">↑ ${words.weight}</text>
    </g>
    <polyline class="bound" points="${line(bounds)}" />
    <polyline class="line" points="${line(known)}" />
    ${points.map(spot)}
  </svg>`;
};

const round = (value: number): number => Math.round(value * 10) / 10;

/** About so many round numbers up to `most`, which is the last of them. */
const marks = (most: number, about: number): readonly number[] => {
  const rough = most / about;
  const size = 10 ** Math.floor(Math.log10(Math.max(1, rough)));
  const step = [1, 2, 5, 10].map((one) => one * size).find((one) => one >= rough) ?? size;
  const below = Array.from({ length: Math.ceil(most / step) }, (_, at) => at * step);
  return [...below.filter((one) => one > 0 && most - one > step / 2), most];
};

const table = ({ t }: SiteContext, { points, of, chosen, isWhole, href }: Curve): Html => {
  const words = t.texts.common.curve;
  const certainty = (point: Point): string => {
    if (point.text === null) return point.bound === null ? words.noneProven(isWhole) : words.noneFound;
    return isProven(point) ? words.provenWord(isWhole) : words.atMost(point.bound ?? point.text.weight);
  };
  return html`<details>
    <summary>${words.table}</summary>
    <div class="scroll" tabindex="0" role="region" aria-label="${words.table}">
      <table class="plain-table">
        <thead>
          <tr>
            <th scope="col">${words.k}</th>
            <th scope="col">${words.text}</th>
            <th scope="col">${words.certainty}</th>
          </tr>
        </thead>
        <tbody>
          ${points.map(
            (point) =>
              html`<tr>
                <th scope="row">
                  ${
                    href === null || point.text === null
                      ? point.k
                      : html`<a href="${href(point.k)}" ${point.k === chosen ? html`aria-current="true"` : ''}
                          >${point.k}</a
                        >`
                  }
                </th>
                <td>${point.text === null ? words.none : `${point.text.weight} / ${of}`}</td>
                <td>${certainty(point)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
};
