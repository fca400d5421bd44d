import assert from 'node:assert/strict';
import { createECDH, createPublicKey, verify } from 'node:crypto';
import { type IncomingHttpHeaders, type ServerResponse, createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { test } from 'node:test';
import { base64url, fromBase64url, utf8 } from '../../base/bytes.ts';
import { DAY, HOUR, instant } from '../../base/time.ts';
import type { PushAnswer, PushNote } from '../../conference/post/push.ts';
import { CURVE } from './encrypt.ts';
import { isPublicAddress } from './public-address.ts';
import { type PushesDeps, createPushes } from './send.ts';
import { readSubscription } from './subscription.ts';
import { newVapidKey, vapidFrom } from './vapid.ts';

const NOW = instant(Date.UTC(2026, 11, 1));
const clock = { now: () => NOW, at: () => () => {} };
const vapid = vapidFrom(newVapidKey(), 'mailto:host@conference.example');

const browser = createECDH(CURVE);
const p256dh = base64url(browser.generateKeys());
const auth = base64url(utf8('0123456789abcdef'));
const subscriptionAt = (endpoint: string, keys: object = { p256dh, auth }): string =>
  JSON.stringify({ endpoint, expirationTime: null, keys });
const subscription = subscriptionAt('https://push.example/send/abc?d=e');

const note: PushNote = {
  title: 'Διάσκεψη των Ποταμών',
  words: 'Νέα: 3',
  path: '/rivers/today',
  topic: 'rivers',
  language: 'el',
};

interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Sends one note to a push service on this machine that answers as said. */
const sent = async (
  answer: (response: ServerResponse) => void,
  deps: Partial<PushesDeps> = {},
): Promise<{ readonly answer: PushAnswer; readonly received: readonly Received[] }> => {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      received.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(parts) });
      answer(response);
    });
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const { port } = server.address() as AddressInfo;
  try {
    const pushes = createPushes({ vapid, clock, connect: () => connect(port, '127.0.0.1'), ...deps });
    return { answer: await pushes.send(subscription, note), received };
  } finally {
    server.closeAllConnections();
    server.close();
  }
};

const answering =
  (status: number, headers: Record<string, string> = {}) =>
  (response: ServerResponse): void => {
    response.writeHead(status, headers).end();
  };

test('a note goes to its service with a token of the host’s, and tells nobody what it says', async () => {
  const { answer, received } = await sent(answering(201));
  assert.deepEqual(answer, { kind: 'accepted' });
  const [{ path, headers, body } = assert.fail()] = received;
  assert.equal(path, '/send/abc?d=e');
  assert.equal(headers['content-encoding'], 'aes128gcm');
  assert.equal(headers['ttl'], `${(3 * DAY) / 1000}`);
  assert.equal(headers['topic'], 'rivers');
  assert.ok(!body.includes('Διάσκεψη') && !body.includes('rivers'));

  const [, token = '', key = ''] = /^vapid t=([^,]+), k=(.+)$/u.exec(headers.authorization ?? '') ?? [];
  assert.equal(key, vapid.publicKey);
  const [head = '', claims = '', signature = ''] = token.split('.');
  const read = (part: string): unknown => JSON.parse(Buffer.from(part, 'base64url').toString());
  assert.deepEqual(read(head), { typ: 'JWT', alg: 'ES256' });
  assert.deepEqual(read(claims), {
    aud: 'https://push.example',
    exp: (NOW + 12 * HOUR) / 1000,
    sub: 'mailto:host@conference.example',
  });
  const point = fromBase64url(key);
  assert.ok(point);
  const publicKey = createPublicKey({
    format: 'jwk',
    key: { kty: 'EC', crv: 'P-256', x: base64url(point.subarray(1, 33)), y: base64url(point.subarray(33)) },
  });
  const bytes = Buffer.from(signature, 'base64url');
  assert.ok(verify('sha256', utf8(`${head}.${claims}`), { key: publicKey, dsaEncoding: 'ieee-p1363' }, bytes));
});

