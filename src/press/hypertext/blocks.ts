import type { Block, Line } from '../../charter/final/sheet.ts';
import { type Html, html } from '../../markup/html.ts';
import type { Clause } from '../../text/clause.ts';
import { numbering } from '../../text/numbering.ts';
import { type Notes, lined, saidHtml } from './words.ts';

/** A finished text's clauses and what stands behind them, as HTML that is XHTML, too. */

/** Each clause can be led to by its own id. */
export const clausesHtml = (clauses: readonly Clause[], { marked }: Notes): readonly Html[] => {
  const numbers = numbering(clauses);
  return clauses.map(({ id, kind, level = 0, words }) => {
    const number = numbers.get(id) ?? '';
    const label = number === '' ? '' : html`<bdi>${kind === 'operative' ? `${number}.` : number}</bdi> `;
    if (kind === 'heading') return html`<h2 id="clause-${id}" dir="auto">${marked(words)}</h2>`;
    const form = kind === 'point' ? `point level-${level}` : kind;
    return html`<p id="clause-${id}" class="${form}" dir="auto">${label}${marked(words)}</p>`;
  });
};

/** @param title of the section that it is in */
export const blockHtml = (block: Block, title: string, notes: Notes): Html | '' => {
  switch (block.kind) {
    case 'paragraph':
      return html`<p>${saidHtml(block.words)}</p>`;
    case 'list':
      return block.items.length === 0
        ? ''
        : html`<ul>
            ${block.items.map((item) => html`<li>${saidHtml(item)}</li>`)}
          </ul>`;
    case 'words':
      return quotation(lined(block.words), false);
    case 'calls':
      return block.items.length === 0
        ? ''
        : html`<ol>
            ${block.items.map((words) => html`<li dir="auto">${notes.marked(words)}</li>`)}
          </ol>`;
    case 'table':
      return tableHtml(block, title);
    case 'quotation':
      return html`<p>${saidHtml(block.head)}</p>
        ${quotation(lined(block.words), block.struck)}`;
    case 'slip':
      return html`<p>${saidHtml(block.head)}</p>
        ${[block.before, block.now].map(
          ({ label, words }) =>
            html`<p>${label}:</p>
              ${quotation(notes.marked(words), false)}`,
        )}`;
  }
};

const quotation = (inside: Html, struck: boolean): Html =>
  html`<blockquote><p dir="auto">${struck ? html`<del>${inside}</del>` : inside}</p></blockquote>`;

const tableHtml = ({ columns, rows }: Extract<Block, { readonly kind: 'table' }>, title: string): Html =>
  html`<div class="scroll" role="region" tabindex="0" aria-label="${title}">
    <table>
      <thead>
        <tr>
          ${columns.map((column) => html`<th scope="col">${column}</th>`)}
        </tr>
      </thead>
      ${
        rows.length === 0
          ? ''
          : html`<tbody>
              ${rows.map(
                (row) =>
                  html`<tr>
                    ${row.map((lines, i) => (i === 0 ? html`<th scope="row">${cellHtml(lines)}</th>` : html`<td>${cellHtml(lines)}</td>`))}
                  </tr>`,
              )}
            </tbody>`
      }
    </table>
  </div>`;

const cellHtml = (lines: readonly Line[]): readonly Html[] =>
  lines.map(({ words, struck }) => {
    const said = saidHtml(words);
    return html`<div dir="auto">${struck ? html`<del>${said}</del>` : said}</div>`;
  });
