import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, describe, it } from 'node:test';
import { utf8 } from '../src/base/bytes.ts';
import type { MailAddress } from '../src/conference/post/address.ts';
import type { Carriage, Carrier } from '../src/conference/post/carrier.ts';
import type { Relay } from '../src/conference/post/relay.ts';
import { type SmtpSettings, createSmtpCarrier } from '../src/post/mail/carrier.ts';
import { type MailServerOptions, startMailServer } from './kit/mail-server.ts';

const letter = (to: string, text = 'Subject: Hello\r\n\r\n.dot\r\nsecond\r\n'): Carriage => ({
  from: 'bounce+abc@post.example.org' as MailAddress,
  to: to as MailAddress,
  message: utf8(text),
});

interface Given extends Partial<Pick<SmtpSettings, 'connections' | 'ca'>> {
  readonly relay?: Partial<Relay>;
}

const ANNA = letter('anna@example.org');

const carrierTo = (t: TestContext, port: number, more: Given = {}): Carrier => {
  const carrier = createSmtpCarrier({
    relay: { host: '127.0.0.1', port, security: 'none', auth: null, ...more.relay },
    name: 'post.example.org',
    connections: more.connections ?? 2,
    ca: more.ca ?? null,
  });
  t.after(carrier.close);
  return carrier;
};

const start = async (t: TestContext, options: MailServerOptions, more: Given = {}) => {
  const server = await startMailServer(options);
  t.after(server.close);
  return { server, carrier: carrierTo(t, server.port, more) };
};

/** A certificate for `localhost` that nobody has signed but itself. */
const certificate = async (t: TestContext): Promise<NonNullable<MailServerOptions['tls']>> => {
  const folder = await mkdtemp(join(tmpdir(), 'isonomia-'));
  t.after(() => rm(folder, { recursive: true }));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
  const made = spawnSync('openssl', [
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-days',
    '2',
    '-keyout',
    key,
    '-out',
    cert,
    ...subject,
  ]);
  assert.equal(made.status, 0, made.stderr.toString());
  return { key: await readFile(key, 'utf8'), cert: await readFile(cert, 'utf8') };
};

const noOpenssl = spawnSync('openssl', ['version']).status === 0 ? false : 'openssl is not installed';

