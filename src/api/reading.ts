import type { Context } from 'hono';
import { z } from 'zod';
import type { Reader } from '../conference/reading/reader.ts';
import { answerJson, conferenceOf, readerOf } from './asking.ts';
import { type Listing, PAGE, answerPage, pageAsked } from './paging.ts';
import { halt, notFound } from './problem.ts';
import type { Handler, Route } from './route.ts';

/** What the routes that only read have in common. */

export const ONE = '/api/conferences/{slug}';

/** A handler that answers what it finds with the caller's reader; `null` is 404. */
export const reading =
  (read: (reader: Reader, c: Context) => unknown, what = 'resource'): Handler =>
  (c, deps) => {
    const value = read(readerOf(c, conferenceOf(c, deps), deps), c);
    return value === null ? halt(notFound(what)) : answerJson(c, value);
  };

type Schema = NonNullable<Route['answers'][number]['schema']>;

export const get = (path: string, id: string, summary: string, schema: Schema, handle: Handler): Route => ({
  method: 'get',
  path,
  id,
  summary,
  tag: 'reading',
  limit: 'reads',
  handle,
  answers: {
    200: { says: 'As far as whoever asks may see it.', schema },
    304: { says: 'As the caller has it.', type: null },
  },
  problems: path.includes('{') ? [401, 404] : [],
});

const AFTER = { says: 'The item that the page begins after, as `Link` names it.', schema: z.string() };
const LINK = `To the next page, with \`rel="next"\` (RFC 8288), on every page but the last.`;

/** A route that answers a list, page by page, with {@link answerPage}. */
export const listed = (path: string, id: string, summary: string, schema: Schema, handle: Handler): Route => ({
  ...get(path, id, `${summary} At most ${PAGE.items} at a time.`, schema, handle),
  query: { after: AFTER },
  answers: {
    200: { says: 'As far as whoever asks may see it.', schema, headers: { Link: LINK } },
    304: { says: 'As the caller has it.', type: null },
  },
  problems: path.includes('{') ? [400, 401, 404] : [400],
});

/** The same for a list that the caller's reader finds; `null` is 404. */
export const listing = (
  path: string,
  id: string,
  summary: string,
  schema: Schema,
  list: (reader: Reader, c: Context) => Listing | null,
): Route =>
  listed(path, id, summary, z.array(schema).max(PAGE.items).readonly(), (c, deps) => {
    const found = list(readerOf(c, conferenceOf(c, deps), deps), c);
    return found === null ? halt(notFound()) : answerPage(c, pageAsked(c, found));
  });
