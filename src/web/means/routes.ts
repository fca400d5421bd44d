import { type Context as Call, Hono } from 'hono';
import type { Html } from '../../markup/html.ts';
import type { Context } from '../kit/context.ts';
import type { WebEnv } from '../kit/env.ts';
import { sendPage } from '../kit/send-page.ts';
import { signInFirst } from '../kit/sign-in-page.ts';
import { accountPage } from './pages/account.ts';
import { accountsPage } from './pages/accounts.ts';
import { meansPage } from './pages/means.ts';
import { transactionsPage } from './pages/transactions.ts';

/** The conference's books, for participants. */
export const meansRoutes = new Hono<WebEnv>();

/** A page for those who may read the books; others are asked to sign in, or told that there is nothing. */
const forReaders = (c: Call<WebEnv>, shown: (context: Context) => Html | null): Response | Promise<Response> => {
  const context = c.var.context();
  if (!context.reader.may('books')) return context.me === null ? sendPage(c, signInFirst(context), 401) : c.notFound();
  const body = shown(context);
  return body === null ? c.notFound() : sendPage(c, body);
};

meansRoutes.get('/means', (c) => forReaders(c, meansPage));
meansRoutes.get('/means/transactions', (c) => forReaders(c, transactionsPage));
meansRoutes.get('/means/accounts', (c) => forReaders(c, accountsPage));
meansRoutes.get('/means/accounts/:number{[1-9][0-9]{0,5}}', (c) =>
  forReaders(c, (context) => accountPage(context, Number(c.req.param('number')))),
);
