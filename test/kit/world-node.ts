import { createHash } from 'node:crypto';
import type { Slug } from '../../src/base/ids.ts';
import { instant } from '../../src/base/time.ts';
import { type World } from '../../src/charter/spec/world.ts';
import { createManualClock } from '../../src/conference/clock.ts';
import { type HostKey, generateHostKey } from '../../src/conference/host-key.ts';
import { NO_LIMITS } from '../../src/conference/door/limits.ts';
import { sessionCookie } from '../../src/conference/door/sign-in.ts';
import { createNode } from '../../src/node.ts';
import { openSearchIndexes } from '../../src/store/search/indexes.ts';
import { keptInMemory } from './kept.ts';
import type { PostGiven } from './server.ts';
import { storeOf } from './unsigned.ts';
import type { RunningPost } from '../../src/post/post.ts';

/** A whole node in this process, with the conference of a world of the charter's tests: no act of it was signed, and none needs to be. */

export const SLUG = 'rivers' as Slug;
const ORIGIN = 'https://conference.example';

export type WorldNode = Awaited<ReturnType<typeof startWorld>>;

/** @param hostKey where it is not given, the host of the world is another than this node, which only shows its record. */
export const startWorld = async (
  world: World,
  hostKey: HostKey = generateHostKey(),
  openPost: ((given: PostGiven) => Promise<RunningPost>) | null = null,
) => {
  const kept = keptInMemory(await storeOf(world, SLUG));
  const clock = createManualClock(world.now);
  const onFault = (fault: unknown): never => {
    throw fault;
  };
  const node = await createNode({
    openIndexes: () => openSearchIndexes(null),
    kept,
    hostKey,
    clock,
    limits: NO_LIMITS,
    origin: ORIGIN,
    proxies: 0,
    version: '0.0.0',
    sample: null,
    founding: () => ({ isOpen: () => false, spend: () => false }),
    openPost:
      openPost === null ? null : (host, wordings) => openPost({ host, wordings, clock, origin: ORIGIN, onFault }),
    onFault,
  });
  /** A session of the first delegate of this organisation, as its cookie. */
  const cookieOf = (organisation: string): string => {
    const token = createHash('sha256').update(organisation).digest('base64url');
    const key = [...world.state.keys.values()].find(
      (one) => one.organisation === organisation && one.use !== 'invitation',
    );
    if (key === undefined) throw new TypeError(`${organisation} has no key`);
    kept.sessions.put({
      tokenHash: createHash('sha256').update(token).digest('base64url'),
      slug: SLUG,
      organisation: key.organisation,
      delegate: key.delegate,
      key: key.fingerprint,
      created: clock.now(),
      expires: instant(clock.now() + 1_000_000_000),
    });
    return `${sessionCookie(ORIGIN, SLUG)}=${token}`;
  };
  return {
    routes: node.routes,
    pages: node.pages,
    cookieOf,
    clock,
    host: node.host,
    fetch: (path: string, init: RequestInit = {}): Promise<Response> =>
      Promise.resolve(node.fetch(new Request(ORIGIN + path, { redirect: 'manual', ...init }))),
    ask: async (path: string, cookie: string | null): Promise<Response> =>
      node.fetch(new Request(ORIGIN + path, { headers: cookie === null ? {} : { cookie } })),
    close: node.close,
  };
};
