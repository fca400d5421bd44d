import assert from 'node:assert/strict';
import { copyFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, describe, it } from 'node:test';
import { acceptLossCommand } from '../src/cli/accept-loss.ts';
import { checkCommand } from '../src/cli/check-data.ts';
import { systemClock } from '../src/conference/clock.ts';
import { createHost } from '../src/conference/host.ts';
import { generateHostKey } from '../src/conference/host-key.ts';
import { SigningStopped } from '../src/conference/load/checkpoints.ts';
import type { Conference } from '../src/conference/types.ts';
import { acceptBeside } from '../src/store/sqlite/accept-beside.ts';
import { faultsIn } from '../src/store/sqlite/soundness.ts';
import { openSqliteOutbox } from '../src/store/sqlite/outbox.ts';
import { openSqliteSessions } from '../src/store/sqlite/sessions.ts';
import { openSqliteStore } from '../src/store/sqlite/store.ts';
import { sinceWhen } from '../src/post/since.ts';
import { OUTBOX_MAIL } from '../src/store/contract/outbox.ts';
import { HOUR } from '../src/base/time.ts';
import { SLUG, refusal } from './kit/rivers.ts';
import { type SmallConference, accepted, smallConference, someText, write } from './kit/small-conference.ts';
import { createApiScene } from './kit/api.ts';
import { webOn } from './kit/web.ts';

/** What is lost of a record, or older than it was, is missed at the next start: nothing of it is signed, and nothing taken. */

const base = await mkdtemp(join(tmpdir(), 'isonomia-'));
after(() => rm(base, { recursive: true }));
const hostKey = generateHostKey();

/** A folder as it lies on the disk while its node runs: the last acts are in the log beside the data file. */
const sound = join(base, 'sound');
/** The same, some acts before. */
const older = join(base, 'older');
let small: SmallConference;

before(async () => {
  const live = await mkdtemp(join(base, 'live-'));
  const store = await openSqliteStore(live);
  const host = await createHost({ store, hostKey, origin: 'http://localhost' });
  small = await smallConference(host, systemClock.now, ['alfa', 'beta'], { slug: SLUG });
  const [alfa] = small.speakers;
  assert.ok(alfa !== undefined);
  accepted(await small.submit(alfa, 'text.table', someText()));
  await small.conference.checkpoint();
  await cp(live, older, { recursive: true });
  for (let i = 0; i < 3; i++) accepted(await small.submit(alfa, 'text.table', someText()));
  await cp(live, sound, { recursive: true });
  await host.close();
  await store.close();
});

interface Opened {
  readonly conference: Conference | null;
  readonly halted: number;
  readonly faults: readonly unknown[];
  readonly act: () => Promise<string>;
}

/** What a node finds that is started on such a folder, once it has been spoilt. */
const started = async (spoil: (data: string) => unknown, look: (opened: Opened) => unknown): Promise<void> => {
  const data = await mkdtemp(join(base, 'spoilt-'));
  await cp(sound, data, { recursive: true });
  await spoil(data);
  const store = await openSqliteStore(data);
  const faults: unknown[] = [];
  const host = await createHost({ store, hostKey, origin: 'http://localhost', onFault: (fault) => faults.push(fault) });
  const conference = host.conference(SLUG);
  const [alfa] = small.speakers;
  const head = { conference: small.id, made: systemClock.now() };
  try {
    await look({
      conference,
      halted: host.halted().length,
      faults,
      act: async () =>
        alfa === undefined || conference === null
          ? 'none'
          : refusal(await conference.submit(write(alfa, head, 'text.table', someText()).envelope)),
    });
  } finally {
    await host.close();
    await store.close();
  }
};

const sql = (file: string, ...statements: readonly string[]): void => {
  const database = new DatabaseSync(file);
  for (const statement of statements) database.exec(statement);
  database.close();
};

const missed = (why: RegExp) => async (opened: Opened) => {
  assert.ok(opened.conference !== null);
  assert.ok(opened.conference.isReadOnly());
  assert.equal(opened.faults.length, 1);
  assert.match(String(opened.faults[0]), why);
  assert.equal(await opened.act(), 'signing-stopped');
  await assert.rejects(opened.conference.checkpoint(), SigningStopped);
  assert.ok((await opened.conference.entries(0, Infinity)).length > 0, 'it can be read');
};

