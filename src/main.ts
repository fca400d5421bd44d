import { readFileSync } from 'node:fs';
import type { RequestListener, Server } from 'node:http';
import { enableCompileCache } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { CONNECTIONS, boundedServer, shareConnections } from './cli/connections.ts';
import { type CommandEntry, run } from './cli/run.ts';
import type { Terminal } from './cli/command.ts';
import type { DataFolder } from './cli/folder.ts';
import type { PersonalFolder } from './cli/personal.ts';
import type { SampleDeps } from './cli/sample.ts';
import { type Running, listeningFailure } from './cli/listening.ts';
import { toldToEnd } from './cli/told-to-end.ts';
import type { Settings } from './cli/settings.ts';
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
  const [{ loadOrCreateHostKey }, { openSqliteStore }, { folderMade }, { makePrivate }] = await Promise.all([
    import('./conference/host-key.ts'),
    import('./store/sqlite/store.ts'),
    import('./cli/folder.ts'),
    import('./cli/private-folder.ts'),
  ]);
  folderMade(folder);
  const hostKey = await loadOrCreateHostKey(join(folder, 'host-key.pem'));
  const store = await openSqliteStore(folder);
  makePrivate(folder);
  return { store, hostKey, close: store.close };
};

const openBeside = async (folder: string): Promise<PersonalFolder> =>
  (await import('./store/sqlite/beside.ts')).openSqliteBeside(folder);

const writeSample: SampleDeps['writeSample'] = async (given) => (await import('../sample/write.ts')).writeSample(given);

const startNode = async (settings: Settings): Promise<Running> => {
  const [{ takeFolder }, { folderMade }, { makePrivate }, { createEnding }, { openLog }, { guardProcess }] =
    await Promise.all([
      import('./cli/take-folder.ts'),
      import('./cli/folder.ts'),
      import('./cli/private-folder.ts'),
      import('./cli/ending.ts'),
      import('./cli/open-log.ts'),
      import('./cli/guard-process.ts'),
    ]);
  const folder = folderMade(settings.data);
  // What is made from now on is its owner's alone.
  process.umask(0o077);
  const letGo = takeFolder(folder);
  try {
    makePrivate(folder);
    // Whoever comes before everything is in place waits for it.
    const { promise: ready, resolve: open } = Promise.withResolvers<RequestListener>();
    const server = boundedServer((request, response) => void ready.then((answer) => answer(request, response)));
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
    { foundingGate, foundingLink, newFoundingToken },
    { SAMPLE },
  ] = await Promise.all([
    import('./node.ts'),
    import('./conference/clock.ts'),
    import('./conference/time/keep.ts'),
    import('./conference/door/limits.ts'),
    import('./store/sqlite/sessions.ts'),
    import('./store/sqlite/drafts.ts'),
    import('./cli/founding-link.ts'),
    import('./conference/door/shares.ts'),
  ]);
  const time = await openKeptClock({ folder, onFault });
  const clock = guardedClock(time, onFault);
  const { store: records, hostKey, close } = await openFolder(folder);
  if (settings.sample) await writeSample({ store: records, hostKey, now: clock.now() });
  const sessions = openSqliteSessions(join(folder, 'sessions.sqlite'));
  const drafts = openSqliteDrafts(join(folder, 'drafts.sqlite'));
  const { mail } = settings;
  const node = await createNode({
    kept: { records, sessions, drafts },
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
      mail === null ? null : (host, wordings) => openPostIn(folder, { mail, host, wordings, clock, origin, onFault }),
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
): Promise<NodePost> => {
  const [{ openPost }, { openPostStores }] = await Promise.all([
    import('./node-post.ts'),
    import('./store/sqlite/beside.ts'),
  ]);
  const { door } = given.mail;
  const { close, ...stores } = openPostStores(folder);
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

const commands: readonly CommandEntry[] = [
  {
    name: 'serve',
    summary: 'Serve the conferences of a data folder.',
    load: async () => (await import('./cli/serve.ts')).serveCommand({ startNode, toldToEnd }),
  },
  {
    name: 'sample',
    summary: 'Write the sample conference into a data folder.',
    load: async () => (await import('./cli/sample.ts')).sampleCommand({ openFolder, writeSample }),
  },
  {
    name: 'founding-link',
    summary: 'Make a new one-time link for founding a conference.',
    load: async () => (await import('./cli/founding-link.ts')).foundingLinkCommand,
  },
  {
    name: 'key new',
    summary: 'Make an SSH key for signing acts.',
    load: async () => (await import('./cli/key.ts')).keyNewCommand,
  },
  {
    name: 'mail-dns',
    summary: 'Show the records that a node’s mail needs in the DNS.',
    load: async () => (await import('./cli/mail-dns.ts')).mailDnsCommand,
  },
  {
    name: 'act send',
    summary: 'Send an act again to which no answer came.',
    load: async () => (await import('./cli/act-send.ts')).actSendCommand,
  },
  {
    name: 'act',
    summary: 'Make an act: build it, sign it, send it.',
    load: async () => (await import('./cli/act.ts')).actCommand,
  },
  {
    name: 'export',
    summary: 'Write a whole record into a folder, to be checked or carried on.',
    load: async () => (await import('./cli/export.ts')).exportCommand({ openFolder }),
  },
  {
    name: 'erase',
    summary: 'Erase an attachment where the law obliges the host to; the record says so.',
    load: async () => (await import('./cli/erase.ts')).eraseCommand({ openFolder }),
  },
  {
    name: 'confirm-clock',
    summary: 'Say that the machine’s clock is right, where a node doubts it.',
    load: async () => (await import('./cli/confirm-clock.ts')).confirmClockCommand,
  },
  {
    name: 'personal export',
    summary: 'Write what a node keeps of one person.',
    load: async () => (await import('./cli/personal.ts')).personalExportCommand({ openFolder, openBeside }),
  },
  {
    name: 'personal erase',
    summary: 'Forget what a node keeps of one person; the record stands.',
    load: async () => (await import('./cli/personal.ts')).personalEraseCommand({ openFolder, openBeside }),
  },
  {
    name: 'verify',
    summary: 'Check a proof bundle or an export.',
    load: async () => (await import('./cli/verify.ts')).verifyCommand,
  },
  {
    name: 'backup',
    summary: 'Write a data folder into one sealed file, also while the node runs.',
    load: async () => {
      const [{ backupCommand }, { snapshot }] = await Promise.all([
        import('./cli/backup.ts'),
        import('./store/sqlite/snapshot.ts'),
      ]);
      return backupCommand({ snapshot, version });
    },
  },
  {
    name: 'restore',
    summary: 'Put a backup into an empty data folder, and check it.',
    load: async () => {
      const [{ restoreCommand }, { soundness }] = await Promise.all([
        import('./cli/restore.ts'),
        import('./store/sqlite/snapshot.ts'),
      ]);
      return restoreCommand({ soundness, openFolder });
    },
  },
  {
    name: 'import',
    summary: 'Play a record into a data folder, through the same checks as at the door.',
    load: async () => (await import('./cli/import.ts')).importCommand({ openFolder }),
  },
];

const terminal: Terminal = {
  say: (line) => console.log(line),
  complain: (line) => console.error(line),
  write: (bytes) => void process.stdout.write(bytes),
  read: async () => new Uint8Array(await buffer(process.stdin)),
  environment: process.env,
};

// Whatever a command that failed has left open, a port or a thread, ends with it.
process.exit(await run(commands, version, process.argv.slice(2), terminal));
