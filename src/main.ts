import { mkdirSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import type { Server } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { createAdaptorServer } from '@hono/node-server';
import { createApi } from './api/api.ts';
import type { Bundles } from './api/route.ts';
import type { Slug } from './base/ids.ts';
import { actCommand } from './cli/act.ts';
import type { Command, Terminal } from './cli/command.ts';
import { exportCommand } from './cli/export.ts';
import { type DataFolder, takeFolder } from './cli/folder.ts';
import {
  foundingLink,
  foundingLinkCommand,
  isFoundingToken,
  newFoundingToken,
  spendFoundingToken,
} from './cli/founding-link.ts';
import { importCommand } from './cli/import.ts';
import { keyNewCommand } from './cli/key.ts';
import { run } from './cli/run.ts';
import { SAMPLE, type SampleDeps, sampleCommand, writeSample } from './cli/sample.ts';
import { type Running, listeningFailure, serveCommand } from './cli/serve.ts';
import type { Settings } from './cli/settings.ts';
import { verifyCommand } from './cli/verify.ts';
import { statementBundle, textBundle } from './conference/archive/bundle.ts';
import { systemClock } from './conference/clock.ts';
import { loadOrCreateHostKey } from './conference/host-key.ts';
import { createHost } from './conference/host.ts';
import { NO_LIMITS, createLimits } from './conference/limits.ts';
import { createSignIn } from './conference/sign-in.ts';
import { openSqliteSessions } from './store/sqlite/sessions.ts';
import { openSqliteStore } from './store/sqlite/store.ts';
import { createWeb } from './web/app.ts';

/** The only place that knows all rooms: puts them together into a node and into the commands of `isonomia`. */

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  readonly version: string;
};

const bundles: Bundles = { text: textBundle, statement: statementBundle };

const onFault = (fault: unknown): void => console.error(fault);

const openFolder = async (folder: string): Promise<DataFolder> => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const hostKey = await loadOrCreateHostKey(join(folder, 'host-key.pem'));
  const store = await openSqliteStore(join(folder, 'records.sqlite'));
  return { store, hostKey, close: store.close };
};

const playSample: SampleDeps['playSample'] = async (stage) => (await import('../sample/play.ts')).playSample(stage);

const startNode = async (settings: Settings): Promise<Running> => {
  const folder = resolve(settings.data);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const letGo = takeFolder(folder);
  // Whoever comes before everything is in place waits for it.
  const { promise: ready, resolve: open } =
    Promise.withResolvers<(request: Request, env: object) => Response | Promise<Response>>();
  const server = createAdaptorServer({
    fetch: async (request: Request, env: object) => (await ready)(request, env),
    serverOptions: { headersTimeout: 20_000, requestTimeout: 120_000 },
  }) as Server;
  const port = await listening(server, settings.listen);
  const origin = settings.origin ?? `http://localhost:${port}`;

  const opened = await openFolder(folder);
  if (settings.sample) await writeSample(opened, { playSample });
  const { store, hostKey } = opened;
  const rpId = new URL(origin).hostname;
  const host = await createHost({ store, hostKey, rpId, clock: systemClock, onFault });
  const sessions = openSqliteSessions(join(folder, 'sessions.sqlite'));
  const signIn = createSignIn({ host, sessions, clock: systemClock, origin });
  const founding = {
    isOpen: (token: string) => isFoundingToken(folder, token),
    spend: (token: string) => spendFoundingToken(folder, token),
  };
  const api = createApi({
    host,
    signIn,
    clock: systemClock,
    limits: settings.limits ? createLimits() : NO_LIMITS,
    founding: { admits: founding.isOpen, spend: founding.spend },
    bundles,
    config: { origin, proxies: settings.proxies, version },
    onFault,
  });
  const sample = settings.sample ? (SAMPLE as Slug) : null;
  const web = createWeb({ host, signIn, clock: systemClock, origin, sample, founding, onFault });
  api.app.notFound((c) => web.fetch(c.req.raw, c.env));
  open((request, env) => api.app.fetch(request, env));

  const begun = host.conferences().some(({ slug }) => slug !== SAMPLE);
  return {
    origin,
    foundingLink: begun ? null : foundingLink(origin, newFoundingToken(folder)),
    close: async () => {
      api.close();
      await closed(server);
      await host.close();
      await opened.close();
      sessions.close();
      letGo();
    },
  };
};

/** The port listened at. @throws Failure */
const listening = async (server: Server, listen: Settings['listen']): Promise<number> => {
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  server.once('error', (error: NodeJS.ErrnoException) => reject(listeningFailure(error.code, listen) ?? error));
  server.listen(listen.port, listen.host, () => resolve(undefined));
  await promise;
  return (server.address() as AddressInfo).port;
};

/** How long requests that are under way may take to end, in milliseconds. */
const GRACE = 5000;

/** Resolves when the last connection is gone. */
const closed = async (server: Server): Promise<void> => {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  server.close(() => resolve(undefined));
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), GRACE);
  await promise;
  clearTimeout(timer);
};

const toldToEnd = async (): Promise<void> => {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve(undefined));
  await promise;
};

const commands: readonly Command[] = [
  serveCommand({ startNode, toldToEnd }),
  sampleCommand({ openFolder, playSample }),
  foundingLinkCommand,
  keyNewCommand,
  actCommand,
  exportCommand({ openFolder }),
  verifyCommand,
  importCommand({ openFolder }),
];

const terminal: Terminal = {
  say: (line) => console.log(line),
  complain: (line) => console.error(line),
  write: (bytes) => void process.stdout.write(bytes),
  read: async () => new Uint8Array(await buffer(process.stdin)),
  environment: process.env,
};

process.exitCode = await run(commands, version, process.argv.slice(2), terminal);
