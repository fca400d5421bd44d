import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type TestContext, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openSqliteOutbox } from '../src/store/sqlite/outbox.ts';
import { startMailServer } from './kit/mail-server.ts';
import { RIVERS } from './kit/mail.ts';

const RECIPIENTS = 12;
const LANES = 4;
const BOUNCING = ['delegate-3@example.net', 'delegate-9@example.net'];
const SLOW = 'delegate-5@example.net';

/** After how many answers the process is killed: some in every run, each of them by `npm run test:long`. 0: once the mails are queued. */
const MOMENTS = process.env['LONG'] === undefined ? [0, 1, 5, 11] : Array.from({ length: RECIPIENTS }, (_, i) => i);

interface Child {
  readonly process: ChildProcess;
  /** Resolves once it has said this. */
  readonly says: (word: 'queued' | 'idle') => Promise<void>;
  readonly gone: Promise<unknown>;
}

const startChild = (folder: string, port: number): Child => {
  const script = fileURLToPath(new URL('kit/courier-child.ts', import.meta.url));
  const args = [folder, port, RECIPIENTS, LANES].map(String);
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = once(child, 'exit');
  const said = new Set<string>();
  const waiting = new Map<string, () => void>();
  createInterface({ input: child.stdout }).on('line', (word) => {
    said.add(word);
    waiting.get(word)?.();
  });
  return {
    process: child,
    gone,
    says: async (word) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      if (said.has(word)) return;
      waiting.set(word, resolve);
      await Promise.race([promise, gone.then(() => assert.ok(said.has(word), `It ended without saying ${word}`))]);
    },
  };
};

/** Sends a circular, kills the process after so many answers, starts it again, and gives back what is then known on either side. */
const sendAndKill = async (t: TestContext, moment: number) => {
  const folder = await mkdtemp(join(tmpdir(), 'isonomia-'));
  const { promise: gate, resolve: open } = Promise.withResolvers<void>();
  const server = await startMailServer({
    answer: (to) => (BOUNCING.includes(to) ? '550 5.1.1 no such user' : null),
    before: (to) => (to === SLOW ? gate : Promise.resolve()),
  });
  t.after(async () => {
    await server.close();
    await rm(folder, { recursive: true });
  });
  const first = startChild(folder, server.port);
  await first.says('queued');
  await server.seen(moment);
  first.process.kill('SIGKILL');
  await first.gone;
  open();
  const second = startChild(folder, server.port);
  await second.says('idle');
  await second.gone;
  const outbox = openSqliteOutbox(join(folder, 'outbox.sqlite'));
  const items = outbox.of(RIVERS, 17);
  await outbox.close();
  return { server, items };
};

describe('a circular whose sender is killed midway', () => {
  for (const moment of MOMENTS) {
    it(`after ${moment} answers: every mail has arrived once, or has bounced`, async (t) => {
      const { server, items } = await sendAndKill(t, moment);
      assert.equal(items.length, RECIPIENTS);
      for (const { address, state, messageId } of items) {
        const copies = server.taken.filter(({ to }) => to === address);
        assert.equal(state.kind, BOUNCING.includes(address) ? 'bounced' : 'handed-over', address);
        assert.equal(copies.length > 0, !BOUNCING.includes(address), address);
        // What the server took and the client was seen to know of is not sent again.
        assert.ok(
          copies.slice(0, -1).every(({ confirmed }) => !confirmed),
          `${address} is sent again though it was confirmed`,
        );
        assert.ok(
          copies.every((copy) => copy.messageId === messageId),
          'a copy is the same mail',
        );
      }
      assert.ok(server.taken.length - (RECIPIENTS - BOUNCING.length) <= LANES, 'at most one a lane has come twice');
    });
  }
});
