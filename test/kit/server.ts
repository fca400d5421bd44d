import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after } from 'node:test';
import { getRequestListener } from '@hono/node-server';
import type { Slug } from '../../src/base/ids.ts';
import type { Bundles } from '../../src/api/route.ts';
import { createApi } from '../../src/api/api.ts';
import { statementBundle, textBundle } from '../../src/conference/archive/bundle.ts';
import { createHost } from '../../src/conference/host.ts';
import { generateHostKey } from '../../src/conference/host-key.ts';
import { NO_LIMITS } from '../../src/conference/limits.ts';
import type { Session, Sessions, Store } from '../../src/conference/ports.ts';
import { createSignIn } from '../../src/conference/sign-in.ts';
import type { Host } from '../../src/conference/types.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import { createCommonTexts } from '../../src/conference/common-texts.ts';
import { createDocuments } from '../../src/press/documents.ts';
import { createSolver } from '../../src/solver/solver.ts';
import { createWeb } from '../../src/web/app.ts';
import { createMemoryDrafts } from '../../src/store/memory-drafts.ts';
import { type TestClock, createTestClock } from './clock.ts';

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

export interface TestServerOptions {
  /** In memory where not given. */
  readonly store?: Store;
  readonly sample?: Slug;
  readonly bundles?: Bundles;
}

export const startServer = async ({
  store = createMemoryStore(),
  sample,
  bundles = { text: textBundle, statement: statementBundle },
}: TestServerOptions = {}): Promise<TestServer> => {
  const server = createServer();
  const origin = `http://localhost:${await listening(server)}`;

  const clock = createTestClock();
  const onFault = (fault: unknown): void => console.error(fault);
  const host = await createHost({ store, hostKey: generateHostKey(), rpId: 'localhost', clock, onFault });
  const signIn = createSignIn({ host, sessions: memorySessions(), clock, origin });
  const tokens = new Set<string>();
  const isOpen = (token: string): boolean => tokens.has(token);
  const spend = (token: string): void => void tokens.delete(token);
  const commonTexts = createCommonTexts(async () => createSolver());
  const api = createApi({
    host,
    signIn,
    clock,
    bundles,
    commonTexts,
    onFault,
    limits: NO_LIMITS,
    founding: { admits: isOpen, spend },
    config: { origin, proxies: 0, version: '0.0.0' },
  });
  const web = createWeb({
    drafts: createMemoryDrafts(),
    host,
    signIn,
    clock,
    origin,
    sample: sample ?? null,
    documents: async () => createDocuments(),
    commonTexts,
    founding: { isOpen, spend },
    onFault,
    limits: NO_LIMITS,
    proxies: 0,
  });
  const answer = getRequestListener((request, env) =>
    OF_THE_API.test(new URL(request.url).pathname) ? api.app.fetch(request, env) : web.fetch(request, env),
  );
  server.on('request', (request, response) => void answer(request, response));

  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    api.close();
    await commonTexts.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await host.close();
    await store.close();
  };
  const closeOnce = (): Promise<void> => (closing ??= close());
  after(closeOnce);
  return {
    origin,
    host,
    clock,
    store,
    openFounding: () => {
      const token = `token-${tokens.size}-${Date.now().toString(36)}`;
      tokens.add(token);
      return token;
    },
    close: closeOnce,
  };
};

/** What the API answers; all else are pages. */
const OF_THE_API = /^\/api\/|^\/[a-z0-9-]+\/log\//u;

const listening = async (server: Server): Promise<number> => {
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return (server.address() as AddressInfo).port;
};

/** Sessions that go with the process. */
export const memorySessions = (): Sessions => {
  const kept = new Map<string, Session>();
  return {
    put: (session) => void kept.set(session.tokenHash, session),
    get: (hash, now) => {
      const session = kept.get(hash);
      return session !== undefined && now < session.expires ? session : null;
    },
    remove: (hash) => void kept.delete(hash),
  };
};
