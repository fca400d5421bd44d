import type { Context } from 'hono';
import type { Report } from '../charter/purpose/state.ts';
import type { Reader } from '../conference/reading/reader.ts';
import { numberIn } from './asking.ts';
import { type Listing, byNumber, numbered } from './paging.ts';
import { ONE, get, listing, reading } from './reading.ts';
import type { Route } from './route.ts';
import {
  actionSchema,
  actionView,
  appealSchema,
  appealView,
  commentSchema,
  commentView,
  helpGivenSchema,
  helpGivenView,
  reportSchema,
  reportVersionSchema,
  reportVersionView,
  reportView,
} from './shapes/purpose.ts';

/** Reading what organisations report, appeal for and do together. */

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
  listing(`${ONE}/appeals`, 'listAppeals', 'Appeals for support.', appealSchema, (reader) =>
    numbered(reader.appeals(), appealView),
  ),
  get(
    `${ONE}/appeals/{number}`,
    'getAppeal',
    'One appeal for support.',
    appealSchema,
    reading((reader, c) => {
      const found = reader.appeal(numberIn(c, 'number'));
      return found && appealView(found);
    }, 'appeal'),
  ),
  listing(
    `${ONE}/appeals/{number}/help`,
    'listHelpGiven',
    'What organisations did for an appeal.',
    helpGivenSchema,
    (reader, c) => {
      const found = reader.appeal(numberIn(c, 'number'));
      return found && numbered(found.help, helpGivenView);
    },
  ),
  listing(`${ONE}/actions`, 'listActions', 'Joint actions, with those who take part.', actionSchema, (reader) =>
    numbered(reader.actions(), actionView),
  ),
  get(
    `${ONE}/actions/{number}`,
    'getAction',
    'One joint action.',
    actionSchema,
    reading((reader, c) => {
      const found = reader.action(numberIn(c, 'number'));
      return found && actionView(found);
    }, 'action'),
  ),
];
