import { html } from 'hono/html';
import type { Clause } from '../../text/clause.ts';
import { runsOf } from '../../text/emphasis.ts';
import { numbering } from '../../text/numbering.ts';
import type { Html } from '../act-form.ts';

/** Words that people wrote, as they are read: escaped, `*…*` as emphasis, in whichever direction their script runs. */

/** `*…*` becomes emphasis; everything else stands as it was written. */
export const emphasised = (words: string): Html =>
  html`${runsOf(words).map(({ text, emphasis }) => (emphasis ? html`<em>${text}</em>` : text))}` as Html;

/** Running text: an empty line ends a paragraph, a single line end breaks the line. */
export const paragraphs = (text: string): Html =>
  html`${text
    .split(/\n{2,}/u)
    .map(
      (paragraph) =>
        html`<p dir="auto">${paragraph.split('\n').map((line, i) => html`${i > 0 ? html`<br />` : ''}${line}`)}</p>`,
    )}` as Html;

/** Clauses with their numbers and nothing beside them, as in print. `level`: the heading level that headings of the text get. */
export const plainClauses = (clauses: readonly Clause[], level: 2 | 3 = 3): Html => {
  const numbers = numbering(clauses);
  return html`<div class="print">
    ${clauses.map((clause) => {
      const words = emphasised(clause.words);
      const inner =
        clause.kind !== 'heading'
          ? html`<p class="words" dir="auto">${words}</p>`
          : level === 2
            ? html`<h2 class="words" dir="auto">${words}</h2>`
            : html`<h3 class="words" dir="auto">${words}</h3>`;
      return html`<div
        class="clause bare ${clause.level === undefined ? '' : `level-${clause.level}`}"
        id="c-${clause.id}"
      >
        <span class="no">${numbers.get(clause.id)}</span>${inner}
      </div>`;
    })}
  </div>` as Html;
};
