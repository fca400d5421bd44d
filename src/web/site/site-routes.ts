import { Hono } from 'hono';
import type { WebEnv } from '../kit/env.ts';
import { homePage } from './pages/home.ts';
import { verifyPage } from './pages/verify.ts';
import { sendPage } from '../kit/send-page.ts';
import { foundingRoutes } from '../members/founding-routes.ts';
import { unsubscribeRoutes } from '../post/unsubscribe-routes.ts';

/** The pages of the installation itself. */
export const siteRoutes = new Hono<WebEnv>();

siteRoutes.get('/', (c) => {
  const { host, sample } = c.var.deps;
  return sendPage(c, homePage(c.var.site(), host.conferences(), sample));
});

siteRoutes.get('/verify', (c) => sendPage(c, verifyPage(c.var.site())));

siteRoutes.route('/', foundingRoutes);
siteRoutes.route('/', unsubscribeRoutes);
