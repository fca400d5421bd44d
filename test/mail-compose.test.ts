import assert from 'node:assert/strict';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { instant } from '../src/base/time.ts';
import type { Mail, MailContent } from '../src/conference/post/mail.ts';
import { dkimRecord } from '../src/conference/post/dkim-key.ts';
import { loadOrCreateDkimKey } from '../src/conference/dkim-file.ts';
import { dkimResults, recordText } from './kit/dkim.ts';
import { dkimpyVerifies, noDkimpy } from './kit/dkimpy.ts';
import { circular, circularTo, newDkimKey, sending, testCompose, testMailings } from './kit/mail.ts';

const NOW = instant(Date.UTC(2026, 10, 22, 9, 30));
const key = newDkimKey('rsa');
const mailings = testMailings();
const item = sending(circularTo(mailings, 3));

const composed = async (mail: Mail, from = testCompose(key)): Promise<Uint8Array> =>
  (await from(item, mail, NOW)).message;

const headOf = (message: Uint8Array): string => {
  const text = Buffer.from(message).toString('latin1');
  return text.slice(0, text.indexOf('\r\n\r\n'));
};

const parsed = async (message: Uint8Array) => PostalMime.parse(message);

const WHOLE: MailContent = {
  text: 'Αγαπητοί φίλοι,\n.\n. τελεία \t \n\n\n',
  html: `<!doctype html><p>${'Καλημέρα '.repeat(300)}</p>`,
  calendar: { method: 'REQUEST', object: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' },
  attachments: [
    { name: 'Ψήφισμα "τελικό".pdf', type: 'application/pdf', content: new Uint8Array([0, 255, 13, 10, 46]) },
  ],
};

describe('a mail', () => {
  it('reads as what was written, part by part, with nothing but ASCII on the wire', async () => {
    const message = await composed(circular({ content: WHOLE, follows: ['<1@x>', '<2@x>'] }));
    assert.ok(message.every((byte) => byte < 128));
    const mail = await parsed(message);
    assert.deepEqual(mail.from, { name: 'Σύνοδος των Ποταμών', address: 'rivers@example.org' });
    assert.deepEqual(mail.to, [{ name: 'Άννα Κ.', address: item.address }]);
    assert.deepEqual(
      mail.replyTo?.map(({ address }) => address),
      [mailings.replyTo(item)],
    );
    assert.equal(mail.subject, circular().subject);
    assert.equal(mail.messageId, item.messageId);
    assert.equal(mail.inReplyTo, '<2@x>');
    assert.equal(mail.references, '<1@x> <2@x>');
    assert.equal(mail.date, '2026-11-22T09:30:00.000Z');
    assert.equal(mail.text?.replaceAll('\r\n', '\n').trimEnd(), WHOLE.text.trimEnd());
    assert.equal(mail.html?.trimEnd(), WHOLE.html);
    const [calendar, pdf] = mail.attachments;
    assert.deepEqual([calendar?.mimeType, calendar?.method], ['text/calendar', 'REQUEST']);
    assert.deepEqual(
      [pdf?.filename, pdf?.mimeType, pdf?.disposition],
      ['Ψήφισμα "τελικό".pdf', 'application/pdf', 'attachment'],
    );
    assert.deepEqual(new Uint8Array(pdf?.content as ArrayBuffer), WHOLE.attachments[0]?.content);
  });

  it('has no line that is too long, whatever is in it', async () => {
    const word = 'x'.repeat(3000);
    const content = { ...WHOLE, text: word, html: `<p>${word}</p>`, attachments: [] };
    const message = await composed(
      circular({ content, subject: `${word} ${'Σ'.repeat(2000)}`, from: 'Σ'.repeat(500) }),
    );
    const lines = Buffer.from(message).toString('latin1').split('\r\n');
    assert.ok(Math.max(...lines.map(({ length }) => length)) <= 998);
    assert.ok(lines.every((line) => !/[\r\n]/u.test(line)));
    assert.equal((await parsed(message)).text?.trim(), word);
    assert.deepEqual(
      (await dkimResults(message, key)).map(({ result }) => result),
      ['pass'],
    );
  });

  it('cannot be made to say another header, whatever its words are', async () => {
    const plain = testCompose();
    const names = (message: Uint8Array): readonly string[] =>
      headOf(message)
        .split(/\r\n(?![ \t])/u)
        .map((line) => line.slice(0, line.indexOf(':')));
    const usual = names(await composed(circular(), plain));
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '\r\nBcc: x@evil.example',
        'a\n\nbody',
        'x\r\n\r\n.\r\n',
        '=?utf-8?Q?=0D=0ABcc:_x?=',
        '"',
        '\\',
        '<x@y>, z@w',
        '\u2028',
        'a\0b',
      ),
    );
    const { content } = circular();
    await fc.assert(
      fc.asyncProperty(hostile, hostile, hostile, async (from, to, subject) => {
        const message = await composed(circular({ from, to, subject, content }), plain);
        assert.deepEqual(names(message), usual);
        const mail = await parsed(message);
        assert.equal(mail.from?.address, 'rivers@example.org');
        assert.deepEqual(
          mail.to?.map(({ address }) => address),
          [item.address],
        );
      }),
      { numRuns: 40 },
    );
    await assert.rejects(composed(circular({ follows: ['<a@b>\r\nBcc: x@evil.example'] })), TypeError);
  });
});

