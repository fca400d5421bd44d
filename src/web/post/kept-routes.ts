import { Hono } from 'hono';
import { type Keeps, type PersonalData, delegateAs, forget, keptOf } from '../../conference/personal.ts';
import type { WebDeps, WebEnv } from '../kit/env.ts';
import type { Context, Me } from '../kit/context.ts';
import { keptPage } from './pages/kept.ts';
import { signInFirst } from '../kit/sign-in-page.ts';
import { sendPage } from '../kit/send-page.ts';
import { signedIn } from '../kit/signed-in.ts';

/** Where whoever is signed in sees what the node keeps of them, takes it along, and has it forgotten. Nobody else is ever answered. */
export const keptRoutes = new Hono<WebEnv>();

const keepsIn = ({ sessions, drafts, post }: WebDeps): Keeps => ({ sessions, drafts, post });

const whose = (keeps: Keeps, { conference }: Context, me: Me) =>
  delegateAs(keeps, conference.slug, { organisation: me.organisation.id, number: me.delegate.number });

const keptBy = (deps: WebDeps, context: Context, me: Me): Promise<PersonalData> => {
  const keeps = keepsIn(deps);
  return keptOf(keeps, context.conference, whose(keeps, context, me), context.now);
};

keptRoutes.get('/settings/kept', async (c) => {
  const context = c.var.context();
  if (context.me === null) return sendPage(c, signInFirst(context), 401);
  return sendPage(c, keptPage(context, await keptBy(c.var.deps, context, context.me)));
});

keptRoutes.get('/settings/kept.json', async (c) => {
  const context = c.var.context();
  if (context.me === null) return sendPage(c, signInFirst(context), 401);
  return c.body(`${JSON.stringify(await keptBy(c.var.deps, context, context.me), null, 2)}\n`, 200, {
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': 'attachment; filename="kept.json"',
  });
});

keptRoutes.post('/settings/kept/erase', signedIn, async (c) => {
  const context = c.var.context();
  if (context.me === null) return sendPage(c, signInFirst(context), 401);
  const keeps = keepsIn(c.var.deps);
  await forget(keeps, whose(keeps, context, context.me), context.now);
  return c.redirect(`${context.base}/settings/kept?done`, 303);
});
