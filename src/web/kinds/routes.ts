import { Hono } from 'hono';
import { SECOND } from '../../base/time.ts';
import { maySeeEntry } from '../../charter/sight/visibility-entries.ts';
import { callerOf } from '../../http/caller.ts';
import type { Html } from '../../markup/html.ts';
import type { ActForm } from '../act/act-form.ts';
import type { WebEnv } from '../kit/env.ts';
import { type Fields, NO_FIELDS, createFields } from '../kit/fields.ts';
import { fieldsIn, memberOf, queried, uploadIn } from '../act/form-data.ts';
import { endDraft, isAnothers } from '../act/draft-form.ts';
import { OF_PREPARED, endPrepared, makerOf, whyNotAtAll } from '../act/hand-over.ts';
import { withFiles } from '../act/files.ts';
import { formOf } from './forms.ts';
import { takeBackOf } from './take-back.ts';
import { readUpload } from '../act/upload.ts';
import { conferenceVenue } from '../act/conference-venue.ts';
import { confirmPage } from '../act/confirm.ts';
import { bringSshKey, review } from '../act/steps.ts';
import { type Unsigned, carriedIn, complete, sealed, typedFields } from '../act/unsigned.ts';
import { askerOf } from '../../conference/work/turns.ts';
import { receiptPage, sealedReceiptPage } from '../act/receipt.ts';
import { signInFirst } from '../kit/sign-in-page.ts';
import { rejectionBox } from '../kit/problem.ts';
import { sendAct, sendPage } from '../kit/send-page.ts';

/**
 * The steps that every act takes from a page to the record: the form, the page before signing, the one door, the receipt.
 * At each step a refusal comes back with everything that was typed.
 */
export const actRoutes = new Hono<WebEnv>();

/** Fields that say what came of a file, which is never for an address to say; nor is what a draft says. */
const FROM_A_FILE: ReadonlySet<string> = new Set(['found', 'file-problem', 'rendered', 'paragraphs', 'structure-kept']);

actRoutes.get('/do/:kind', (c) => {
  const context = c.var.context();
  const form = formOf(c.req.param('kind'));
  if (form === null) return c.notFound();
  if (context.me === null && form.newcomer === undefined) return sendPage(c, signInFirst(context), 401);
  const asked = queried(context.url).filter(
    ([name]) => !FROM_A_FILE.has(name) && !OF_PREPARED.has(name) && !name.startsWith('draft-'),
  );
  const fields = createFields(asked);
  const shown = form.page(context, fields.entries().length === 0 ? NO_FIELDS : fields, whyNotAtAll(context, form.kind));
  return shown === null ? c.notFound() : sendPage(c, shown);
});

actRoutes.post('/do/:kind', async (c) => {
  const form = formOf(c.req.param('kind'));
  if (form === null) return c.notFound();
  const takesFiles = form.imports !== undefined || form.takesFiles === true;
  const {
    fields: sent,
    file,
    files,
  } = takesFiles ? await uploadIn(c) : { fields: await fieldsIn(c), file: null, files: [] };
  const fields = form.takesFiles === true ? withFiles(sent, files) : sent;
  const asked = c.var.context();
  if (asked.me === null && form.newcomer === undefined) return sendPage(c, signInFirst(asked, sent), 401);
  const wanted = file === null || asked.me === null ? null : (form.imports?.(asked, fields) ?? null);
  const asker = askerOf(asked.conference.slug, asked.reader);
  const upload =
    file === null || wanted === null ? null : await readUpload(await c.var.deps.documents(), file, wanted, asker);
  const context = c.var.context();
  const typed = typedFields(fields);
  if (typed !== null) return again(form.page(context, typed, null), 200);
  const by = form.newcomer === undefined ? makerOf(context, form.kind) : form.newcomer(context, fields);
  if (by === null) return sendPage(c, signInFirst(context, sent), 401);
  if (isAnothers(context, fields))
    return again(form.page(context, fields, { kind: 'field', field: 'draft-owner', why: 'not-yours' }));
  const stepped = form.step?.(context, fields, upload) ?? null;
  if (stepped !== null && upload?.read.ok === false && upload.read.error.kind === 'busy') {
    c.header('retry-after', `${upload.read.error.retryAfter}`);
    return again(form.page(context, stepped, null), 503);
  }
  if (stepped !== null) return again(form.page(context, stepped, null), 200);
  return again(...review({ context, form, venue: conferenceVenue(context, form) }, fields, by));

  function again(shown: Html | null, status: 200 | 422 | 503 = 422): Response | Promise<Response> {
    return shown === null ? c.notFound() : sendPage(c, shown, status);
  }
});

/** What a page before signing sends on, and of which form. `null`: not what such a page sends. */
const carried = (fields: Fields): { readonly unsigned: Unsigned; readonly form: ActForm } | null => {
  const sent = carriedIn(fields);
  const form = sent === null ? null : formOf(sent.kind);
  if (sent === null || form === null) return null;
  const unsigned = complete(sent.made, form.newcomer !== undefined);
  return unsigned.ok ? { unsigned: unsigned.value, form } : null;
};

/** The exact bytes as a file, to be signed elsewhere. */
actRoutes.post('/acts/file', async (c) => sendAct(c, await fieldsIn(c)));

actRoutes.post('/acts/with-key', async (c) => {
  const fields = await fieldsIn(c);
  const context = c.var.context();
  const read = carried(fields);
  if (read === null) return c.notFound();
  const venue = conferenceVenue(context, read.form);
  const [page, status] = bringSshKey(context, venue, read.unsigned, fields.text('publicKey'));
  return sendPage(c, page, status);
});

/** The signed act goes to the one door. */
actRoutes.post('/acts', async (c) => {
  const fields = await fieldsIn(c);
  const before = c.var.context();
  const read = carried(fields);
  if (read === null) return c.notFound();
  const { unsigned, form } = read;
  const sent = { passedOn: memberOf(c) !== null, from: callerOf(c, c.var.deps.proxies) };
  const result = await before.conference.submit(sealed(unsigned, fields), sent);
  if (result.ok) {
    const typed = typedFields(fields);
    endDraft(before, typed);
    if (typed !== null) endPrepared(before, typed);
    return c.redirect(`${before.base}/receipt/${result.value.index}`, 303);
  }
  const context = c.var.context();
  const { error } = result;
  if (error.kind === 'too-many') c.header('retry-after', `${Math.ceil(error.wait / SECOND)}`);
  const status = error.kind === 'too-many' ? 429 : 422;
  return sendPage(c, confirmPage(conferenceVenue(context, form), unsigned, rejectionBox(context, error)), status);
});

actRoutes.get('/receipt/:index{[0-9]+}', async (c) => {
  const entry = await c.var.context().conference.entry(Number(c.req.param('index')));
  const context = c.var.context();
  if (entry === null || !maySeeEntry(context.conference.state(), context.reader.viewer, entry.index, entry.act)) {
    return entry === null || context.me !== null ? c.notFound() : sendPage(c, sealedReceiptPage(context, entry.index));
  }
  const form = formOf(entry.act.kind);
  return form === null ? c.notFound() : sendPage(c, receiptPage(context, form, entry, takeBackOf(context, entry)));
});
