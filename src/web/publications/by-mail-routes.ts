import { Hono } from 'hono';
import type { Language } from '../../base/ids.ts';
import { parseMailAddress } from '../../conference/post/address.ts';
import { callerOf } from '../../http/caller.ts';
import { fieldsIn } from '../act/form-data.ts';
import type { WebEnv } from '../kit/env.ts';
import { sendPage } from '../kit/send-page.ts';
import { askedPage, linkPage } from './pages/by-mail.ts';
import { periodicalPage } from './pages/periodical.ts';
import type { Typed } from './parts/by-mail.ts';
import { languageFor } from './parts/names.ts';

/** Periodicals by mail, for anybody: asked for on their pages, begun and ended by the links in the mails. An address stands in no address of a page, and in no log. */
export const byMailRoutes = new Hono<WebEnv>();

const PATH = '/publications/:number{[1-9]\\d{0,6}}/by-mail';

byMailRoutes.get(PATH, (c) => {
  const context = c.var.context();
  const periodical = context.reader.periodical(Number(c.req.param('number')));
  return periodical === null || periodical.decided === null || !context.offersMail
    ? c.notFound()
    : sendPage(c, askedPage(context, periodical));
});

byMailRoutes.post(PATH, async (c) => {
  const fields = await fieldsIn(c);
  const { post, proxies } = c.var.deps;
  const context = c.var.context();
  const periodical = context.reader.periodical(Number(c.req.param('number')));
  if (periodical === null || periodical.decided === null || post === null) return c.notFound();
  const again = (fault: Typed['fault'], status: 422 | 429) =>
    sendPage(c, periodicalPage(c.var.context(), periodical, { fields, fault }), status);
  const address = parseMailAddress(fields.text('address'));
  if (address === null) return again('not-an-address', 422);
  const language = (periodical.languages.find((tag) => tag === fields.text('language')) ??
    languageFor(context, periodical)) as Language;
  const { slug } = context.conference;
  const named = { slug, periodical: periodical.number, address, language };
  const isQueued = await post.subscribing.ask(named, callerOf(c, proxies));
  return isQueued ? c.redirect(c.req.path, 303) : again('too-often', 429);
});

/** The links, which are the installation's: mail programs look at them, so nothing happens before somebody presses the button (RFC 8058 section 3.2). */
export const subscriptionRoutes = new Hono<WebEnv>();

subscriptionRoutes.on(['GET', 'POST'], '/s/:token', (c) => {
  const { post, host } = c.var.deps;
  const link = post?.subscribing.read(c.req.param('token')) ?? null;
  const periodical = link === null ? undefined : host.conference(link.slug)?.state().periodicals[link.periodical - 1];
  if (post === null || link === null || periodical === undefined) return c.notFound();
  const stage = c.req.method === 'GET' ? link.kind : post.subscribing.carryOut(link);
  const path = `/${link.slug}/publications/${periodical.number}`;
  return sendPage(c, linkPage(c.var.site(), stage, periodical.title, path), stage === 'full' ? 503 : 200);
});
