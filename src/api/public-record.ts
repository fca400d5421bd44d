import { hash } from 'node:crypto';
import type { Context } from 'hono';
import { z } from 'zod';
import type { Bytes } from '../base/bytes.ts';
import { SECOND, after } from '../base/time.ts';
import { publicRecord } from '../conference/archive/public-record.ts';
import { hasMembersShare } from '../conference/door/shares.ts';
import type { Clock } from '../conference/ports.ts';
import { callerOf } from '../http/caller.ts';
import { FOR_EVERYONE } from '../http/keeping.ts';
import { conferenceOf, matches, visitorOf } from './asking.ts';
import { type Places, createPlaces } from './places.ts';
import { halt, problem } from './problem.ts';
import type { ApiDeps, Route } from './route.ts';

/** The public record as one file. It is as long as the record, so it goes out as fast as it is read, to a few at once. */

/** How many may read it at once: each keeps one piece of it in memory, and the thread busy with the next. */
const READERS = { strangers: { inAll: 8, fromOne: 2 }, members: { inAll: 8, fromOne: 2 } } as const;

/** Whoever takes longer for one piece gives the place to the next. */
export const PATIENCE = 30 * SECOND;

const answer =
  ({ take }: Places) =>
  async (c: Context, deps: ApiDeps): Promise<Response> => {
    const conference = conferenceOf(c, deps);
    const { slug } = conference;
    const { me, viewer } = visitorOf(c, conference, deps);
    const checkpoint = await conference.checkpoint();
    // Weak: what became public while it went out stands in it, too.
    const etag = `W/"${hash('sha256', `${deps.config.version}\n${checkpoint}`, 'base64url').slice(0, 27)}"`;
    const headers = { etag, 'cache-control': FOR_EVERYONE, 'x-content-type-options': 'nosniff' };
    if (matches(c.req.header('if-none-match'), etag)) return new Response(null, { status: 304, headers });
    const file = {
      ...headers,
      'content-type': 'application/x-ndjson',
      'content-disposition': `attachment; filename="${slug}-public-record.jsonl"`,
    };
    if (c.req.method === 'HEAD') return new Response(null, { headers: file });
    const leave =
      me !== null && hasMembersShare(slug, conference.state(), viewer)
        ? take('members', `${slug}/${me.session.organisation}`)
        : take('strangers', callerOf(c, deps.config.proxies));
    if (leave === null)
      return halt(problem(503, 'too-many-readers', 'Too many are reading it already.'), { 'retry-after': '30' });
    return new Response(streamed(publicRecord(conference, checkpoint), deps.clock, leave), { headers: file });
  };

/** @param onGone called once, when it was read to its end or is not read any more */
const streamed = (
  pieces: AsyncGenerator<Bytes, void>,
  { now, at }: Pick<Clock, 'now' | 'at'>,
  onGone: () => void,
): ReadableStream<Bytes> => {
  let open = true;
  let patient = (): void => undefined;
  const gone = (): void => {
    patient();
    if (open) onGone();
    open = false;
  };
  const wait = (controller: ReadableStreamDefaultController<Bytes>): void => {
    patient = at(after(now(), PATIENCE), () => {
      gone();
      controller.error(new Error('Nobody reads it'));
    });
  };
  return new ReadableStream<Bytes>(
    {
      start: wait,
      pull: async (controller) => {
        patient();
        try {
          const next = await pieces.next();
          if (!open) return;
          if (next.done !== true) {
            controller.enqueue(next.value);
            wait(controller);
            return;
          }
          gone();
          controller.close();
        } catch (fault) {
          gone();
          throw fault;
        }
      },
      cancel: gone,
    },
    { highWaterMark: 0 },
  );
};

export const publicRecordRoutes = (): readonly Route[] => [
  {
    method: 'get',
    path: '/api/conferences/{slug}/public-record',
    id: 'getPublicRecord',
    summary:
      'The whole public record as one file that verifies: every entry that everyone may read, the hashes of the others, and the signed checkpoint (docs/RECORD.md).',
    tag: 'record',
    limit: 'reads',
    answers: {
      200: { says: 'A line for each.', type: 'application/x-ndjson', schema: z.string() },
      304: { says: 'As the caller has it.', type: null },
    },
    problems: [401, 404, 503],
    handle: answer(createPlaces(READERS)),
  },
];
