import { Hono } from 'hono';
import { z } from 'zod';
import { base64, fromBase64, fromBase64url } from '../base/bytes.ts';
import type { PublicKey } from '../base/ids.ts';
import { type Json, parseJson } from '../base/json.ts';
import { isActKind } from '../charter/acts.ts';
import { readAct } from '../charter/read.ts';
import { maySeeEntry } from '../charter/sight/visibility-entries.ts';
import type { Html } from '../markup/html.ts';
import { signaturesIn } from './act/signature-text.ts';
import { MOST_FIELDS, within } from '../http/fields.ts';
import type { ActForm, NewAttachment } from './act/act-form.ts';
import type { WebEnv } from './kit/env.ts';
import type { Context } from './kit/context.ts';
import { type Fields, NO_FIELDS, createFields } from './kit/fields.ts';
import { fieldsIn, memberOf, queried, uploadIn } from './act/form-data.ts';
import { endDraft, isAnothers } from './act/draft-form.ts';
import { withFiles } from './act/files.ts';
import { formOf } from './forms.ts';
import { readUpload } from './act/upload.ts';
import { type Unsigned, confirmPage } from './act/confirm.ts';
import { askerOf } from '../conference/work/turns.ts';
import { busyPage } from './kit/errors.ts';
import { receiptPage, sealedReceiptPage } from './act/receipt.ts';
import { signInFirst } from './kit/sign-in-page.ts';
import { envelope, newAct } from './act/new-act.ts';
import { rejectionBox } from './act/problem.ts';
import { sendPage } from './kit/send-page.ts';

/**
 * The steps that every act takes from a page to the record: the form, the page before signing, the one door, the receipt.
 * At each step a refusal comes back with everything that was typed.
 */
export const actRoutes = new Hono<WebEnv>();

/** A key that nobody has: it holds the place of the one a newcomer is about to bring. */
const PLACEHOLDER = {
  key: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBERERERERERERERERERERERERERERERERERERERERER' as PublicKey,
  use: 'ssh',
} as const;

/** Fields that say what came of a file, which is never for an address to say; nor is what a draft says. */
const FROM_A_FILE: ReadonlySet<string> = new Set(['found', 'file-problem', 'rendered']);

actRoutes.get('/do/:kind', (c) => {
  const context = c.var.context();
  const form = formOf(c.req.param('kind'));
  if (form === null) return c.notFound();
  if (context.me === null && form.newcomer === undefined) return sendPage(c, signInFirst(context), 401);
  const asked = queried(context.url).filter(([name]) => !FROM_A_FILE.has(name) && !name.startsWith('draft-'));
  const fields = createFields(asked);
  const shown = form.page(context, fields.entries().length === 0 ? NO_FIELDS : fields, null);
  return shown === null ? c.notFound() : sendPage(c, shown);
});

actRoutes.post('/do/:kind', async (c) => {
  const form = formOf(c.req.param('kind'));
  if (form === null) return c.notFound();
  if (c.var.context().me === null && form.newcomer === undefined) return sendPage(c, signInFirst(c.var.context()), 401);
  const takesFiles = form.imports !== undefined || form.takesFiles === true;
  const {
    fields: sent,
    file,
    files,
  } = takesFiles ? await uploadIn(c) : { fields: await fieldsIn(c), file: null, files: [] };
  const fields = form.takesFiles === true ? withFiles(sent, files) : sent;
  const asked = c.var.context();
  const wanted = file === null || asked.me === null ? null : (form.imports?.(asked, fields) ?? null);
  const asker = askerOf(asked.conference.slug, asked.reader);
  const upload =
    file === null || wanted === null ? null : await readUpload(await c.var.deps.documents(), file, wanted, asker);
  const context = c.var.context();
  const typed = fields.has('typed') ? typedFields(fields) : null;
  if (typed !== null) return again(form.page(context, typed, null), 200);
  const by = form.newcomer === undefined ? signedIn(context) : form.newcomer(context, fields);
  if (by === null) return sendPage(c, signInFirst(context), 401);
  if (isAnothers(context, fields))
    return again(form.page(context, fields, { kind: 'field', field: 'draft-owner', why: 'not-yours' }));
  const stepped = form.step?.(context, fields, upload) ?? null;
  if (stepped !== null && upload?.read.ok === false && upload.read.error.kind === 'busy') {
    c.header('retry-after', `${upload.read.error.retryAfter}`);
    return again(form.page(context, stepped, null), 503);
  }
  if (stepped !== null) return again(form.page(context, stepped, null), 200);
  const read = form.read(context, fields);
  if ('kind' in read) return again(form.page(context, fields, read));
  const json = newAct(context, form.kind, by, read.body);
  const unsigned = complete(form, { json, attachments: read.attachments ?? [], typed: typedIn(fields) });
  if ('kind' in unsigned) return again(form.page(context, fields, unsigned));
  const refusal = context.conference.preview(unsigned.act, context.reader.viewer);
  if (refusal !== null) return again(form.page(context, fields, { kind: 'refused', refusal }));
  return sendPage(c, confirmPage(context, form, unsigned));

  function again(shown: Html | null, status: 200 | 422 | 503 = 422): Response | Promise<Response> {
    return shown === null ? c.notFound() : sendPage(c, shown, status);
  }
});

const signedIn = ({ me }: Context) =>
  me === null ? null : { organisation: me.organisation.id, delegate: me.delegate.number };

