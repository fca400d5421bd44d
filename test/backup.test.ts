import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
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
import type { MailAddress } from '../src/conference/post/address.ts';
import { openSqliteContacts } from '../src/store/sqlite/contacts.ts';
import { openSqliteDrafts } from '../src/store/sqlite/drafts.ts';
import { openSqliteSessions } from '../src/store/sqlite/sessions.ts';
import { openSqliteStore } from '../src/store/sqlite/store.ts';
import { snapshot, soundness } from '../src/store/sqlite/snapshot.ts';
import { SLUG, prepareFolder, serve, someAct, withFolder } from './kit/served.ts';
import type { SmallConference } from './kit/small-conference.ts';

/** Backups of a folder that is in use, and what comes of them in another. */

let folder: string;
let data: string;
let conference: Pick<SmallConference, 'id' | 'speakers'>;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'isonomia-'));
  data = join(folder, 'data');
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
  await writeFile(join(folder, 'passphrase'), 'a long enough passphrase\n');
  await writeFile(join(folder, 'other'), 'another long passphrase\n');
});
after(() => rm(folder, { recursive: true }));

const ADDRESS = 'anna@diktyo.example' as MailAddress;

const openFolder = async (opened: string): Promise<DataFolder> => {
  const store = await openSqliteStore(opened);
  return { store, hostKey: await loadOrCreateHostKey(join(opened, 'host-key.pem')), close: store.close };
};

const replay = (restored: string) =>
  withFolder(restored, async ({ host }) => host.conferences().map(({ slug, state }) => ({ slug, size: state().size })));

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

const at = (name: string): string => join(folder, name);
const backup = (to: string, ...more: readonly string[]): Promise<string> =>
  run(
    backupCommand({ snapshot, version: '0.0.0' }),
    '--data',
    data,
    '--to',
    at(to),
    '--passphrase',
    at('passphrase'),
    ...more,
  );
const restore = (to: string, from: readonly string[], passphrase = 'passphrase'): Promise<string> =>
  run(
    restoreCommand({ soundness, openFolder }),
    ...from.flatMap((one) => ['--from', at(one)]),
    '--data',
    at(to),
    '--passphrase',
    at(passphrase),
  );
const sizeOf = async (name: string): Promise<number> => (await stat(at(name))).size;

describe('a backup', () => {
  it('of a node that takes acts is whole, and has every act that was acknowledged before it began', async (t) => {
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
    for (let i = 1; i <= 2; i++) {
      const { size } = (await (await fetch(`${node.origin}/api/conferences/${SLUG}`)).json()) as {
        readonly size: number;
      };
      assert.match(await backup(`busy-${i}`), /holds .* as of/u);
      assert.match(await restore(`restored-${i}`, [`busy-${i}`]), /every record in it was checked/u);
      const [record] = await replay(at(`restored-${i}`));
      assert.ok((record?.size ?? 0) >= size, `${record?.size} of ${size}`);
    }
    end.abort();
    await acting;
    await node.end('SIGTERM');
  });

  it('holds all that lies in the folder but sessions and what is this machine’s, sealed', async () => {
    await backup('whole');
    await restore('all', ['whole']);
    const names = (await readdir(at('all'))).filter((name) => !/-(?:wal|shm)$/u.test(name)).toSorted();
    assert.deepEqual(names, [
      'contacts.sqlite',
      'drafts.sqlite',
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
    assert.deepEqual(
      (await readdir(folder)).filter((name) => name.startsWith('.') || name.endsWith('.new')),
      [],
    );
  });

  it('that follows another holds what changed, and is restored with it alone', async () => {
    const node = await serve(data);
    const body = someAct(conference, 100_000).envelope;
    await fetch(node.door, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    await node.end('SIGTERM');
    assert.match(await backup('second', '--since', at('whole')), /It follows the backup of/u);
    assert.match(await backup('third', '--since', at('second')), /It follows/u);
    assert.ok(
      (await sizeOf('second')) < (await sizeOf('whole')) / 2,
      `${await sizeOf('second')} of ${await sizeOf('whole')}`,
    );
    assert.ok((await sizeOf('third')) < (await sizeOf('whole')) / 2);
    assert.match(await restore('lacking', ['second']), /follows the backup of .*: name that one, too/u);
    assert.match(await restore('lacking', ['third', 'whole']), /follows the backup of/u);
    assert.match(await restore('lacking', ['second', 'busy-1', 'whole']), /name the latest/u);
    assert.match(await restore('chain', ['whole', 'third', 'second']), /was checked/u);
    assert.deepEqual(await replay(at('chain')), await replay(data));
  });

  it('takes the place of nothing', async () => {
    const before = await readFile(at('whole'));
    assert.match(await backup('whole'), /is there already/u);
    assert.deepEqual(await readFile(at('whole')), before);
    await mkdir(at('taken'));
    await writeFile(join(at('taken'), 'notes'), 'mine');
    assert.match(await restore('taken', ['whole']), /is not empty/u);
    assert.match(await restore('data', ['whole']), /is not empty/u);
    assert.deepEqual(await readdir(at('taken')), ['notes']);
  });

  it('that is damaged anywhere, cut off, or of another passphrase puts nothing in place', async () => {
    const good = await readFile(at('whole'));
    const bad = async (bytes: Uint8Array): Promise<string> => {
      await writeFile(at('bad'), bytes);
      return restore('never', ['bad']);
    };
    for (const at of [40, Math.floor(good.length / 2), good.length - 1]) {
      const flipped = Uint8Array.from(good);
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      assert.match(await bad(flipped), /^failed: /u, `byte ${at}`);
    }
    assert.match(await bad(good.subarray(0, good.length - 1)), /^failed: /u);
    assert.match(await restore('never', ['whole'], 'other'), /does not open with this passphrase/u);
    await assert.rejects(stat(at('never')), { code: 'ENOENT' });
    await assert.rejects(stat(at('never.restoring')), { code: 'ENOENT' });
  });

  it('is served like any other folder, and takes the acts again that were sent since', async () => {
    const node = await serve(at('all'));
    const body = someAct(conference, 100_000).envelope;
    const answer = await fetch(node.door, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    assert.equal(answer.status, 201, await answer.text());
    await node.end('SIGTERM');
  });
});
