import { type Context as Call, Hono } from 'hono';
import type { Slug } from '../../base/ids.ts';
import { TEMPLATES } from '../../charter/law/templates/index.ts';
import type { Html } from '../../markup/html.ts';
import { withFields } from '../act/change-fields.ts';
import { confirmPage } from '../act/confirm.ts';
import { STRANGERS } from '../../conference/work/turns.ts';
import { fieldsIn, uploadIn } from '../act/form-data.ts';
import { readUpload } from '../act/upload.ts';
import { rejectionBox } from '../kit/problem.ts';
import { bringSshKey, unsignedFrom } from '../act/steps.ts';
import { type Unsigned, carriedIn, complete, sealed, typedFields } from '../act/unsigned.ts';
import type { WebEnv } from '../kit/env.ts';
import { type Fields, NO_FIELDS } from '../kit/fields.ts';
import { sendAct, sendPage } from '../kit/send-page.ts';
import { foundForm, isSlug, makerOf } from './forms/found.ts';
import { type Beginning, beginning, foundingVenue } from './founding.ts';
import { completed, movedTo, proposedNames, stepAfter, stepAsked, stepAt, upTo } from './founding-steps.ts';
import { namesFault } from './names-fault.ts';
import { noLinkPage } from './pages/found.ts';

/** Founding a conference by the one-time link: a charter to start from, then the steps of every act (`act/steps.ts`) to the host instead of a conference. */
export const foundingRoutes = new Hono<WebEnv>();

type C = Call<WebEnv>;

const beginningOf = (c: C, token: string, template: string | undefined): Beginning => {
  const { host } = c.var.deps;
  const [first] = TEMPLATES;
  return beginning(c.var.site(), {
    token,
    template: TEMPLATES.find(({ id }) => id === template) ?? first,
    host: host.publicKey,
    isTaken: (slug) => host.conference(slug as Slug) !== null,
  });
};

const noLink = (c: C): Response => sendPage(c, noLinkPage(c.var.site()), 403);

foundingRoutes.get('/found', (c) => {
  const token = c.req.query('token') ?? '';
  if (!c.var.deps.founding(token).isOpen()) return noLink(c);
  return sendPage(c, foundForm.page(beginningOf(c, token, undefined), NO_FIELDS, null));
});

foundingRoutes.post('/found/charter', async (c) => {
  const { fields: sent, file } = await uploadIn(c);
  const typed = typedFields(sent);
  const whole = typed ?? sent;
  const context = beginningOf(c, whole.text('token'), whole.text('template'));
  if (!c.var.deps.founding(context.token).isOpen()) return noLink(c);
  const fields = completed(context, whole, context.template);
  // Whoever holds the link has strangers' room and their turn.
  const upload =
    file === null ? null : await readUpload(await c.var.deps.documents(), file, foundForm.imports(), STRANGERS);
  const asked = typed === null ? stepAsked(fields) : stepAt(fields);
  if (asked !== null) return sendPage(c, foundForm.page(context, movedTo(fields, asked), null));
  const stepped = foundForm.step(context, fields, upload);
  if (stepped !== null) return sendPage(c, foundForm.page(context, stepped, null));
  const [page, status] = goOn(context, withFields(fields, proposedNames(fields)));
  return sendPage(c, page, status);
});

/** To the next step once all is well up to this one, and from the last to the page before signing. */
const goOn = (context: Beginning, fields: Fields): readonly [page: Html, status: 200 | 422] => {
  const step = stepAt(fields);
  const next = stepAfter(step);
  const venue = foundingVenue(context, fields.text('slug'));
  const checked = upTo(context, fields, step, context.template);
  const unsigned = unsignedFrom({ context, form: foundForm, venue }, checked, makerOf(checked));
  if (!unsigned.ok) return [foundForm.page(context, fields, unsigned.error), 422];
  return [
    next === null ? confirmPage(venue, unsigned.value) : foundForm.page(context, movedTo(fields, next), null),
    200,
  ];
};

/** What the names come to while they are typed: short names for those who have none yet, and the first that nobody may have beside the others. */
foundingRoutes.post('/found/names', async (c) => {
  const fields = await fieldsIn(c);
  const context = beginningOf(c, fields.text('token'), undefined);
  if (!c.var.deps.founding(context.token).isOpen()) return noLink(c);
  const proposed = proposedNames(fields);
  return c.json({ proposed, fault: namesFault(context, withFields(fields, proposed)) });
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
