import type { Text } from '../../../charter/texts/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { pageLinks, pageOf } from '../../kit/listing.ts';
import { contestedBox } from '../parts/revision-objections.ts';
import { textSheet } from '../parts/text-head.ts';
import { type TextEvent, eventsOf } from '../parts/text-events.ts';
import { comparingForm } from './compare.ts';
import { eventItem } from './event.ts';

const PAGE = 50;

/** How each word got there (13): revisions, positions, consultations, decision and signatures, each with its entry. */
export const historyPage = (context: Context, text: Text): Html => {
  const latest = text.revisions.length;
  const shown = pageOf(placed(eventsOf(text, context.reader.observations(text.number))), context, PAGE, nameOf);
  return textSheet(
    context,
    text,
    'history',
    html`${contestedBox(context, text)} ${latest > 1 ? comparingForm(context, text, latest - 1, latest) : ''}
      <h2>${context.t.texts.history.all}</h2>
      <ol class="rows history">
        ${shown.items.map(({ event }) => eventItem(context, text, event))}
      </ol>
      ${pageLinks(context, shown)}
      <p><a href="${context.base}/record?text=${text.number}">${context.t.workspace.record.filter.itsActs}</a></p>`,
  );
};

interface Placed {
  readonly event: TextEvent;
  /** Among those that one entry brought. */
  readonly place: number;
}

const placed = (events: readonly TextEvent[]): readonly Placed[] => {
  let [index, place] = [-1, 0];
  return events.map((event) => {
    place = event.on.index === index ? place + 1 : 0;
    index = event.on.index;
    return { event, place };
  });
};

const nameOf = ({ event, place }: Placed): string => `${event.on.index}-${place}`;
