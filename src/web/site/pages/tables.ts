import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import type { Table, TableName } from '../../kit/csv.ts';
import { page } from '../../kit/layout.ts';
import { ATTENDANCE } from '../../meetings/parts/meeting-table.ts';
import { POSITIONS, SIGNATURES } from '../../texts/parts/text-tables.ts';

/** Every table that there is. */
const TABLES: { readonly [Name in TableName]: Pick<Table<Name, never>, 'columns'> } = {
  signatures: SIGNATURES,
  positions: POSITIONS,
  attendance: ATTENDANCE,
};

/** What stands in each column of each table that is offered for spreadsheets. */
export const tablesPage = (context: Context): Html => {
  const words = context.t.site.tables;
  return page(context, {
    title: words.title,
    body: html`<h1>${words.title}</h1>
      <p class="lede">${words.lede}</p>
      ${words.how.map((sentence) => html`<p>${sentence}</p>`)}
      ${(Object.keys(TABLES) as TableName[]).map((name) => {
        const { title, columns } = words.of[name];
        const meanings: Readonly<Record<string, string>> = columns;
        return html`<h2 id="${name}">${title}</h2>
          <div class="scroll" tabindex="0" role="region" aria-label="${title}">
            <table>
              <thead>
                <tr>
                  <th scope="col">${words.column}</th>
                  <th scope="col">${words.means}</th>
                </tr>
              </thead>
              <tbody>
                ${Object.keys(TABLES[name].columns).map(
                  (column) =>
                    html`<tr>
                      <th scope="row"><code>${column}</code></th>
                      <td>${meanings[column]}</td>
                    </tr>`,
                )}
              </tbody>
            </table>
          </div>`;
      })}`,
  });
};
