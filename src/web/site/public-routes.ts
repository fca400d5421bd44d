import { Hono } from 'hono';
import type { OrganisationId } from '../../base/ids.ts';
import type { WebEnv } from '../kit/env.ts';
import { runningCss } from '../kit/running.ts';
import { foundingSheet } from '../texts/parts/final-sheet.ts';
import { guideIn } from '../kit/guide-file.ts';
import { guidePage } from './pages/guide.ts';
import { DATA_SETS } from './data/sets.ts';
import { dataPage } from './pages/data.ts';
import { aboutPage } from './pages/about.ts';
import { frontPage } from './pages/front.ts';
import { charterPage, chartersOf, chartersPage } from './pages/charters.ts';
import { applyPage } from '../members/pages/apply.ts';
import { participantPage } from '../members/pages/participant.ts';
import { participantsPage } from '../members/pages/participants.ts';
import { ownPage } from '../texts/pages/own-page.ts';
import { sendPage } from '../kit/send-page.ts';

/** What a conference shows of itself to everyone; members see more on the same pages. */
export const publicRoutes = new Hono<WebEnv>();

publicRoutes.get('/', (c) => {
  const context = c.var.context();
  // Until it is founded there is nothing but the charter that waits for signatures.
  if (context.reader.founded === null) return sendPage(c, aboutPage(context));
  return context.me === null ? sendPage(c, frontPage(context)) : c.redirect(`${context.base}/today`);
});

publicRoutes.get('/guide', async (c) => {
  const source = await guideIn(c.var.context().language);
  return sendPage(c, guidePage(c.var.context(), source));
});

publicRoutes.get('/data', (c) => sendPage(c, dataPage(c.var.context())));

for (const { name, send } of DATA_SETS) publicRoutes.get(`/data/${name}.csv`, (c) => send(c, c.var.context()));

publicRoutes.get('/about', (c) => sendPage(c, aboutPage(c.var.context())));

publicRoutes.get('/about/:page{[a-z0-9-]+}', (c) => {
  const context = c.var.context();
  const text = context.reader.text(context.reader.pages().get(c.req.param('page')) ?? 0);
  const final = text === null ? null : context.reader.final(text);
  return text === null || final === null ? c.notFound() : sendPage(c, ownPage(context, text, final));
});

publicRoutes.get('/charters', (c) => sendPage(c, chartersPage(c.var.context())));

publicRoutes.get('/charters/1/running.css', (c) => {
  const context = c.var.context();
  const final = context.reader.finalFounding();
  if (final === null) return c.notFound();
  return c.body(runningCss(foundingSheet(context, final).symbol), 200, { 'content-type': 'text/css' });
});

publicRoutes.get('/charters/:number{[0-9]+}', (c) => {
  const context = c.var.context();
  const charter = chartersOf(context)[Number(c.req.param('number')) - 1];
  return charter === undefined ? c.notFound() : sendPage(c, charterPage(context, charter));
});

publicRoutes.get('/participants', (c) => sendPage(c, participantsPage(c.var.context())));

publicRoutes.get('/participants/:id', (c) => {
  const context = c.var.context();
  const organisation = context.reader.organisation(c.req.param('id') as OrganisationId);
  return organisation === null ? c.notFound() : sendPage(c, participantPage(context, organisation));
});

publicRoutes.get('/apply', (c) => sendPage(c, applyPage(c.var.context())));
