import { type Context as Call, Hono } from 'hono';
import type { WebEnv } from '../kit/env.ts';
import type { Saved } from '../kit/drafts.ts';
import { fieldsIn } from '../act/form-data.ts';
import { toSave } from '../act/draft-form.ts';
import { draftsPage } from './pages/drafts.ts';
import { signInFirst } from '../kit/sign-in-page.ts';
import { sendPage } from '../kit/send-page.ts';
import type { Kept, NotKept } from '../shared/draft-save.ts';

/** An organisation's drafts: the page that lists them, and what the editor asks while somebody writes. */
export const draftRoutes = new Hono<WebEnv>();

draftRoutes.get('/drafts', (c) => {
  const context = c.var.context();
  return context.drafts === null
    ? sendPage(c, signInFirst(context), 401)
    : sendPage(c, draftsPage(context, context.drafts, c.var.deps.damages.count('drafts') > 0));
});

const STATUS: Readonly<Record<NotKept, 401 | 403 | 404 | 422>> = {
  'signed-out': 401,
  'not-yours': 403,
  gone: 404,
  'too-long': 422,
  'too-many': 422,
  'too-much': 422,
  'not-yet': 403,
  malformed: 422,
};

const refused = (c: Call<WebEnv>, why: NotKept): Response => c.json({ why }, STATUS[why]);

/** `owner` names the organisation that the page was opened for: another one's session is told nothing, not even that the draft is not there. */
draftRoutes.get('/drafts/:id', (c) => {
  const { drafts, me, url } = c.var.context();
  if (drafts === null) return refused(c, 'signed-out');
  const owner = url.searchParams.get('owner');
  if (owner !== null && owner !== me?.organisation.id) return refused(c, 'not-yours');
  const draft = drafts.get(c.req.param('id'));
  if (draft === null) return refused(c, 'gone');
  if (c.req.header('if-none-match') === `"${draft.version}"`) return c.body(null, 304);
  return answer(c, { ok: true, draft, collided: false, apart: false, renamed: [] });
});

/** Saves what a page sends; what others have written in the meantime is put together with it. */
draftRoutes.post('/drafts', async (c) => {
  if (c.var.context().drafts === null) return refused(c, 'signed-out');
  const fields = await fieldsIn(c);
  const { drafts } = c.var.context();
  if (drafts === null) return refused(c, 'signed-out');
  const sent = toSave(fields);
  if (sent === null) return refused(c, 'malformed');
  const saved = drafts.save(sent);
  return saved.ok ? answer(c, saved) : refused(c, saved.why);
});

const answer = (c: Call<WebEnv>, { draft, collided, apart, renamed }: Extract<Saved, { readonly ok: true }>) => {
  const { id, version, revision, title, body, by, at } = draft;
  const kept: Kept = { id, version, revision, title, body, by, at, collided, apart, renamed };
  return c.json(kept, 200, { etag: `"${version}"` });
};

draftRoutes.post('/drafts/:id/discard', (c) => {
  const context = c.var.context();
  context.drafts?.discard(c.req.param('id'));
  return c.redirect(`${context.base}/drafts`, 303);
});
