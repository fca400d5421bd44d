import type { Context as Call } from 'hono';
import { PUBLIC } from '../../../charter/visibility.ts';
import { type Reader, createReader } from '../../../conference/reading/reader.ts';
import type { Context } from '../../kit/context.ts';
import { type Table, type TableName, sendTable } from '../../kit/csv.ts';
import type { WebEnv } from '../../kit/env.ts';
import {
  ACTIONS,
  APPEALS,
  ARCHIVE,
  DECISIONS,
  ISSUES,
  type IssueRow,
  MEETINGS,
  ORGANISATIONS,
  REPORTS,
  STATEMENTS,
} from './tables.ts';

/**
 * The data sets: what there is of a conference that is for everyone, as one table each. What they are called and what stands in each column the messages say; the page, the files and what
 * programs are told of them are made of this list. Whoever asks gets what everybody gets.
 */
export interface DataSet {
  readonly name: TableName;
  readonly columns: readonly string[];
  /** The same as JSON: below the conference's address in the API. */
  readonly json: string;
  readonly count: (reader: Reader) => number;
  readonly send: (c: Call<WebEnv>, context: Context) => Response | Promise<Response>;
}

const set = <Name extends TableName, Row>(
  table: Table<Name, Row>,
  json: string,
  rows: (reader: Reader) => readonly Row[],
): DataSet => ({
  name: table.name,
  columns: Object.keys(table.columns),
  json,
  count: (reader) => rows(reader).length,
  send: (c, context) => sendTable(c, table, context.conference.slug, rows(everyones(context))),
});

/** The record as everybody may read it. */
export const everyones = ({ conference }: Context): Reader => createReader(conference.state(), PUBLIC);

const publishedIn =
  (reader: Reader) =>
  (periodical: IssueRow['periodical']): readonly IssueRow[] =>
    periodical.published.flatMap((_, i) => {
      const issue = reader.publishedIssue(periodical, i + 1);
      return issue === null ? [] : [{ periodical, issue }];
    });

export const DATA_SETS: readonly DataSet[] = [
  set(ORGANISATIONS, '/organisations', (reader) => reader.organisations()),
  set(DECISIONS, '/texts', (reader) => reader.texts().filter(({ stage }) => stage === 'adopted')),
  set(STATEMENTS, '/statements', (reader) => reader.statements()),
  set(MEETINGS, '/meetings', (reader) => reader.meetings()),
  set(REPORTS, '/reports', (reader) => reader.reports()),
  set(APPEALS, '/appeals', (reader) => reader.appeals()),
  set(ACTIONS, '/actions', (reader) => reader.actions()),
  set(ISSUES, '/publications', (reader) => reader.periodicals().flatMap(publishedIn(reader))),
  set(ARCHIVE, '/archive', (reader) => reader.archive()),
];
