import { Hono } from 'hono';
import type { OrganisationId } from '../../base/ids.ts';
import { NOT_KEPT } from '../../http/keeping.ts';
import { PUBLIC } from '../../charter/visibility.ts';
import type { WebEnv } from '../kit/env.ts';
import { meetingsPage } from './pages/list.ts';
import { calendarAddress, calendarPanel } from './parts/calendar-panel.ts';
import { sendPage } from '../kit/send-page.ts';

/** Meetings in calendars: all of them to subscribe to, and each as a file. */
export const calendarRoutes = new Hono<WebEnv>();

const CALENDAR = { 'content-type': 'text/calendar; charset=utf-8', 'cache-control': NOT_KEPT } as const;

calendarRoutes.get('/meetings', async (c) => {
  const { me, conference } = c.var.context();
  const { calendarKeys } = c.var.deps;
  const key =
    me === null
      ? null
      : await calendarKeys.keyOf(conference, {
          organisation: me.organisation.id,
          delegate: me.delegate.number,
          key: me.key.fingerprint,
        });
  const context = c.var.context();
  // Whoever was signed out meanwhile is shown no address.
  const shown = key === null || context.me === null ? '' : calendarPanel(context, context.me, key);
  return sendPage(c, meetingsPage(context, shown));
});

calendarRoutes.get('/meetings/:file{[0-9]+\\.ics}', async (c) => {
  const feeds = await c.var.deps.feeds();
  const { conference, reader, language, now } = c.var.context();
  const number = Number.parseInt(c.req.param('file'), 10);
  if (reader.meeting(number) === null) return c.notFound();
  const { viewer } = reader;
  return c.body(feeds.feed({ conference, viewer, language, now, source: null, meeting: number }), 200, {
    ...CALENDAR,
    'content-disposition': `attachment; filename="meeting-${number}.ics"`,
  });
});

/** What anybody may see, for whoever follows public sittings. */
calendarRoutes.get('/calendar.ics', async (c) => {
  const feeds = await c.var.deps.feeds();
  const { conference, language, now, base, origin } = c.var.context();
  const source = `${origin}${base}/calendar.ics`;
  return c.body(feeds.feed({ conference, viewer: PUBLIC, language, now, source }), 200, CALENDAR);
});

calendarRoutes.get('/calendar/:organisation/:delegate{[0-9]{1,6}}/:file{.+\\.ics}', async (c) => {
  const organisation = c.req.param('organisation') as OrganisationId;
  const whose = { organisation, delegate: Number(c.req.param('delegate')) };
  const key = c.req.param('file').replace(/\.ics$/u, '');
  const [feeds, fits] = await Promise.all([
    c.var.deps.feeds(),
    c.var.deps.calendarKeys.fits(c.var.context().conference, whose, key),
  ]);
  const context = c.var.context();
  const { conference, language, now } = context;
  if (!fits) return c.notFound();
  const source = calendarAddress(context, whose, key);
  const viewer = { kind: 'organisation', id: organisation } as const;
  return c.body(feeds.feed({ conference, viewer, language, now, source }), 200, CALENDAR);
});
