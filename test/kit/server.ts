import { after } from 'node:test';
import { generateHostKey } from '../../src/conference/host-key.ts';
import { NO_LIMITS } from '../../src/conference/door/limits.ts';
import type { Store } from '../../src/conference/ports.ts';
import type { Host } from '../../src/conference/types.ts';
import { createNode } from '../../src/node.ts';
import type { NodePostDeps } from '../../src/node-post.ts';
import type { RunningPost } from '../../src/post/post.ts';
import { openSearchIndexes } from '../../src/store/search/indexes.ts';
import { type TestClock, createTestClock } from './clock.ts';
import { keptInMemory } from './kept.ts';
import { listenAnywhere } from './port.ts';

/** A whole installation for one test file, on a port of its own, as `http://localhost:PORT`: passkeys need a name. */
export interface TestServer {
  /** Without a slash at the end. */
  readonly origin: string;
  readonly host: Host;
  readonly clock: TestClock;
  readonly store: Store;
  /** Lets one more conference be founded, and gives the token of its link. */
  readonly openFounding: () => string;
  /** Ends it; a test file's end does so too. */
  readonly close: () => Promise<void>;
}

/** What a post needs of the installation that it is opened for. */
export type PostGiven = Pick<NodePostDeps, 'host' | 'wordings' | 'clock' | 'origin' | 'onFault'>;

/** @param store where records are kept; in memory where not given. */
export const startServer = async ({
  store,
  metricsToken = null,
  openPost = null,
}: {
  readonly store?: Store;
  readonly metricsToken?: string | null;
  readonly openPost?: ((given: PostGiven) => Promise<RunningPost>) | null;
} = {}): Promise<TestServer> => {
  const port = await listenAnywhere();
  const clock = createTestClock();
  const kept = keptInMemory(store);
  const tokens = new Set<string>();
  const node = await createNode({
    openIndexes: () => openSearchIndexes(null),
    kept,
    hostKey: generateHostKey(),
    clock,
    limits: NO_LIMITS,
    origin: port.origin,
    proxies: 0,
    version: '0.0.0',
    sample: null,
    openPost:
      openPost === null
        ? null
        : (host, wordings) =>
            openPost({ host, wordings, clock, origin: port.origin, onFault: (fault) => console.error(fault) }),
    metricsToken,
    founding: (token) => ({ isOpen: () => tokens.has(token), spend: () => tokens.delete(token) }),
    onFault: (fault) => console.error(fault),
  });
  port.answerWith(node.answer);

  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    node.endEvents();
    await port.close();
    await node.close();
    await kept.records.close();
  };
  const closeOnce = (): Promise<void> => (closing ??= close());
  after(closeOnce);
  return {
    origin: port.origin,
    host: node.host,
    clock,
    store: kept.records,
    openFounding: () => {
      const token = `token-${tokens.size}-${Date.now().toString(36)}`;
      tokens.add(token);
      return token;
    },
    close: closeOnce,
  };
};
