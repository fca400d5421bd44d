import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MAIL_BOUNDS } from './mail.ts';
import { readMail } from './read.ts';
import { HEAD, message, none, read } from '../../../test/kit/mail-in.ts';

describe('a message', () => {
  it('is read with its head, in words', () => {
    const mail = read(
      ...HEAD,
      'Subject: =?iso-8859-7?Q?=D4=EF?= =?iso-8859-7?Q?_=F0=EF=F4=DC=EC=E9?=',
      'Date: Sun, 22 Nov 2026 10:00:00 +0200 (EET)',
      'In-Reply-To: <a@post.example>',
      'References: <x@y.example>',
      ' <a@post.example>',
      '',
      'Συμφωνούμε.',
    );
    assert.deepEqual(mail.from, { name: 'Άννα', address: 'Anna@example.org' });
    assert.equal(mail.subject, 'Το ποτάμι');
    assert.equal(mail.date, Date.UTC(2026, 10, 22, 8));
    assert.equal(mail.messageId, '<1@example.org>');
    assert.deepEqual(mail.inReplyTo, ['<a@post.example>']);
    assert.deepEqual(mail.references, ['<x@y.example>', '<a@post.example>']);
    assert.equal(mail.words, 'Συμφωνούμε.');
    assert.deepEqual([mail.automatic, mail.fault, mail.leftOut], [null, null, []]);
  });

  it('is read from its plain text, and from its HTML where that is all there is', () => {
    const alternative = (plain: string) =>
      read(
        ...HEAD,
        'Content-Type: multipart/alternative; boundary="b 1"',
        '',
        'preamble',
        '--b 1',
        'Content-Type: text/plain; charset=utf-8',
        '',
        plain,
        '--b 1',
        'Content-Type: text/html; charset=utf-8',
        '',
        '<html><head><style>p { color: red }</style></head><body><p>Πρώτη&nbsp;&alpha;&#x3b2;</p><p>a &lt; b<br>c',
        '<blockquote><div>earlier</div></blockquote><ul><li>one</li><li>two</li></ul><script>alert(1)</script>',
        '--b 1--',
      ).words;
    assert.equal(alternative('Plain.'), 'Plain.');
    assert.equal(alternative(' '), 'Πρώτη αβ\n\na < b\nc\n> earlier\n\n- one\n- two');
  });

  it('keeps its attachments under safe names, and opens none', () => {
    const file = (...head: readonly string[]) => ['--b', ...head, 'Content-Transfer-Encoding: base64', '', 'AAEC', ''];
    const { attachments, words } = read(
      ...HEAD,
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      '',
      'See the files.',
      ...file('Content-Disposition: attachment; filename*0*=utf-8\'\'%CE%A8%CE%AE; filename*1="φισμα.odt"'),
      ...file('Content-Disposition: attachment; filename="../../etc/pass\\"wd"'),
      ...file('Content-Type: application/zip; name="C:\\\\temp\\\\=?utf-8?Q?bomb=0D=0A.zip?="'),
      ...file('Content-Type: message/rfc822'),
      ...file('Content-Disposition: attachment; filename="...."'),
      ...file(`Content-Disposition: attachment; filename="${'x'.repeat(300)}.json.sig"`),
      '--b--',
    );
    assert.equal(words, 'See the files.');
    assert.deepEqual(
      attachments.map(({ name }) => name),
      ['Ψήφισμα.odt', 'pass_wd', 'bomb .zip', '4.eml', '5.txt', `${'x'.repeat(111)}.json.sig`],
    );
    assert.ok(attachments.every(({ content }) => content.toHex() === '000102'));
  });

  it('comes with calendar parts, each once', () => {
    const calendar = 'BEGIN:VCALENDAR\r\nEND:VCALENDAR';
    const { calendars, attachments } = read(
      ...HEAD,
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/calendar; method=reply; charset=utf-8',
      '',
      calendar,
      '--b',
      'Content-Type: application/ics; name=invite.ics',
      '',
      calendar,
      '--b--',
    );
    assert.deepEqual(calendars, [{ method: 'REPLY', words: calendar }]);
    assert.deepEqual(
      attachments.map(({ name }) => name),
      ['invite.ics'],
    );
  });

  it('has its paragraphs again where its program flowed them', () => {
    const flowed = [
      'One paragraph that ',
      'goes on.',
      '> quoted that ',
      '> goes on',
      '>> deeper',
      ' From here',
      '-- ',
      'Anna',
    ];
    const { words } = read(...HEAD, 'Content-Type: text/plain; format=flowed', '', ...flowed);
    assert.equal(words, 'One paragraph that goes on.\n> quoted that goes on\n>> deeper\nFrom here\n-- \nAnna');
  });
});

