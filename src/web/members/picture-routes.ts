import { Hono } from 'hono';
import { FOR_STRANGERS } from '../../http/keeping.ts';
import { pictureFile } from '../kit/face.ts';
import type { WebEnv } from '../kit/env.ts';

/** The pictures of organisations, for whoever may see those. */
export const pictureRoutes = new Hono<WebEnv>();

/**
 * Its name is the hash of what it is, so whoever has it needs to be told only that it is still there: it can be erased at any time. It is what its type says and nothing else, and no program runs in
 * it.
 */
pictureRoutes.get('/pictures/:file', async (c) => {
  const context = c.var.context();
  const asked = c.req.param('file');
  const picture = context.reader
    .organisations()
    .map(({ picture }) => picture)
    .find((picture) => picture !== null && pictureFile(picture) === asked);
  if (picture === undefined || picture === null) return c.notFound();
  const headers = {
    'content-type': picture.type,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': FOR_STRANGERS,
    etag: `"${picture.hash}"`,
  };
  if (c.req.header('if-none-match') === headers.etag) return c.body(null, 304, headers);
  const found = await context.conference.attachment(picture.hash);
  return found === null ? c.notFound() : c.body(new Uint8Array(found.content), 200, headers);
});
