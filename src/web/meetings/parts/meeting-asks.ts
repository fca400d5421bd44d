import type { Meeting, MeetingAsk } from '../../../charter/meetings/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import type { Fields } from '../../kit/fields.ts';
import { paragraphs } from '../../kit/prose.ts';
import { orgs } from '../../kit/theirs.ts';
import { noticeFacts } from './notice-facts.ts';

/** What some ask together of a meeting that they did not convene alone: that it be moved, or called off. */

/** Whether the reader's organisation moves the meeting or calls it off by itself. */
export const settlesAlone = ({ me, reader }: Context, meeting: Meeting): boolean =>
  me !== null && reader.maySettleAlone(meeting, me.organisation.id);

/** The notice that another asks for, where the address says whose ask is joined. */
export const askedNotice = (meeting: Meeting, fields: Fields): MeetingAsk['notice'] =>
  meeting.asks.find(({ by }) => by === fields.text('ask'))?.notice ?? null;

/** Each thing that is asked, by whom, how many more it needs, and the way to ask for it too. */
export const asksList = (context: Context, meeting: Meeting): Html | '' => {
  if (meeting.asks.length === 0 || (meeting.stage !== 'called' && meeting.stage !== 'convened')) return '';
  const alike = Map.groupBy(meeting.asks, ({ notice }) => JSON.stringify(notice));
  return html`${[...alike.values()].map((asks) => askPanel(context, meeting, asks))}`;
};

const askPanel = (context: Context, { number }: Meeting, asks: readonly MeetingAsk[]): Html => {
  const { t, me, base, reader } = context;
  const words = t.meetings.notice;
  const [first] = asks;
  if (first === undefined) return html``;
  const names = orgs(
    context,
    asks.map(({ by }) => by),
  );
  const mine = asks.some(({ by }) => by === me?.organisation.id);
  const href =
    first.notice === null
      ? `${base}/do/meeting.cancel?meeting=${number}`
      : `${base}/do/meeting.change?meeting=${number}&ask=${first.by}`;
  return html`<section class="panel">
    <p>
      <strong>${names}</strong>:
      ${first.notice === null ? words.askedCancel(reader.settlers()) : words.askedChange(reader.settlers())}
    </p>
    ${first.notice === null ? '' : noticeFacts(context, first.notice)}
    ${asks.map(({ reason }) => (reason === null ? '' : paragraphs(reason)))}
    ${me === null || mine ? '' : html`<p class="actions no-print"><a class="button second" href="${href}">${words.askToo}</a></p>`}
  </section>`;
};
