import { Hono } from 'hono';
import { maySeeEntry } from '../../charter/sight/visibility-entries.ts';
import { leafHash } from '../../record/tree.ts';
import type { WebEnv } from '../kit/env.ts';
import { sendPage } from '../kit/send-page.ts';
import { entryPage } from './pages/entry.ts';
import { recordPage } from './pages/record.ts';
import { filterIn } from './parts/record-filter.ts';

/** The record, for everybody: each reads what they may see. */
export const recordRoutes = new Hono<WebEnv>();

recordRoutes.get('/record', async (c) => {
  const { conference, reader, url } = c.var.context();
  const filter = filterIn(url.searchParams);
  const [list, checkpoint] = await Promise.all([
    c.var.deps.search.list(conference, reader.viewer, filter),
    conference.checkpoint(),
  ]);
  const context = c.var.context();
  const { viewer, member } = context.reader;
  // Whoever has gone out or come in meanwhile is shown what they may see now.
  const isSame = JSON.stringify(viewer) === JSON.stringify(reader.viewer) && member === reader.member;
  return isSame ? sendPage(c, recordPage(context, filter, list, checkpoint)) : c.redirect(c.req.url);
});

recordRoutes.get('/record/:index{[0-9]+}', async (c) => {
  const { conference } = c.var.context();
  const index = Number(c.req.param('index'));
  const entry = await conference.entry(index);
  const context = c.var.context();
  if (entry === null || !maySeeEntry(conference.state(), context.reader.viewer, index, entry.act)) return c.notFound();
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
