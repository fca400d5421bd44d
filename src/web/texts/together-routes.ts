import { type Context as Call, Hono } from 'hono';
import type { OrganisationId } from '../../base/ids.ts';
import type { SharedWords } from '../../conference/shared-draft.ts';
import { MOST_STRANGERS_FORM, fieldsIn, uploadIn } from '../act/form-data.ts';
import type { WebEnv } from '../kit/env.ts';
import type { Fields } from '../kit/fields.ts';
import { sendPage } from '../kit/send-page.ts';
import type { SharedAccess, SharedDesk, Whom } from '../kit/shared-drafts.ts';
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

/** What was typed into the form of a statement becomes a draft to be shared. */
togetherRoutes.post('/together', async (c) => {
  if (c.var.context().me === null) return gone(c);
  const { fields } = await uploadIn(c);
  const context = c.var.context();
  const begun = context.shared.begin(wordsIn(fields, 'event-on'));
  return begun.kind === 'saved'
    ? c.redirect(`${context.base}/together/${begun.draft.id}`, 303)
    : sendPage(c, notTogetherPage(context, begun.kind === 'not' ? begun.why : 'too-many'), 422);
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
    const typed = wordsIn(fields, 'on');
    const { shared, now, base, conference } = context;
    const writer = access.as.kind === 'guest' ? `guest ${access.as.guest}` : access.as.organisation;
    if (c.var.deps.limits.attempts.take(`together ${conference.slug}/${access.draft.id} ${writer}`, now) > 0) {
      const shown = { kind: 'not', why: 'too-often', words: typed, version: fields.integer('version') } as const;
      return sendPage(c, togetherPage(context, access, shown), 429);
    }
    switch (fields.text('step')) {
      case 'invite': {
        const shown = invite(shared, access, fields);
        return sendPage(c, togetherPage(context, find(shared, c) ?? access, shown), shown.kind === 'not' ? 422 : 200);
      }
      case 'uninvite':
        shared.uninvite(access, fields.integer('guest'));
        return c.redirect(c.req.path, 303);
      case 'discard':
        shared.discard(access);
        return c.redirect(`${base}/drafts`, 303);
      default: {
        const saved = shared.save(access, fields.integer('version'), typed);
        if (saved.kind === 'saved')
          return sendPage(
            c,
            togetherPage(context, { ...access, draft: saved.draft }, { kind: 'saved', together: saved.together }),
          );
        const shown: TogetherShown =
          saved.kind === 'clash' ? saved : { ...saved, words: typed, version: fields.integer('version') };
        return sendPage(c, togetherPage(context, access, shown), saved.kind === 'clash' ? 409 : 422);
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
  if (invited.kind === 'not') return { kind: 'not', why: invited.why, words: null, version: null };
  return whom.kind === 'outside' && invited.secret !== null
    ? { kind: 'invited', name: whom.name, secret: invited.secret }
    : { kind: 'read' };
};
