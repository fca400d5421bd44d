import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { z } from 'zod';
import { callerOf } from '../http/caller.ts';
import { NOT_KEPT } from '../http/keeping.ts';
import { conferenceOf, tokenOf, visitorOf } from './asking.ts';
import type { Live } from './live.ts';
import { halt, problem } from './problem.ts';
import type { ApiDeps, Route } from './route.ts';
import { countSchema, list } from './shapes/common.ts';

/** Live events over HTTP: server-sent events, as the HTML standard defines them. */

const happeningSchema = z.strictObject({
  size: countSchema,
  /** Resources that are not as they were, as paths below the conference's own; `''` is the conference itself. */
  about: list(z.string()),
  kinds: list(z.string()),
});

const events =
  (live: Live) =>
  (c: Context, deps: ApiDeps): Response => {
    const conference = conferenceOf(c, deps);
    visitorOf(c, conference, deps);
    const headers = { 'content-type': 'text/event-stream', 'cache-control': NOT_KEPT, 'x-accel-buffering': 'no' };
    // A stream that nobody reads would never end.
    if (c.req.method === 'HEAD') return new Response(null, { headers });
    const last = c.req.header('last-event-id') ?? c.req.query('since') ?? '';
    const stream = live.listen({
      conference,
      caller: callerOf(c, deps.config.proxies),
      token: tokenOf(c, conference.slug, deps),
      since: /^[0-9]{1,15}$/u.test(last) ? Number(last) : null,
      cut: () => {
        const { outgoing } = (c.env as Partial<HttpBindings> | undefined) ?? {};
        if (outgoing?.writableFinished === false) outgoing.destroy();
      },
    });
    return stream === null
      ? halt(problem(503, 'too-many-listeners', 'Too many are listening already.'), { 'retry-after': '30' })
      : new Response(stream, { headers });
  };

export const eventRoutes = (live: Live): readonly Route[] => [
  {
    method: 'get',
    path: '/api/conferences/{slug}/events',
    id: 'listen',
    summary: 'Live events: `happened` whenever something was appended that whoever listens may see.',
    tag: 'reading',
    limit: 'reads',
    headers: { 'Last-Event-ID': { says: 'The size known of before; what happened since comes first.' } },
    query: { since: { says: 'The same, for a first connection.', schema: countSchema } },
    answers: {
      200: { says: 'A stream of events; `data` is JSON.', type: 'text/event-stream', schema: happeningSchema },
    },
    problems: [401, 404, 503],
    handle: events(live),
  },
];
