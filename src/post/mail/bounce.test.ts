import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readMail } from '../inbound/read.ts';
import { message, none } from '../../../test/kit/mail-in.ts';
import { bounceIn } from './bounce.ts';

const TOKEN = 'aaaaaeiaaaaxqvko4m636qzkdsydmuf3zbjvvfvi';
const RECIPIENT = `bounce+${TOKEN}@post.example.org`;
const HEAD = ['From: MAILER-DAEMON@mx.example.org', 'Subject: Undelivered Mail Returned to Sender'];

const bounce = (lines: readonly string[], recipient = RECIPIENT) =>
  bounceIn(recipient, readMail(message(lines), '', none));

const report = (...status: readonly string[]): readonly string[] => [
  ...HEAD,
  'Auto-Submitted: auto-replied',
  'Content-Type: multipart/report; report-type=delivery-status; boundary=r',
  '',
  '--r',
  '',
  'I am sorry.',
  '--r',
  'Content-Type: message/delivery-status',
  '',
  'Reporting-MTA: dns; mx.example.org',
  '',
  'Final-Recipient: rfc822; anna@example.net',
  ...status,
  '',
  '--r',
  'Content-Type: message/rfc822',
  '',
  'Subject: the mail itself',
  '',
  '5.0.0 says nothing here',
  '--r--',
];

describe('a mail that came back', () => {
  it('tells which mail will not arrive, and what the last server said', () => {
    const lines = report('Action: failed', 'Status: 5.1.1', 'Diagnostic-Code: smtp; 550 <anna@example.net>: unknown');
    const expected = { token: TOKEN, kind: 'permanent', answer: '5.1.1 550 <anna@example.net>: unknown' };
    assert.deepEqual(bounce(lines), expected);
    assert.deepEqual(bounce(lines, RECIPIENT.toUpperCase()), expected, 'some servers fold case');
    assert.deepEqual(bounce(lines, `bounce+${TOKEN}`), expected);
  });

  it('is final where a server has stopped trying, and not while it tries', () => {
    assert.equal(bounce(report('Action: failed', 'Status: 4.4.7'))?.kind, 'permanent');
    assert.equal(bounce(report('Action: delayed', 'Status: 4.4.1'))?.kind, 'temporary');
    assert.equal(bounce(report('Action: delivered', 'Status: 2.0.0')), null);
  });

  it('may be a letter with a status in it', () => {
    const lines = [
      ...HEAD,
      '',
      'Hi. This is the mail program at mx.example.org.',
      '',
      '<anna@example.net>:',
      '550 5.1.1 unknown',
    ];
    assert.deepEqual(bounce(lines), { token: TOKEN, kind: 'permanent', answer: '550 5.1.1 unknown' });
    assert.equal(bounce([...HEAD, '', '450 4.2.2 mailbox full'])?.kind, 'temporary');
    assert.equal(bounce([...HEAD, '', 'Something is wrong.']), null);
  });

  it('is none where somebody is on holiday, or writes to that address', () => {
    const holiday = ['From: anna@example.net', 'Auto-Submitted: auto-replied', '', 'Back on 5.10.2026, dial 550 5.1.1'];
    assert.equal(bounce(holiday), null);
    const person = readMail(message(['From: anna@example.net', '', 'What is 5.1.1?']), 'anna@example.net', none);
    assert.equal(bounceIn(RECIPIENT, person), null);
    for (const recipient of [RECIPIENT.replace('bounce', 'reply'), 'bounce@post.example.org', 'bounce+short@x', ''])
      assert.equal(bounce(report('Action: failed', 'Status: 5.1.1'), recipient), null, recipient);
  });
});