/** Checks the act by its schema. A newcomer's, whose key is still to come, is checked with a key in its place. */
const complete = (form: ActForm, made: Omit<Unsigned, 'act' | 'needsKey'>) => {
  const { json } = made;
  const body = json.body as Readonly<Record<string, unknown>>;
  const needsKey = form.newcomer !== undefined && !('key' in body);
  const read = readAct((needsKey ? { ...json, body: { ...body, ...PLACEHOLDER } } : json) as Json);
  return read.ok ? { ...made, act: read.value, needsKey } : read.error;
};

/** What was typed, as one hidden field; a file that was read and a button that was pressed are not typed. */
const typedIn = (fields: Fields): string =>
  JSON.stringify(fields.entries().filter(([name]) => name !== 'file' && name !== 'step'));

const PAIRS = z.array(z.tuple([z.string(), z.string()]));

const typedFields = (fields: Fields): Fields | null => {
  const json = parseJson(fields.text('typed'));
  const pairs =
    json.ok && Array.isArray(json.value) && json.value.length <= MOST_FIELDS ? PAIRS.safeParse(json.value) : null;
  const bounded = pairs?.success === true ? within(pairs.data) : null;
  return bounded?.ok === true ? createFields(bounded.value) : null;
};

/** What a page before signing sends on: the act and what goes beside it. `null`: not what such a page sends. */
const carried = (fields: Fields): (Unsigned & { readonly form: ActForm }) | null => {
  const json = parseJson(fields.text('act'));
  if (!json.ok || typeof json.value !== 'object' || json.value === null || !('kind' in json.value)) return null;
  const { kind } = json.value;
  const form = typeof kind === 'string' && isActKind(kind) ? formOf(kind) : null;
  const attachments = fields.all('attachment').map(unpacked);
  if (form === null || !('body' in json.value) || attachments.includes(null)) return null;
  const unsigned = complete(form, {
    json: json.value as unknown as Unsigned['json'],
    attachments: attachments.filter((attachment) => attachment !== null),
    typed: fields.text('typed'),
  });
  return 'kind' in unsigned ? null : { ...unsigned, form };
};

const unpacked = (text: string): NewAttachment | null => {
  const [salt, content] = text.split('.');
  const bytes = { salt: fromBase64url(salt ?? ''), content: fromBase64(content ?? '') };
  return bytes.salt === null || bytes.content === null ? null : { salt: bytes.salt, content: bytes.content };
};

/** The exact bytes as a file, to be signed elsewhere. */
actRoutes.post('/acts/file', async (c) => {
  const act = (await fieldsIn(c)).text('act');
  return c.body(act, 200, {
    'content-type': 'application/json',
    'content-disposition': 'attachment; filename="act.json"',
  });
});

/** A newcomer's SSH key takes its place in the act, and the page before signing comes again. */
actRoutes.post('/acts/with-key', async (c) => {
  const fields = await fieldsIn(c);
  const context = c.var.context();
  const unsigned = carried(fields);
  if (unsigned === null) return c.notFound();
  const [type = '', blob = ''] = fields.text('publicKey').split(/\s+/u);
  const body = { ...(unsigned.json.body as object), key: `${type} ${blob}`, use: 'ssh' };
  const whole = complete(unsigned.form, { ...unsigned, json: { ...unsigned.json, body } });
  if ('kind' in whole)
    return sendPage(
      c,
      confirmPage(context, unsigned.form, unsigned, rejectionBox(context, { kind: 'malformed', fault: whole })),
      422,
    );
  const refusal = context.conference.preview(whole.act, context.reader.viewer);
  if (refusal === null) return sendPage(c, confirmPage(context, unsigned.form, whole));
  return sendPage(
    c,
    confirmPage(context, unsigned.form, unsigned, rejectionBox(context, { kind: 'refused', refusal })),
    422,
  );
});

/** The signed act goes to the one door. */
actRoutes.post('/acts', async (c) => {
  const fields = await fieldsIn(c);
  const before = c.var.context();
  const unsigned = carried(fields);
  if (unsigned === null) return c.notFound();
  const { limits, clock } = c.var.deps;
  const share = `${before.conference.slug}/${unsigned.act.by.organisation}`;
  const wait = limits.actsByOrganisation.wait(share, clock.now());
  if (wait > 0) return sendPage(c, busyPage(before), 429, { 'retry-after': `${Math.ceil(wait / 1000)}` });
  const signatures = fields.all('signature').flatMap(signaturesIn);
  const result = await before.conference.submit(
    envelope(
      unsigned.json,
      signatures.map((blob) => (blob === null ? '' : base64(blob))),
      unsigned.attachments,
    ),
    memberOf(c) !== null,
  );
  if (result.ok) {
    if (!result.value.replayed) limits.actsByOrganisation.take(share, clock.now());
    endDraft(before, typedFields(fields));
    return c.redirect(`${before.base}/receipt/${result.value.index}`, 303);
  }
  const context = c.var.context();
  return sendPage(c, confirmPage(context, unsigned.form, unsigned, rejectionBox(context, result.error)), 422);
});

actRoutes.get('/receipt/:index{[0-9]+}', async (c) => {
  const entry = await c.var.context().conference.entry(Number(c.req.param('index')));
  const context = c.var.context();
  if (entry === null || !maySeeEntry(context.conference.state(), context.reader.viewer, entry.index, entry.act)) {
    return entry === null || context.me !== null ? c.notFound() : sendPage(c, sealedReceiptPage(context, entry.index));
  }
  const form = formOf(entry.act.kind);
  return form === null ? c.notFound() : sendPage(c, receiptPage(context, form, entry));
});
