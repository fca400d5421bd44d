import type { Context } from 'hono';
import type { Reader } from '../conference/reader.ts';
import { answerJson, conferenceOf, readerOf } from './asking.ts';
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

export const get = (
  path: string,
  id: string,
  summary: string,
  schema: NonNullable<Route['answers'][number]['schema']>,
  handle: Handler,
): Route => ({
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
