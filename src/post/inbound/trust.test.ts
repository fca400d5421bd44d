import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { describe, it } from 'node:test';
import { createTransport } from 'nodemailer';
import type { Bytes } from '../../base/bytes.ts';
import { NO_TRUST, createVouch, type Resolve } from './trust.ts';
import type { MailAddress } from '../../conference/post/address.ts';
import { readMail } from './read.ts';
import { message, none } from '../../../test/kit/mail-in.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const KEY = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');

/** A name service that knows these texts and nothing else. */
const zone =
  (texts: Readonly<Record<string, string>>): Resolve =>
  async (domain, type) => {
    const text = type === 'TXT' ? texts[domain] : undefined;
    if (text !== undefined) return [[text]];
    throw Object.assign(new Error('not found'), { code: 'ENOTFOUND' });
  };

const ZONE = zone({
  'k._domainkey.example.org': `v=DKIM1; k=rsa; p=${KEY}`,
  'example.org': 'v=spf1 ip4:192.0.2.1 -all',
  '_dmarc.example.org': 'v=DMARC1; p=reject',
});

const signed = async (from: string, domain = 'example.org'): Promise<Bytes> => {
  const transport = createTransport({
    streamTransport: true,
    buffer: true,
    dkim: {
      domainName: domain,
      keySelector: 'k',
      privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }),
    },
  });
  const { message } = await transport.sendMail({ from, to: 'x@post.example', subject: 'Πηγές', text: 'Ναι.\n' });
  return new Uint8Array(message as Buffer);
};

const authorOf = (raw: Bytes): MailAddress | null => readMail(raw, '', none).from?.address ?? null;

const vouch = (raw: Bytes, sender = '', address = '203.0.113.9', resolve = ZONE) =>
  createVouch(resolve, 'post.example')({ raw, sender, from: { address, name: 'mx.example.org' } }, authorOf(raw));

const PLAIN = message([
  'From: anna@example.org',
  'Subject: x',
  'Date: Sun, 22 Nov 2026 10:00:00 +0200',
  '',
  'Yes.',
  '',
]);

describe('who vouches for a mail', () => {
  it('is the domain that signed it', async () => {
    const raw = await signed('anna@example.org');
    const expected = { dkim: 'pass', domain: 'example.org', spf: 'none', aligned: true, disowned: false };
    assert.deepEqual(await vouch(raw), expected);
    const other = await signed('anna@example.net');
    assert.deepEqual(await vouch(other), { ...expected, aligned: false }, 'another domain signed it than its author’s');
  });

  it('is a domain above or below the author’s where a policy says so, and none beside it', async () => {
    const policy = (domain: string) =>
      zone({
        [`_dmarc.${domain}`]: 'v=DMARC1; p=none',
        'k._domainkey.example.org': `v=DKIM1; k=rsa; p=${KEY}`,
        'k._domainkey.mail.example.org': `v=DKIM1; k=rsa; p=${KEY}`,
      });
    const aligned = async (from: string, domain: string, at: string) =>
      (await vouch(await signed(from, domain), '', '203.0.113.9', policy(at))).aligned;
    assert.equal(await aligned('anna@example.org', 'mail.example.org', 'example.org'), true);
    assert.equal(await aligned('anna@basin.example.org', 'example.org', 'example.org'), true);
    assert.equal(await aligned('anna@basin.example.org', 'mail.example.org', 'example.org'), false);
    assert.equal(await aligned('anna@rivers.org', 'example.org', 'org'), false);
  });

  it('is nobody once it is changed, and the author’s domain may say that it is forged', async () => {
    const raw = await signed('anna@example.org');
    const changed = new Uint8Array(raw);
    changed[changed.length - 4] = 0x21;
    assert.deepEqual(await vouch(changed), {
      dkim: 'fail',
      domain: 'example.org',
      spf: 'none',
      aligned: false,
      disowned: true,
    });
    const lenient = zone({ 'k._domainkey.example.org': `v=DKIM1; p=${KEY}`, '_dmarc.example.org': 'v=DMARC1; p=none' });
    assert.equal((await vouch(changed, '', '203.0.113.9', lenient)).disowned, false);
  });

  it('is the domain that names the server it came from', async () => {
    const sender = 'anna@example.org';
    const pass = await vouch(PLAIN, sender, '192.0.2.1');
    assert.deepEqual([pass.spf, pass.aligned, pass.disowned], ['pass', true, false]);
    const fail = await vouch(PLAIN, sender, '192.0.2.2');
    assert.deepEqual([fail.spf, fail.aligned, fail.disowned], ['fail', false, true]);
  });

  it('is asked about the server that handed it to ours', async () => {
    const received = (address: string) =>
      message([
        `Received: from mx.example.org (mx.example.org [${address}]) by post.example with ESMTPS id 1; Sun, 22 Nov 2026 10:00:01 +0200`,
        ...new TextDecoder().decode(PLAIN).split('\r\n'),
      ]);
    const spf = async (address: string) => (await vouch(received(address), 'anna@example.org', '127.0.0.1')).spf;
    assert.deepEqual([await spf('192.0.2.1'), await spf('192.0.2.2')], ['pass', 'fail']);
  });

  it('is nobody where nobody says anything, or too much', async () => {
    const nothing = zone({});
    assert.deepEqual(await vouch(PLAIN, 'anna@example.org', '192.0.2.1', nothing), NO_TRUST);
    assert.deepEqual(await vouch(message(['no head at all']), '', '::1', nothing), NO_TRUST);
    const many = Array.from(
      { length: 9 },
      () => 'DKIM-Signature: v=1; a=rsa-sha256; d=example.org; s=k; h=from; bh=x; b=x',
    );
    const asked: string[] = [];
    const watching: Resolve = async (domain) => {
      asked.push(domain);
      return [];
    };
    assert.deepEqual(
      await vouch(message([...many, 'From: a@example.org', '', 'x']), '', '192.0.2.1', watching),
      NO_TRUST,
    );
    assert.deepEqual(asked, []);
    const silent: Resolve = async () => new Promise<string[]>(() => {});
    const late = createVouch(silent, 'post.example', 5);
    const mail = { raw: PLAIN, sender: '', from: { address: '192.0.2.1', name: 'x' } };
    assert.deepEqual(await late(mail, authorOf(PLAIN)), NO_TRUST);
  });
});
