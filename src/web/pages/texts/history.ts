import { html } from 'hono/html';
import type { Text } from '../../../charter/state.ts';
import type { Html } from '../../act-form.ts';
import type { Context } from '../../context.ts';
import { contestedBox } from '../../parts/revision-objections.ts';
import { textSheet } from '../../parts/text-head.ts';
import { eventsOf } from '../../parts/text-events.ts';
import { comparingForm } from './compare.ts';
import { eventItem } from './event.ts';

/** How each word got there (13): revisions, positions, consultations, decision and signatures, each with its entry. */
export const historyPage = (context: Context, text: Text): Html => {
  const latest = text.revisions.length;
  return textSheet(
    context,
    text,
    'history',
    html`${contestedBox(context, text)} ${latest > 1 ? comparingForm(context, text, latest - 1, latest) : ''}
      <h2>${context.t.texts.history.all}</h2>
      <ol class="rows history">
        ${eventsOf(text, context.reader.observations(text.number)).map((event) => eventItem(context, text, event))}
      </ol>` as Html,
  );
};
