import { type Context as Call, Hono } from 'hono';
import { type Instant, instant } from '../../base/time.ts';
import type { Tray } from '../../conference/post/tray.ts';
import { NOT_KEPT } from '../../http/keeping.ts';
import type { WebEnv } from '../kit/env.ts';
import { type Context, type Me, serves } from '../kit/context.ts';
import { MOST_MAILS, TRAY_SHOWS, type TrayShow, mailPage, trayPage } from './pages/tray.ts';
import { signInFirst } from '../kit/sign-in-page.ts';
import { sendPage } from '../kit/send-page.ts';
import { troubleIn } from './parts/standstill.ts';

/** The tray of mail that came in, for those who serve everyone (9.2). Others are not told what is in it. */
export const trayRoutes = new Hono<WebEnv>();

interface Asked {
  readonly context: Context;
  readonly me: Me;
  /** `null`: this installation takes no mail in. */
  readonly tray: Tray | null;
}

const askedBy = (c: Call<WebEnv>): Asked | Response | Promise<Response> => {
  const context = c.var.context();
  const { me } = context;
  if (me === null) return sendPage(c, signInFirst(context), 401);
  return serves(context) ? { context, me, tray: c.var.deps.post?.tray ?? null } : c.notFound();
};

const isAsked = (asked: Asked | Response | Promise<Response>): asked is Asked => 'me' in asked;

/** Later than any mail. */
const EVER: Instant = instant(253_402_300_799_999);

const isShow = (text: string): text is TrayShow => Object.hasOwn(TRAY_SHOWS, text);

trayRoutes.get('/letters/tray', (c) => {
  const asked = askedBy(c);
  if (!isAsked(asked)) return asked;
  const { context, tray } = asked;
  const wanted = c.req.query('show') ?? 'waiting';
  const show = isShow(wanted) ? wanted : 'waiting';
  const { slug } = context.conference;
  const items = tray?.list(slug, TRAY_SHOWS[show], EVER, MOST_MAILS) ?? null;
  return sendPage(
    c,
    trayPage(context, show, items, {
      dropped: tray?.dropped(slug) ?? null,
      trouble: troubleIn(c.var.deps, slug),
    }),
  );
});

trayRoutes.get('/letters/tray/:id', (c) => {
  const asked = askedBy(c);
  if (!isAsked(asked)) return asked;
  const item = asked.tray?.get(asked.context.conference.slug, c.req.param('id')) ?? null;
  return item === null ? c.notFound() : sendPage(c, mailPage(asked.context, item));
});

/** As it came, to be kept and never shown by the browser. */
trayRoutes.get('/letters/tray/:id/raw', (c) => {
  const asked = askedBy(c);
  if (!isAsked(asked)) return asked;
  const raw = asked.tray?.raw(asked.context.conference.slug, c.req.param('id')) ?? null;
  if (raw === null) return c.notFound();
  return c.body(new Uint8Array(raw), 200, {
    'content-type': 'text/plain; charset=us-ascii',
    'content-disposition': 'attachment; filename="mail.txt"',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': NOT_KEPT,
  });
});

trayRoutes.post('/letters/tray/:id/done', async (c) => {
  const asked = askedBy(c);
  if (!isAsked(asked)) return asked;
  const { context, me, tray } = asked;
  const { slug } = context.conference;
  const item = tray?.get(slug, c.req.param('id')) ?? null;
  if (tray === null || item === null) return c.notFound();
  const fate = { kind: 'done', by: me.organisation.id, delegate: me.delegate.number, at: context.now } as const;
  // What is on the record stays known as that.
  if (item.fate.kind !== 'placed' && item.fate.kind !== 'done') await tray.settle(slug, item.id, null, fate);
  return c.redirect(`${context.base}/letters/tray`, 303);
});
