import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type Command, Failure } from '../src/cli/command.ts';
import { backupCommand } from '../src/cli/backup.ts';
import type { DataFolder } from '../src/cli/folder.ts';
import { RESTORED, restoreCommand } from '../src/cli/restore.ts';
import type { Language, OrganisationId } from '../src/base/ids.ts';
import { instant } from '../src/base/time.ts';
import { loadOrCreateHostKey } from '../src/conference/host-key.ts';
import { SigningStopped } from '../src/conference/load/checkpoints.ts';
import type { MailAddress } from '../src/conference/post/address.ts';
import { openSqliteContacts } from '../src/store/sqlite/contacts.ts';
import { openSqliteDrafts } from '../src/store/sqlite/drafts.ts';
import { openSqliteSessions } from '../src/store/sqlite/sessions.ts';
import { openSqliteStore } from '../src/store/sqlite/store.ts';
import { snapshot } from '../src/store/sqlite/snapshot.ts';
import { faultsIn } from '../src/store/sqlite/soundness.ts';
import { SLUG, prepareFolder, serve, someAct, withFolder } from './kit/served.ts';
import { type SmallConference, accepted } from './kit/small-conference.ts';

/** Backups of a folder that is in use, and what comes of them in another. */

/** One prepared folder, of which each test has a copy: what it does to it, no other sees. */
let folder: string;
let conference: Pick<SmallConference, 'id' | 'speakers'>;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'isonomia-'));
  const data = join(folder, 'prepared');
  conference = await prepareFolder(data);
  openSqliteSessions(join(data, 'sessions.sqlite')).close();
  openSqliteDrafts(join(data, 'drafts.sqlite')).close();
  const contacts = openSqliteContacts(join(data, 'contacts.sqlite'));
  contacts.put({
    slug: SLUG,
    organisation: 'organisation-1' as OrganisationId,
    delegate: 1,
    address: ADDRESS,
    confirmation: { kind: 'confirmed', at: instant(1) },
    language: 'en' as Language,
    zone: 'UTC',
    digest: 'never',
    lastDigest: null,
    bulletins: true,
    push: null,
  });
  contacts.close();
});
after(() => rm(folder, { recursive: true }));

const ADDRESS = 'anna@diktyo.example' as MailAddress;

/** Cheap, for these are no secrets. */
const COST = 4;

const openFolder = async (opened: string): Promise<DataFolder> => {
  const store = await openSqliteStore(opened);
  return { store, hostKey: await loadOrCreateHostKey(join(opened, 'host-key.pem')), close: store.close };
};

const replay = (restored: string) =>
  withFolder(restored, async ({ host }) => host.conferences().map(({ slug, state }) => ({ slug, size: state().size })));

/** Has an act taken in a folder that no node serves. */
const actIn = (opened: string, ...numbers: readonly number[]): Promise<void> =>
  withFolder(opened, async ({ host }) => {
    for (const number of numbers)
      accepted((await host.conference(SLUG)?.submit(someAct(conference, number).envelope)) ?? assert.fail());
  });

/** Has all of the record signed for. */
const signedIn = (opened: string): Promise<unknown> =>
  withFolder(opened, async ({ host }) => host.conference(SLUG)?.checkpoint() ?? assert.fail());

/** What a command said, or why it could not. */
const run = async (command: Command, ...args: readonly string[]): Promise<string> => {
  const said: string[] = [];
  const say = (line: string): void => void said.push(line);
  try {
    await command.run(args, {
      say,
      complain: say,
      write: () => undefined,
      read: async () => new Uint8Array(),
      environment: {},
    });
    return said.join('\n');
  } catch (error) {
    if (error instanceof Failure) return `failed: ${error.message}`;
    throw error;
  }
};

