import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, it, type TestContext } from 'node:test';
import { createTransport } from 'nodemailer';
import type { OrganisationId, Slug } from '../../base/ids.ts';
import { createManualClock } from '../../conference/clock.ts';
import { instant } from '../../base/time.ts';
import type { KeptMail } from '../../conference/post/tray.ts';
import { createTokens } from '../mail/token.ts';
import { createReadAddress } from './addresses.ts';
import { mailKey } from './key.ts';
import { type ListenerDeps, startListener } from './listener.ts';
import { message } from '../../../test/kit/mail-in.ts';

const ADDRESSED = { slug: 'rivers' as Slug, organisation: 'diktyo' as OrganisationId, circulation: 7, delegate: 1 };
const tokens = createTokens(new Uint8Array(32), () => [ADDRESSED]);
const REPLY = `${tokens.local('reply', ADDRESSED)}@post.example`;
const readAddress = createReadAddress({
  domain: 'post.example',
  tokens,
  hasConference: (slug) => ['rivers', 'forests'].includes(slug),
  sent: (token) => (token === 'digest' ? ('rivers' as Slug) : null),
});

const started = async (t: TestContext, more: Partial<ListenerDeps> = {}) => {
  const kept: KeptMail[] = [];
  const faults: unknown[] = [];
  const listener = await startListener({
    protocol: 'smtp',
    listen: { host: '127.0.0.1', port: 0 },
    host: 'post.example',
    readAddress,
    keep: async (mail) => kept.push(mail),
    clock: createManualClock(instant(5000)),
    onFault: (fault) => faults.push(fault),
    ...more,
  });
  t.after(listener.close);
  const transport = createTransport({
    host: '127.0.0.1',
    port: listener.port,
    lmtp: more.protocol === 'lmtp',
    ignoreTLS: more.tls === undefined,
    tls: { rejectUnauthorized: false },
  });
  const send = async (to: readonly string[], text = 'Ναι.', from = 'anna@example.org') =>
    transport.sendMail({ envelope: { from, to: [...to] }, from: 'anna@example.org', subject: 'Re: Πηγές', text });
  /** What the server answers to these lines, sent at once when it has greeted. */
  const say = async (...lines: readonly string[]): Promise<string> => {
    const socket = connect(listener.port, '127.0.0.1');
    let said = '';
    socket.on('data', (data) => (said += data.toString()));
    await once(socket, 'data');
    socket.end([...lines, 'QUIT', ''].join('\r\n'));
    await once(socket, 'close');
    return said;
  };
  return { kept, faults, send, say, listener };
};

const codeOf = async (sending: Promise<unknown>): Promise<unknown> => {
  try {
    await sending;
    return 250;
  } catch (error) {
    return (error as { readonly responseCode?: number }).responseCode;
  }
};

