import { type Context as Call, Hono } from 'hono';
import { maySeeEntry } from '../../charter/sight/visibility-entries.ts';
import type { RecordEntry } from '../../conference/types.ts';
import type { WebEnv } from '../kit/env.ts';
import type { Context, Me } from '../kit/context.ts';
import { needsPage } from './pages/today.ts';
import { observationsPage, observationsShown } from '../texts/pages/all-observations.ts';
import { signInFirst } from '../kit/sign-in-page.ts';
import { sendPage } from '../kit/send-page.ts';
import { noteOpened } from '../kit/opened.ts';

/** What needs an organisation, and observations. */
export const workspaceRoutes = new Hono<WebEnv>();

const visible = ({ conference, reader }: Context, entries: readonly RecordEntry[]): readonly RecordEntry[] =>
  entries.filter((entry) => maySeeEntry(conference.state(), reader.viewer, entry.index, entry.act));

/** How many entries the first screen looks back over for what is new. */
const RECENT = 60;

workspaceRoutes.get('/today', async (c) => {
  const { conference } = c.var.context();
  const entries = await conference.entries(Math.max(0, conference.state().size - RECENT), conference.state().size);
  const context = c.var.context();
  if (context.me === null) return sendPage(c, signInFirst(context), 401);
  const recent = visible(context, entries).filter((entry) => entry.act.by.organisation !== '');
  return sendPage(
    c,
    needsPage(context, context.me, { recent: recent.toReversed(), reached: isReached(c, context.me) }),
  );
});

/** Whether mail reaches the delegate, or the organisation as such. */
const isReached = (c: Call<WebEnv>, { organisation, delegate }: Me): boolean | null => {
  const { post } = c.var.deps;
  if (post === null) return null;
  const contacts = post.contacts.of(c.var.context().conference.slug, organisation.id);
  return contacts.some(
    (one) => one.confirmation.kind === 'confirmed' && (one.delegate === 0 || one.delegate === delegate.number),
  );
};

workspaceRoutes.get('/observations', async (c) => {
  await noteShown(c);
  const here = new Set(observationsShown(c.var.context()).items.map(({ number }) => number));
  await noteOpened(c, (what) => what.kind === 'observation' && here.has(what.observation));
  return sendPage(c, observationsPage(c.var.context()));
});

/** The host says on the record that a signed-in delegate has been shown what was communicated to their organisation (8.4). */
const noteShown = async (c: Call<WebEnv>): Promise<void> => {
  const context = c.var.context();
  const { me, conference } = context;
  if (me === null) return;
  const { id } = me.organisation;
  const unseen = observationsShown(context).items.filter((observation) =>
    observation.circulation.some((recipient) => recipient.organisation === id && recipient.shown === null),
  );
  if (unseen.length > 0)
    await conference.noteShown(
      id,
      unseen.map((observation) => observation.number),
    );
};
