import { existsSync, readFileSync } from 'node:fs';
import type { RequestListener, Server } from 'node:http';
import { enableCompileCache } from 'node:module';
import type { AddressInfo } from 'node:net';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { CONNECTIONS, boundedServer, shareConnections } from './cli/connections.ts';
import { commandsWith } from './cli/commands.ts';
import { run } from './cli/run.ts';
import type { Terminal } from './cli/command.ts';
import type { DataFolder } from './cli/folder.ts';
import type { PersonalFolder } from './cli/personal.ts';
import type { ArchiveDeps } from './cli/archive.ts';
import type { PublishDeps } from './cli/publish.ts';
import type { SampleDeps } from './cli/sample.ts';
import { type Running, listeningFailure } from './cli/listening.ts';
import { toldToEnd } from './cli/told-to-end.ts';
import type { Settings } from './cli/settings.ts';
import type { OnDamaged } from './conference/damaged.ts';
import type { NodePostDeps } from './node-post.ts';
import type { NodePost } from './node.ts';

/**
 * The commands of `isonomia`, and the node on a data folder and a port. Rooms are loaded when they are needed, so that a command does
 * not wait for what it does not use and a node listens before it has read its records.
 */

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  readonly version: string;
};

// The second start is quicker for it; where the folder cannot be written, nothing is kept.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/isonomia', import.meta.url)));

const openFolder = async (folder: string): Promise<DataFolder> => {
  const [{ loadOrCreateHostKey }, { openSqliteStore }, { folderMade }, { makePrivate }, { Unusable }] =
    await Promise.all([
      import('./conference/host-key.ts'),
      import('./store/sqlite/store.ts'),
      import('./cli/folder.ts'),
      import('./cli/private-folder.ts'),
      import('./conference/unusable.ts'),
    ]);
  folderMade(folder);
  const store = await openSqliteStore(folder);
  const file = join(folder, 'host-key.pem');
  // With a new key nobody could carry the records on, and it would look as if all were well.
  if (!existsSync(file) && (await store.acknowledged()).length > 0) {
    await store.close();
    throw new Unusable(
      `${file} is missing, by which this host signs the records in the folder: put it back from a backup.`,
    );
  }
  const hostKey = await loadOrCreateHostKey(file);
  makePrivate(folder);
  return { store, hostKey, close: store.close };
};

const openBeside = async (folder: string): Promise<PersonalFolder> =>
  (await import('./store/sqlite/beside.ts')).openSqliteBeside(folder);

const writeSample: SampleDeps['writeSample'] = async (given) => (await import('../sample/write.ts')).writeSample(given);

const publish: PublishDeps['publish'] = async ({ store, hostKey }, { slug, out, origin, paper }) => {
  const [{ openCopyNode }, { openOut }, { publish: write }, { LANGUAGES }] = await Promise.all([
    import('./node-copy.ts'),
    import('./copy/out.ts'),
    import('./copy/publish.ts'),
    import('./web/messages/index.ts'),
  ]);
  const into = await openOut(out);
  if (into === null) return 'not-empty';
  const node = await openCopyNode({ records: store, hostKey, slug, version, origin });
  try {
    if (node === null) return 'no-conference';
    const { conference, ask } = node;
    const deps = { conference, ask, hostKey, out: into, languages: LANGUAGES, paper };
    return await write(deps, { version, origin });
  } finally {
    await into.undo();
    await node?.close();
  }
};

const startNode = async (settings: Settings): Promise<Running> => {
  const [
    { takeFolder },
    { folderMade },
    { makePrivate },
    { createEnding },
    { openLog },
    { guardProcess },
    { starting },
  ] = await Promise.all([
    import('./cli/take-folder.ts'),
    import('./cli/folder.ts'),
    import('./cli/private-folder.ts'),
    import('./cli/ending.ts'),
    import('./cli/open-log.ts'),
    import('./cli/guard-process.ts'),
    import('./http/watch.ts'),
  ]);
  const folder = folderMade(settings.data);
  // What is made from now on is its owner's alone.
  process.umask(0o077);
  const letGo = takeFolder(folder);
  try {
    makePrivate(folder);
    // Whoever comes before everything is in place waits for it, and whoever runs the node is told that it is starting.
    const { promise: ready, resolve: open } = Promise.withResolvers<RequestListener>();
    const server = boundedServer(starting(ready));
    const ending = createEnding(server);
    if (settings.limits && settings.proxies === 0) shareConnections(server);
    const port = await listening(server, settings.listen);
    const origin = settings.origin ?? `http://localhost:${port}`;
    const { log, onFault } = openLog(terminal, process.stderr.isTTY);
    const node = await openNode(settings, folder, { origin, onFault });
    open(node.answer);
    const unguard = guardProcess(server, onFault);
    log.info('started', { version, port });
    return {
      origin,
      foundingLink: node.foundingLink,
      close: async () => {
        log.info('stopping');
        node.endEvents();
        await ending.end(GRACE);
        await node.close();
        unguard();
        letGo();
        log.info('stopped');
      },
    };
  } catch (fault) {
    letGo();
    throw fault;
  }
};

