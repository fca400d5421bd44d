import { type Html, html } from '../../../markup/html.ts';
import type { Context } from '../../kit/context.ts';
import { type TableName, partLinks } from '../../kit/csv.ts';
import { page } from '../../kit/layout.ts';
import { countText } from '../../kit/words.ts';
import { ATTENDANCE } from '../../meetings/parts/meeting-table.ts';
import { POSITIONS, SIGNATURES } from '../../texts/parts/text-tables.ts';
import { DATA_SETS, type DataSet, everyones } from '../data/sets.ts';

/** Tables that stand beside what they are of. */
const BESIDE = [SIGNATURES, POSITIONS, ATTENDANCE] as const;

/** All that is public, as data: the whole record as one file, a table for each kind of thing, and what stands in each column of each table that there is. */
export const dataPage = (context: Context): Html => {
  const { t, conference } = context;
  const words = t.site.tables;
  const reader = everyones(context);
  const sets = DATA_SETS.map((set) => ({ set, rows: set.count(reader) })).filter(({ rows }) => rows > 0);
  const file = `${conference.slug}-public-record.jsonl`;
  const api = apiOf(context);
  return page(context, {
    title: words.title,
    card: { words: words.lede, type: 'DataCatalog', more: { dataset: sets.map(({ set }) => described(context, set)) } },
    body: html`<h1>${words.title}</h1>
      <p class="lede">${words.lede}</p>
      <p>${words.licence}</p>
      <h2 id="record">${words.record.title}</h2>
      <p>${words.record.says}</p>
      <pre tabindex="0"><code>isonomia verify ${file}</code></pre>
      <p><a href="${api}/public-record">${words.record.get}</a></p>
      <h2>${words.sets}</h2>
      <p>${words.setsSay}</p>
      ${sets.map(({ set, rows }) => dataSet(context, set, rows))}
      <p><a href="/api/openapi.json">${words.api}</a></p>
      <h2>${words.beside}</h2>
      <p>${words.besideSay}</p>
      ${BESIDE.map(
        ({ name, columns }) =>
          html`<h3 id="${name}">${words.of[name].title}</h3>
            ${meanings(context, name, Object.keys(columns))}`,
      )}
      <h2>${words.howTitle}</h2>
      ${words.how.map((sentence) => html`<p>${sentence}</p>`)} `,
  });
};

const apiOf = ({ conference }: Context): string => `/api/conferences/${conference.slug}`;

const dataSet = (context: Context, { name, columns, json }: DataSet, rows: number): Html => {
  const words = context.t.site.tables;
  return html`<h3 id="${name}">${words.of[name].title}</h3>
    <p>
      ${partLinks(context, words.csv, `${context.base}/data/${name}`, rows)}<a href="${apiOf(context)}${json}"
        >${words.json}</a
      >
      <span class="quiet">${words.rows(countText(context, rows))}</span>
    </p>
    ${meanings(context, name, columns)}`;
};

const meanings = ({ t }: Context, name: TableName, columns: readonly string[]): Html => {
  const words = t.site.tables;
  const { title, columns: explained } = words.of[name];
  const meaning: Readonly<Record<string, string>> = explained;
  return html`<details>
    <summary>${words.columns}</summary>
    <div class="scroll" tabindex="0" role="region" aria-label="${title}">
      <table>
        <thead>
          <tr>
            <th scope="col">${words.column}</th>
            <th scope="col">${words.means}</th>
          </tr>
        </thead>
        <tbody>
          ${columns.map(
            (column) =>
              html`<tr>
                <th scope="row"><code>${column}</code></th>
                <td>${meaning[column]}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
};

/** As catalogues of data sets read it (schema.org, DCAT). */
const described = (context: Context, { name, json }: DataSet) => {
  const { t, base, origin } = context;
  return {
    '@type': 'Dataset',
    name: t.site.tables.of[name].title,
    url: `${origin}${base}/data#${name}`,
    distribution: [
      { '@type': 'DataDownload', encodingFormat: 'text/csv', contentUrl: `${origin}${base}/data/${name}.csv` },
      { '@type': 'DataDownload', encodingFormat: 'application/json', contentUrl: `${origin}${apiOf(context)}${json}` },
    ],
  };
};
