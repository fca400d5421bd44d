import { noticeOf } from '../../../charter/meetings/meeting-rules.ts';
import type { Meeting } from '../../../charter/meetings/state.ts';
import { DAY, type Instant, instant, monthsAfter } from '../../../base/time.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { meetingTitle } from '../../kit/meeting-when.ts';
import { day } from '../../kit/words.ts';
import { meetingPath } from '../../kit/meeting-link.ts';

/** A year of meetings and what is due, as a line of time and as the table behind it. */

type Mark = 'assembly' | 'group' | 'cancelled' | 'deadline' | 'today';

interface Moment {
  readonly at: Instant;
  readonly mark: Mark;
  readonly what: string;
  readonly href: string | null;
}

/** The year that is shown: four months back, eight ahead, from the first of a month. */
const yearOf = (now: Instant): readonly [Instant, Instant] => {
  const date = new Date(now);
  const first = instant(Date.UTC(date.getUTCFullYear(), date.getUTCMonth()));
  return [monthsAfter(first, -4), monthsAfter(first, 8)];
};

const momentsOf = (context: Context): readonly Moment[] => {
  const { reader, now, t } = context;
  const words = t.meetings.list.timeline;
  const [from, to] = yearOf(now);
  const { by } = reader.assemblyDue();
  const moments = reader.meetings().flatMap((meeting) => meetingMoments(context, meeting));
  const due: readonly Moment[] = by === null ? [] : [{ at: by, mark: 'deadline', what: words.due, href: null }];
  return [...moments, ...due, { at: now, mark: 'today' as const, what: words.today, href: null }]
    .filter(({ at }) => at >= from && at < to)
    .toSorted((a, b) => a.at - b.at);
};

const meetingMoments = (context: Context, meeting: Meeting): readonly Moment[] => {
  const { reader, t } = context;
  const { list, head } = t.meetings;
  const title = meetingTitle(context, meeting);
  const href = meetingPath(context, meeting);
  const { starts } = noticeOf(meeting);
  if (meeting.cancelled !== null)
    return [{ at: starts, mark: 'cancelled', what: `${title} (${head.stage.cancelled})`, href }];
  const open = meeting.kind === 'assembly' && (meeting.stage === 'convened' || meeting.stage === 'called');
  const closes: readonly Moment[] = open
    ? [
        {
          at: reader.agendaCloses(meeting),
          mark: 'deadline',
          what: list.timeline.closes(title),
          href: `${href}/agenda`,
        },
      ]
    : [];
  return [{ at: starts, mark: meeting.kind, what: title, href }, ...closes];
};

export const yearFigure = (context: Context): Html => {
  const words = context.t.meetings.list.timeline;
  const moments = momentsOf(context);
  const shown = (['assembly', 'group', 'cancelled', 'deadline'] as const).filter((mark) =>
    moments.some((moment) => moment.mark === mark),
  );
  return html`<figure class="year">
    <div class="scroll" tabindex="0" role="region" aria-label="${words.caption}">${drawing(context, moments)}</div>
    <figcaption>
      ${words.caption}
      ${shown.map(
        (mark) =>
          html`<span class="curve-key"
            ><svg class="${mark}" viewBox="-8 -8 16 16" width="16" height="16" aria-hidden="true">${sign(mark)}</svg>
            ${words.key[mark]}</span
          >`,
      )}
    </figcaption>
    ${table(context, moments)}
  </figure>`;
};

const [WIDTH, HEIGHT, LINE] = [960, 92, 44];

const drawing = (context: Context, moments: readonly Moment[]): Html => {
  const [from, to] = yearOf(context.now);
  const x = (at: Instant): number => Math.round(((at - from) / (to - from)) * (WIDTH - 24) * 10) / 10 + 12;
  const months = Array.from({ length: 12 }, (_, i) => monthsAfter(from, i));
  const name = new Intl.DateTimeFormat(context.language === 'en' ? 'en-GB' : context.language, {
    month: 'short',
    timeZone: 'UTC',
  });
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">
    <path class="line" d="M${x(from)} ${LINE}H${x(to)}" />
    ${months.map(
      (month) =>
        html`<path class="tick" d="M${x(month)} ${LINE - 5}v10" />
          <text x="${x(month) + 4}" y="${LINE + 34}">
            ${name.format(month)}${new Date(month).getUTCMonth() === 0 ? ` ${new Date(month).getUTCFullYear()}` : ''}
          </text>`,
    )}
    ${moments.map(({ at, mark, what, href }, i) => {
      const spot = html`<g class="${mark}" transform="translate(${x(at)} ${LINE - lift(moments, i)})">
        <title>${what}</title>
        ${mark === 'today' ? html`<path d="M0 -26v44" /><text y="-30" text-anchor="middle">${what}</text>` : sign(mark)}
      </g>`;
      // The links of the table are those for the keyboard.
      return href === null ? spot : html`<a href="${href}" tabindex="-1">${spot}</a>`;
    })}
  </svg>`;
};

/** What would cover the mark before it stands above it. */
const lift = (moments: readonly Moment[], i: number): number => {
  const { at = 0, mark } = moments[i] ?? {};
  if (mark === 'today') return 0;
  const earlier = moments.slice(0, i).filter((one) => one.mark !== 'today' && at - one.at < 6 * DAY);
  return Math.min(2, earlier.length) * 15;
};

/** Each kind of moment by its shape, not by its colour alone. */
const sign = (mark: Exclude<Mark, 'today'>): Html => {
  switch (mark) {
    case 'assembly':
      return html`<circle r="7" />`;
    case 'group':
      return html`<circle r="4.5" />`;
    case 'cancelled':
      return html`<path d="M-5 -5L5 5M-5 5L5 -5" />`;
    case 'deadline':
      return html`<path d="M0 -7L7 0L0 7L-7 0Z" />`;
  }
};

const table = (context: Context, moments: readonly Moment[]): Html => {
  const words = context.t.meetings.list.timeline;
  return html`<details>
    <summary>${words.table}</summary>
    <table class="plain-table">
      <thead>
        <tr>
          <th scope="col">${words.day}</th>
          <th scope="col">${words.what}</th>
        </tr>
      </thead>
      <tbody>
        ${moments.map(
          ({ at, what, href }) =>
            html`<tr>
              <th scope="row">${day(context, at)}</th>
              <td>${href === null ? what : html`<a href="${href}">${what}</a>`}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </details>`;
};
