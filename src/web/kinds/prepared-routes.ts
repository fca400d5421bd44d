import { type Context as Call, Hono } from 'hono';
import { ACT_RULES, type ActKind } from '../../charter/acts.ts';
import { conferenceVenue } from '../act/conference-venue.ts';
import { confirmPage } from '../act/confirm.ts';
import { fieldsIn } from '../act/form-data.ts';
import { OF_PREPARED, aboutOf, fieldsOfPrepared, makerOf, preparedIn } from '../act/hand-over.ts';
import { review, unsignedFrom } from '../act/steps.ts';
import { typedFields } from '../act/unsigned.ts';
import type { Context } from '../kit/context.ts';
import type { Fields } from '../kit/fields.ts';
import type { WebEnv } from '../kit/env.ts';
import { type HandedOver, MOST_NOTE, MOST_PREPARED } from '../kit/prepared.ts';
import { sendPage } from '../kit/send-page.ts';
import { signInFirst } from '../kit/sign-in-page.ts';
import { type Html, html } from '../../markup/html.ts';
import { formOf } from './forms.ts';
import { preparedPage } from './pages/prepared.ts';
import { severalPage } from './pages/several.ts';

/** Acts that one delegate prepares and another signs: handing over, the page that lists them, reading, signing and setting aside. */
export const preparedRoutes = new Hono<WebEnv>();

/** For those who are signed in; others are asked to be. */
const signedIn = (
  c: Call<WebEnv>,
  then: (context: Context) => Response | Promise<Response>,
): Response | Promise<Response> => {
  const context = c.var.context();
  return context.me === null ? sendPage(c, signInFirst(context), 401) : then(context);
};

preparedRoutes.get('/prepared', (c) =>
  signedIn(c, (context) => sendPage(c, preparedPage(context, c.var.deps.damages.count('drafts') > 0))),
);

preparedRoutes.get('/prepared/sign', (c) => signedIn(c, (context) => sendPage(c, severalPage(context))));

/** Read again as it is now: to be signed, or with what stands against it. One that brings in a link shows its form, for the link is made there. */
preparedRoutes.get('/prepared/:id{[A-Za-z0-9_-]{22}}', (c) =>
  signedIn(c, (context) => {
    const one = context.prepared?.get(c.req.param('id')) ?? null;
    const fields = one === null ? null : fieldsOfPrepared(context, one.id);
    const form = one === null ? null : formOf(one.kind);
    const by = one === null ? null : makerOf(context, one.kind);
    if (one === null || fields === null || form === null || by === null) return c.notFound();
    const shown = isMadeWhenOpened(one.kind)
      ? ([form.page(context, fields, null), 200] as const)
      : review({ context, form, venue: conferenceVenue(context, form) }, fields, by);
    return shown[0] === null ? c.notFound() : sendPage(c, shown[0], shown[1]);
  }),
);

/** Whether a page must make a link for it, which whoever signs gives on. */
export const isMadeWhenOpened = (kind: ActKind): boolean => ACT_RULES[kind].newKeys !== undefined;

preparedRoutes.post('/acts/hand-over', async (c) => {
  const sent = await fieldsIn(c);
  const context = c.var.context();
  const { prepared } = context;
  if (prepared === null) return sendPage(c, signInFirst(context, sent), 401);
  const form = formOf(sent.text('kind'));
  const fields = typedFields(sent);
  const by = form === null ? null : makerOf(context, form.kind);
  if (form === null || fields === null || by === null) return c.notFound();
  const venue = conferenceVenue(context, form);
  const unsigned = unsignedFrom({ context, form, venue }, fields, by);
  if (!unsigned.ok) {
    const shown = form.page(context, fields, unsigned.error);
    return shown === null ? c.notFound() : sendPage(c, shown, 422);
  }
  const typed = JSON.stringify(fields.entries().filter(([name]) => !OF_PREPARED.has(name)));
  const note = sent.text('note').slice(0, MOST_NOTE);
  const about = aboutOf(context, unsigned.value.act);
  const kept = prepared.handOver(preparedIn(fields).id, {
    kind: form.kind,
    title: titleIn(fields),
    ...about,
    note,
    typed,
  });
  return kept.ok
    ? c.redirect(`${context.base}/prepared?handed=${kept.id}`, 303)
    : sendPage(c, confirmPage(venue, unsigned.value, notKept(context, kept)), 422);
});

const titleIn = (fields: Fields): string => (fields.text('title') || fields.text('subject')).slice(0, 200);

const notKept = ({ t }: Context, { why }: Extract<HandedOver, { readonly ok: false }>): Html => {
  const words = t.acts.prepared.notKept;
  return html`<div class="problem" role="alert" tabindex="-1">
    <p>${why === 'too-many' ? words[why](MOST_PREPARED) : words[why]}</p>
  </div>`;
};

preparedRoutes.post('/prepared/:id/set-aside', async (c) => {
  const fields = await fieldsIn(c);
  const context = c.var.context();
  if (context.me === null) return sendPage(c, signInFirst(context, fields), 401);
  const { me, prepared, base } = context;
  if (me?.delegate.role !== 'representing' || prepared === null) return c.notFound();
  const id = c.req.param('id');
  const isAside = prepared.setAside(id, preparedIn(fields).at, fields.text('words').slice(0, MOST_NOTE));
  return c.redirect(isAside ? `${base}/prepared` : `${base}/prepared/${encodeURIComponent(id)}`, 303);
});

preparedRoutes.post('/prepared/:id/remove', (c) => {
  const context = c.var.context();
  if (context.prepared === null) return sendPage(c, signInFirst(context), 401);
  context.prepared.remove(c.req.param('id'));
  return c.redirect(`${context.base}/prepared`, 303);
});