describe('the headers of a list', () => {
  const help = new URL('https://example.org/help');
  const unsubscribe = new URL('https://example.org/rivers/unsubscribe?for=abc');
  const bulletin = circular({
    sort: { kind: 'bulletin', help, archive: new URL('https://example.org/rivers/17'), unsubscribe },
  });

  it('let a reader leave a bulletin by one click, signed (RFC 8058)', async () => {
    const message = await composed(bulletin);
    const { headers } = await parsed(message);
    const value = (name: string): string | undefined => headers.find(({ key }) => key === name)?.value;
    assert.equal(value('list-unsubscribe'), `<${unsubscribe.href}>`);
    assert.equal(value('list-unsubscribe-post'), 'List-Unsubscribe=One-Click');
    assert.equal(value('list-id'), '<rivers.post.example.org>');
    assert.equal(value('list-help'), `<${help.href}>`);
    assert.equal(value('auto-submitted'), 'auto-generated');
    const [signature] = await dkimResults(message, key);
    assert.equal(signature?.result, 'pass');
    for (const name of ['list-unsubscribe', 'list-unsubscribe-post', 'list-id', 'message-id'])
      assert.ok(signature?.fields.includes(name), name);
  });

  it('offer no one-click where others could read the address', async () => {
    const plain = new URL('http://localhost:8080/unsubscribe');
    const message = await composed({
      ...bulletin,
      sort: { kind: 'bulletin', help, archive: null, unsubscribe: plain },
    });
    assert.match(headOf(message), /^List-Unsubscribe: <http:/mu);
    assert.doesNotMatch(headOf(message), /^List-Unsubscribe-Post:/mu);
  });

  it('never let anyone be unsubscribed from a notice, nor make a list of a code', async () => {
    assert.doesNotMatch(headOf(await composed(circular())), /unsubscribe/iu);
    assert.doesNotMatch(headOf(await composed(circular({ sort: { kind: 'personal' } }))), /^List-/mu);
  });
});

describe('DKIM', () => {
  const ed25519 = newDkimKey('ed25519');
  const mails = [
    circular(),
    circular({ content: WHOLE }),
    circular({ content: { ...WHOLE, text: '', html: null, calendar: null, attachments: [] } }),
  ];

  it('is found good by an independent verifier, for every form of body and both kinds of key', async () => {
    const compose = testCompose(key, ed25519);
    for (const mail of mails) {
      const results = await dkimResults(await composed(mail, compose), key, ed25519);
      assert.deepEqual(
        results.map(({ result, domain, algorithm }) => [result, domain, algorithm]),
        [
          ['pass', 'example.org', 'rsa-sha256'],
          ['pass', 'example.org', 'ed25519-sha256'],
        ],
      );
    }
  });

  it('is found good by dkimpy', { skip: noDkimpy() }, async () => {
    const messages = await Promise.all(mails.map((mail) => composed(mail)));
    assert.deepEqual(dkimpyVerifies(messages, dkimRecord(key).name, recordText(key)), [true, true, true]);
  });

  it('fails once anything is changed or added that it covers', async () => {
    const text = Buffer.from(await composed(mails[1] as Mail)).toString('latin1');
    const changed = [
      text.replace('rivers@example.org', 'mallory@example.org'),
      text.replace('From: ', 'From: mallory@example.org\r\nFrom: '),
      text.replace('To: ', 'Subject: another\r\nTo: '),
      text.replace('application/pdf', 'application/exe'),
      `${text}more\r\n`,
    ];
    for (const other of changed) {
      assert.notEqual(other, text);
      const [signature] = await dkimResults(Buffer.from(other, 'latin1'), key);
      assert.notEqual(signature?.result, 'pass', other.slice(0, 900));
    }
  });

  it('makes its key once, for the owner’s eyes alone, and a record that fits a zone file', async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'isonomia-'));
    t.after(() => rm(folder, { recursive: true }));
    const file = join(folder, 'dkim.pem');
    const made = await loadOrCreateDkimKey(file);
    assert.equal((await stat(file)).mode & 0o777, 0o600);
    assert.ok((await loadOrCreateDkimKey(file)).equals(made));
    const { name, value } = dkimRecord({ domain: 'example.org', selector: 's1', key: made });
    assert.equal(name, 's1._domainkey.example.org');
    assert.match(value, /^"v=DKIM1; k=rsa; p=[A-Za-z0-9+/]+" "[A-Za-z0-9+/=]+"$/u);
    assert.ok(value.split('" "').every((string) => string.length <= 257));
    await writeFile(file, 'no key');
    await assert.rejects(loadOrCreateDkimKey(file));
  });
});
