import { Hono } from 'hono';
import type { WebEnv } from '../kit/env.ts';
import { unsubscribePage } from './pages/unsubscribe.ts';
import { sendPage } from '../kit/send-page.ts';

/** Ends bulletins for one address with one request, without a session or a cookie (RFC 8058). */
export const unsubscribeRoutes = new Hono<WebEnv>();

unsubscribeRoutes.on(['GET', 'POST'], '/u/:token', (c) => {
  const { post, host } = c.var.deps;
  const subscriber = post?.subscriber(c.req.param('token')) ?? null;
  const conference = subscriber === null ? null : host.conference(subscriber.slug);
  if (post === null || subscriber === null || conference === null) return c.notFound();
  const name = conference.state().charter?.charter.name ?? conference.slug;
  if (c.req.method === 'GET') return sendPage(c, unsubscribePage(c.var.site(), name, false));
  if (subscriber.bulletins) post.contacts.put({ ...subscriber, bulletins: false });
  return sendPage(c, unsubscribePage(c.var.site(), name, true));
});
