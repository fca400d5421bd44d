import { Hono } from 'hono';
import type { WebEnv } from '../kit/env.ts';
import { takePlacePage } from './pages/take-place.ts';
import { sendPage } from '../kit/send-page.ts';

/** Taking the place of one of the sample's delegates. Nothing of this exists outside the sample. */
export const placeRoutes = new Hono<WebEnv>();

placeRoutes.get('/take-a-place', (c) => {
  const context = c.var.context();
  return context.sample ? sendPage(c, takePlacePage(context)) : c.notFound();
});

/** What the browser needs to make the act. */
placeRoutes.get('/take-a-place/terms', (c) => {
  const { sample, conference, now } = c.var.context();
  return sample ? c.json({ conference: conference.state().conference, now }) : c.notFound();
});
