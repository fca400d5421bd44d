import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import type { Receipt } from '../src/conference/types.ts';
import { SLUG, type Served, prepareFolder, serve, someAct, withFolder } from './kit/served.ts';
import type { Written } from './kit/small-conference.ts';

/** How often the node is killed: some times in every run, fifty by `npm run test:long`. */
const KILLS = process.env['LONG'] === undefined ? 5 : 50;

/** How many send acts at once, and the longest that a node lives under load, in milliseconds. */
const SENDERS = 16;
const LONGEST = 600;

interface Acknowledged {
  readonly receipt: Receipt;
  readonly act: Written;
}

test(`no acknowledged act is lost when the node is killed under load ${KILLS} times`, async () => {
  const data = await mkdtemp(join(tmpdir(), 'isonomia-'));
  try {
    const conference = await prepareFolder(data);
    const acknowledged: Acknowledged[] = [];
    let made = 0;
    /** Sends acts until the node is gone. */
    const send = async ({ door }: Served, onFirst: () => void): Promise<void> => {
      for (;;) {
        const act = someAct(conference, made++);
        try {
          const answer = await fetch(door, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: act.envelope,
          });
          const text = await answer.text();
          assert.equal(answer.status, 201, text);
          acknowledged.push({ receipt: JSON.parse(text) as Receipt, act });
          onFirst();
        } catch (error) {
          if (error instanceof assert.AssertionError) throw error;
          return;
        }
      }
    };

    for (let round = 0; round < KILLS; round++) {
      const node = await serve(data);
      const { promise: first, resolve: onFirst } = Promise.withResolvers<void>();
      const senders = Promise.all(Array.from({ length: SENDERS }, () => send(node, onFirst)));
      // At least one is acknowledged, and then any moment is as good.
      await Promise.race([first, senders]);
      await wait(randomInt(LONGEST));
      await node.end('SIGKILL');
      await senders;
    }

    await withFolder(data, async ({ host }) => {
      const record = host.conference(SLUG) ?? assert.fail();
      const entries = await record.entries(0, Infinity);
      assert.equal(entries.length, record.state().size);
      for (const { receipt } of acknowledged) {
        assert.equal(entries[receipt.index]?.hash, receipt.hash);
        assert.equal(entries[receipt.index]?.time, receipt.time);
      }
    });
    const node = await serve(data);
    const again = acknowledged[randomInt(acknowledged.length)]?.act.envelope ?? assert.fail();
    const answer = await fetch(node.door, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: again,
    });
    assert.equal(answer.status, 200);
    assert.match(await answer.text(), /"replayed":true/u);
    await node.end('SIGTERM');
  } finally {
    await rm(data, { recursive: true });
  }
});
