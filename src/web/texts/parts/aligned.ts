import type { Rendering } from '../../../charter/texts/negotiation-state.ts';
import type { Text } from '../../../charter/texts/state.ts';
import type { Aligned, RenderingState } from '../../../charter/texts/translations.ts';
import { type Html, html } from '../../../markup/html.ts';
import { numbering } from '../../../text/numbering.ts';
import type { Context, SiteContext } from '../../kit/context.ts';
import { inLanguage, languageText, originalText } from '../../kit/languages.ts';
import { emphasised } from '../../kit/prose.ts';
import { wordDiff } from '../../kit/compare/word-diff.ts';
import { nameOf } from '../../kit/words.ts';

/** A text beside its translation, clause by clause; on a phone the one folds under the other. */

const MARKS: Readonly<Record<RenderingState, string>> = { checked: '✓', draft: '○', outdated: '△', missing: '–' };

const STATES: readonly RenderingState[] = ['checked', 'draft', 'outdated', 'missing'];

/** The mark with its word: `✓ checked`. */
export const renderingState = ({ t }: SiteContext, state: RenderingState): Html =>
  html`<span class="r-${state}"
    ><span aria-hidden="true">${MARKS[state]}</span> ${t.texts.languages.state[state]}</span
  >`;

/** How many clauses are how far: `✓ 12 checked`, `– 3 missing`; what there is none of is left out. */
export const renderingCounts = ({ t }: SiteContext, rows: readonly Aligned[]): readonly Html[] =>
  STATES.flatMap((state) => {
    const n = rows.filter((row) => row.state === state).length;
    if (n === 0) return [];
    return [
      html`<span class="r-${state}"
        ><span aria-hidden="true">${MARKS[state]}</span> ${t.texts.languages.count[state](n)}</span
      >`,
    ];
  });

interface Columns {
  readonly text: Text;
  readonly language: string;
  readonly rows: readonly Aligned[];
  /** What stands in the cell of the translation. */
  readonly cell: (row: Aligned) => Html;
  /** Whether the original shows its marks, as whoever translates needs them. */
  readonly marks?: true;
}

export const alignedTable = (context: Context, { text, language, rows, cell, marks }: Columns): Html => {
  const words = context.t.texts.languages;
  const numbers = numbering(rows.map(({ clause }) => clause));
  const [original, other] = [originalText(context, text), languageText(context, language)];
  return html`<table class="aligned">
    <caption class="visually-hidden">
      ${words.side(original, other)}
    </caption>
    <thead>
      <tr>
        <td></td>
        <th scope="col">${original}</th>
        <th scope="col">${other}</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr id="c-${row.clause.id}" class="${row.clause.kind === 'heading' ? 'heading' : ''}">
            <td class="no">${numbers.get(row.clause.id)}</td>
            <td>
              <p class="words" ${inLanguage(text.language)}>
                ${marks === true ? row.clause.words : emphasised(row.clause.words)}
              </p>
            </td>
            <td>${cell(row)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
};

/** The words of a rendering, and how far they are. */
export const renderedCell = (context: Context, text: Text, language: string, row: Aligned): Html => {
  const { rendering, state } = row;
  return html`${rendering === null ? '' : html`<p class="words" ${inLanguage(language)}>${emphasised(rendering.words)}</p>`}
    <p class="state">
      ${renderingState(context, state)}${rendering === null ? '' : html` ${whose(context, rendering)}`}
    </p>
    ${rendering !== null && state === 'outdated' ? originalSince(context, text, row, rendering) : ''}`;
};

export const whose = (context: Context, { by, checked }: Rendering): Html => {
  const words = context.t.texts.languages;
  return html`<bdi>${words.renderedBy(nameOf(context, by))}</bdi>${
      checked === null ? '' : html`, <bdi>${words.comparedBy(nameOf(context, checked.by))}</bdi>`
    }`;
};

/** How the original has changed since it was rendered. */
export const originalSince = (context: Context, text: Text, { clause }: Aligned, { revision }: Rendering): Html => {
  const words = context.t.texts.languages;
  const then = text.revisions[revision - 1]?.clauses.find(({ id }) => id === clause.id);
  return html`<details>
    <summary>${words.since} (${words.renders(revision)})</summary>
    ${then === undefined ? html`<p>${words.gone}</p>` : html`<p class="words" ${inLanguage(text.language)}>${wordDiff(context, then.words, clause.words)}</p>`}
  </details>`;
};
