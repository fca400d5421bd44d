import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { SLUG, prepareFolder, serve } from '../test/kit/served.ts';
import { withScratch } from './folders.ts';
import { adoptText } from './page.ts';
import { type Measurement, measured } from './report.ts';

/** How long until an act has reached each of 5,000 followers of one node, and what a follower costs. */

const FOLLOWERS = 5000;
/** How long an act may take to reach everyone before the next is made, in milliseconds. */
const PATIENCE = 3000;

const now = (): number => performance.timeOrigin + performance.now();

const heardBy = async (followers: ChildProcess): Promise<readonly number[]> => {
  const [told] = (await once(followers, 'message')) as [readonly number[]];
  return told;
};

/** The delays of every follower after each of the acts, in milliseconds. */
const delays = async (
  port: number,
  path: string,
  acts: readonly (() => Promise<void> | void)[],
  ready: () => Promise<void> = async () => undefined,
): Promise<readonly number[]> => {
  const followers = fork(new URL('followers.ts', import.meta.url), [String(port), path, String(FOLLOWERS)]);
  try {
    await heardBy(followers);
    await ready();
    const found: number[] = [];
    for (const act of acts) {
      const made = now();
      await act();
      await wait(PATIENCE);
      followers.send('told');
      const told = await heardBy(followers);
      if (told.length !== FOLLOWERS) throw new Error(`${told.length} of ${FOLLOWERS} were told`);
      found.push(...told.map((at) => at - made));
    }
    return found;
  } finally {
    followers.kill();
  }
};

/** The bytes that one act's event has. */
const EVENT = `id: 100\nevent: happened\ndata: ${JSON.stringify({ size: 100, about: ['', 'texts', 'texts/1', 'record'], kinds: ['text.sign'] })}\n\n`;

/** The same bytes to as many connections by nothing but node:http. */
const bare = async (): Promise<readonly number[]> => {
  const open = new Set<ServerResponse>();
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write('retry: 2000\n\n');
    open.add(response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const act = (): void => {
      for (const response of open) response.write(EVENT);
    };
    const { port } = server.address() as AddressInfo;
    return await delays(
      port,
      '/',
      Array.from({ length: 10 }, () => act),
    );
  } finally {
    server.closeAllConnections();
    server.close();
  }
};

const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? NaN;

/** Resident memory of a process, in KB; `null` where the machine does not tell. */
const memoryOf = async (pid: number | undefined): Promise<number | null> => {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const [, found] = /^VmRSS:\s+(\d+) kB$/mu.exec(status) ?? [];
  return found === undefined ? null : Number(found);
};

export const live5000 = async (): Promise<Measurement> =>
  withScratch(async (folder) => {
    const data = join(folder, 'data');
    // Signatures under an adopted text are for everyone, and so are told to everyone.
    const { signatures } = await adoptText(data, await prepareFolder(data));
    const node = await serve(data, { arguments: ['--proxy', '1'] });
    try {
      const before = await memoryOf(node.process.pid);
      let each: number | null = null;
      const found = await delays(
        Number(new URL(node.origin).port),
        `/api/conferences/${SLUG}/events`,
        signatures.map((envelope) => async () => {
          const headers = { 'content-type': 'application/json', 'x-forwarded-for': '192.0.2.1' };
          const answer = await fetch(node.door, { method: 'POST', headers, body: envelope });
          if (!answer.ok) throw new Error(`The node answered ${answer.status}`);
        }),
        async () => {
          const after = await memoryOf(node.process.pid);
          if (before !== null && after !== null) each = (after - before) / FOLLOWERS;
        },
      );
      return measured(
        'live-5000',
        'ms',
        percentile(found, 0.99),
        percentile(await bare(), 0.99),
        'aim ≤ 1,000 ms at the 99th percentile',
        'limit: a bare node:http server that sends the same bytes, without an act to take and 50 ms of gathering',
        each === null ? 'memory unknown' : `${Number(each).toFixed(0)} KB a follower, aim ≤ 150`,
        `median ${percentile(found, 0.5).toFixed(0)} ms`,
      );
    } finally {
      await node.end('SIGTERM');
    }
  });
