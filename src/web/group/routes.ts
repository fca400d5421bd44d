import { Hono } from 'hono';
import type { WebEnv } from '../kit/env.ts';
import { groupPage } from './pages/group.ts';
import { groupDeskPage } from './pages/group-desk.ts';
import { helpPage } from './pages/help.ts';
import { signInFirst } from '../kit/sign-in-page.ts';
import { sendPage } from '../kit/send-page.ts';
import { noteOpened } from '../kit/opened.ts';

/** The coordinating group, for everyone; the help that it asks for, for participants. */
export const groupRoutes = new Hono<WebEnv>();

groupRoutes.get('/group', (c) => {
  const context = c.var.context();
  return context.reader.may('group') ? sendPage(c, groupPage(context)) : c.notFound();
});

groupRoutes.get('/group/desk', (c) => {
  const context = c.var.context();
  if (context.me === null) return sendPage(c, signInFirst(context), 401);
  return context.reader.member ? sendPage(c, groupDeskPage(context)) : c.notFound();
});

groupRoutes.get('/help', async (c) => {
  const asked = c.var.context();
  if (!asked.reader.may('help')) return asked.me === null ? sendPage(c, signInFirst(asked), 401) : c.notFound();
  await noteOpened(c, ({ kind }) => kind === 'help');
  return sendPage(c, helpPage(c.var.context()));
});
