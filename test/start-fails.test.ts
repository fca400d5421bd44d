import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, type Server, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, describe, it } from 'node:test';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { takeFolder } from '../src/cli/take-folder.ts';
import { openSqliteContacts } from '../src/store/sqlite/contacts.ts';
import { openSqliteDrafts } from '../src/store/sqlite/drafts.ts';
import { prepareFolder } from './kit/served.ts';

/** A node that cannot start says why, in one sentence, and ends: it neither holds the port nor waits to be killed. */

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const MAIL = ['--mail', 'conference.example', '--smtp', 'smtp://post@mail.example', '--mail-in', 'lmtp://127.0.0.1:1'];
const rubbish = 'no database and no key at all, but long enough to be looked at as one '.repeat(100);

const base = await mkdtemp(join(tmpdir(), 'isonomia-'));
await chmod(base, 0o755);
after(() => rm(base, { recursive: true }));

interface Ended {
  readonly code: number | null;
  readonly complained: string;
}

const start = async (data: string, more: readonly string[] = [], uid?: number): Promise<Ended> => {
  const settings = ['--listen', '127.0.0.1:0', '--data', data, ...more];
  const child = spawn(process.execPath, [MAIN, 'serve', ...settings], {
    stdio: ['ignore', 'ignore', 'pipe'],
    ...(uid === undefined ? {} : { uid }),
  });
  const gone = once(child, 'exit');
  const complained = await text(child.stderr);
  await gone;
  return { code: child.exitCode, complained };
};

/** A folder of a node that has run, which each cause begins from. */
const sound = join(base, 'sound');
let elsewhere: Server;
before(async () => {
  await prepareFolder(sound);
  openSqliteDrafts(join(sound, 'drafts.sqlite')).close();
  openSqliteContacts(join(sound, 'contacts.sqlite')).close();
  elsewhere = createServer().listen(0, '127.0.0.1');
  await once(elsewhere, 'listening');
});
after(() => elsewhere.close());

const changed = (file: string, sql: string): void => {
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();
};

interface Cause {
  /** Spoils a sound folder. */
  readonly spoil: (data: string) => unknown;
  readonly arguments?: () => readonly string[];
  readonly uid?: number;
  /** What stands in the one sentence: the file, and what to do. */
  readonly says: RegExp;
  /** Tried in every run, not in a long one alone: one for each place at which a start can fail. */
  readonly always?: true;
}

const LONG = process.env['LONG'];
const NOBODY = 65_534;

const CAUSES: Readonly<Record<string, Cause>> = {
  'records that are no database': {
    spoil: (data) => writeFile(join(data, 'records.sqlite'), rubbish),
    always: true,
    says: /records\.sqlite is no SQLite database.*Put it back from a backup/u,
  },
  'records of a later version': {
    spoil: (data) => changed(join(data, 'records.sqlite'), 'pragma user_version = 99'),
    says: /records\.sqlite was written by a later isonomia.*start that isonomia/u,
  },
  'records that lack a table': {
    spoil: (data) => changed(join(data, 'records.sqlite'), 'drop table attachment'),
    says: /records\.sqlite does not have its “attachment”.*Put it back/u,
  },
  'another database under the name': {
    spoil: (data) => copyFile(join(data, 'drafts.sqlite'), join(data, 'contacts.sqlite')),
    arguments: () => MAIL.slice(0, 2),
    says: /contacts\.sqlite does not have its “contact”.*another file/u,
  },
  'a host’s key that is none': {
    spoil: (data) => writeFile(join(data, 'host-key.pem'), rubbish),
    says: /host-key\.pem holds no Ed25519 key.*Put it back/u,
  },
  'a host’s key that is lost': {
    spoil: (data) => rm(join(data, 'host-key.pem')),
    says: /host-key\.pem is missing, by which this host signs the records.*put it back/u,
    always: true,
  },
  'a key of mail that is none': {
    spoil: (data) => writeFile(join(data, 'mail-key'), ''),
    arguments: () => MAIL.slice(0, 2),
    always: true,
    says: /mail-key holds no key of 32 bytes.*Put it back/u,
  },
  'a password that is missing': {
    spoil: () => undefined,
    arguments: () => MAIL.slice(0, 4),
    says: /smtp-password is missing: write the password of post at mail\.example into it/u,
  },
  'a port that is taken': {
    spoil: () => undefined,
    arguments: () => ['--listen', `127.0.0.1:${(elsewhere.address() as AddressInfo).port}`],
    says: /--listen 127\.0\.0\.1:\d+: something else listens there already: end that one/u,
  },
  'a port for mail that is taken': {
    spoil: () => undefined,
    arguments: () => [
      ...MAIL.slice(0, 2),
      '--mail-in',
      `lmtp://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`,
    ],
    always: true,
    says: /--mail-in 127\.0\.0\.1:\d+: something else listens there already/u,
  },
  'a folder that is a file': {
    spoil: async (data) => {
      await rm(data, { recursive: true });
      await writeFile(data, '');
    },
    says: /cannot be a folder, for a file is in its way: name another/u,
  },
  'a folder of another user': {
    spoil: () => undefined,
    uid: NOBODY,
    always: true,
    says: /cannot be (written|opened) by this user: let the user who runs isonomia own it/u,
  },
  'a folder that may only be read': {
    spoil: async (data) => {
      await chown(data, NOBODY, NOBODY);
      await chmod(data, 0o555);
    },
    uid: NOBODY,
    says: /cannot be (written|opened) by this user/u,
  },
  'a folder that another node serves': {
    spoil: (data) => void takeFolder(data),
    says: /is in use by another isonomia: end that one/u,
  },
};

describe('a start that fails', { concurrency: 2 }, () => {
  for (const [i, [name, cause]] of Object.entries(CAUSES).entries()) {
    // Only root may run a program as somebody else.
    const skip =
      (cause.uid !== undefined && process.getuid?.() !== 0) || (cause.always === undefined && LONG === undefined);
    it(`for ${name} ends with 1 and one sentence`, { skip }, async () => {
      const data = join(base, `${i}`);
      await mkdir(data, { mode: 0o755 });
      for (const file of ['records.sqlite', 'signed.sqlite', 'host-key.pem', 'drafts.sqlite', 'contacts.sqlite'])
        await copyFile(join(sound, file), join(data, file));
      await cause.spoil(data);
      const { code, complained } = await start(data, cause.arguments?.(), cause.uid);
      assert.match(complained, cause.says);
      assert.equal(complained.trimEnd().split('\n').length, 1, complained);
      assert.equal(code, 1);
    });
  }
});
