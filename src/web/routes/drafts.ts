import { type Context as Call, Hono } from 'hono';
import type { Draft } from '../../conference/ports.ts';
import type { WebEnv } from '../app.ts';
import type { Saved } from '../drafts.ts';
import { fieldsIn } from '../form-data.ts';
import { toSave } from '../forms/drafts.ts';
import { draftsPage } from '../pages/drafts.ts';
import { signInFirst } from '../pages/sign-in.ts';

/** An organisation's drafts: the page that lists them, and what the editor asks while somebody writes. */
export const draftRoutes = new Hono<WebEnv>();

draftRoutes.get('/drafts', (c) => {
  const context = c.var.context();
  return context.drafts === null ? c.html(signInFirst(context), 401) : c.html(draftsPage(context, context.drafts));
});

draftRoutes.get('/drafts/:id', (c) => {
  const { drafts } = c.var.context();
  if (drafts === null) return c.json({ why: 'signed-out' }, 401);
  const draft = drafts.get(c.req.param('id'));
  if (draft === null) return c.json({ why: 'gone' }, 404);
  if (c.req.header('if-none-match') === `"${draft.version}"`) return c.body(null, 304);
  return c.json(answerOf({ ok: true, draft, collisions: [], apart: false }), 200, { etag: `"${draft.version}"` });
});

draftRoutes.post('/drafts', (c) => save(c, null));

/** `If-Match` names the version that was worked on; with another one kept by now, the two are put together. */
draftRoutes.post('/drafts/:id', (c) => save(c, c.req.param('id')));

const save = async (c: Call<WebEnv>, id: string | null): Promise<Response> => {
  if (c.var.context().drafts === null) return c.json({ why: 'signed-out' }, 401);
  const fields = await fieldsIn(c);
  const { drafts } = c.var.context();
  if (drafts === null) return c.json({ why: 'signed-out' }, 401);
  const version = Number(/^"(\d{1,9})"$/u.exec(c.req.header('if-match') ?? '')?.[1] ?? 0);
  const sent = toSave(fields);
  if (sent === null) return c.json({ why: 'malformed' }, 422);
  const saved = drafts.save({ ...sent, id, version });
  if (!saved.ok) return c.json({ why: saved.why }, saved.why === 'gone' ? 404 : 422);
  return c.json(answerOf(saved), 200, { etag: `"${saved.draft.version}"` });
};

const answerOf = ({ draft, collisions, apart }: Extract<Saved, { readonly ok: true }>) => {
  const { id, version, revision, title, body, by, at }: Draft = draft;
  return { id, version, revision, title, body, by, at, collisions, apart };
};

draftRoutes.post('/drafts/:id/discard', (c) => {
  const context = c.var.context();
  context.drafts?.discard(c.req.param('id'));
  return c.redirect(`${context.base}/drafts`, 303);
});
