import { type Context as Call, Hono } from 'hono';
import type { OrganisationId } from '../../base/ids.ts';
import { type SharedWords, newestOf } from '../../conference/shared-draft.ts';
import { MOST_STRANGERS_FORM, fieldsIn, uploadIn } from '../act/form-data.ts';
import type { WebEnv } from '../kit/env.ts';
import type { Fields } from '../kit/fields.ts';
import { sendPage } from '../kit/send-page.ts';
import { signInFirst } from '../kit/sign-in-page.ts';
import type { SharedAccess, SharedDesk, Whom } from '../kit/shared-drafts.ts';
import { notShared, openForm } from './forms/statements.ts';
import { type TogetherShown, notTogetherPage, togetherPage } from './pages/together.ts';

/**
 * Statements that several organisations write together: `/together/{id}` for those who are signed in, `/together/with/{secret}` for a guest, whose link is all that it has. What is not
 * theirs to see is not there.
 */
export const togetherRoutes = new Hono<WebEnv>();

type Find = (desk: SharedDesk, c: Call<WebEnv>) => SharedAccess | null;

const WAYS: readonly (readonly [path: string, find: Find])[] = [
  ['/together/with/:secret{[A-Za-z0-9_-]{22}}', (desk, c) => desk.byLink(c.req.param('secret') ?? '')],
  ['/together/:id{[A-Za-z0-9_-]{22}}', (desk, c) => desk.find(c.req.param('id') ?? '')],
];

const gone = (c: Call<WebEnv>): Response | Promise<Response> => sendPage(c, notTogetherPage(c.var.context()), 404);

/** What was typed into the form of a statement becomes a draft to be shared; where it does not, the form comes back with all of it. */
togetherRoutes.post('/together', async (c) => {
  const { fields } = await uploadIn(c);
  const context = c.var.context();
  if (context.me === null) return sendPage(c, signInFirst(context, fields), 401);
  const begun = context.shared.begin(wordsIn(fields, 'event-on'));
  if (begun.kind === 'saved') return c.redirect(`${context.base}/together/${begun.draft.id}`, 303);
  const shown = openForm.page(context, fields, notShared(begun.kind === 'not' ? begun.why : 'too-many'));
  return shown === null ? c.notFound() : sendPage(c, shown, 422);
});

const wordsIn = ({ text, source }: Fields, on: string): SharedWords => ({
  title: text('title'),
  event: text('event'),
  on: text(on),
  body: source('body'),
  lead: text('lead'),
  calls: source('calls').trim(),
});

for (const [path, find] of WAYS) {
  togetherRoutes.get(path, (c) => {
    const context = c.var.context();
    const access = find(context.shared, c);
    return access === null ? gone(c) : sendPage(c, togetherPage(context, access, { kind: 'read' }));
  });

  togetherRoutes.post(path, async (c) => {
    // Whoever has no way in sends no form.
    if (find(c.var.context().shared, c) === null) return gone(c);
    const fields = await fieldsIn(c, MOST_STRANGERS_FORM);
    const context = c.var.context();
    const access = find(context.shared, c);
    if (access === null) return gone(c);
    // From a page that shows an earlier version no words come.
    const typed = fields.has('version')
      ? { words: wordsIn(fields, 'on'), version: fields.integer('version'), fields }
      : { ...newestOf(access.draft), fields };
    const { shared, now, base, conference } = context;
    const again = (shown: TogetherShown, status: 200 | 409 | 422 | 429, as = access): Response =>
      sendPage(c, togetherPage(context, as, shown, typed), status);
    const writer = access.as.kind === 'guest' ? `guest ${access.as.guest}` : access.as.organisation;
    if (c.var.deps.limits.attempts.take(`together ${conference.slug}/${access.draft.id} ${writer}`, now) > 0)
      return again({ kind: 'not', why: 'too-often' }, 429);
    const [step = '', of = ''] = fields.text('step').split('-');
    switch (step) {
      case 'invite': {
        const shown = invite(shared, access, fields);
        if (shown.kind === 'not') return again(shown, 422);
        const invited = find(shared, c) ?? access;
        return sendPage(c, togetherPage(context, invited, shown, { words: typed.words, version: typed.version }));
      }
      case 'uninvite':
        shared.uninvite(access, Number(of));
        return again({ kind: 'read' }, 200, find(shared, c) ?? access);
      case 'discard':
        shared.discard(access);
        return c.redirect(`${base}/drafts`, 303);
      default: {
        const saved = shared.save(access, typed.version, typed.words);
        if (saved.kind !== 'saved') return again(saved, saved.kind === 'clash' ? 409 : 422);
        if (step === 'open' && access.owner)
          return c.redirect(`${base}/do/statement.open?together=${access.draft.id}`, 303);
        const { draft, together } = saved;
        return sendPage(
          c,
          togetherPage(context, { ...access, draft }, { kind: 'saved', together }, { ...newestOf(draft), fields }),
        );
      }
    }
  });
}

const invite = (shared: SharedDesk, access: SharedAccess, fields: Fields): TogetherShown => {
  const participant = fields.text('participant');
  const whom: Whom =
    participant === ''
      ? { kind: 'outside', name: fields.text('name') }
      : { kind: 'participant', organisation: participant as OrganisationId };
  const invited = shared.invite(access, whom);
  if (invited.kind === 'not') return { kind: 'not', why: invited.why };
  return whom.kind === 'outside' && invited.secret !== null
    ? { kind: 'invited', name: whom.name, secret: invited.secret }
    : { kind: 'read' };
};
