import { Hono } from 'hono';
import type { Report } from '../../charter/purpose/state.ts';
import { lastVersion } from '../../charter/purpose/reports.ts';
import type { WebEnv } from '../kit/env.ts';
import { sendPage } from '../kit/send-page.ts';
import type { Context } from '../kit/context.ts';
import { type Asked, reportPage } from './pages/report.ts';
import { reportsPage } from './pages/reports.ts';

/** What organisations report, for whoever may read it. */
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