describe('handing a mail over', () => {
  it('brings envelope and message as they are, and what the server said', async (t) => {
    const { server, carrier } = await start(t, {});
    assert.deepEqual(await carrier.hand(ANNA), { kind: 'accepted', answer: '250 2.0.0 taken as 1' });
    const [mail] = server.taken;
    assert.deepEqual([mail?.from, mail?.to], [ANNA.from, ANNA.to]);
    assert.deepEqual(new Uint8Array(mail?.message ?? []), new Uint8Array(ANNA.message));
  });

  it('keeps a connection for the next mail, and opens no more than it may', async (t) => {
    const { server, carrier } = await start(t, {});
    for (let i = 0; i < 3; i++) await carrier.hand(ANNA);
    assert.equal(server.connections(), 1);
    await Promise.all(Array.from({ length: 10 }, () => carrier.hand(ANNA)));
    assert.equal(server.connections(), 2);
    assert.equal(server.taken.length, 13);
  });

  it('says nothing more in a session before what it carried is kept, whatever becomes of keeping it', async (t) => {
    const { server, carrier } = await start(t, {});
    const { promise, reject } = Promise.withResolvers<void>();
    const told = Promise.withResolvers<void>();
    const first = carrier.hand(ANNA, () => {
      told.resolve();
      return promise;
    });
    await told.promise;
    await carrier.hand(ANNA);
    assert.equal(server.connections(), 2);
    assert.deepEqual(
      server.taken.map(({ confirmed }) => confirmed),
      [false, false],
    );
    reject(new Error('the disk is full'));
    assert.equal((await first).kind, 'accepted');
    await carrier.hand(ANNA);
    assert.equal(server.connections(), 2);
  });

  it('tells what is refused for good from what is put off, and goes on with the next', async (t) => {
    const answers: Readonly<Record<string, string>> = {
      'nobody@x.org': '550 no such user',
      'full@x.org': '452 mailbox full',
    };
    const { server, carrier } = await start(t, { answer: (to) => answers[to] ?? null }, { connections: 1 });
    assert.deepEqual(await carrier.hand(letter('nobody@x.org')), { kind: 'refused', answer: '550 no such user' });
    assert.deepEqual(await carrier.hand(letter('full@x.org')), { kind: 'put-off', answer: '452 mailbox full' });
    assert.equal((await carrier.hand(ANNA)).kind, 'accepted');
    assert.deepEqual(
      server.taken.map(({ to }) => to),
      [ANNA.to],
    );
    assert.equal(server.connections(), 1);
  });

  it('does not take a recipient for unknown because the sender is not welcome', async (t) => {
    const { carrier } = await start(t, { sender: () => '550 relaying denied' });
    assert.deepEqual(await carrier.hand(ANNA), { kind: 'unreachable', answer: '550 relaying denied' });
  });

  it('reaches nobody where nobody listens, and finds them once they do', async (t) => {
    const first = await startMailServer();
    await first.close();
    assert.equal((await carrierTo(t, first.port).hand(ANNA)).kind, 'unreachable');
  });

  it('opens another connection where the server has ended the last', async (t) => {
    let served = 0;
    const goodbye = createServer((socket) => {
      const session = ++served;
      socket.on('error', () => undefined);
      socket.write('220 hello\r\n');
      let inData = false;
      let mails = 0;
      socket.setEncoding('latin1').on('data', (chunk: string) => {
        if (inData) {
          if (!chunk.endsWith('\r\n.\r\n')) return;
          inData = false;
          mails++;
          socket.write(`250 in session ${session}\r\n`);
        } else if (chunk.startsWith('MAIL') && mails > 0) socket.end('421 enough for one session\r\n');
        else if (chunk.startsWith('DATA')) {
          inData = true;
          socket.write('354 go\r\n');
        } else socket.write('250 ok\r\n');
      });
    });
    await new Promise<void>((resolve) => goodbye.listen(0, '127.0.0.1', resolve));
    t.after(() => goodbye.close());
    const carrier = carrierTo(t, (goodbye.address() as { readonly port: number }).port, { connections: 1 });
    assert.equal((await carrier.hand(ANNA)).answer, '250 in session 1');
    assert.equal((await carrier.hand(ANNA)).answer, '250 in session 2');
  });

  it('breaks off what is under way when it is closed', async (t) => {
    const { promise: never } = Promise.withResolvers<void>();
    const { promise: begun, resolve } = Promise.withResolvers<void>();
    const { carrier } = await start(t, {
      before: () => {
        resolve();
        return never;
      },
    });
    const handed = carrier.hand(ANNA);
    await begun;
    await carrier.close();
    assert.equal((await handed).kind, 'unreachable');
    assert.equal((await carrier.hand(ANNA)).kind, 'unreachable');
  });
});

describe('a protected connection', { skip: noOpenssl }, () => {
  const auth = { user: 'isonomia', password: 'Θάλασσα 7' };

  it('sends the password under TLS alone, to a server that is who it says', async (t) => {
    const tls = await certificate(t);
    const server = await startMailServer({ tls, auth });
    t.after(server.close);
    const relay = { host: 'localhost', security: 'starttls', auth } as const;
    assert.equal((await carrierTo(t, server.port, { relay }).hand(ANNA)).kind, 'unreachable', 'nobody vouches for it');
    assert.equal((await carrierTo(t, server.port, { relay, ca: tls.cert }).hand(ANNA)).kind, 'accepted');
    assert.deepEqual(
      server.taken.map(({ user, secure }) => [user, secure]),
      [[auth.user, true]],
    );
    const wrong = { relay: { ...relay, auth: { ...auth, password: 'other' } }, ca: tls.cert };
    const refused = await carrierTo(t, server.port, wrong).hand(ANNA);
    assert.deepEqual(refused, { kind: 'unreachable', answer: '535 wrong password' });
  });

  it('sends nothing where STARTTLS is wanted and not offered', async (t) => {
    const { server, carrier } = await start(t, {}, { relay: { security: 'starttls' } });
    assert.equal((await carrier.hand(ANNA)).kind, 'unreachable');
    assert.equal(server.taken.length, 0);
  });

  it('takes any certificate where nothing better is known', async (t) => {
    const { server, carrier } = await start(t, { tls: await certificate(t) }, { relay: { security: 'opportunistic' } });
    assert.equal((await carrier.hand(ANNA)).kind, 'accepted');
    assert.equal(server.taken[0]?.secure, true);
  });
});