describe('words in the wrong character set', () => {
  const GREEK = 'Οι ποταμοί δεν γνωρίζουν σύνορα.';
  const BULGARIAN = 'Реките не познават граници.';
  const TURKISH = 'Nehirler sınır tanımaz, çünkü akıp giderler.';
  /** What a code page makes of words, by looking every byte up. */
  const encoded = (page: string, words: string): string => {
    const letters = Array.from({ length: 256 }, (_, byte) => new TextDecoder(page).decode(Uint8Array.of(byte)));
    return Array.from(words, (letter) => String.fromCharCode(letters.indexOf(letter))).join('');
  };
  const withCharset = (charset: string | null, bytes: string): string =>
    readMail(
      message(
        [...HEAD, ...(charset === null ? [] : [`Content-Type: text/plain; charset="${charset}"`]), '', bytes],
        true,
      ),
      'a@b.example',
      none,
    ).words;
  const asUtf8 = (words: string): string => Buffer.from(words).toString('latin1');

  it('are read as what they are', () => {
    for (const [charset, page, words] of [
      ['iso-8859-7', 'iso-8859-7', GREEK],
      ['windows-1253', 'windows-1253', GREEK],
      ['x-unknown', 'windows-1253', GREEK],
      [null, 'iso-8859-7', GREEK],
      ['windows-1251', 'windows-1251', BULGARIAN],
      ['koi8-r', 'koi8-r', BULGARIAN],
      ['us-ascii', 'windows-1251', BULGARIAN],
      ['utf-8', 'koi8-r', BULGARIAN],
      ['iso-8859-9', 'iso-8859-9', TURKISH],
      ['Windows-1254', 'windows-1254', TURKISH],
      [null, 'windows-1254', TURKISH],
    ] as const)
      assert.equal(withCharset(charset, encoded(page, words)), words, `${charset} ${page}`);
  });

  it('are UTF-8 where they are that beyond doubt', () => {
    for (const charset of ['iso-8859-7', 'windows-1251', 'us-ascii', 'no-such-thing', null])
      for (const words of [GREEK, BULGARIAN, TURKISH]) assert.equal(withCharset(charset, asUtf8(words)), words);
    assert.equal(withCharset('utf-8', `${asUtf8(GREEK)}\u00ce`), `${GREEK}\ufffd`, 'cut in the middle of a letter');
  });
});

describe('a message that no person wrote', () => {
  const automatic = (...fields: readonly string[]) => read(...HEAD, ...fields, '', 'x').automatic;

  it('is known by what it says of itself', () => {
    for (const [field, kind] of [
      ['Auto-Submitted: auto-replied (vacation)', 'answered'],
      ['Auto-Submitted: auto-generated', 'generated'],
      ['X-Autoreply: yes', 'answered'],
      ['Precedence: auto_reply', 'answered'],
      ['Precedence: bulk', 'bulk'],
      ['List-Id: <rivers.lists.example>', 'bulk'],
      ['Content-Type: multipart/report; report-type=delivery-status; boundary=x', 'report'],
      ['Subject: =?utf-8?Q?=CE=91=CF=85?=', null],
      ['Subject: Αυτόματη απάντηση: Ποταμοί', 'answered'],
      ['Subject: Автоматичен отговор: Реки', 'answered'],
      ['Subject: Otomatik yanıt: Nehirler', 'answered'],
      ...[
        'Risposta automatica: Fiumi',
        'Respuesta automática: Ríos',
        'Odpowiedź automatyczna: Rzeki',
        'Automatikus válasz: Folyók',
        'Автоматски одговор: Реки',
        'Автоматический ответ: Реки',
        'Samodejni odgovor: Reke',
        'Përgjigje automatike: Lumenj',
        'Out of Office AutoReply: Rivers',
        'Out of Office Re: Rivers',
        'Autoreply - Rivers',
        '[Auto-Reply] Rivers',
        'Anna is out of the office (returning 11/9)',
        '=?utf-8?Q?Risposta_automatica=3A?= Fiumi',
      ].map((subject) => [`Subject: ${subject}`, 'answered'] as const),
      ['X-Precedence: auto-reply', 'answered'],
      ['X-Autogenerated: Reply', 'generated'],
      ['X-Autoreply-From: anna@example.org', 'answered'],
      ['X-MS-Exchange-Generated-Message-Source: Mailbox Rules Agent', 'answered'],
      ['X-Auto-Response-Suppress: All', 'generated'],
      ['X-FC-MachineGenerated: true', 'generated'],
      ['Delivered-To: Autoresponder', 'generated'],
      ['Delivered-To: reply@post.example', null],
      ['Subject: Automatic reply to a letter that nobody wrote', null],
      ['Subject: [rivers] Out of office', null],
      ['Subject: The spring is out of the office’s hands', null],
      ['Subject: Re: Out of office: not written by a program', null],
      ['Auto-Submitted: no', null],
    ] as const)
      assert.equal(automatic(field), kind, field);
    assert.equal(automatic(...Array.from({ length: MAIL_BOUNDS.received + 1 }, () => 'Received: from x')), 'loop');
    assert.equal(readMail(message([...HEAD, '', 'x']), '', none).automatic, 'no-return-path');
    assert.equal(
      readMail(message([...HEAD, '', 'x']), 'a@b.example', (id) => id === '<1@example.org>').automatic,
      'loop',
    );
  });

  it('may be one press on a sign', () => {
    const reaction = read(
      ...HEAD,
      'Content-Type: multipart/alternative; boundary=b',
      '',
      '--b',
      '',
      '👍 Anna reacted',
      '--b',
      'Content-Type: text/vnd.google.email-reaction+json',
      '',
      '{ "version": 1, "emoji": "👍" }',
      '--b--',
    );
    assert.equal(reaction.automatic, 'reaction');
  });

  it('says, where it is a report, what became of our mail', () => {
    const { report, automatic } = read(
      ...HEAD,
      'Content-Type: multipart/report; report-type=delivery-status; boundary=r',
      '',
      '--r',
      '',
      'Sorry.',
      '--r',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.example.org',
      '',
      'Final-Recipient: rfc822; anna@example.org',
      'Action: failed',
      'Status: 5.1.1',
      'Diagnostic-Code: smtp; 550 5.1.1 <anna@example.org>:',
      '    user unknown',
      '',
      '--r--',
    );
    assert.equal(automatic, 'report');
    assert.deepEqual(report, {
      action: 'failed',
      status: '5.1.1',
      diagnostic: '550 5.1.1 <anna@example.org>: user unknown',
    });
  });
});
