import type { Context as Call } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Html } from '../../markup/html.ts';
import type { Fields } from './fields.ts';

/** Answers with a page. */
export const sendPage = (
  c: Pick<Call, 'html'>,
  page: Html,
  status?: ContentfulStatusCode,
  headers?: Readonly<Record<string, string>>,
): Response => c.html(page.toString(), status, headers);

/** Answers with the exact bytes of an act as a file, to be signed elsewhere. */
export const sendAct = (c: Pick<Call, 'body'>, fields: Fields): Response =>
  c.body(fields.text('act'), 200, {
    'content-type': 'application/json',
    'content-disposition': 'attachment; filename="act.json"',
  });
