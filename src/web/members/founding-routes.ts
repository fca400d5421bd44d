import { type Context as Call, Hono } from 'hono';
import type { Slug } from '../../base/ids.ts';
import { TEMPLATES } from '../../charter/law/templates/index.ts';
import { confirmPage } from '../act/confirm.ts';
import { STRANGERS } from '../../conference/work/turns.ts';
import { fieldsIn, uploadIn } from '../act/form-data.ts';
import { readUpload } from '../act/upload.ts';
import { rejectionBox } from '../kit/problem.ts';
import { bringSshKey, review } from '../act/steps.ts';
import { type Unsigned, carriedIn, complete, sealed, typedFields } from '../act/unsigned.ts';
import type { WebEnv } from '../kit/env.ts';
import { type Fields, NO_FIELDS } from '../kit/fields.ts';
import { sendAct, sendPage } from '../kit/send-page.ts';
import { foundForm, isSlug, makerOf } from './forms/found.ts';
import { type Beginning, beginning, foundingVenue } from './founding.ts';
import { chooseTemplatePage, noLinkPage } from './pages/found.ts';

/** Founding a conference by the one-time link: a charter to start from, then the steps of every act (`act/steps.ts`) to the host instead of a conference. */
export const foundingRoutes = new Hono<WebEnv>();

type C = Call<WebEnv>;

const beginningOf = (c: C, token: string, template: string | undefined): Beginning => {
  const { host } = c.var.deps;
  return beginning(c.var.site(), {
    token,
    template: TEMPLATES.find(({ id }) => id === template) ?? null,
    host: host.publicKey,
    isTaken: (slug) => host.conference(slug as Slug) !== null,
  });
};

const noLink = (c: C): Response => sendPage(c, noLinkPage(c.var.site()), 403);

foundingRoutes.get('/found', (c) => {
  const token = c.req.query('token') ?? '';
  if (!c.var.deps.founding(token).isOpen()) return noLink(c);
  const context = beginningOf(c, token, c.req.query('template'));
  const page = foundForm.page(context, NO_FIELDS, null);
  return sendPage(c, page ?? chooseTemplatePage(context, token, TEMPLATES));
});

foundingRoutes.post('/found/charter', async (c) => {
  const { fields: sent, file } = await uploadIn(c);
  const typed = typedFields(sent);
  const fields = typed ?? sent;
  const context = beginningOf(c, fields.text('token'), fields.text('template'));
  if (!c.var.deps.founding(context.token).isOpen()) return noLink(c);
  // Whoever holds the link has strangers' room and their turn.
  const wanted = file === null ? null : (foundForm.imports?.(context, fields) ?? null);
  const upload =
    file === null || wanted === null ? null : await readUpload(await c.var.deps.documents(), file, wanted, STRANGERS);
  const stepped = typed ?? foundForm.step?.(context, fields, upload) ?? null;
  const [page, status] =
    stepped !== null
      ? ([foundForm.page(context, stepped, null), 200] as const)
      : review(
          { context, form: foundForm, venue: foundingVenue(context, fields.text('slug')) },
          fields,
          makerOf(fields),
        );
  return page === null ? noLink(c) : sendPage(c, page, status);
});

foundingRoutes.post('/found/file', async (c) => sendAct(c, await fieldsIn(c)));

foundingRoutes.post('/found/with-key', async (c) => {
  const fields = await fieldsIn(c);
  const context = beginningOf(c, fields.text('token'), undefined);
  const unsigned = carried(fields);
  if (unsigned === null || !c.var.deps.founding(context.token).isOpen()) return noLink(c);
  const venue = foundingVenue(context, fields.text('slug'));
  const [page, status] = bringSshKey(context, venue, unsigned, fields.text('publicKey'));
  return sendPage(c, page, status);
});

foundingRoutes.post('/found/submit', async (c) => {
  const fields = await fieldsIn(c);
  const unsigned = carried(fields);
  if (unsigned === null) return noLink(c);
  const { host, founding } = c.var.deps;
  const [slug, token] = [fields.text('slug'), fields.text('token')];
  const result = await host.found(slug as Slug, sealed(unsigned, fields), founding(token));
  if (result.ok) return c.redirect(`/${slug}/receipt/0`, 303);
  if (result.error.kind === 'founding-token') return noLink(c);
  const context = beginningOf(c, token, undefined);
  return sendPage(c, confirmPage(foundingVenue(context, slug), unsigned, rejectionBox(context, result.error)), 422);
});

/** What the page before signing sends on. `null`: such a page sends nothing of the kind. Whether the slug is taken by now, and the link still good, the host says. */
const carried = (fields: Fields): Unsigned | null => {
  const sent = carriedIn(fields);
  if (sent?.kind !== 'conference.found' || !isSlug(fields.text('slug'))) return null;
  const unsigned = complete(sent.made, true);
  return unsigned.ok ? unsigned.value : null;
};