describe('what is missed at a start', () => {
  it('nothing, where nothing is lost', () =>
    started(
      () => undefined,
      ({ conference, faults }) => {
        assert.deepEqual(faults, []);
        assert.equal(conference?.isReadOnly(), false);
      },
    ));

  it('the log beside the records, with the acts in it', () =>
    started(
      async (data) => {
        sql(join(data, 'records.sqlite'), 'pragma wal_checkpoint(truncate)');
        await copyFile(join(older, 'records.sqlite'), join(data, 'records.sqlite'));
        await copyFile(join(older, 'records.sqlite-wal'), join(data, 'records.sqlite-wal'));
      },
      missed(/acknowledged \d+ entries.*the record here has \d+ entries.*Put records\.sqlite/u),
    ));

  it('the last row', () =>
    started(
      (data) => sql(join(data, 'records.sqlite'), 'delete from entry where key = (select max(key) from entry)'),
      missed(/acknowledged/u),
    ));

  it('a letter in an act that nobody signed for', () =>
    started(
      (data) =>
        sql(
          join(data, 'records.sqlite'),
          `update entry set bytes = cast(replace(cast(bytes as text), '"made":1', '"made":2') as blob)
           where key = (select max(key) - 1 from entry)`,
        ),
      missed(/acknowledged.*has the root/u),
    ));

  it('the note itself', () =>
    started(
      (data) => sql(join(data, 'signed.sqlite'), 'delete from acknowledged', 'delete from signed'),
      missed(/signed\.sqlite does not know its record/u),
    ));

  it('a row in the middle', () =>
    started(
      (data) => sql(join(data, 'records.sqlite'), 'delete from entry where key = (select min(key) + 2 from entry)'),
      ({ conference, halted, faults }) => {
        assert.deepEqual([conference, halted], [null, 1]);
        assert.match(String(faults[0]), /entry 2 is missing/u);
      },
    ));

  it('a whole record', () =>
    started(
      (data) =>
        sql(join(data, 'records.sqlite'), 'delete from entry', 'delete from attachment', 'delete from conference'),
      ({ conference, halted, faults }) => {
        assert.deepEqual([conference, halted], [null, 1]);
        assert.match(String(faults[0]), /its record of \d+ entries is missing/u);
      },
    ));
});

