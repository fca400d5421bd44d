import { Hono } from 'hono';
import type { WebEnv } from '../kit/env.ts';
import { summaryPage } from './pages/summary.ts';
import { signInFirst } from '../kit/sign-in-page.ts';
import { summaryPaper } from './parts/meeting-papers.ts';
import { sendPdf } from '../kit/pressed.ts';
import { sendPage } from '../kit/send-page.ts';
import { noteOpened } from '../kit/opened.ts';

/** Summary records, for participants. */
export const summaryRoutes = new Hono<WebEnv>();

summaryRoutes.get('/meetings/:number{[0-9]+}/summary', async (c) => {
  const asked = c.var.context();
  const number = Number.parseInt(c.req.param('number'), 10);
  if (!asked.reader.may('meeting')) return asked.me === null ? sendPage(c, signInFirst(asked), 401) : c.notFound();
  await noteOpened(c, (what) => what.kind === 'summary' && what.meeting === number);
  const context = c.var.context();
  const meeting = context.reader.meeting(number);
  return meeting === null ? c.notFound() : sendPage(c, summaryPage(context, meeting));
});

summaryRoutes.get('/meetings/:number{[0-9]+}/summary.pdf', (c) =>
  sendPdf(c, (context) => {
    const meeting = context.reader.may('meeting') ? context.reader.meeting(Number(c.req.param('number'))) : null;
    const paper = meeting === null ? null : summaryPaper(context, meeting);
    return meeting === null || paper === null ? null : { paper, name: `meeting-${meeting.number}-summary.pdf` };
  }),
);
