import type { Context } from 'hono';
import type { Reader } from '../conference/reading/reader.ts';
import { numberIn } from './asking.ts';
import { numbered } from './paging.ts';
import { ONE, get, listing, reading } from './reading.ts';
import type { Route } from './route.ts';
import {
  articleSchema,
  articleView,
  issueSchema,
  issueView,
  periodicalSchema,
  periodicalView,
  wholeIssueSchema,
  wholeIssueView,
} from './shapes/publications.ts';

/** Reading what the conference publishes. */

const PERIODICAL = `${ONE}/publications/{number}`;

const periodicalIn = (reader: Reader, c: Context) => reader.periodical(numberIn(c, 'number'));

const periodical = (reader: Reader, c: Context) => {
  const found = periodicalIn(reader, c);
  return found && periodicalView(found, reader);
};

const issue = (reader: Reader, c: Context) => {
  const found = periodicalIn(reader, c)?.issues[numberIn(c, 'issue') - 1];
  return found === undefined ? null : wholeIssueView(found, reader);
};

export const publicationReadRoutes: readonly Route[] = [
  listing(`${ONE}/publications`, 'listPeriodicals', 'The periodicals of the conference.', periodicalSchema, (reader) =>
    numbered(reader.periodicals(), (one) => periodicalView(one, reader)),
  ),
  get(PERIODICAL, 'getPeriodical', 'One periodical.', periodicalSchema, reading(periodical, 'periodical')),
  listing(
    `${PERIODICAL}/issues`,
    'listIssues',
    'The issues of a periodical, in the order in which they were put to all.',
    issueSchema,
    (reader, c) => {
      const found = periodicalIn(reader, c);
      return found && numbered(found.issues, (one) => issueView(one, reader));
    },
  ),
  get(
    `${PERIODICAL}/issues/{issue}`,
    'getIssue',
    'One issue with the words of its articles, by its number in the list.',
    wholeIssueSchema,
    reading(issue, 'issue'),
  ),
  listing(
    `${PERIODICAL}/articles`,
    'listArticles',
    'Every article that was written for a periodical.',
    articleSchema,
    (reader, c) => {
      const found = periodicalIn(reader, c);
      return found && numbered(found.articles, articleView);
    },
  ),
];
