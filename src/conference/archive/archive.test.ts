import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { SAMPLE_SLUG, playSample } from '../../../sample/play.ts';
import { createFaultyStore } from '../../../test/kit/faulty-store.ts';
import { exported, folderOf } from '../../../test/kit/folder.ts';
import { START, startRivers, turns } from '../../../test/kit/rivers.ts';
import { accepted, newPen, someText, write } from '../../../test/kit/small-conference.ts';
import { type Bytes, concat, utf8 } from '../../base/bytes.ts';
import type { Slug } from '../../base/ids.ts';
import { fingerprint } from '../../base/keys.ts';
import { DAY, HOUR, after, instant } from '../../base/time.ts';
import { attach } from '../../record/envelope.ts';
import { createManualClock } from '../clock.ts';
import { createHost } from '../host.ts';
import { generateHostKey } from '../host-key.ts';
import { FILES } from './export.ts';
import { importRecord } from './import.ts';
import { verifyExport } from './verify.ts';

const hostKey = generateHostKey();

/** How many random bytes are changed: some in every run, very many by `npm run test:long`. */
const CHANGES = process.env['LONG'] === undefined ? 150 : 10_000;

const sample = await (async () => {
  const clock = createManualClock(instant(0));
  const host = await createHost({ store: createFaultyStore(), hostKey, clock, origin: 'http://localhost' });
  return playSample({ host, clock, now: instant(Date.UTC(2026, 10, 22)) });
})();
const files = await exported(sample);
const file = (name: string): Bytes => files.get(name) ?? assert.fail(name);

const verified = async (folder: ReadonlyMap<string, Bytes>) => verifyExport(folderOf(folder));
const faultOf = async (folder: ReadonlyMap<string, Bytes>): Promise<string> => {
  const result = await verified(folder);
  assert.ok(!result.ok, 'nothing was found');
  const { kind, index } = result.error;
  return `${index} ${kind}${'file' in result.error ? ` ${result.error.file}` : ''}`;
};

const lines = (): Bytes[] => {
  const bytes = file(FILES.entries);
  const cut: Bytes[] = [];
  for (let start = 0, end = 0; (end = bytes.indexOf(10, start)) >= 0; start = end + 1)
    cut.push(bytes.slice(start, end + 1));
  return cut;
};
const withEntries = (list: readonly Bytes[]) => new Map(files).set(FILES.entries, concat(...list));

describe('an export', () => {
  it('is found good', async () => {
    const summary = accepted(await verified(files));
    const { size } = sample.state();
    assert.deepEqual([summary.size, summary.root], [size, sample.root(size)]);
    assert.ok([...files.keys()].some((name) => name.startsWith(FILES.attachments)));
  });

  it('is found bad when an entry is missing, moved, repeated or added, naming the first', async () => {
    const all = lines();
    const last = all.length - 1;
    assert.equal(await faultOf(withEntries(all.slice(0, -1))), 'null size');
    assert.equal(await faultOf(withEntries([...all, ...all.slice(-1)])), `${last + 1} refused`);
    assert.match(await faultOf(withEntries([...all.slice(0, 5), ...all.slice(6)])), /^\d+ refused$/u);
    assert.equal(await faultOf(withEntries([...all.slice(0, 9), ...all.slice(8, 9), ...all.slice(9)])), '9 refused');
    assert.equal(
      await faultOf(withEntries([...all.slice(0, -1), concat(...all.slice(-1)).slice(0, -1)])),
      `${last} unfinished`,
    );
    assert.equal(await faultOf(withEntries([])), 'null empty');
  });

  it('is found bad when a file is missing or one too many', async () => {
    const without = (name: string) => new Map([...files].filter(([other]) => other !== name));
    for (const name of [FILES.entries, FILES.checkpoint, FILES.signers, FILES.readme])
      assert.equal(await faultOf(without(name)), `null missing-file ${name}`);
    assert.equal(await faultOf(new Map(files).set('more', utf8('x'))), 'null unexpected-file more');
    const erased = [...files.keys()].find((name) => name.startsWith(FILES.attachments)) ?? '';
    accepted(await verified(without(erased)));
  });

  it('is found bad when the host skips a tick', async () => {
    const all = lines();
    const isTick = (line: Bytes | undefined) => Buffer.from(line ?? []).includes('"kind":"host.tick"');
    const tick = all.findIndex((line, i) => isTick(line) && i + 1 < all.length && !isTick(all[i + 1]));
    assert.ok(tick > 0);
    assert.equal(await faultOf(withEntries([...all.slice(0, tick), ...all.slice(tick + 1)])), `${tick} no-tick`);
  });
});

/** What the export has in its folder of attachments. */
const attachmentsIn = (all: ReadonlyMap<string, Bytes>): ReadonlyMap<string, Bytes> =>
  new Map(
    [...all]
      .filter(([name]) => name.startsWith(FILES.attachments))
      .map(([name, bytes]) => [name.slice(FILES.attachments.length), bytes]),
  );

