import type { Context } from 'hono';
import type { Report } from '../charter/purpose/state.ts';
import type { Reader } from '../conference/reading/reader.ts';
import { numberIn } from './asking.ts';
import { type Listing, byNumber, numbered } from './paging.ts';
import { ONE, get, listing, reading } from './reading.ts';
import type { Route } from './route.ts';
import {
  commentSchema,
  commentView,
  reportSchema,
  reportVersionSchema,
  reportVersionView,
  reportView,
} from './shapes/purpose.ts';

/** Reading what organisations report. */

const reportIn = (reader: Reader, c: Context): Report | null => reader.report(numberIn(c, 'number'));

const ofReport =
  (list: (report: Report) => Listing) =>
  (reader: Reader, c: Context): Listing | null => {
    const found = reportIn(reader, c);
    return found && list(found);
  };

const REPORT = `${ONE}/reports/{number}`;

export const purposeReadRoutes: readonly Route[] = [
  listing(`${ONE}/reports`, 'listReports', 'What organisations report of where they are.', reportSchema, (reader) =>
    numbered(reader.reports(), reportView),
  ),
  get(
    REPORT,
    'getReport',
    'One report, as it reads now.',
    reportSchema,
    reading((reader, c) => {
      const found = reportIn(reader, c);
      return found && reportView(found);
    }, 'report'),
  ),
  listing(
    `${REPORT}/versions`,
    'listReportVersions',
    'A report, version by version.',
    reportVersionSchema,
    ofReport(({ versions }) => numbered(versions, reportVersionView)),
  ),
  listing(
    `${REPORT}/comments`,
    'listComments',
    'What participants say to a report.',
    commentSchema,
    ofReport(({ comments }) => byNumber(comments, ({ mark }) => mark.index, commentView)),
  ),
];
