import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { OrganisationId } from '../src/base/ids.ts';
import { instant } from '../src/base/time.ts';
import { openPostStores } from '../src/store/sqlite/beside.ts';
import { openSqliteDrafts } from '../src/store/sqlite/drafts.ts';
import { openSqliteSessions } from '../src/store/sqlite/sessions.ts';
import { openSqliteOutbox } from '../src/store/sqlite/outbox.ts';
import { openSqliteStore } from '../src/store/sqlite/store.ts';
import { type FailingDisk, failingDisk } from './kit/failing-disk.ts';
import { startMailServer } from './kit/mail-server.ts';
import { RIVERS } from './kit/mail.ts';
import { SLUG } from './kit/rivers.ts';

/**
 * Writes and fsyncs that a disk refuses, once and for good, in every data file of a node that is killed afterwards: what somebody was told is kept is kept, and no mail that a server has confirmed goes out again.
 */

const LONG = process.env['LONG'] !== undefined;
const NAMES = ['records', 'signed', 'contacts', 'outbox', 'tray', 'drafts', 'sessions'] as const;
type Name = (typeof NAMES)[number];

const base = await mkdtemp(join(tmpdir(), 'isonomia-'));
after(() => rm(base, { recursive: true }));
const disk = await failingDisk(base);

interface Child {
  readonly process: ChildProcess;
  readonly lines: string[];
  /** Resolves when so many lines are as asked for. */
  readonly says: (is: (line: string) => boolean, times?: number) => Promise<void>;
  readonly gone: Promise<unknown>;
}

const startChild = (script: string, args: readonly (string | number)[], environment: NodeJS.ProcessEnv): Child => {
  const path = fileURLToPath(new URL(`kit/${script}`, import.meta.url));
  const child = spawn(process.execPath, [path, ...args.map(String)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  });
  const lines: string[] = [];
  const looking = { look: (): void => undefined };
  const heard = (line: string): void => {
    lines.push(line);
    looking.look();
  };
  for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', heard);
  const gone = once(child, 'exit');
  void gone.then(() => looking.look());
  return {
    process: child,
    lines,
    gone,
    says: (is, times = 1) =>
      new Promise((resolve, reject) => {
        looking.look = () => {
          if (lines.filter(is).length >= times) resolve();
          else if (child.exitCode !== null) reject(new Error(lines.join('\n')));
        };
        looking.look();
      }),
  };
};

/** What is kept of what was written, as a start finds it. */
const keptIn = async (folder: string) => {
  const records = await openSqliteStore(folder);
  const post = openPostStores(folder);
  const drafts = openSqliteDrafts(join(folder, 'drafts.sqlite'));
  const sessions = openSqliteSessions(join(folder, 'sessions.sqlite'));
  const own = [SLUG, 'diktyo' as OrganisationId] as const;
  const size = await records.size(SLUG);
  const signed = (await records.lastSigned(SLUG))?.size ?? 0;
  const has: Readonly<Record<Name, (number: number) => boolean>> = {
    records: (index) => index < size,
    signed: (number) => number <= signed,
    contacts: (number) => post.contacts.get(...own, number) !== null,
    outbox: (number) => post.outbox.get(SLUG, `7/diktyo/${number}`) !== null,
    tray: (number) => post.tray.get(SLUG, `m${number}`) !== null,
    drafts: (number) => drafts.get(SLUG, `d${number}`) !== null,
    sessions: (number) => sessions.get(`t${number}`, instant(1)) !== null,
  };
  return {
    has,
    close: async () => {
      await post.close();
      drafts.close();
      sessions.close();
      await records.close();
    },
  };
};

interface Fault {
  readonly kind: 'write' | 'sync';
  readonly mode: 'once' | 'always';
  /** The end of the path of the file that it is in. */
  readonly file: string;
}

const FAULTS: readonly Fault[] = NAMES.flatMap((name) =>
  (['write', 'sync'] as const).flatMap((kind) =>
    (['once', 'always'] as const).flatMap((mode) =>
      // A main file is written when its log is emptied: that is SQLite’s affair, and does not come to it in each run.
      ['-wal', ''].map((part) => ({ kind, mode, file: `/${name}.sqlite${part}` })),
    ),
  ),
);