describe('an import', () => {
  it('gives the same record, and what is exported from it is the same to the byte', async () => {
    const store = createFaultyStore();
    const pieces = [file(FILES.entries)];
    accepted(await importRecord(store, SAMPLE_SLUG, pieces, folderOf(attachmentsIn(files))));
    const clock = createManualClock(sample.state().time);
    const host = await createHost({ store, hostKey, clock, origin: 'http://localhost' });
    const conference = host.conference(SAMPLE_SLUG) ?? assert.fail();
    const { size } = sample.state();
    assert.deepEqual(conference.root(size), sample.root(size));
    assert.deepEqual(conference.state(), sample.state());
    assert.deepEqual(await exported(conference), files);
  });

  it('takes in nothing where one entry is bad, or the slug is taken', async () => {
    const store = createFaultyStore();
    const all = lines();
    const bad = [...all.slice(0, 8), ...all.slice(9)];
    const result = await importRecord(store, SAMPLE_SLUG, bad);
    assert.ok(!result.ok && result.error.index !== null);
    assert.deepEqual(await store.conferences(), []);
    accepted(await importRecord(store, SAMPLE_SLUG, all));
    const again = await importRecord(store, SAMPLE_SLUG, all);
    assert.deepEqual(again, { ok: false, error: { index: null, kind: 'taken', slug: SAMPLE_SLUG } });
    const twin = await importRecord(store, 'twin' as Slug, all);
    assert.deepEqual(twin, { ok: false, error: { index: null, kind: 'there-already', slug: SAMPLE_SLUG } });
    assert.deepEqual(await store.conferences(), [SAMPLE_SLUG]);
  });
});

/** A record in which keys were added, revoked, and replaced after a loss. */
const recordOfKeys = async () => {
  const rivers = await startRivers();
  const { conference, submit, who, head, clock } = rivers;
  const second = newPen();
  const enrol = { delegate: 1, key: second.publicKey, use: 'ssh', name: null } as const;
  const pens = { pens: [who(0).pen, second] };
  accepted(await conference.submit(write(who(0), head(), 'key.enrol', enrol, pens).envelope));
  const first = [...conference.state().keys.values()].find(({ key }) => key === who(0).pen.publicKey);
  accepted(await submit(who(0), 'key.revoke', { key: first?.fingerprint ?? assert.fail() }));
  const name = attach(utf8('Ελένη'));
  const link = newPen();
  const appoint = { delegate: 2, name: name.hash, role: 'assisting', invitation: link.publicKey } as const;
  const appointing = { pens: [second, link], attachments: [name] };
  const { envelope } = write({ ...who(0), pen: second }, head(), 'delegate.appoint', appoint, appointing);
  accepted(await conference.submit(envelope));
  const fresh = newPen();
  const explanation = attach(utf8('The laptop is in the river.'));
  const request = { key: fresh.publicKey, use: 'ssh', explanation: explanation.hash } as const;
  const asks = { attachments: [explanation] };
  accepted(
    await conference.submit(write({ ...who(1), pen: fresh }, head(), 'recovery.request', request, asks).envelope),
  );
  const { organisation } = who(1);
  accepted(await submit(who(2), 'recovery.vouch', { organisation, delegate: 1, key: fingerprint(fresh.publicKey) }));
  clock.set(after(START, 14 * DAY + HOUR));
  await turns();
  accepted(await submit({ ...who(1), pen: fresh }, 'text.table', someText()));
  return exported(conference);
};

describe('an export of a record of keys', () => {
  it('is found good', async () => {
    accepted(await verified(await recordOfKeys()));
  });

  it('is found bad when any byte changes', async () => {
    const whole = await recordOfKeys();
    // A name for every byte there is, so that each is as likely to be changed.
    const places = [...whole].flatMap(([name, bytes]) => Array.from(bytes, (_, at) => [name, at] as const));
    for (let i = 0; i < CHANGES; i++) {
      const [name, at] = places[randomInt(places.length)] ?? assert.fail();
      const bytes = whole.get(name)?.slice() ?? assert.fail();
      const flip = randomInt(1, 256);
      bytes[at] = (bytes[at] ?? 0) ^ flip;
      const result = await verified(new Map(whole).set(name, bytes));
      assert.ok(!result.ok, `byte ${at} of ${name} changed by ${flip}`);
    }
  });

  const tools = ['bash', 'ssh-keygen', 'openssl'];
  const missing = tools.find((tool) => spawnSync('which', [tool]).status !== 0);
  const skip = missing !== undefined && `no ${missing} here`;
  it('is found good by the stock tools of its README', { skip }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'isonomia-'));
    try {
      for (const [name, bytes] of await recordOfKeys()) {
        await mkdir(dirname(join(folder, name)), { recursive: true });
        await writeFile(join(folder, name), bytes);
      }
      const readme = await readFile(join(folder, FILES.readme), 'utf8');
      const commands = [...readme.matchAll(/^```bash\n(.*?)^```/gmsu)].map(([, block]) => block).join('');
      const run = spawnSync('bash', ['-euo', 'pipefail', '-c', commands], { cwd: folder, encoding: 'utf8' });
      assert.equal(run.status, 0, run.stdout + run.stderr);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