/** The node itself: everything behind the address at which it listens, kept in a data folder. */
const openNode = async (
  settings: Settings,
  folder: string,
  { origin, onFault }: Pick<NodePostDeps, 'origin' | 'onFault'>,
) => {
  const [
    { createNode },
    { guardedClock },
    { openKeptClock },
    { NO_LIMITS, createLimits },
    { openSqliteSessions },
    { openSqliteDrafts },
    { openSearchIndexes },
    { foundingGate, foundingLink, newFoundingToken },
    { SAMPLE },
    { createDamages },
    { metricsToken },
  ] = await Promise.all([
    import('./node.ts'),
    import('./conference/clock.ts'),
    import('./conference/time/keep.ts'),
    import('./conference/door/limits.ts'),
    import('./store/sqlite/sessions.ts'),
    import('./store/sqlite/drafts.ts'),
    import('./store/search/indexes.ts'),
    import('./cli/founding-link.ts'),
    import('./conference/door/shares.ts'),
    import('./conference/damaged.ts'),
    import('./cli/metrics-token.ts'),
  ]);
  const time = await openKeptClock({ folder, onFault });
  const clock = guardedClock(time, onFault);
  const { store: records, hostKey, close } = await openFolder(folder);
  const damages = createDamages(onFault);
  const sessions = openSqliteSessions(join(folder, 'sessions.sqlite'), damages.note);
  const { marks } = sessions;
  if (settings.sample) await writeSample({ store: records, hostKey, marks, now: clock.now() });
  const drafts = openSqliteDrafts(join(folder, 'drafts.sqlite'), damages.note);
  const { mail } = settings;
  const node = await createNode({
    kept: { records, sessions, drafts },
    openIndexes: () => openSearchIndexes(join(folder, 'search')),
    indexesAhead: true,
    hostKey,
    clock,
    doubts: time.doubts,
    limits: settings.limits ? createLimits() : NO_LIMITS,
    origin,
    proxies: settings.proxies,
    version,
    sample: settings.sample ? SAMPLE : null,
    founding: foundingGate(folder),
    openPost:
      mail === null
        ? null
        : (host, wordings) =>
            openPostIn(folder, { mail, host, wordings, clock, doubts: time.doubts, origin, onFault }, damages.note),
    damages,
    metricsToken: await metricsToken(folder),
    free: async () => {
      const { bavail, bsize } = await statfs(folder);
      return bavail * bsize;
    },
    onFault,
  });
  const begun = [...node.host.conferences(), ...node.host.halted()].some(({ slug }) => slug !== SAMPLE);
  return {
    answer: node.answer,
    foundingLink: begun ? null : foundingLink(origin, newFoundingToken(folder)),
    endEvents: node.endEvents,
    close: async (): Promise<void> => {
      await node.close();
      await time.close();
      await close();
      sessions.close();
      drafts.close();
    },
  };
};

/** The post, with what it keeps in a data folder. */
const openPostIn = async (
  folder: string,
  given: Omit<NodePostDeps, 'folder' | 'outbox' | 'contacts' | 'tray' | 'ledger'>,
  onDamaged: OnDamaged,
): Promise<NodePost> => {
  const [{ openPost }, { openPostStores }, { lostKeys }] = await Promise.all([
    import('./node-post.ts'),
    import('./store/sqlite/beside.ts'),
    import('./cli/lost-keys.ts'),
  ]);
  for (const lost of lostKeys(folder)) given.onFault(lost);
  const { door } = given.mail;
  const { close, ...stores } = openPostStores(folder, onDamaged);
  const post = await openPost({ ...given, folder, ...stores }).catch((error: unknown) => {
    throw door === null ? error : listeningFailure(error as NodeJS.ErrnoException, '--mail-in', door);
  });
  return { ...post, close: () => post.close().then(close) };
};

/** The port listened at. @throws Failure */
const listening = async (server: Server, listen: Settings['listen']): Promise<number> => {
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  server.once('error', (error: NodeJS.ErrnoException) => reject(listeningFailure(error, '--listen', listen)));
  server.listen({ ...listen, backlog: CONNECTIONS.waiting }, () => resolve(undefined));
  await promise;
  return (server.address() as AddressInfo).port;
};

/** How long requests that are under way may take to end, in milliseconds: shorter than a container is given. */
const GRACE = 8000;

const openDocuments: ArchiveDeps['openDocuments'] = async () => {
  const [{ createWork }, { createDocumentReader }, { STRANGERS }] = await Promise.all([
    import('./conference/work/work.ts'),
    import('./press/documents.ts'),
    import('./conference/work/turns.ts'),
  ]);
  const work = createWork();
  const read = createDocumentReader(work);
  return { read: (file) => read(file, { before: [], taken: [] }, STRANGERS), close: work.close };
};

const snapshots = () => import('./store/sqlite/snapshot.ts');
const soundness = () => import('./store/sqlite/soundness.ts');
const accepting = () => import('./store/sqlite/accept-beside.ts');

const terminal: Terminal = {
  say: (line) => console.log(line),
  complain: (line) => console.error(line),
  write: (bytes) => void process.stdout.write(bytes),
  read: async () => new Uint8Array(await buffer(process.stdin)),
  environment: process.env,
};

// Whatever a command that failed has left open, a port or a thread, ends with it.
process.exit(
  await run(
    commandsWith({
      startNode,
      toldToEnd,
      openFolder,
      openBeside,
      writeSample,
      version,
      snapshots,
      soundness,
      accepting,
      publish,
      openDocuments,
    }),
    version,
    process.argv.slice(2),
    terminal,
  ),
);
