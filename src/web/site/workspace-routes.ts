import { type Context as Call, Hono } from 'hono';
import { maySeeEntry } from '../../charter/sight/visibility-entries.ts';
import type { RecordEntry } from '../../conference/types.ts';
import { leafHash } from '../../record/tree.ts';
import type { WebEnv } from '../kit/env.ts';
import type { Context } from '../kit/context.ts';
import { needsPage } from './pages/today.ts';
import { observationsPage, observationsShown } from '../texts/pages/all-observations.ts';
import { PAGE_SIZE, entryPage, recordPage } from '../record/pages/record.ts';
import { signInFirst } from '../kit/sign-in-page.ts';
import { sendPage } from '../kit/send-page.ts';
import { noteOpened } from '../kit/opened.ts';

/** What needs an organisation, observations, and the record. */
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
  return sendPage(c, needsPage(context, context.me, recent.toReversed()));
});

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

workspaceRoutes.get('/record', async (c) => {
  const { conference } = c.var.context();
  const { size } = conference.state();
  const before = Number(c.req.query('before') ?? size);
  const to = Number.isInteger(before) ? Math.min(Math.max(before, 1), size) : size;
  const from = Math.max(0, to - PAGE_SIZE);
  const [entries, checkpoint] = await Promise.all([conference.entries(from, to), conference.checkpoint()]);
  const context = c.var.context();
  return sendPage(c, recordPage(context, { from, to, entries: visible(context, entries), checkpoint }));
});

workspaceRoutes.get('/record/:index{[0-9]+}', async (c) => {
  const { conference } = c.var.context();
  const index = Number(c.req.param('index'));
  const entry = await conference.entry(index);
  const context = c.var.context();
  if (entry === null || visible(context, [entry]).length === 0) return c.notFound();
  const { size } = conference.state();
  const placed = {
    entry,
    size,
    leaf: leafHash(entry.bytes),
    proof: conference.inclusionProof(index, size),
    root: conference.root(size),
  };
  return sendPage(c, entryPage(context, placed));
});
