import { createHash } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { DAY } from '../../base/time.ts';
import { FOR_STRANGERS } from '../../http/keeping.ts';
import { type Encoding, encodingFor, squeeze } from './compressing.ts';
import type { WebEnv } from './env.ts';
import type { Context } from './context.ts';

/**
 * Public pages are the same for everyone until something happens or the day turns, so each is made once, compressed once, and kept. Only pages for
 * someone who is not signed in are kept.
 */

/** The most bytes of pages that are kept. */
const ROOM = 32 * 1024 * 1024;

interface Kept {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>>;
}

export const createPageCache = (): MiddlewareHandler<WebEnv> => {
  const pages = new Map<string, Kept>();
  let room = ROOM;

  const keep = (key: string, page: Kept): void => {
    room -= page.body.length;
    pages.set(key, page);
    for (const [oldest, { body }] of pages) {
      if (room >= 0 || oldest === key) break;
      pages.delete(oldest);
      room += body.length;
    }
  };

  return async (c, next) => {
    const context = (c.var.context as (() => Context) | undefined)?.();
    if (context === undefined || c.req.method !== 'GET' || context.me !== null) return next();
    const encoding = encodingFor(c.req.header('accept-encoding'));
    const { conference, reader, language, now, url } = context;
    const key = `${conference.slug}\n${reader.size}\n${Math.floor(now / DAY)}\n${conference.isReadOnly() ? 'read only' : ''}${conference.doubt() === null ? '' : 'in doubt'}\n${language}\n${encoding}\n${url.pathname}${url.search}`;
    let page = pages.get(key);
    if (page === undefined) {
      await next();
      if (c.res.status !== 200 || c.res.headers.get('content-type')?.startsWith('text/html') !== true) return undefined;
      const whole = new Uint8Array(await c.res.arrayBuffer());
      page = { body: await squeeze[encoding](whole), headers: headersOf(whole, encoding) };
      // One that did without something is not the page yet.
      if (context.comparing.missing.size === 0) keep(key, page);
    }
    const known = c.req.header('if-none-match') === page.headers['etag'];
    c.res = known
      ? new Response(null, { status: 304, headers: page.headers })
      : new Response(page.body, { headers: page.headers });
    return undefined;
  };
};

const headersOf = (whole: Uint8Array, encoding: Encoding): Kept['headers'] => ({
  'content-type': 'text/html; charset=utf-8',
  'cache-control': FOR_STRANGERS,
  vary: 'accept-encoding, accept-language, cookie',
  etag: `"${createHash('sha256').update(whole).digest('base64url').slice(0, 22)}-${encoding}"`,
  ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
});
