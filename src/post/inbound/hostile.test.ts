import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createMailReading } from './apart.ts';
import { MAIL_BOUNDS } from './mail.ts';
import { readMail } from './read.ts';
import { HEAD, message, none, read } from '../../../test/kit/mail-in.ts';

describe('a hostile message', () => {
  it('keeps no line breaks, NULs or hidden characters in its fields', () => {
    const mail = read(
      'From: =?utf-8?Q?a=00=0D=0ABcc=3A_x?= <anna@example.org>',
      'Subject: =?utf-8?Q?one=0D=0ABcc:_x=40y=00=E2=80=AE?=',
      'Message-ID: <a b@c> <ok@example.org>',
      '',
      'wo\u200brds\0\u202e',
    );
    assert.deepEqual(mail.from, { name: 'a Bcc: x', address: 'anna@example.org' });
    assert.equal(mail.subject, 'one Bcc: x@y');
    assert.equal(mail.messageId, '<ok@example.org>');
    assert.equal(mail.words, 'words');
  });

  it('names one author or none', () => {
    assert.equal(read('From: a@b.example', 'From: c@d.example', '', '').from, null);
    assert.equal(read('From: a@b.example, c@d.example', '', '').from, null);
    assert.equal(read('From: "anna@example.org" <evil@example.net>', '', '').from?.address, 'evil@example.net');
    assert.equal(read('From:', '', '').from, null);
  });

  it('is not read beyond its bounds', () => {
    const nested = (depth: number): readonly string[] =>
      depth === 0
        ? ['', 'deep']
        : [
            `Content-Type: multipart/mixed; boundary=b${depth}`,
            '',
            `--b${depth}`,
            ...nested(depth - 1),
            `--b${depth}--`,
          ];
    assert.equal(read(...HEAD, ...nested(MAIL_BOUNDS.depth)).words, 'deep');
    assert.equal(read(...HEAD, ...nested(MAIL_BOUNDS.depth + 1)).fault, 'too-deep');
    const parts = Array.from({ length: 100_000 }, () => '--b\r\n\r\nx');
    const many = read(...HEAD, 'Content-Type: multipart/mixed; boundary=b', '', ...parts);
    assert.deepEqual([many.fault, many.words, many.from?.address], ['too-many-parts', '', 'Anna@example.org']);
    assert.equal(read(`X: ${'x'.repeat(MAIL_BOUNDS.head)}`, '', '').fault, 'head-too-large');
    assert.equal(read(...Array.from({ length: 2000 }, (_, i) => `X-${i}: 1`), '', '').fault, 'head-too-large');
    const long = read(...HEAD, '', 'x'.repeat(MAIL_BOUNDS.words + 1));
    assert.deepEqual([long.words.length, long.leftOut], [MAIL_BOUNDS.words, ['words']]);
    const files = Array.from({ length: 40 }, () => '--b\r\nContent-Type: application/zip\r\n\r\nx');
    const mail = read(...HEAD, 'Content-Type: multipart/mixed; boundary=b', '', ...files, '--b--');
    assert.deepEqual([mail.attachments.length, mail.leftOut], [MAIL_BOUNDS.attachments, ['attachments']]);
  });

  it('is read in time that grows with its size alone', async () => {
    const size = 120_000;
    const html = [...HEAD, 'Content-Type: text/html', ''];
    for (const lines of [
      [...html, '<'.repeat(size)],
      [...html, '<a'.repeat(size / 2)],
      [...html, '<blockquote>'.repeat(size / 12)],
      [...html, 'a<b>'.repeat(size / 4)],
      [...html, '<!--'.repeat(size / 4)],
      [...html, '&#'.repeat(size / 2)],
      [...HEAD, `Subject: ${'=?utf-8?Q?'.repeat(size / 10)}`, '', ''],
      [`From: ${'(<,"'.repeat(size / 4)}`, '', ''],
      [`From: ${'a@b,'.repeat(size / 4)}`, '', ''],
      [`References: ${'<'.repeat(size)}`, '', ''],
      [`Content-Type: text/plain${'; a="'.repeat(size / 5)}`, '', ''],
      [...HEAD, '', '\r'.repeat(size)],
      [...HEAD, '', '>'.repeat(size)],
      [...HEAD, 'Content-Transfer-Encoding: quoted-printable', '', '= '.repeat(size / 2)],
      [...HEAD, 'Content-Type: multipart/mixed; boundary=-', '', '-'.repeat(size)],
    ]) {
      const from = performance.now();
      readMail(message(lines), '', none);
      // The slowest takes a few hundredths of this; one whose time grew with the square would take a hundred times more.
      assert.ok(performance.now() - from < 2000, lines.join('\n').slice(0, 200));
    }
  });

  it('is read apart where it is large, and given up where that takes too long', async () => {
    const large = message([...HEAD, '', 'Words. '.repeat(30_000)]);
    const mail = await createMailReading(none)(large, 'a@b.example');
    assert.deepEqual([mail.words.length, mail.fault], [MAIL_BOUNDS.words, null]);
    const ended = await createMailReading(none, { small: 10, time: 0, memory: 64 })(large, 'a@b.example');
    assert.equal(ended.fault, 'hostile');
    const own = await createMailReading((id) => id === '<1@example.org>')(large, 'a@b.example');
    assert.equal(own.automatic, 'loop');
    assert.equal((await createMailReading(none)(new Uint8Array(MAIL_BOUNDS.message + 1), '')).fault, 'too-large');
  });

  it('comes back bounded and clean, whatever it is', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom(
        '\r\n',
        '\n',
        '--b',
        '--b--',
        'Content-Type: multipart/mixed; boundary=b\r\n',
        '=?utf-8?B?',
        '\r\n\r\n',
        '<p>',
        '\0',
        'Content-Type: text/html\r\n',
        'Content-Transfer-Encoding: base64\r\n',
        'From: a@b\r\n',
        'Subject: ',
        '&#x110000;',
        'Content-Type: text/calendar\r\n',
        'Content-Disposition: attachment; filename=',
        '\ud800',
        '> ',
        '=',
        '"',
        '<',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.boolean(), (pieces, latin1) => {
        const mail = readMail(message([pieces.join('')], latin1), '', none);
        const texts = [
          mail.subject,
          mail.from?.name ?? '',
          ...mail.attachments.map(({ name }) => name),
          ...mail.references,
        ];
        for (const text of texts) assert.match(text, /^[^\p{Cc}\u2028\u202e\u200b]*$/u);
        for (const text of [...texts, mail.words])
          assert.ok(
            text.isWellFormed() && text.normalize('NFC') === text && text.trim() === text,
            JSON.stringify(text),
          );
        assert.match(mail.words, /^[^\0\r]*$/u);
        assert.ok(
          mail.attachments.every(({ name }) => name.length > 0 && name.length <= 120 && !/[/\\]|^\./u.test(name)),
        );
      }),
      { numRuns: 500 },
    );
  });
});
