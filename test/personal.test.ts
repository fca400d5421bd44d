import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fromUtf8, utf8 } from '../src/base/bytes.ts';
import type { Language, OrganisationId } from '../src/base/ids.ts';
import { MINUTE, after as later, instant } from '../src/base/time.ts';
import type { Terminal } from '../src/cli/command.ts';
import { type PersonalDeps, personalEraseCommand, personalExportCommand } from '../src/cli/personal.ts';
import { stillClock } from '../src/conference/clock.ts';
import { createHost } from '../src/conference/host.ts';
import type { MailAddress } from '../src/conference/post/address.ts';
import { FORGOTTEN } from '../src/conference/post/personal.ts';
import { openSqliteBeside } from '../src/store/sqlite/beside.ts';
import { openSqliteContacts } from '../src/store/sqlite/contacts.ts';
import { wordsIn } from './kit/forms.ts';
import { noSubscribing } from './kit/no-subscribing.ts';
import { SLUG, createSampleScene } from './kit/sample.ts';

/** What is kept of one person, on a data folder with something of everything: written out whole, and forgotten, with the record as it was. */

const scene = await createSampleScene();
after(scene.close);
const folder = await mkdtemp(join(tmpdir(), 'isonomia-personal-'));
after(() => rm(folder, { recursive: true }));

const deps: PersonalDeps = {
  openFolder: async () => ({ store: scene.store, hostKey: scene.hostKey, close: async () => undefined }),
  openBeside: async (data) => openSqliteBeside(data),
};

const WHO = { organisation: 'reka-vardar' as OrganisationId, delegate: 1 } as const;
const ADDRESS = 'milena@example.org' as MailAddress;
const NOW = stillClock.now();
const { slug } = scene.conference;

const fill = async (): Promise<void> => {
  openSqliteContacts(join(folder, 'contacts.sqlite')).close();
  const beside = openSqliteBeside(folder);
  const { post, sessions, drafts } = beside;
  assert.ok(post !== null);
  const contact = {
    slug,
    ...WHO,
    address: ADDRESS,
    confirmation: { kind: 'confirmed', at: instant(1) },
    language: 'en' as Language,
    zone: 'UTC',
    digest: 'never',
    lastDigest: null,
    bulletins: true,
    push: null,
  } as const;
  post.contacts.put(contact);
  // A colleague who typed her address and never confirmed it.
  post.contacts.put({ ...contact, delegate: 2, confirmation: { kind: 'unconfirmed' } });
  post.contacts.subscriptions.put({
    slug,
    periodical: 1,
    address: 'Milena@Example.org' as MailAddress,
    language: 'en' as Language,
    since: instant(1),
    upTo: 0,
    bounced: 0,
  });
  const mailing = {
    slug,
    ...WHO,
    address: ADDRESS,
    language: 'en' as Language,
    urgent: false,
    queued: NOW,
    data: null,
  };
  await post.outbox.put([
    { ...mailing, key: '1/reka-vardar/1', kind: 'circulation', entry: 1, messageId: '<1@x>', token: 'a' },
    {
      ...mailing,
      organisation: null,
      delegate: null,
      key: 'code/1',
      kind: 'code',
      entry: null,
      messageId: '<2@x>',
      token: 'b',
    },
  ]);
  const raw = utf8('Subject: hello\r\n\r\nThe third house behind the mill.\r\n');
  const from = { address: '192.0.2.1', name: 'mx.example' };
  await post.tray.keep({ slug, id: 'mail', at: NOW, sender: ADDRESS, recipients: [], from, raw });
  await post.tray.settle(slug, 'mail', null, { kind: 'ignored', why: 'loop' });
  sessions.marks.put({ slug, ...WHO, upTo: 7, at: NOW });
  sessions.put({ slug, ...WHO, tokenHash: 'x', key: 'SHA256:x' as never, created: NOW, expires: later(NOW, MINUTE) });
  const words = { title: 'On floods', event: '', on: '', body: 'It rained.', lead: '', calls: '' };
  const version = (delegate: number) => ({
    version: 1,
    by: { kind: 'delegate' as const, organisation: WHO.organisation, delegate },
    at: NOW,
    words,
  });
  const together = { slug, owner: WHO.organisation, guests: [], change: 1 };
  drafts.shared.put({ ...together, id: 'hers', versions: [version(1)] });
  drafts.shared.put({ ...together, id: 'another’s', versions: [version(2)] });
  await beside.close();
};
await fill();

const terminal = (): Terminal & { readonly said: string[] } => {
  const said: string[] = [];
  return {
    said,
    say: (line) => said.push(line),
    complain: (line) => said.push(line),
    write: (bytes) => said.push(fromUtf8(bytes) ?? ''),
    read: async () => new Uint8Array(),
    environment: {},
  };
};
const whom = ['--data', folder, '--conference', SLUG, '--organisation', WHO.organisation, '--delegate', '1'];
const exported = async (args: readonly string[]) => {
  const { said, ...at } = terminal();
  assert.equal(await personalExportCommand(deps).run(args, at), 0);
  return JSON.parse(said.join('')) as Record<string, readonly Record<string, unknown>[]>;
};

