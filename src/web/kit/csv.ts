import type { Context as Call } from 'hono';
import { type Html, html } from '../../markup/html.ts';
import type { Messages } from '../messages/messages.ts';
import type { Context } from './context.ts';
import { download } from './download.ts';
import type { WebEnv } from './env.ts';

/** Tables for spreadsheets (RFC 4180): see docs/decisions/0077-a-table-for-spreadsheets.md. */

type Explained = Messages['site']['tables']['of'];
export type TableName = keyof Explained;

/** What stands in each column, under the name that it has in every language; the messages explain each (`/data`). */
export interface Table<Name extends TableName, Row> {
  readonly name: Name;
  readonly columns: Readonly<Record<keyof Explained[Name]['columns'] & string, (row: Row) => string>>;
}

/** So many rows are one file: more than most tables have, and made within milliseconds. */
export const ROWS_OF_A_PART = 2000;

/** Some programs take a file for another encoding that does not begin so. */
const BYTE_ORDER_MARK = '\uFEFF';

export const csvOf = <Name extends TableName, Row>({ columns }: Table<Name, Row>, rows: readonly Row[]): string => {
  const named = Object.entries(columns) as readonly (readonly [string, (row: Row) => string])[];
  const lines = [named.map(([name]) => name), ...rows.map((row) => named.map(([, of]) => of(row)))];
  return BYTE_ORDER_MARK + lines.map((cells) => `${cells.map(cellOf).join(',')}\r\n`).join('');
};

const cellOf = (words: string): string => `"${defused(words).replaceAll('"', '""')}"`;

/** What a spreadsheet would reckon with, or run, is words to it behind an apostrophe. */
const defused = (words: string): string => (ACTS.test(words) ? `'${words}` : words);

const ACTS = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/u;

/** As a file, a part of it by `?part=`. @param name of the file, of what every system takes */
export const sendTable = <Name extends TableName, Row>(
  c: Call<WebEnv>,
  table: Table<Name, Row>,
  name: string,
  rows: readonly Row[],
): Response | Promise<Response> => {
  const asked = c.req.query('part') ?? '1';
  const part = /^[1-9]\d{0,5}$/u.test(asked) ? Number(asked) : 0;
  if (part < 1 || part > partsOf(rows.length)) return c.notFound();
  const some = rows.slice((part - 1) * ROWS_OF_A_PART, part * ROWS_OF_A_PART);
  const file = `${name}-${table.name}${partsOf(rows.length) === 1 ? '' : `-${part}`}.csv`;
  return c.body(csvOf(table, some), 200, download(file, 'text/csv; charset=utf-8; header=present'));
};

const partsOf = (rows: number): number => Math.max(1, Math.ceil(rows / ROWS_OF_A_PART));

/** Leads to each part of a table. @param at the file's address, without its ending */
export const partLinks = ({ t }: Context, called: string, at: string, rows: number): readonly Html[] =>
  Array.from({ length: partsOf(rows) }, (_, i) => i + 1).map(
    (one) =>
      html`<a href="${at}.csv${one === 1 ? '' : `?part=${one}`}">${one === 1 ? called : t.site.tables.part(one)}</a>
        · `,
  );

/** Likewise, and to what its columns mean. */
export const tableLinks = (context: Context, name: TableName, at: string, rows: number): Html => {
  const { of, link, meaning } = context.t.site.tables;
  const parts = partLinks(context, link(of[name].title), at, rows);
  return html`${parts}<a href="${context.base}/data#${name}">${meaning}</a>`;
};
