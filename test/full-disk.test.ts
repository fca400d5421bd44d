import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { problemIn } from './kit/api.ts';
import { SLUG, type Served, prepareFolder, serve, someAct } from './kit/served.ts';
import { canMakeDisk, onSmallDisk } from './kit/small-disk.ts';

/** A node whose disk fills up, for real: it says so in words, goes on by itself when there is room, and loses nothing that it has acknowledged. */

const MIB = 2 ** 20;

test('a full disk is answered with 503 in words, reading goes on, and so does all when there is room again', async (t) => {
  if (!canMakeDisk()) return t.skip('This user may make no disk.');
  const data = await mkdtemp(join(tmpdir(), 'isonomia-'));
  const conference = await prepareFolder(data);
  const node = await serve(data, { before: onSmallDisk(data, 6 * MIB) });
  t.after(async () => {
    await node.end('SIGTERM');
    await rm(data, { recursive: true });
  });
  /** The folder as the node sees it. */
  const seen = `/proc/${node.process.pid}/root${data}`;
  let number = 0;
  const act = (): Promise<Response> => send(node, someAct(conference, number++).envelope);
  assert.equal((await act()).status, 201);

  await fillUp(join(seen, 'filler'));
  let answer = await act();
  // The log beside the data has some room left from before.
  while (answer.status === 201) answer = await act();
  assert.equal(answer.status, 503);
  assert.equal(answer.headers.get('retry-after'), '60');
  const problem = await problemIn(answer);
  assert.equal(problem.kind, 'not-kept');
  assert.match(problem.title, /disk of this node is full/u);
  const ready = await fetch(`${node.origin}/ready`);
  assert.deepEqual([ready.status, await ready.text()], [503, 'disk\n']);
  assert.match(await (await fetch(`${node.origin}/metrics`)).text(), /^isonomia_disk_free_bytes \d+$/mu);
  const refused = number - 1;
  for (const path of [`/${SLUG}`, `/${SLUG}/texts/1`, `/api/conferences/${SLUG}/acts`, `/${SLUG}/sign-in`])
    assert.ok((await fetch(`${node.origin}${path}`)).status < 500, path);

  await rm(join(seen, 'filler'));
  const again = await send(node, someAct(conference, refused).envelope);
  assert.equal(again.status, 201, await again.text());
  assert.equal((await fetch(`${node.origin}/ready`)).status, 200);
  assert.match(node.complaints(), /"event":"fault","request":"[0-9a-f]{12}","conference":"rivers".*SQLite 13/u);
});

test('what a node makes in its data folder is its owner’s alone', async (t) => {
  const data = await mkdtemp(join(tmpdir(), 'isonomia-'));
  const before = process.umask(0);
  t.after(async () => {
    process.umask(before);
    await rm(data, { recursive: true });
  });
  const node = await serve(join(data, 'data'), { arguments: ['--mail', 'post.example.org'] });
  for (const name of ['.', ...(await readdir(join(data, 'data')))]) {
    const { mode } = await stat(join(data, 'data', name));
    assert.equal(mode & 0o077, 0, `${name} ${mode.toString(8)}`);
  }
  await node.end('SIGTERM');
});

test('a node that is told to end while it is busy answers what it was asked, and nothing breaks', async (t) => {
  const data = await mkdtemp(join(tmpdir(), 'isonomia-'));
  t.after(() => rm(data, { recursive: true }));
  const conference = await prepareFolder(data);
  const node = await serve(data);
  let number = 0;
  let stopping = false;
  const busy = Promise.withResolvers<void>();
  const faults: string[] = [];
  /** Sends and reads until the node is gone. */
  const work = async (): Promise<void> => {
    for (;;) {
      const asked = stopping;
      if (number >= 100) busy.resolve();
      try {
        const answer =
          number % 2 === 0 ? await send(node, someAct(conference, number++).envelope) : await challenge(node, number++);
        if (answer.status >= 500) faults.push(`${answer.status} ${await answer.text()}`);
        else await answer.arrayBuffer();
      } catch (fault) {
        // What was asked before is answered; a node that is gone refuses.
        if (!asked && !stopping) faults.push(String(fault));
        return;
      }
    }
  };
  const working = Array.from({ length: 8 }, work);
  await busy.promise;
  stopping = true;
  node.process.kill('SIGTERM');
  await Promise.all(working);
  assert.equal(await node.ended, 0);
  assert.deepEqual(faults, []);
  assert.doesNotMatch(node.complaints(), /"level":"error"/u);
});

const send = ({ door }: Served, body: Uint8Array<ArrayBuffer>): Promise<Response> =>
  fetch(door, { method: 'POST', headers: { 'content-type': 'application/json' }, body });

/** A request that looks at sessions. */
const challenge = ({ origin }: Served, number: number): Promise<Response> =>
  fetch(`${origin}/${SLUG}`, { headers: { cookie: `isonomia-${SLUG}=${`${number}`.padStart(43, 'A')}` } });

/** Takes all the room there is. */
const fillUp = async (file: string): Promise<void> => {
  for (let size = 8 * MIB; size >= 1024; size /= 2)
    for (;;)
      try {
        await writeFile(file, new Uint8Array(size), { flag: 'a', flush: true });
      } catch {
        break;
      }
};