test('a person’s data is written out whole: how they are reached, mail, sessions, and what they did on the record', async () => {
  const kept = await exported(whom);
  assert.deepEqual(
    ['contacts', 'subscriptions', 'sent', 'received', 'sessions', 'shared'].map((what) => kept[what]?.length),
    [1, 1, 2, 1, 1, 1],
  );
  assert.equal(kept['shared']?.[0]?.['title'], 'On floods');
  assert.match(String(kept['received']?.[0]?.['raw']), /third house/u);
  assert.match(String(kept['sessions']?.[0]?.['expires']), /^\d{4}-\d\d-\d\dT/u);
  assert.match(JSON.stringify(kept['read']), /^\{"upTo":7,/u);
  assert.ok((kept['entries']?.length ?? 0) > 3);
  assert.ok(!JSON.stringify(kept['sent']).includes('token'));
  const out = join(folder, 'hers.json');
  assert.equal(await personalExportCommand(deps).run([...whom, '--out', out], terminal()), 0);
  assert.equal((await stat(out)).mode & 0o777, 0o600);
  assert.deepEqual(JSON.parse(await readFile(out, 'utf8')), kept);
});

test('an address that somebody only typed gives them nothing of whose it is', async () => {
  const colleague = await exported([...whom.slice(0, -1), '2']);
  assert.deepEqual([colleague['sent'], colleague['received']], [[], []]);
  const byAddress = await exported([...whom.slice(0, 4), '--address', 'MILENA@example.org']);
  assert.deepEqual([byAddress['delegate'], byAddress['sent']?.length, byAddress['received']?.length], [null, 2, 1]);
});

test('it is forgotten, and the record stands; a name is erased by an entry that says so', async () => {
  const size = scene.conference.state().size;
  const root = scene.conference.root(size);
  const at = terminal();
  assert.equal(await personalEraseCommand(deps).run([...whom, '--reason', 'She has asked us to.'], at), 0);
  assert.match(
    at.said.join('\n'),
    /Their name is erased; entry \d+ .*\nForgotten: 1 addresses, 1 periodicals by mail, 2 mails to them, 1 from them, 1 sessions\./u,
  );
  const after = await exported(whom);
  assert.deepEqual(
    ['contacts', 'subscriptions', 'received', 'sessions', 'read'].map((what) => after[what]),
    [[], [], [], [], null],
  );
  assert.deepEqual(
    after['sent']?.map(({ address }) => address),
    [FORGOTTEN],
  );
  const host = await createHost({
    store: scene.store,
    hostKey: scene.hostKey,
    origin: 'http://localhost',
    clock: stillClock,
  });
  const conference = host.conference(slug) ?? assert.fail();
  assert.equal(conference.state().size, size + 1);
  assert.deepEqual(conference.root(size), root);
  await host.close();
});

test('whoever is signed in sees what is kept of them, takes it along and has it erased; nobody else does', async () => {
  await fill();
  const beside = openSqliteBeside(folder);
  const { post } = beside;
  assert.ok(post !== null);
  const desk = {
    sendCode: async () => true,
    confirmed: () => undefined,
    subscriber: () => null,
    subscribing: noSubscribing,
    standstill: () => null,
    pushes: null,
  };
  const shown = await createSampleScene({ post: { ...post, ...desk } });
  const ask = async (path: string, by: string | null, method = 'GET') => {
    const answer = await shown.ask(`/sample/settings/kept${path}`, { method, headers: await shown.headers(by) });
    return { status: answer.status, text: await answer.text() };
  };
  try {
    for (const [path, method] of [
      ['', 'GET'],
      ['.json', 'GET'],
      ['/erase', 'POST'],
    ] as const)
      assert.equal((await ask(path, null, method)).status, 401, path);
    assert.ok(!(await ask('', 'pro-delta')).text.includes(ADDRESS));
    const page = await ask('', WHO.organisation);
    assert.match(wordsIn(page.text), /milena@example\.org.*2 mails\. .*1 mail\. /su);
    const taken = JSON.parse((await ask('.json', WHO.organisation)).text) as { readonly received: readonly object[] };
    assert.equal(taken.received.length, 1);
    assert.equal((await ask('/erase', 'pro-delta', 'POST')).status, 303);
    assert.equal(post.contacts.get(slug, WHO.organisation, 1)?.address, ADDRESS);
    assert.equal((await ask('/erase', WHO.organisation, 'POST')).status, 303);
    assert.ok(!(await ask('', WHO.organisation)).text.includes(ADDRESS));
    assert.equal(post.contacts.get(slug, WHO.organisation, 1), null);
    assert.deepEqual(shown.faults, []);
  } finally {
    await shown.close();
    await beside.close();
  }
});