describe('the door for mail', () => {
  for (const protocol of ['smtp', 'lmtp'] as const)
    it(`takes mail for our addresses, over ${protocol.toUpperCase()}`, async (t) => {
      const { kept, send } = await started(t, { protocol });
      const { response } = await send([
        REPLY,
        'Rivers@POST.example',
        'forests@post.example',
        'bounce+digest@post.example',
      ]);
      assert.match(response, /^250/u);
      assert.deepEqual(
        kept.map(({ slug, recipients }) => [slug, recipients.length]),
        [
          ['rivers', 3],
          ['forests', 1],
        ],
      );
      const [mail] = kept;
      assert.deepEqual([mail?.sender, mail?.at, mail?.from.address], ['anna@example.org', 5000, '127.0.0.1']);
      assert.match(new TextDecoder().decode(mail?.raw), /^From: anna@example\.org\r\n/u);
    });

  it('takes mail for nobody else, and relays nothing', async (t) => {
    const { kept, send } = await started(t);
    for (const to of [
      'anna@example.org',
      'nobody@post.example',
      'bounce+nothing@post.example',
      `${REPLY.slice(0, 10)}${REPLY.slice(10, 12) === 'aa' ? 'bb' : 'aa'}${REPLY.slice(12)}`,
      'rivers@post.example.org',
      'rivers%example.org@post.example',
      '"rivers@example.org"@post.example',
    ])
      assert.match(String(await codeOf(send([to]))), /^550|501$/u, to);
    assert.deepEqual(kept, []);
  });

  it('says that it has a mail once it is kept, and not before', async (t) => {
    const { faults, send } = await started(t, {
      keep: async () => {
        throw new Error('the disk is full');
      },
    });
    assert.equal(await codeOf(send([REPLY])), 451);
    assert.equal(faults.length, 1);
  });

  it('announces how large a mail may be, and takes none that is larger', async (t) => {
    const { kept, send, say } = await started(t, { bounds: { size: 10_000 } });
    assert.match(await say('EHLO x'), /250-SIZE 10000|250 SIZE 10000/u);
    assert.equal(await codeOf(send([REPLY], 'x'.repeat(20_000))), 552);
    assert.match(
      await say('EHLO x', 'MAIL FROM:<a@b.example> SIZE=20000'),
      /552/u,
      'one that says beforehand how large it is',
    );
    assert.deepEqual(kept, []);
    const crowded = await started(t, { bounds: { held: 100 } });
    assert.equal(await codeOf(crowded.send([REPLY])), 452);
  });

  it('bears with clients that misbehave', async (t) => {
    const { kept, say, send } = await started(t, { bounds: { strangers: 2 } });
    assert.match(
      await say('EHLO x', 'MAIL FROM:<>', ...Array.from({ length: 3 }, () => 'RCPT TO:<a@b.example>')),
      /421/u,
    );
    assert.match(await say('x'.repeat(100_000), '\0\r\n'), /421|500/u);
    assert.match(await say('EHLO x', 'AUTH PLAIN AGEAYg=='), /50\d/u);
    assert.match(await say('EHLO x', 'DATA'), /503/u);
    // A connection that breaks in the middle of a mail has brought none.
    await say('EHLO x', 'MAIL FROM:<>', `RCPT TO:<${REPLY}>`, 'DATA', 'Subject: half');
    assert.equal(kept.length, 0);
    assert.equal(await codeOf(send([REPLY], 'still here', '')), 250);
    assert.deepEqual(
      kept.map(({ sender }) => sender),
      [''],
    );
  });

  it('writes down no fault where whoever sends goes in the middle', async (t) => {
    const { faults, kept, listener } = await started(t);
    const socket = connect(listener.port, '127.0.0.1');
    await once(socket, 'data');
    socket.write('EHLO x\r\nMAIL FROM:<a@example.org>\r\nRCPT TO:<rivers@post.example>\r\nDATA\r\n');
    let said = '';
    while (!said.includes('354 ')) said += String((await once(socket, 'data'))[0]);
    socket.end('Subject: half\r\n');
    await once(socket, 'close');
    await listener.close();
    assert.deepEqual([faults, kept], [[], []]);
  });

  it('is not flooded from one address', async (t) => {
    const { say } = await started(t, { bounds: { recipients: 2 } });
    const recipients = [REPLY, 'rivers@post.example', 'forests@post.example'].map((to) => `RCPT TO:<${to}>`);
    assert.match(await say('EHLO x', 'MAIL FROM:<>', ...recipients), /452/u);

    const strange = await started(t, { isOwn: () => false, bounds: { burst: 2, clientsOfOne: 1 } });
    const codes = [await codeOf(strange.send([REPLY])), await codeOf(strange.send([REPLY]))];
    assert.deepEqual([...codes, await codeOf(strange.send([REPLY]))], [250, 250, 451]);
    const held = connect(strange.listener.port, '127.0.0.1');
    await once(held, 'data');
    assert.match(await strange.say('EHLO x'), /^421/u);
    held.destroy();
  });
});

describe('what tells one mail from another', () => {
  const key = (...lines: readonly string[]): string => mailKey('rivers' as Slug, message(lines));
  const HEAD = ['Message-ID: <1@example.org>', 'Subject: a'] as const;

  it('is what its author wrote, not what servers added', () => {
    const one = key(...HEAD, '', 'x');
    assert.equal(key('Received: from a', ...HEAD, 'X-Spam: no', '', 'x'), one);
    assert.notEqual(key(...HEAD, '', 'y'), one);
    assert.notEqual(key('Message-ID: <2@example.org>', 'Subject: a', '', 'x'), one);
    assert.notEqual(mailKey('forests' as Slug, message([...HEAD, '', 'x'])), one);
    assert.notEqual(
      key('Received: from a', 'Subject: a', '', 'x'),
      key('Subject: a', '', 'x'),
      'without a Message-ID, all of it',
    );
  });
});
