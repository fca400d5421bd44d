import type { OrganisationId } from '../../../base/ids.ts';
import { type Target, targetKey } from '../../../charter/texts/position-state.ts';
import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { type Held, mark, standText } from './stands.ts';
import { org } from '../../kit/words.ts';

/** Organisations × clauses, as a table: a mark in each cell for those who see, its word for those who listen. */

export interface Column {
  readonly short: string;
  readonly long: string;
  /** Where the clause stands, or `null` for the whole. */
  readonly href: string | null;
  readonly target: Target;
  readonly held: readonly Held[];
}

/** The parameter that names the reason with which a page of them begins. */
export const REASONS = 'reasons';

/** Where a reason stands on the page of the grid. */
export const reasonId = (target: Target, organisation: OrganisationId): string =>
  `r-${targetKey(target).replace(':', '-')}-${organisation}`;

/** @param against how many object, column by column: of all, whichever rows are shown */
export const grid = (
  context: Context,
  caption: string,
  columns: readonly Column[],
  against: readonly number[],
): Html => {
  const { t, me } = context;
  const words = t.texts.positions;
  const rows = columns[0]?.held.map(({ organisation }) => organisation) ?? [];
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}">
    <table class="grid">
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          <th scope="col">${words.organisation}</th>
          ${columns.map(
            ({ short, long, href }, i) =>
              html`<th scope="col" class="${(against[i] ?? 0) > 0 ? 'contested' : ''}">
                <abbr title="${long}">${href === null ? short : html`<a href="${href}">${short}</a>`}</abbr>
              </th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (id, row) =>
            html`<tr class="${me?.organisation.id === id ? 'own' : ''}">
              <th scope="row">${org(context, id)}</th>
              ${columns.map((column, i) => cell(context, column, row, (against[i] ?? 0) > 0))}
            </tr>`,
        )}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">${words.objections}</th>
          ${against.map((count, i) => html`<td data-at="${columns[i]?.short ?? ''}">${count === 0 ? '' : count}</td>`)}
        </tr>
      </tfoot>
    </table>
  </div>`;
};

export const objections = (held: readonly Held[]): number => held.filter(({ stand }) => stand === 'object').length;

/** The page of the reasons that begins with this one. */
const reasonAt = ({ url }: Context, id: string): string => {
  const query = new URLSearchParams(url.search);
  query.set(REASONS, id);
  return `${url.pathname}?${query.toString()}#${id}`;
};

const cell = (context: Context, column: Column, row: number, contested: boolean): Html => {
  const { held } = column;
  const one = held[row];
  const stand = one?.stand ?? 'none';
  const conditional = one !== undefined && one.depends.length > 0;
  const inner = html`${mark(stand)}${
      conditional ? html`<sup class="if" aria-hidden="true">${context.t.texts.conditions.sign}</sup>` : ''
    }<span class="visually-hidden">${one === undefined ? '' : standText(context, one)}</span>`;
  return html`<td class="${contested ? 'in-contested' : ''}" data-at="${column.short}">
    ${one === undefined || (one.reason === null && !conditional) ? inner : html`<a class="has-reason s-${stand}" href="${reasonAt(context, reasonId(column.target, one.organisation))}">${inner}</a>`}
  </td>`;
};
