import { html } from 'hono/html';
import type { Text } from '../../../charter/state.ts';
import type { Html } from '../../act-form.ts';
import type { Context } from '../../context.ts';
import { rulesChange } from '../../parts/rules-table.ts';
import { textPath, textSheet } from '../../parts/text-head.ts';
import { changesList } from '../../parts/text-changes.ts';
import { eventsOf } from '../../parts/text-events.ts';
import { wordDiff } from '../../parts/word-diff.ts';
import { dayText } from '../../parts/words.ts';
import { eventItem } from './event.ts';

/** How each word got there (13): revisions, positions, consultations, decision and signatures, each with its entry. */
export const historyPage = (context: Context, text: Text): Html => {
  const { url, reader, t } = context;
  const words = t.texts.history;
  const pick = (name: string): number => Number(url.searchParams.get(name) ?? Number.NaN);
  const [from, to] = [text.revisions[pick('from') - 1], text.revisions[pick('to') - 1]];
  return textSheet(
    context,
    text,
    'history',
    html`${text.revisions.length > 1 ? comparing(context, text, from?.number ?? 1, to?.number ?? text.revisions.length) : ''}
    ${
      from === undefined || to === undefined
        ? html`<h2>${words.all}</h2>
            <ol class="rows history">
              ${eventsOf(text, reader.observations(text.number)).map((event) => eventItem(context, text, event))}
            </ol>`
        : html`<h2>${words.compared(from.number, to.number)}</h2>
            ${
              from.title === to.title
                ? ''
                : html`<p class="label">${words.titleChanged}</p>
                    <p class="words" dir="auto">${wordDiff(context, from.title, to.title)}</p>`
            }
            ${changesList(context, from.clauses, to.clauses)}
            ${from.rules === null || to.rules === null ? '' : rulesChange(context, from.rules, to.rules)}`
    }` as Html,
  );
};

const comparing = (context: Context, text: Text, from: number, to: number): Html => {
  const words = context.t.texts.history;
  const options = (chosen: number): readonly Html[] =>
    text.revisions.map(
      ({ number, on }) =>
        html`<option value="${number}" ${number === chosen ? 'selected' : ''}>
          ${words.revisionOf(number, dayText(context, on.at))}
        </option>` as Html,
    );
  return html`<form class="inline-form" method="get" action="${textPath(context, text, 'history')}">
    <h2>${words.compare}</h2>
    <label
      >${words.from}
      <select name="from">
        ${options(from)}
      </select></label
    >
    <label
      >${words.to}
      <select name="to">
        ${options(to)}
      </select></label
    >
    <button class="second">${words.show}</button>
  </form>` as Html;
};
