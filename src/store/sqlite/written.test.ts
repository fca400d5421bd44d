import assert from 'node:assert/strict';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import type { OrganisationId, Slug } from '../../base/ids.ts';
import { instant } from '../../base/time.ts';
import type { Damaged } from '../../conference/damaged.ts';
import { OUTBOX_MAIL } from '../contract/outbox.ts';
import { acceptBeside } from './accept-beside.ts';
import { openSqliteOutbox } from './outbox.ts';
import { openSqliteSessions } from './sessions.ts';

/** A data file that lacks what was written to it last is missed when it is opened, and whoever runs the node decides. */

const base = await mkdtemp(join(tmpdir(), 'isonomia-'));
after(() => rm(base, { recursive: true }));
const SLUG = 'rivers' as Slug;

/** A folder in which a mail waits and one was confirmed, as it lies there while its node runs; and its outbox as it was before. */
const scene = async () => {
  const folder = await mkdtemp(join(base, 'folder-'));
  const running = await mkdtemp(join(base, 'running-'));
  const file = join(running, 'outbox.sqlite');
  const outbox = openSqliteOutbox(file);
  await outbox.put([1, 2].map(OUTBOX_MAIL));
  const [one] = await outbox.claim(instant(9000), 1);
  assert.ok(one);
  await copyFile(file, join(folder, 'older'));
  await copyFile(`${file}-wal`, join(folder, 'older-wal'));
  const state = { kind: 'handed-over', answer: '250 ok', at: instant(9000) } as const;
  await outbox.settle([{ slug: SLUG, key: one.key, attempts: one.attempts, state }]);
  for (const name of ['outbox.sqlite', 'outbox.sqlite-wal', 'outbox.sqlite-written'])
    await copyFile(join(running, name), join(folder, name));
  await outbox.close();
  return { folder, file: join(folder, 'outbox.sqlite'), confirmed: one.key };
};

describe('an outbox', () => {
  it('is opened where it has all that was written to it', async () => {
    const { file, confirmed } = await scene();
    const outbox = openSqliteOutbox(file);
    assert.equal(outbox.get(SLUG, confirmed)?.state.kind, 'handed-over');
    await outbox.close();
  });

  for (const [name, spoil, why] of [
    ['whose log is lost', (file: string) => rm(`${file}-wal`), /lacks the last \d+ of what was written/u],
    [
      'that is an older copy',
      async (file: string) => {
        await copyFile(join(file, '../older'), file);
        await copyFile(join(file, '../older-wal'), `${file}-wal`);
      },
      /lacks the last \d+ of what was written/u,
    ],
    [
      'that is gone',
      async (file: string) => {
        await rm(file);
        await rm(`${file}-wal`);
      },
      /is missing, to which a node has written before/u,
    ],
  ] as const)
    it(`${name} is refused in words; and where somebody has decided to go on, nothing goes out that may have gone`, async () => {
      const { folder, file } = await scene();
      await spoil(file);
      assert.throws(() => openSqliteOutbox(file, () => undefined), why);
      assert.throws(() => openSqliteOutbox(file), why, 'also the next time');
      assert.deepEqual(
        acceptBeside(folder, 10_000).map((one) => one.file),
        [file],
      );
      const outbox = openSqliteOutbox(file);
      assert.deepEqual(await outbox.claim(instant(99_000_000), 10), []);
      await outbox.close();
      assert.deepEqual(acceptBeside(folder, 10_000), []);
    });

  it('whose note is lost or damaged is opened, and noted anew', async () => {
    for (const spoil of [
      (note: string) => rm(note),
      (note: string) => writeFile(note, '0000000000099999 00000000\n'),
    ]) {
      const { file } = await scene();
      await spoil(`${file}-written`);
      await openSqliteOutbox(file).close();
      await rm(`${file}-wal`, { force: true });
      await openSqliteOutbox(file).close();
    }
  });
});

it('sessions that are an older copy end, for some of them may have ended since', async () => {
  const file = join(await mkdtemp(join(base, 'sessions-')), 'sessions.sqlite');
  const organisation = 'diktyo' as OrganisationId;
  const session = { tokenHash: 'a', slug: SLUG, organisation, delegate: 2, key: 'SHA256:x' as never };
  const sessions = openSqliteSessions(file);
  sessions.put({ ...session, created: instant(0), expires: instant(100) });
  sessions.close();
  await copyFile(file, `${file}.older`);
  const later = openSqliteSessions(file);
  later.remove('a');
  later.close();
  await copyFile(`${file}.older`, file);
  const told: Damaged[] = [];
  const again = openSqliteSessions(file, (one) => told.push(one));
  assert.equal(again.get('a', instant(1)), null);
  assert.deepEqual(told, [{ file: 'sessions.sqlite', lacks: 1 }]);
  again.close();
});
