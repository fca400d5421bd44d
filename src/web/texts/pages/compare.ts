import type { Revision, Text } from '../../../charter/texts/state.ts';
import { type Html, html } from '../../../markup/html.ts';
import { chooseTwo } from '../../kit/compare/choose.ts';
import type { Context } from '../../kit/context.ts';
import { termsChange } from '../../members/parts/rules-table.ts';
import { changesList } from '../parts/text-changes.ts';
import { textSheet } from '../parts/text-head.ts';
import { textPath } from '../parts/text-places.ts';
import { wordDiff } from '../../kit/compare/word-diff.ts';
import { dayText } from '../../kit/words.ts';

/** Any two revisions of a text, word by word; where none are named, the last two. */
export const comparePage = (context: Context, text: Text): Html => {
  const { revisions } = text;
  const to = revisionIn(context, text, 'to') ?? revisions.at(-1);
  const from = revisionIn(context, text, 'from') ?? revisions[(to?.number ?? 1) - 2];
  const words = context.t.texts;
  return textSheet(
    context,
    text,
    'changes',
    html`${
      revisions.length < 2
        ? html`<h2>${words.compare.title}</h2>
            <p class="empty">${words.compare.only}</p>`
        : html`${comparingForm(context, text, from?.number ?? 1, to?.number ?? revisions.length)}
          ${from === undefined || to === undefined ? '' : compared(context, from, to)}`
    }`,
  );
};

const revisionIn = ({ url }: Context, text: Text, name: 'from' | 'to'): Revision | undefined =>
  text.revisions[Number(url.searchParams.get(name) ?? Number.NaN) - 1];

const compared = (context: Context, from: Revision, to: Revision): Html => {
  const words = context.t.texts.history;
  return html`<h2>${words.compared(from.number, to.number)}</h2>
    ${
      from.title === to.title
        ? ''
        : html`<p class="label">${words.titleChanged}</p>
            <p class="words" dir="auto">${wordDiff(context, from.title, to.title)}</p>`
    }
    ${changesList(context, from.clauses, to.clauses)}
    ${from.charter === null || to.charter === null ? '' : termsChange(context, from.charter, to.charter)}`;
};

/** Two revisions to choose. */
export const comparingForm = (context: Context, text: Text, from: number, to: number): Html => {
  const words = context.t.texts.history;
  const options = (chosen: number): readonly Html[] =>
    text.revisions.map(
      ({ number, on }) =>
        html`<option value="${number}" ${number === chosen ? 'selected' : ''}>
          ${words.revisionOf(number, dayText(context, on.at))}
        </option>`,
    );
  return chooseTwo({
    action: textPath(context, text, 'changes'),
    heading: html`<h2>${words.compare}</h2>`,
    words,
    from: options(from),
    to: options(to),
  });
};
