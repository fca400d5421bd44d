import { type Context as Call, Hono } from 'hono';
import type { Html } from '../../markup/html.ts';
import type { Context } from '../kit/context.ts';
import type { WebEnv } from '../kit/env.ts';
import { sendPage } from '../kit/send-page.ts';
import { signInFirst } from '../kit/sign-in-page.ts';
import { accountPage } from './pages/account.ts';
import { accountsPage } from './pages/accounts.ts';
import { meansPage } from './pages/means.ts';
import { independencePage } from './pages/independence.ts';
import { periodPage, periodsPage } from './pages/periods.ts';
import { expensesPage } from './pages/expenses.ts';
import { pledgesPage } from './pages/pledges.ts';
import { statementPage } from './pages/statement.ts';
import { transactionsPage } from './pages/transactions.ts';
import { BEANCOUNT } from '../../conference/books/beancount.ts';
import { CSV } from '../../conference/books/csv.ts';
import { piecesOf } from '../../conference/books/entries.ts';
import { HLEDGER } from '../../conference/books/hledger.ts';
import { NOT_KEPT } from '../../http/keeping.ts';
import { utf8 } from '../../base/bytes.ts';

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
meansRoutes.get('/means/statement', (c) => forReaders(c, statementPage));
meansRoutes.get('/means/periods', (c) => forReaders(c, periodsPage));
meansRoutes.get('/means/periods/:number{[1-9][0-9]{0,5}}', (c) =>
  forReaders(c, (context) => periodPage(context, Number(c.req.param('number')))),
);
meansRoutes.get('/means/expenses', (c) => forReaders(c, expensesPage));
meansRoutes.get('/means/pledges', (c) => forReaders(c, pledgesPage));
meansRoutes.get('/means/independence', (c) => forReaders(c, independencePage));

/** The books as other programs take them: by the end of the file's name. */
const FORMS = {
  journal: { form: HLEDGER, type: 'text/plain; charset=utf-8' },
  beancount: { form: BEANCOUNT, type: 'text/plain; charset=utf-8' },
  csv: { form: CSV, type: 'text/csv; charset=utf-8' },
} as const;

meansRoutes.get('/means/:file{books\\.(?:journal|beancount|csv)}', (c) => {
  const { reader, conference } = c.var.context();
  if (!reader.may('books')) return c.notFound();
  const ending = (c.req.param('file').split('.').at(-1) ?? 'csv') as keyof typeof FORMS;
  const { form, type } = FORMS[ending];
  const title = reader.charter()?.charter.name ?? conference.slug;
  return c.body(streamOf(piecesOf(form, reader, title)), 200, {
    'content-type': type,
    'content-disposition': `attachment; filename="${conference.slug}.${ending}"`,
    'cache-control': NOT_KEPT,
  });
});

/** Writes piece after piece as whoever asked takes them, so that however much there is nobody else waits. */
const streamOf = (pieces: Iterator<string, void>): ReadableStream<Uint8Array<ArrayBuffer>> =>
  new ReadableStream({
    pull: (controller) => {
      const next = pieces.next();
      if (next.done === true) controller.close();
      else controller.enqueue(utf8(next.value));
    },
  });

meansRoutes.get('/means/accounts', (c) => forReaders(c, accountsPage));
meansRoutes.get('/means/accounts/:number{[1-9][0-9]{0,5}}', (c) =>
  forReaders(c, (context) => accountPage(context, Number(c.req.param('number')))),
);