describe('isonomia check', () => {
  const openFolder = async (folder: string) => {
    const store = await openSqliteStore(folder);
    return { store, hostKey, close: store.close };
  };
  const COMMANDS = {
    check: checkCommand({ openFolder, faultsIn }),
    'accept-loss': acceptLossCommand({ openFolder, acceptBeside }),
  } as const;
  /** Runs commands on a folder; what they say. */
  const commandsOn = (data: string) => {
    const said: string[] = [];
    const say = (line: string): void => void said.push(line);
    const terminal = {
      say,
      complain: say,
      write: () => undefined,
      read: async () => new Uint8Array(),
      environment: {},
    };
    return {
      said,
      run: (name: keyof typeof COMMANDS, more = name === 'check' ? [] : ['--conference', SLUG]) =>
        COMMANDS[name].run(['--data', data, ...more], terminal),
    };
  };
  const spoilt = async (spoil: (data: string) => unknown): Promise<string> => {
    const data = await mkdtemp(join(base, 'checked-'));
    await cp(sound, data, { recursive: true });
    await spoil(data);
    return data;
  };
  const rows = (sentence: string) => (data: string) => sql(join(data, 'records.sqlite'), sentence);

  it('finds nothing wrong with a sound folder', async () => {
    const { said, run } = commandsOn(await spoilt(() => undefined));
    assert.equal(await run('check'), 0);
    assert.match(said.join('\n'), /^rivers: \d+ entries are whole.*signed up to \d+; carried on here\nGood: /u);
  });

  for (const [name, spoil, why] of [
    [
      'an entry whose bytes are others',
      rows(
        `update entry set bytes = cast(replace(cast(bytes as text), 'text.table', 'text.tablf') as blob) where key = (select max(key) from entry)`,
      ),
      /rivers: entry \d+: signature 1 is not good/u,
    ],
    [
      'a row that is gone',
      rows('delete from entry where key = (select min(key) + 2 from entry)'),
      /rivers: what follows entry 0 cannot be read \(.*entry 2 is missing/u,
    ],
    [
      'the last one gone',
      rows('delete from entry where key = (select max(key) from entry)'),
      /rivers: this host has acknowledged \d+ entries/u,
    ],
  ] as const) {
    it(`names ${name}`, async () => {
      const { said, run } = commandsOn(await spoilt(spoil));
      assert.equal(await run('check'), 1);
      assert.match(said.join('\n'), why);
      assert.match(said.at(-1) ?? '', /^Not good: 1 found/u);
    });
  }

  it('names each row beside the records that is not what was written', async () => {
    const data = await spoilt((folder) => {
      const file = join(folder, 'sessions.sqlite');
      openSqliteSessions(file).close();
      sql(file, `insert into session values (7, 'hash', 'rivers', 'diktyo', 1, 'key', 0, 1, 12345)`);
    });
    const { said, run } = commandsOn(data);
    assert.equal(await run('check'), 1);
    assert.match(said.join('\n'), /^sessions\.sqlite holds a row that is damaged \(session 7\)/mu);
  });

  it('and whoever runs the host goes on without what is lost, where nothing was signed of it', async () => {
    const data = await spoilt(rows('delete from entry where key = (select max(key) from entry)'));
    const { said, run } = commandsOn(data);
    assert.equal(await run('accept-loss'), 0);
    assert.match(said.join('\n'), /goes on with \d+ entries/u);
    assert.equal(await run('check'), 0);
  });

  it('and with what is left beside the records, where no mail goes out that may have gone', async () => {
    const data = await spoilt(async (folder) => {
      const outbox = openSqliteOutbox(join(folder, 'outbox.sqlite'));
      await outbox.put([OUTBOX_MAIL(1)]);
      await outbox.close();
      await rm(join(folder, 'outbox.sqlite'));
    });
    assert.throws(() => openSqliteOutbox(join(data, 'outbox.sqlite')), /is missing.*accept-loss --beside/u);
    const { said, run } = commandsOn(data);
    assert.equal(await run('accept-loss', ['--beside']), 0);
    assert.match(said.join('\n'), /outbox\.sqlite begins anew/u);
    assert.ok((await sinceWhen(join(data, 'mail-since'), systemClock)) > Date.now() - HOUR);
    await openSqliteOutbox(join(data, 'outbox.sqlite')).close();
    await assert.rejects(run('accept-loss', ['--beside']), /lacks nothing beside/u);
  });

  it('but never where that would make two contradicting checkpoints', async () => {
    const data = await spoilt(rows('delete from entry where key >= (select max(key) - 3 from entry)'));
    const { run } = commandsOn(data);
    await assert.rejects(run('accept-loss'), /Two contradicting checkpoints would be signed/u);
    assert.equal(await run('check'), 1);
  });
});

it('an attachment that is not what its name says is not given out', () =>
  started(
    (data) => sql(join(data, 'records.sqlite'), `update attachment set content = cast('something else' as blob)`),
    async ({ conference, faults }) => {
      for (const hash of (await conference?.attachmentHashes()) ?? [])
        assert.equal(await conference?.attachment(hash), null);
      assert.equal(faults.length, (await conference?.attachmentHashes())?.length);
    },
  ));

it('pages say that a conference can only be read, and show it', async () => {
  const scene = await createApiScene();
  const web = webOn(scene);
  const said = async (): Promise<string> => (await web.request(`/${SLUG}/about`)).text();
  assert.doesNotMatch(await said(), /can only be read here/u);
  await scene.store.noteSigned(SLUG, { size: scene.small.conference.state().size, root: new Uint8Array(32) as never });
  await assert.rejects(scene.small.conference.checkpoint(), SigningStopped);
  assert.match(await said(), /can only be read here just now/u);
});