test('what the service answers is understood', async () => {
  const after = async (status: number, headers?: Record<string, string>): Promise<PushAnswer> =>
    (await sent(answering(status, headers))).answer;
  assert.deepEqual(await after(404), { kind: 'gone' });
  assert.deepEqual(await after(410), { kind: 'gone' });
  assert.deepEqual(await after(429, { 'Retry-After': '120' }), { kind: 'put-off', after: 120_000, why: 'HTTP 429' });
  assert.deepEqual(await after(503, { 'Retry-After': 'x' }), { kind: 'put-off', after: null, why: 'HTTP 503' });
  assert.deepEqual(await after(400), { kind: 'refused', why: 'HTTP 400' });
});

test('a redirection is not followed', async () => {
  const { answer, received } = await sent(answering(307, { Location: 'http://127.0.0.1/' }));
  assert.deepEqual(answer, { kind: 'refused', why: 'HTTP 307' });
  assert.equal(received.length, 1);
});

test('a service that never ends its answer keeps nobody waiting, and neither does one that gives none', async () => {
  const endless = await sent((response) => {
    response.writeHead(201);
    const more = (): void => {
      response.write('x'.repeat(1_000_000));
    };
    response.on('drain', more);
    more();
  });
  assert.deepEqual(endless.answer, { kind: 'accepted' });
  const silent = await sent(() => {}, { patience: 50 });
  assert.equal(silent.answer.kind, 'put-off');
});

test('a name that leads here or next door is not connected to', async () => {
  const asked: string[] = [];
  for (const addresses of [['127.0.0.1'], ['10.0.0.7'], ['::1'], ['8.8.8.8', '192.168.1.1'], []]) {
    const pushes = createPushes({
      vapid,
      clock,
      resolve: (hostname, done) => {
        asked.push(hostname);
        done(
          null,
          addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
        );
      },
    });
    const answer = await pushes.send(subscription, note);
    assert.deepEqual(answer, { kind: 'refused', why: 'push.example is at no public address' });
  }
  assert.deepEqual(new Set(asked), new Set(['push.example']));
});

test('a name that nobody knows is tried again later', async () => {
  const pushes = createPushes({ vapid, clock, resolve: (_name, done) => done(new Error('no such name'), []) });
  const answer = await pushes.send(subscription, note);
  assert.deepEqual(answer, { kind: 'put-off', after: null, why: 'no such name' });
});

test('only a subscription at a push service is one', () => {
  assert.ok(readSubscription(subscription) !== null);
  for (const endpoint of [
    'http://push.example/a',
    'https://127.0.0.1/a',
    'https://0x7f.1/a',
    'https://2130706433/a',
    'https://[::1]/a',
    'https://localhost/a',
    'https://push.example:8443/a',
    'https://user:word@push.example/a',
    'file:///etc/passwd',
    `https://push.example/${'a'.repeat(1000)}`,
  ])
    assert.equal(readSubscription(subscriptionAt(endpoint)), null, endpoint);
  const at = (keys: object): unknown => readSubscription(subscriptionAt('https://push.example/a', keys));
  assert.equal(at({ p256dh, auth: 'AAAA' }), null);
  assert.equal(at({ p256dh: base64url(new Uint8Array(65).fill(4)), auth }), null);
  assert.equal(at({ p256dh: base64url(new Uint8Array([0])), auth }), null);
  for (const none of ['', 'null', '[]', '{}', '{"endpoint":1}']) assert.equal(readSubscription(none), null);
});

test('public addresses are told from all others', () => {
  for (const address of ['8.8.8.8', '172.32.0.1', '100.128.0.1', '2001:4860:4860::8888', '2a00:1450::1'])
    assert.ok(isPublicAddress(address), address);
  for (const address of [
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.0.1',
    '198.19.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:8.8.8.8',
    '::ffff:127.0.0.1',
    '64:ff9b::7f00:1',
    'fe80::1',
    'fe80::1%eth0',
    'fc00::1',
    'ff02::1',
    '2001:db8::1',
    '2002:7f00:1::',
    'push.example',
    '',
  ])
    assert.ok(!isPublicAddress(address), address);
});
