import type { Circulation, Delivery } from '../../../charter/group/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { nameOf } from '../../kit/words.ts';

/** How far something came, as a picture: a column for each organisation, a line for each way. The table behind it says the same. */

type Lane = 'sent' | 'mail' | 'opened' | 'acknowledged' | 'otherwise';
type Spot = 'there' | 'failed' | 'waiting';

const spotOf = ({ mail, opened, acknowledged, otherwise }: Delivery, lane: Lane): Spot => {
  const there = (is: boolean): Spot => (is ? 'there' : 'waiting');
  switch (lane) {
    case 'sent':
      return 'there';
    case 'mail':
      return mail === null ? 'waiting' : mail.result === 'handed-over' ? 'there' : 'failed';
    case 'opened':
      return there(opened !== null);
    case 'acknowledged':
      return there(acknowledged !== null);
    case 'otherwise':
      return there(otherwise !== null);
  }
};

/** Those that came furthest first, so that the picture is a staircase. */
const rank = (delivery: Delivery): number =>
  (['acknowledged', 'opened', 'otherwise', 'mail'] as const).reduce(
    (sum, lane) => sum * 3 + { there: 2, waiting: 1, failed: 0 }[spotOf(delivery, lane)],
    0,
  );

const [WIDTH, LEFT, RIGHT, TOP, LANE] = [400, 4, 396, 34, 44];

/** The most pixels between two columns: few organisations stand as close as many. */
const WIDEST = 26;

export const deliveryPicture = (context: Context, { recipients }: Circulation): Html => {
  const words = context.t.post.circulation;
  const columns = [...recipients].toSorted(([, a], [, b]) => rank(b) - rank(a));
  const lanes: readonly Lane[] = [
    'sent',
    'mail',
    'opened',
    'acknowledged',
    ...(columns.some(([, { otherwise }]) => otherwise !== null) ? (['otherwise'] as const) : []),
  ];
  const step = Math.min(WIDEST, (RIGHT - LEFT) / columns.length);
  const height = TOP + (lanes.length - 1) * LANE + 10;
  return html`<figure class="delivery-picture">
    <svg viewBox="0 0 ${WIDTH} ${height}" aria-hidden="true">
      ${lanes.map((lane, row) => {
        const y = TOP + row * LANE;
        const spots = columns.map(([id, delivery]) => ({ id, spot: spotOf(delivery, lane) }));
        const count = spots.filter(({ spot }) => spot === 'there').length;
        return html`<g>
          <path class="rule" d="M${LEFT} ${y}H${RIGHT}" />
          <text x="${LEFT}" y="${y - 14}">${words.lane[lane]}</text>
          <text class="count" x="${RIGHT}" y="${y - 14}" text-anchor="end">${count}</text>
          ${spots.map(({ id, spot }, column) =>
            mark(spot, LEFT + step * (column + 0.5), y, Math.min(6, step * 0.36), nameOf(context, id)),
          )}
        </g>`;
      })}
    </svg>
    <figcaption>
      ${words.picture}
      <span class="picture-key"><span class="s-support" aria-hidden="true">●</span> ${words.mark.there}</span>
      <span class="picture-key"><span class="s-none" aria-hidden="true">○</span> ${words.mark.waiting}</span>
      <span class="picture-key"><span class="s-object" aria-hidden="true">✕</span> ${words.mark.failed}</span>
    </figcaption>
  </figure>`;
};

const mark = (spot: Spot, at: number, y: number, size: number, name: string): Html => {
  const x = Math.round(at * 10) / 10;
  const r = Math.round(size * 10) / 10;
  if (spot === 'failed')
    return html`<path class="failed" d="M${x - r} ${y - r}l${2 * r} ${2 * r}m0 ${-2 * r}l${-2 * r} ${2 * r}"
      ><title>${name}</title></path
    >`;
  return html`<circle class="${spot}" cx="${x}" cy="${y}" r="${spot === 'there' ? r : r * 0.7}"
    ><title>${name}</title></circle
  >`;
};
