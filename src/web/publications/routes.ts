import { type Context as HonoContext, Hono } from 'hono';
import type { FinalIssue } from '../../charter/final/issue.ts';
import { askerOf } from '../../conference/work/turns.ts';
import type { Context } from '../kit/context.ts';
import type { WebEnv } from '../kit/env.ts';
import { download } from '../kit/download.ts';
import { sendPdf } from '../kit/pressed.ts';
import { sendPage } from '../kit/send-page.ts';
import { signInFirst } from '../kit/sign-in-page.ts';
import { byMailRoutes } from './by-mail-routes.ts';
import { articlePage } from './pages/article.ts';
import { issuePage } from './pages/issue.ts';
import { periodicalPage } from './pages/periodical.ts';
import { publicationsPage } from './pages/publications.ts';
import { issueBook, issuePaper } from './parts/issue-files.ts';
import { languageFor } from './parts/names.ts';

/** What the conference publishes: for everyone; what is in preparation, for participants. */
export const publicationRoutes = new Hono<WebEnv>();

publicationRoutes.route('/', byMailRoutes);

const found = ({ reader }: Context, number: string) => reader.periodical(Number(number));

publicationRoutes.get('/publications', (c) => {
  const context = c.var.context();
  return context.reader.may('publication') ? sendPage(c, publicationsPage(context)) : c.notFound();
});

publicationRoutes.get('/publications/:number{[1-9]\\d{0,6}}', (c) => {
  const context = c.var.context();
  const periodical = found(context, c.req.param('number'));
  return periodical === null ? c.notFound() : sendPage(c, periodicalPage(context, periodical));
});

/** An issue in one of the languages in which it can be read. */
const issueIn = (c: HonoContext<WebEnv>): { readonly issue: FinalIssue; readonly language: string } | null => {
  const { reader } = c.var.context();
  const periodical = reader.periodical(Number(c.req.param('number')));
  const issue = periodical === null ? null : reader.publishedIssue(periodical, Number(c.req.param('nth')));
  const [language = ''] = (c.req.param('file') ?? '').split('.');
  if (periodical === null || issue === null) return null;
  const final = reader.finalIssue(periodical, issue, language);
  return final.languages.includes(language) ? { issue: final, language } : null;
};

const FILE = '/publications/:number{[1-9]\\d{0,6}}/:nth{[1-9]\\d{0,6}}/:file';

const nameOfFile = ({ issue, language }: NonNullable<ReturnType<typeof issueIn>>): string =>
  `periodical-${issue.periodical.number}-${issue.nth ?? 0}-${language}`;

publicationRoutes.get(`${FILE}{[A-Za-z0-9-]+\\.pdf}`, (c) =>
  sendPdf(c, (context) => {
    const asked = issueIn(c);
    return asked === null ? null : { paper: issuePaper(context, asked), name: `${nameOfFile(asked)}.pdf` };
  }),
);

publicationRoutes.get(`${FILE}{[A-Za-z0-9-]+\\.epub}`, async (c) => {
  const press = await c.var.deps.documents();
  const context = c.var.context();
  const asked = issueIn(c);
  if (asked === null) return c.notFound();
  const book = await press.epub(issueBook(context, asked), askerOf(context.conference.slug, context.reader));
  return c.body(new Uint8Array(book), 200, download(`${nameOfFile(asked)}.epub`, 'application/epub+zip'));
});

publicationRoutes.get('/publications/:number{[1-9]\\d{0,6}}/:nth{[1-9]\\d{0,6}}/:language?', (c) => {
  const context = c.var.context();
  const periodical = found(context, c.req.param('number'));
  const issue = periodical === null ? null : context.reader.publishedIssue(periodical, Number(c.req.param('nth')));
  const language = c.req.param('language');
  if (periodical === null || issue === null) return c.notFound();
  if (language !== undefined && !periodical.languages.includes(language)) return c.notFound();
  return sendPage(c, issuePage(context, periodical, issue, language ?? languageFor(context, periodical)));
});

publicationRoutes.get('/publications/:number{[1-9]\\d{0,6}}/issues/:issue{[1-9]\\d{0,6}}/:language?', (c) => {
  const context = c.var.context();
  if (!context.reader.may('publishing'))
    return context.me === null ? sendPage(c, signInFirst(context), 401) : c.notFound();
  const periodical = found(context, c.req.param('number'));
  const issue = periodical?.issues[Number(c.req.param('issue')) - 1];
  const language = c.req.param('language');
  if (periodical === null || issue === undefined) return c.notFound();
  if (language !== undefined && !periodical.languages.includes(language)) return c.notFound();
  if (issue.published !== null)
    return c.redirect(`${context.base}/publications/${periodical.number}/${issue.published.nth}`, 302);
  return sendPage(c, issuePage(context, periodical, issue, language ?? languageFor(context, periodical)));
});

publicationRoutes.get('/publications/:number{[1-9]\\d{0,6}}/articles/:article{[1-9]\\d{0,6}}/:language?', (c) => {
  const context = c.var.context();
  if (!context.reader.may('publishing'))
    return context.me === null ? sendPage(c, signInFirst(context), 401) : c.notFound();
  const periodical = found(context, c.req.param('number'));
  const article = periodical?.articles[Number(c.req.param('article')) - 1];
  if (periodical === null || article === undefined) return c.notFound();
  const asked = c.req.param('language');
  const own = languageFor(context, periodical);
  const language = asked ?? (article.wordings.has(own) ? own : article.language);
  const wording = article.wordings.get(language);
  return wording === undefined
    ? c.notFound()
    : sendPage(c, articlePage(context, periodical, article, wording, language));
});
