import { type Context as HonoContext, Hono } from 'hono';
import { base64, fromBase64, fromBase64url } from '../../base/bytes.ts';
import type { Slug } from '../../base/ids.ts';
import { type JsonObject, parseJson } from '../../base/json.ts';
import { TEMPLATES } from '../../charter/law/templates/index.ts';
import type { Html } from '../../markup/html.ts';
import { publicKeyOnLine } from '../../record/public-key.ts';
import type { MarkdownFault } from '../../text/markdown.ts';
import type { NewAttachment, Problem } from '../act/act-form.ts';
import type { WebEnv } from '../kit/env.ts';
import { type Fields, NO_FIELDS } from '../kit/fields.ts';
import { fieldsIn } from '../act/form-data.ts';
import { contextBefore, draftFounding, isFreeSlug, readFounding, rowsOf, withRow } from './founding.ts';
import { type Founding, foundConfirmPage } from './pages/found-confirm.ts';
import { chooseTemplatePage, foundPage, noLinkPage } from './pages/found.ts';
import { envelope } from '../act/new-act.ts';
import { problemBox, rejectionBox } from '../act/problem.ts';
import { signaturesIn } from '../act/signature-text.ts';
import { sendPage } from '../kit/send-page.ts';

/** Founding a conference by the one-time link: the template, the form, the page before signing, the one door. */
export const foundingRoutes = new Hono<WebEnv>();

type C = HonoContext<WebEnv>;

const templateOf = (id: string | undefined) => TEMPLATES.find((template) => template.id === id);

foundingRoutes.get('/found', (c) => {
  const token = c.req.query('token') ?? '';
  const site = c.var.site();
  if (!c.var.deps.founding(token).isOpen()) return sendPage(c, noLinkPage(site), 403);
  const template = templateOf(c.req.query('template'));
  if (template === undefined) return sendPage(c, chooseTemplatePage(site, token, TEMPLATES));
  const state = { context: contextBefore(site), fields: NO_FIELDS, problem: null };
  return sendPage(c, foundPage(state, { token, template, rows: [1, 2], principlesFault: null }));
});

foundingRoutes.post('/found/charter', async (c) => {
  const fields = await fieldsIn(c);
  const { founding, host } = c.var.deps;
  const site = c.var.site();
  const token = fields.text('token');
  const template = templateOf(fields.text('template'));
  if (!founding(token).isOpen() || template === undefined) return sendPage(c, noLinkPage(site), 403);
  const rows = rowsOf(fields);
  const again = (problem: Problem | null, shown = rows, principles: MarkdownFault | null = null): Html =>
    foundPage(
      { context: contextBefore(site), fields, problem },
      { token, template, rows: shown, principlesFault: principles === null ? null : markdownFault(c, principles) },
    );
  switch (fields.text('step')) {
    case 'add':
      return sendPage(c, again(null, withRow(rows)));
    case 'edit':
      return sendPage(c, again(null));
  }
  const draft = draftFounding(site, fields, { template, host: host.publicKey, isTaken: isTaken(c) });
  if (!draft.ok) return sendPage(c, again(draft.error.problem, rows, draft.error.principles), 422);
  return sendPage(c, foundConfirmPage(site, { ...draft.value, token, typed: fields.entries(), needsKey: true }));
});

const isTaken =
  (c: C) =>
  (slug: string): boolean =>
    c.var.deps.host.conference(slug as Slug) !== null;

/** What is wrong with the principles as they were typed. */
const markdownFault = (c: C, fault: MarkdownFault): string => {
  const words = c.var.site().t.texts.form.markdown;
  const most = 'most' in fault ? fault.most : 0;
  return words[fault.kind](fault.line, most, 'id' in fault ? fault.id : '');
};

foundingRoutes.post('/found/file', async (c) =>
  c.body((await fieldsIn(c)).text('act'), 200, {
    'content-type': 'application/json',
    'content-disposition': 'attachment; filename="act.json"',
  }),
);

foundingRoutes.post('/found/with-key', async (c) => {
  const fields = await fieldsIn(c);
  const site = c.var.site();
  const founding = carried(fields, true);
  if (founding === null || !c.var.deps.founding(founding.token).isOpen()) return sendPage(c, noLinkPage(site), 403);
  const key = publicKeyOnLine(fields.text('publicKey'));
  const body = { ...(founding.json.body as object), key: key.ok ? key.value : '', use: 'ssh' };
  const json = { ...founding.json, body };
  const read = readFounding(json, false);
  if (read.ok) return sendPage(c, foundConfirmPage(site, { ...founding, json, act: read.value, needsKey: false }));
  return sendPage(c, foundConfirmPage(site, founding, problemBox(contextBefore(site), read.error)), 422);
});

foundingRoutes.post('/found/submit', async (c) => {
  const fields = await fieldsIn(c);
  const founding = carried(fields, false);
  if (founding === null) return sendPage(c, noLinkPage(c.var.site()), 403);
  const signatures = fields.all('signature').flatMap(signaturesIn);
  const { deps } = c.var;
  const result = await deps.host.found(
    founding.slug as Slug,
    envelope(
      founding.json,
      signatures.map((blob) => (blob === null ? '' : base64(blob))),
      founding.attachments,
    ),
    deps.founding(founding.token),
  );
  if (result.ok) return c.redirect(`/${founding.slug}/receipt/0`, 303);
  const site = c.var.site();
  if (result.error.kind === 'founding-token') return sendPage(c, noLinkPage(site), 403);
  return sendPage(c, foundConfirmPage(site, founding, rejectionBox(contextBefore(site), result.error)), 422);
});

/** What the page before signing sends on. `null`: such a page sends nothing of the kind. */
const carried = (fields: Fields, keyless: boolean): Founding | null => {
  const token = fields.text('token');
  const slug = fields.text('slug');
  const json = parseJson(fields.text('act'));
  // Whether the slug is taken by now, and the link still good, the host says.
  if (!json.ok || !isFreeSlug(slug, () => false)) return null;
  const act = json.value as JsonObject | null;
  if (typeof act !== 'object' || act === null || typeof act['body'] !== 'object' || act['body'] === null) return null;
  const read = readFounding(act as unknown as Founding['json'], keyless);
  const attachments = fields.all('attachment').map(unpacked);
  if (!read.ok || attachments.includes(null)) return null;
  return {
    act: read.value,
    json: act as unknown as Founding['json'],
    attachments: attachments.filter((attachment) => attachment !== null),
    slug,
    token,
    typed: typedIn(fields.text('typed')),
    needsKey: keyless,
  };
};

const typedIn = (text: string): Founding['typed'] => {
  const json = parseJson(text);
  if (!json.ok || !Array.isArray(json.value)) return [];
  return json.value.flatMap((pair) => {
    const [name, value] = Array.isArray(pair) ? (pair as readonly unknown[]) : [];
    return typeof name === 'string' && typeof value === 'string' ? [[name, value] as const] : [];
  });
};

const unpacked = (text: string): NewAttachment | null => {
  const [salt, content] = text.split('.');
  const bytes = { salt: fromBase64url(salt ?? ''), content: fromBase64(content ?? '') };
  return bytes.salt === null || bytes.content === null ? null : { salt: bytes.salt, content: bytes.content };
};
