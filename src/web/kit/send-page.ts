import type { Context as Call } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Html } from '../../markup/html.ts';

/** Answers with a page. */
export const sendPage = (
  c: Pick<Call, 'html'>,
  page: Html,
  status?: ContentfulStatusCode,
  headers?: Readonly<Record<string, string>>,
): Response => c.html(page.toString(), status, headers);
