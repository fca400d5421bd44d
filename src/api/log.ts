import type { Context } from 'hono';
import { z } from 'zod';
import { isMember } from '../charter/visibility.ts';
import type { Bytes } from '../base/bytes.ts';
import type { Conference } from '../conference/types.ts';
import { FOR_EVER, NOT_KEPT } from '../http/keeping.ts';
import { entryBundle, parseTilePath, TILE } from '../record/tiles.ts';
import { conferenceOf, signInNeeded, visitorOf } from './asking.ts';
import { halt, notFound, problem } from './problem.ts';
import { checkpointResponse } from './record.ts';
import type { ApiDeps, Route } from './route.ts';

/** The record as static files (C2SP tlog-tiles), for mirrors and witnesses. Hashes are everyone's, entries the participants'. */

const LOG = '/{slug}/log';

const tile = async (c: Context, deps: ApiDeps): Promise<Response> => {
  const conference = conferenceOf(c, deps);
  const id = parseTilePath(c.req.path.slice(`/${conference.slug}/log/`.length));
  if (id === null) return halt(notFound('tile'));
  const { level, index, width } = id;
  if (level === 'entries') return tileResponse(await entriesTile(c, deps, conference, index, width), NOT_KEPT);
  return tileResponse(conference.tile(level, index, width), FOR_EVER);
};

const entriesTile = async (
  c: Context,
  deps: ApiDeps,
  conference: Conference,
  index: number,
  width: number,
): Promise<Bytes | null> => {
  const { viewer } = visitorOf(c, conference, deps);
  if (viewer.kind === 'public') halt(signInNeeded('Entries are for participants: sign in.'));
  if (!isMember(conference.state(), viewer)) halt(problem(403, 'participants-only', 'Entries are for participants.'));
  const entries = await conference.entries(index * TILE, index * TILE + width);
  return entries.length < width ? null : entryBundle(entries.map(({ bytes }) => bytes));
};

const tileResponse = (bytes: Bytes | null, keeping: typeof NOT_KEPT | typeof FOR_EVER): Response =>
  bytes === null
    ? halt(notFound('tile'))
    : new Response(bytes, {
        headers: { 'content-type': 'application/octet-stream', 'cache-control': keeping },
      });

export const logRoutes: readonly Route[] = [
  {
    method: 'get',
    path: `${LOG}/checkpoint`,
    id: 'getLogCheckpoint',
    summary: 'The signed checkpoint, where C2SP tlog-tiles expects it.',
    tag: 'record',
    limit: 'reads',
    answers: {
      200: { says: 'A signed note.', type: 'text/plain', schema: z.string() },
      304: { says: 'As the caller has it.', type: null },
    },
    problems: [404, 503],
    handle: (c, deps) => checkpointResponse(c, conferenceOf(c, deps)),
  },
  {
    method: 'get',
    path: `${LOG}/tile/{level}/{index}`,
    pattern: '/:slug/log/tile/*',
    id: 'getTile',
    summary: 'A tile of hashes, or with the level `entries` a bundle of entries, which is for participants.',
    tag: 'record',
    limit: 'reads',
    answers: { 200: { says: 'The tile.', type: 'application/octet-stream' } },
    problems: [401, 403, 404],
    handle: tile,
  },
];