const isShort = ({ kind, mode, file }: Fault): boolean =>
  mode === 'once' && (kind === 'sync' ? file === '/records.sqlite-wal' : file === '/tray.sqlite-wal');

const words = ({ kind, mode, file }: Fault): string =>
  `a ${kind} of ${file.slice(1)} fails ${mode === 'once' ? 'once' : 'from then on'}`;

/** What a process was told that writes to every store over this fault, and is killed; and what of it is not kept. */
const writtenOver = async ({ kind, mode, file }: Fault, failing: FailingDisk) => {
  const folder = await mkdtemp(join(base, 'written-'));
  const child = startChild('writing-child.ts', [folder], failing.environment);
  const isKept = (line: string): boolean => line.startsWith('ok');
  const kept = (more: number): Promise<void> => child.says(isKept, child.lines.filter(isKept).length + more);
  await child.says((line) => line === 'begun');
  failing.fail(kind, mode, file);
  await kept(30);
  failing.mend();
  await kept(10);
  child.process.kill('SIGKILL');
  await child.gone;
  const { has, close } = await keptIn(folder);
  const acknowledged = child.lines.filter(isKept).map((line) => line.split(' '));
  const lost = acknowledged.filter(([, name = '', number]) => !has[name as Name](Number(number)));
  await close();
  await rm(folder, { recursive: true });
  const refused = child.lines.filter((line) => line.startsWith('no'));
  return { acknowledged: acknowledged.length, refused: refused.length, lost: lost.map((one) => one.join(' ')) };
};

describe('what is kept is kept, where', () => {
  for (const fault of LONG ? FAULTS : FAULTS.filter(isShort))
    it(words(fault), async (t) => {
      if (disk === null) return t.skip('There is no C compiler here.');
      const { acknowledged, refused, lost } = await writtenOver(fault, disk);
      t.diagnostic(`acknowledged ${acknowledged}, refused ${refused}, lost ${lost.length}`);
      assert.deepEqual(lost, []);
    });
});

const RECIPIENTS = 12;

/** The mails of a circular whose sender meets this fault and is killed, and what a server has taken of them when another has gone on. */
const sentOver = async (fault: Fault, failing: FailingDisk) => {
  const folder = await mkdtemp(join(base, 'sent-'));
  const server = await startMailServer({});
  const args = [folder, server.port, RECIPIENTS, 2];
  const first = startChild('courier-child.ts', args, failing.environment);
  await first.says((line) => line === 'queued');
  await server.seen(3);
  failing.fail(fault.kind, fault.mode, fault.file);
  await Promise.race([first.says((line) => /outbox failed/iu.test(line)), first.gone]);
  first.process.kill('SIGKILL');
  await first.gone;
  failing.mend();
  const second = startChild('courier-child.ts', args, {});
  await second.says((line) => line === 'idle');
  await second.gone;
  const outbox = openSqliteOutbox(join(folder, 'outbox.sqlite'));
  const items = outbox.of(RIVERS, 17);
  await outbox.close();
  await server.close();
  return { items, taken: server.taken };
};

describe('a circular goes out once, where', () => {
  const faults = FAULTS.filter(({ file }) => file === '/outbox.sqlite-wal');
  for (const fault of faults.filter(({ kind, mode }) => LONG || (kind === 'write' && mode === 'always')))
    it(words(fault), async (t) => {
      if (disk === null) return t.skip('There is no C compiler here.');
      const { items, taken } = await sentOver(fault, disk);
      assert.deepEqual([items.length, items.filter(({ state }) => state.kind !== 'handed-over')], [RECIPIENTS, []]);
      const doubled = items.filter(
        ({ address }) => taken.filter(({ to, confirmed }) => to === address && confirmed).length > 1,
      );
      t.diagnostic(`mails ${items.length}, confirmed doubled ${doubled.length}`);
      assert.deepEqual(doubled, []);
    });
});
