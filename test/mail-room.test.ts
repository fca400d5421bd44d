import assert from 'node:assert/strict';
import { NO_DOUBTS } from '../src/conference/time/doubt.ts';
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, it } from 'node:test';
import { createTransport } from 'nodemailer';
import { MOST_UNREAD, type Tray } from '../src/conference/post/tray.ts';
import type { Mailing, MailOutcome } from '../src/conference/post/outbox.ts';
import { startMailRoom } from '../src/post/mail-room.ts';
import { createAllowances } from '../src/post/allowances.ts';
import { createMemoryContacts } from '../src/store/memory/contacts.ts';
import { createMemoryLedger } from '../src/store/memory/ledger.ts';
import { createMemoryOutbox } from '../src/store/memory/outbox.ts';
import { openSqliteTray } from '../src/store/sqlite/tray.ts';
import { createTokens } from '../src/post/mail/token.ts';
import { instant } from '../src/base/time.ts';
import { DOMAIN, circularTo, testMailings } from './kit/mail.ts';
import { SLUG, startRivers } from './kit/rivers.ts';

/** The mail room as a node has it, from the socket to the file and the outbox. */

const KEY = new Uint8Array(32).fill(5);

const started = async (
  t: TestContext,
  tls?: { readonly key: string; readonly cert: string },
  unread?: ReturnType<Tray['unread']>,
) => {
  const folder = await mkdtemp(join(tmpdir(), 'isonomia-'));
  const rivers = await startRivers();
  const tray = openSqliteTray(join(folder, 'tray.sqlite'));
  const outbox = createMemoryOutbox();
  const sent: Mailing[] = [];
  const settled: MailOutcome[] = [];
  const mailings = testMailings();
  const room = await startMailRoom({
    protocol: 'smtp',
    listen: { host: '127.0.0.1', port: 0 },
    domain: DOMAIN,
    host: rivers.host,
    tray: unread === undefined ? tray : { ...tray, unread: () => unread },
    allowances: createAllowances({ ledger: createMemoryLedger(), key: KEY, clock: rivers.clock, isMember: () => true }),
    contacts: createMemoryContacts(),
    outbox,
    tokens: createTokens(KEY, () => []),
    mailings,
    send: async (list) => sent.push(...list),
    settled: (outcomes) => settled.push(...outcomes),
    inWords: () => '',
    resolve: async () => [],
    key: KEY,
    clock: rivers.clock,
    doubts: NO_DOUBTS,
    tls,
    onFault: (fault) => assert.fail(String(fault)),
  });
  t.after(async () => {
    await room.close();
    await tray.close();
    await rm(folder, { recursive: true });
  });
  const deliver = async (to: string, raw: string, from = 'x@else.example') => {
    const transport = createTransport({
      host: '127.0.0.1',
      port: room.port,
      requireTLS: tls !== undefined,
      ignoreTLS: tls === undefined,
      tls: { rejectUnauthorized: false },
    });
    await transport.sendMail({ envelope: { from, to: [to] }, raw });
    await room.idle();
  };
  return { room, tray, outbox, sent, settled, mailings, deliver };
};

it('what comes is put off while as much as may lies unread, in number or in bytes', async (t) => {
  for (const unread of [
    { mails: MOST_UNREAD.mails, bytes: 0 },
    { mails: 1, bytes: MOST_UNREAD.bytes },
  ]) {
    const { deliver } = await started(t, undefined, unread);
    await assert.rejects(deliver(`rivers@${DOMAIN}`, 'From: x@else.example\r\n\r\nHello'), { responseCode: 452 });
  }
  const { mails, bytes } = MOST_UNREAD;
  const { deliver } = await started(t, undefined, { mails: mails - 1, bytes: bytes - 1 });
  await deliver(`rivers@${DOMAIN}`, 'From: x@else.example\r\n\r\nHello');
});

it('a stranger’s mail is kept in the tray, and nobody is answered', async (t) => {
  const { tray, sent, deliver } = await started(t);
  await deliver(
    `rivers@${DOMAIN}`,
    'From: x@else.example\r\nSubject: hello\r\nMessage-ID: <1@else.example>\r\n\r\nWho are you?',
  );
  const [item] = tray.list(SLUG, ['waiting'], instant(Number.MAX_SAFE_INTEGER), 10);
  assert.deepEqual(
    [item?.view?.words, item?.fate],
    ['Who are you?', { kind: 'waiting', why: 'stranger', told: false }],
  );
  assert.deepEqual(sent, []);
});

it('a mail of ours that comes back is noted in the outbox', async (t) => {
  const { outbox, settled, mailings, deliver } = await started(t);
  const mailing = circularTo(mailings, 1);
  await outbox.put([mailing]);
  await outbox.claim(instant(1), 1);
  const handed = { kind: 'handed-over', answer: '250', at: instant(1) } as const;
  await outbox.settle([{ slug: mailing.slug, key: mailing.key, attempts: 1, state: handed }]);
  await deliver(mailings.returnPath(mailing), 'Subject: failure\r\n\r\n550 5.1.1 no such user', '');
  assert.equal(outbox.byToken(mailing.token)?.state.kind, 'bounced');
  assert.deepEqual(
    settled.map(({ key, state }) => [key, state.kind]),
    [[mailing.key, 'bounced']],
  );
});

it('speaks TLS where it has a certificate', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'isonomia-'));
  t.after(() => rm(folder, { recursive: true }));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const made = spawnSync(
    'openssl',
    `req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=localhost -days 2 -keyout ${key} -out ${cert}`.split(
      ' ',
    ),
  );
  if (made.status !== 0) return t.skip('openssl is not on this machine');
  const { tray, deliver } = await started(t, { key: await readFile(key, 'utf8'), cert: await readFile(cert, 'utf8') });
  await deliver(`rivers@${DOMAIN}`, 'From: x@else.example\r\n\r\nunder TLS');
  assert.equal(tray.list(SLUG, ['waiting'], instant(Number.MAX_SAFE_INTEGER), 10)[0]?.view?.words, 'under TLS');
});