/** A place of one test's own, with a data folder in it. */
const place = async () => {
  const own = await mkdtemp(join(folder, 'own-'));
  const at = (name: string): string => join(own, name);
  await cp(join(folder, 'prepared'), at('data'), { recursive: true });
  await writeFile(at('passphrase'), 'a long enough passphrase\n');
  await writeFile(at('other'), 'another long passphrase\n');
  return {
    own,
    at,
    data: at('data'),
    backup: (to: string, ...more: readonly string[]): Promise<string> =>
      run(
        backupCommand({ snapshot, version: '0.0.0', cost: COST }),
        '--data',
        at('data'),
        '--to',
        at(to),
        '--passphrase',
        at('passphrase'),
        ...more,
      ),
    restore: (to: string, from: readonly string[], passphrase = 'passphrase'): Promise<string> =>
      run(
        restoreCommand({ faultsIn, openFolder }),
        ...from.flatMap((one) => ['--from', at(one)]),
        '--data',
        at(to),
        '--passphrase',
        at(passphrase),
      ),
    sizeOf: async (name: string): Promise<number> => (await stat(at(name))).size,
  };
};

describe('a backup', () => {
  it('of a node that takes acts is whole, and has every act that was acknowledged before it began', async (t) => {
    const { data, backup, restore } = await place();
    const node = await serve(data);
    t.after(() => node.end('SIGKILL'));
    let number = 0;
    const end = new AbortController();
    const busy = async (): Promise<void> => {
      while (!end.signal.aborted && node.process.exitCode === null) {
        const body = someAct(conference, number++).envelope;
        const answer = await fetch(node.door, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body,
        });
        assert.equal(answer.status, 201, await answer.text());
      }
    };
    const acting = Promise.all([busy(), busy()]);
    const { size } = (await (await fetch(`${node.origin}/api/conferences/${SLUG}`)).json()) as {
      readonly size: number;
    };
    assert.match(await backup('busy'), /holds .* as of/u);
    const restored = await restore('restored', ['busy']);
    assert.match(restored, /every record in it was checked/u);
    const [, found] = /rivers: (\d+) entries$/mu.exec(restored) ?? [];
    assert.ok(Number(found) >= size, `${found} of ${size}`);
    end.abort();
    await acting;
    await node.end('SIGTERM');
  });

  it('holds all that lies in the folder but sessions and what is this machine’s, sealed', async () => {
    const { own, at, data, backup, restore } = await place();
    await backup('whole');
    await restore('all', ['whole']);
    const names = (await readdir(at('all'))).filter((name) => !/-(?:wal|shm)$/u.test(name)).toSorted();
    assert.deepEqual(names, [
      'contacts.sqlite',
      'contacts.sqlite-written',
      'drafts.sqlite',
      'drafts.sqlite-written',
      'host-key.pem',
      'records.sqlite',
      RESTORED,
      'signed.sqlite',
    ]);
    assert.deepEqual(await readFile(join(at('all'), 'host-key.pem')), await readFile(join(data, 'host-key.pem')));
    const contacts = openSqliteContacts(join(at('all'), 'contacts.sqlite'));
    assert.equal(contacts.of(SLUG, 'organisation-1' as OrganisationId)[0]?.address, ADDRESS);
    contacts.close();
    for (const name of ['.', ...names]) assert.equal((await stat(join(at('all'), name))).mode & 0o077, 0, name);
    const sealed = await readFile(at('whole'), 'latin1');
    for (const secret of [ADDRESS, 'PRIVATE KEY', 'SQLite format', 'host-key', SLUG])
      assert.ok(!sealed.includes(secret), secret);
    assert.equal((await stat(at('whole'))).mode & 0o077, 0);
    assert.deepEqual((await readdir(own)).toSorted(), ['all', 'data', 'other', 'passphrase', 'whole']);
  });

  it('that follows another holds what changed, and is restored with it alone', async () => {
    const { at, data, backup, restore, sizeOf } = await place();
    await backup('stranger');
    // A piece of a backup is large, so what changed is less than half only of a record of some length.
    await actIn(data, ...Array.from({ length: 150 }, (_, i) => i + 2));
    await backup('whole');
    await actIn(data, 1);
    assert.match(await backup('second', '--since', at('whole')), /It follows the backup of/u);
    assert.match(await backup('third', '--since', at('second')), /It follows/u);
    for (const later of ['second', 'third'])
      assert.ok(
        (await sizeOf(later)) < (await sizeOf('whole')) / 2,
        `${await sizeOf(later)} of ${await sizeOf('whole')}`,
      );
    assert.match(await restore('lacking', ['second']), /follows the backup of .*: name that one, too/u);
    assert.match(await restore('lacking', ['third', 'whole']), /follows the backup of/u);
    assert.match(await restore('lacking', ['second', 'stranger', 'whole']), /name the latest/u);
    assert.match(await restore('chain', ['whole', 'third', 'second']), /was checked/u);
    assert.deepEqual(await replay(at('chain')), await replay(data));
  });

  it('takes the place of nothing', async () => {
    const { at, backup, restore } = await place();
    await backup('whole');
    const earlier = await readFile(at('whole'));
    assert.match(await backup('whole'), /is there already/u);
    assert.deepEqual(await readFile(at('whole')), earlier);
    await mkdir(at('taken'));
    await writeFile(join(at('taken'), 'notes'), 'mine');
    assert.match(await restore('taken', ['whole']), /is not empty/u);
    assert.match(await restore('data', ['whole']), /is not empty/u);
    assert.deepEqual(await readdir(at('taken')), ['notes']);
  });

  it('that is damaged anywhere, cut off, or of another passphrase puts nothing in place', async () => {
    const { at, backup, restore } = await place();
    await backup('whole');
    const good = await readFile(at('whole'));
    const bad = async (bytes: Uint8Array): Promise<string> => {
      await writeFile(at('bad'), bytes);
      return restore('never', ['bad']);
    };
    for (const place of [40, Math.floor(good.length / 2), good.length - 1]) {
      const flipped = Uint8Array.from(good);
      flipped[place] = (flipped[place] ?? 0) ^ 1;
      assert.match(await bad(flipped), /^failed: /u, `byte ${place}`);
    }
    assert.match(await bad(good.subarray(0, good.length - 1)), /^failed: /u);
    assert.match(await restore('never', ['whole'], 'other'), /does not open with this passphrase/u);
    await assert.rejects(stat(at('never')), { code: 'ENOENT' });
    await assert.rejects(stat(at('never.restoring')), { code: 'ENOENT' });
  });

  it('goes on like any other folder once it is restored, and takes the acts again that were sent since', async () => {
    const { at, data, backup, restore } = await place();
    await signedIn(data);
    await backup('whole');
    await actIn(data, 1);
    await signedIn(data);
    await restore('all', ['whole']);
    await actIn(at('all'), 1);
    await signedIn(at('all'));
    assert.deepEqual(await replay(at('all')), await replay(data));
  });

  it('lets nobody go on from it beside what was signed since', async () => {
    const { at, data, backup, restore } = await place();
    await backup('whole');
    await actIn(data, 1);
    await signedIn(data);
    await restore('all', ['whole']);
    await cp(join(data, 'signed.sqlite'), join(at('all'), 'signed.sqlite'));
    await assert.rejects(signedIn(at('all')), SigningStopped);
  });

  it('of a record that can only be read says so when it is restored', async () => {
    const { data, backup, restore } = await place();
    await rm(join(data, 'signed.sqlite'));
    await backup('whole');
    assert.match(await restore('all', ['whole']), /rivers: \d+ entries, which can only be read/u);
  });

  it('of the command itself is sealed as dearly as is recommended', async () => {
    const { at, data } = await place();
    const args = ['--data', data, '--to', at('dear'), '--passphrase', at('passphrase')];
    assert.match(await run(backupCommand({ snapshot, version: '0.0.0' }), ...args), /holds/u);
    assert.equal((await readFile(at('dear')))['isonomia backup 1\n'.length], 17);
  });
});
