import { Hono } from 'hono';
import { newsTo } from '../../conference/reading/fresh.ts';
import { fieldsIn } from '../act/form-data.ts';
import type { WebEnv } from '../kit/env.ts';
import { sendPage } from '../kit/send-page.ts';
import { signInFirst } from '../kit/sign-in-page.ts';
import { signedIn } from '../kit/signed-in.ts';
import { newsPage } from './pages/news.ts';

/** What is new to whoever is signed in, and that they have read it. */
export const newsRoutes = new Hono<WebEnv>();

/** How many pieces of news one page has, and how many entries it looks through for them at the most. */
const [MOST_NEWS, MOST_READ] = [40, 200];

newsRoutes.get('/news', async (c) => {
  const asked = c.var.context();
  if (asked.me === null || asked.news === null) return sendPage(c, signInFirst(asked), 401);
  const { size } = asked.conference.state();
  const before = Number(c.req.query('before') ?? size);
  const to = Number.isInteger(before) ? Math.min(Math.max(before, 0), size) : size;
  const from = Math.max(asked.news.upTo, to - MOST_READ);
  const entries = from < to ? await asked.conference.entries(from, to) : [];
  const context = c.var.context();
  if (context.me === null || context.news === null) return sendPage(c, signInFirst(context), 401);
  const all = newsTo(context.conference, entries, context.me.organisation.id).toReversed();
  const shown = all.slice(0, MOST_NEWS);
  const last = shown.length < all.length ? (shown.at(-1)?.index ?? from) : from;
  const stretch = { entries: shown, before: last > context.news.upTo ? last : null };
  return sendPage(c, newsPage(context, context.news, stretch));
});

newsRoutes.post('/news', signedIn, async (c) => {
  const fields = await fieldsIn(c);
  const { news, base } = c.var.context();
  news?.read(fields.integer('upTo'));
  return c.redirect(`${base}/news`, 303);
});
