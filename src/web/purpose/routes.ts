import { Hono } from 'hono';
import type { Report } from '../../charter/purpose/state.ts';
import { lastVersion } from '../../charter/purpose/reports.ts';
import type { WebEnv } from '../kit/env.ts';
import { sendPage } from '../kit/send-page.ts';
import type { Context } from '../kit/context.ts';
import { actionPage } from './pages/action.ts';
import { actionsPage } from './pages/actions.ts';
import { appealPage } from './pages/appeal.ts';
import { appealsPage } from './pages/appeals.ts';
import { noteOpened } from '../kit/opened.ts';
import { type Asked, reportPage } from './pages/report.ts';
import { reportsPage } from './pages/reports.ts';

/** What organisations report, appeal for and do together, for whoever may read it. */
export const purposeRoutes = new Hono<WebEnv>();

purposeRoutes.get('/reports', (c) => sendPage(c, reportsPage(c.var.context())));

/** The version that the address asks for; `null`: the reader sees none such. */
const versionAsked = ({ url }: Context, report: Report, language: string | null): Asked | null => {
  const number = url.searchParams.get('version');
  const version = number === null ? lastVersion(report) : report.versions.find((one) => `${one.number}` === number);
  if (version === undefined) return null;
  return language === null || version.renderings.has(language) ? { version, language } : null;
};

for (const path of ['/reports/:number{[0-9]+}', '/reports/:number{[0-9]+}/:language'] as const)
  purposeRoutes.get(path, (c) => {
    const context = c.var.context();
    const report = context.reader.report(Number(c.req.param('number')));
    const asked = report === null ? null : versionAsked(context, report, c.req.param('language') ?? null);
    return report === null || asked === null ? c.notFound() : sendPage(c, reportPage(context, report, asked));
  });

purposeRoutes.get('/appeals', (c) => sendPage(c, appealsPage(c.var.context())));

purposeRoutes.get('/appeals/:number{[0-9]+}', async (c) => {
  const number = Number(c.req.param('number'));
  if (c.var.context().reader.appeal(number) === null) return c.notFound();
  await noteOpened(c, (what) => what.kind === 'appeal' && what.appeal === number);
  const context = c.var.context();
  const appeal = context.reader.appeal(number);
  return appeal === null ? c.notFound() : sendPage(c, appealPage(context, appeal));
});

purposeRoutes.get('/actions', (c) => sendPage(c, actionsPage(c.var.context())));

purposeRoutes.get('/actions/:number{[0-9]+}', (c) => {
  const context = c.var.context();
  const action = context.reader.action(Number(c.req.param('number')));
  return action === null ? c.notFound() : sendPage(c, actionPage(context, action));
});
