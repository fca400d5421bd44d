import { Hono } from 'hono';
import { isKind } from '../../conference/search/document.ts';
import type { WebEnv } from '../kit/env.ts';
import { sendPage } from '../kit/send-page.ts';
import { searchPage } from './pages/search.ts';

/** Looking for something, for everybody: each finds what they may see. */
export const searchRoutes = new Hono<WebEnv>();

searchRoutes.get('/search', async (c) => {
  const { conference, reader } = c.var.context();
  const kind = c.req.query('kind') ?? '';
  const asked = {
    words: c.req.query('q') ?? '',
    kind: isKind(kind) ? kind : null,
    after: c.req.query('after') ?? null,
  };
  const finds = await c.var.deps.search.find(conference, reader.viewer, asked);
  const context = c.var.context();
  // Whoever has gone out or come in meanwhile is shown what they may see now.
  const isSame =
    JSON.stringify(context.reader.viewer) === JSON.stringify(reader.viewer) && context.reader.member === reader.member;
  return isSame ? sendPage(c, searchPage(context, asked, finds)) : c.redirect(c.req.url);
});
