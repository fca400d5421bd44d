import { Hono } from 'hono';
import type { WebEnv } from '../kit/env.ts';
import { homePage } from './pages/home.ts';
import { offlinePage } from './pages/offline.ts';
import { verifyPage } from './pages/verify.ts';
import { sendPage } from '../kit/send-page.ts';
import { foundingRoutes } from '../members/founding-routes.ts';
import { subscriptionRoutes } from '../publications/by-mail-routes.ts';
import { unsubscribeRoutes } from '../post/unsubscribe-routes.ts';

/** The pages of the installation itself. */
export const siteRoutes = new Hono<WebEnv>();

siteRoutes.get('/', (c) => {
  const { host, sample } = c.var.deps;
  return sendPage(c, homePage(c.var.site(), host.conferences(), sample));
});

siteRoutes.get('/verify', (c) => sendPage(c, verifyPage(c.var.site())));

/** RFC 9309: forms are nothing to be found, and each conference says where its pages are. */
siteRoutes.get('/robots.txt', (c) => {
  const { host, origin, sample } = c.var.deps;
  const maps = host
    .conferences()
    .filter(({ slug }) => slug !== sample)
    .map(({ slug }) => `Sitemap: ${origin}/${slug}/sitemap.xml\n`);
  return c.text(`User-agent: *\nDisallow: /*/do/\nDisallow: /*/sign-in\n${maps.join('')}`);
});

siteRoutes.get('/offline', (c) => sendPage(c, offlinePage(c.var.site())));

siteRoutes.route('/', foundingRoutes);
siteRoutes.route('/', unsubscribeRoutes);
siteRoutes.route('/', subscriptionRoutes);
