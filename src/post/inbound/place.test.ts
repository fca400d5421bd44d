import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { OrganisationId, Slug } from '../../base/ids.ts';
import { utf8 } from '../../base/bytes.ts';
import type { OurAddress } from './addresses.ts';
import { type Addressee, type Incoming, type Placement, mayBeAnswered, place } from './place.ts';
import { readMail } from './read.ts';
import { HEAD, message, none } from '../../../test/kit/mail-in.ts';
import { NO_TRUST } from './trust.ts';

const ANNA: Addressee = { organisation: 'diktyo' as OrganisationId, delegate: 2 };
const IVAN: Addressee = { organisation: 'reki' as OrganisationId, delegate: 1 };
const SLUG = 'rivers' as Slug;
const REPLY: OurAddress = { purpose: 'reply', slug: SLUG, circulation: 7, ...ANNA };
const CALENDAR: OurAddress = { ...REPLY, purpose: 'calendar' };
const TOKEN = 'a'.repeat(40);
const BOUNCE: OurAddress = { purpose: 'bounce', slug: SLUG, token: TOKEN };
const GENERAL: OurAddress = { purpose: 'general', slug: SLUG };

/** A mail by Anna, who was asked, to the reply address that she was given. */
const incoming = (lines: readonly string[], more: Partial<Incoming> = {}): Incoming => ({
  mail: readMail(message([...HEAD, ...lines]), more.sender ?? 'anna@example.org', none),
  sender: 'anna@example.org',
  trust: NO_TRUST,
  to: REPLY,
  known: [],
  asked: 'anna@example.org',
  follows: [],
  ...more,
});

const WORDS = ['Subject: Re: Πηγές', '', 'Ναι.', '', '> Γράψτε μας.'];

/** What it comes to, and why. */
const outcome = (placement: Placement): readonly unknown[] => {
  const why = 'why' in placement ? placement.why : null;
  return [placement.kind, typeof why === 'object' ? (why?.kind ?? null) : why];
};

describe('a mail to a reply address', () => {
  it('is the reply of the delegate to whom it was given', () => {
    assert.deepEqual(place(incoming(WORDS)), {
      kind: 'reply',
      circulation: 7,
      ...ANNA,
      proven: false,
      said: { subject: 'Re: Πηγές', words: 'Ναι.', files: [] },
    });
  });

  it('is that of a colleague who is known, and of anyone known whom a mail server vouches for', () => {
    const other = { asked: 'old@example.org', known: [{ ...ANNA, delegate: 3 }] };
    const reply = place(incoming(WORDS, other));
    assert.deepEqual([reply.kind, 'delegate' in reply && reply.delegate], ['reply', 3]);
    const forwarded = { asked: 'old@example.org', known: [IVAN] };
    assert.deepEqual(outcome(place(incoming(WORDS, forwarded))), ['refused', 'unknown-sender']);
    const vouched = place(incoming(WORDS, { ...forwarded, trust: { ...NO_TRUST, aligned: true } }));
    assert.deepEqual([vouched.kind, 'organisation' in vouched && vouched.organisation], ['reply', 'reki']);
    assert.deepEqual(
      [reply, vouched].map((one) => 'proven' in one && one.proven),
      [false, true],
    );
  });

  it('is nobody’s where nobody knows its author, or its domain disowns it', () => {
    assert.deepEqual(outcome(place(incoming(WORDS, { asked: 'old@example.org' }))), ['refused', 'unknown-sender']);
    const disowned = { trust: { ...NO_TRUST, disowned: true } };
    assert.deepEqual(outcome(place(incoming(WORDS, disowned))), ['refused', 'forged']);
    assert.deepEqual(outcome(place(incoming(WORDS, { ...disowned, asked: null }))), ['refused', 'forged']);
  });

  it('must say something, no more than can be kept, and by a delegate', () => {
    assert.deepEqual(outcome(place(incoming(['', '> only what was quoted']))), ['refused', 'nothing-said']);
    const file = 'Content-Type: application/pdf\r\n\r\nx';
    const files = (count: number) => [
      'Content-Type: multipart/mixed; boundary=b',
      '',
      ...Array.from({ length: count }, () => `--b\r\n${file}`),
      '--b--',
    ];
    assert.equal(place(incoming(files(15))).kind, 'reply');
    assert.deepEqual(outcome(place(incoming(files(16)))), ['waiting', 'too-much']);
    const general = { to: { ...REPLY, delegate: 0 } };
    assert.deepEqual(outcome(place(incoming(WORDS, general))), ['waiting', 'no-delegate']);
    const deep = [
      'Content-Type: multipart/mixed; boundary=b',
      '',
      ...Array.from({ length: 300 }, () => '--b\r\n\r\nx'),
    ];
    assert.deepEqual(outcome(place(incoming(deep))), ['waiting', 'unreadable']);
  });

  it('is not answered, and nothing follows from it, where a program wrote it', () => {
    for (const [field, why] of [
      ['Auto-Submitted: auto-replied', 'answered'],
      ['Precedence: bulk', 'bulk'],
    ] as const)
      assert.deepEqual(outcome(place(incoming([field, ...WORDS]))), ['automatic', why]);
    assert.equal(place(incoming(['Auto-Submitted: auto-replied', ...WORDS], { asked: null })).kind, 'automatic');
  });
});

describe('a mail to the conference’s own address', () => {
  it('is a letter of whoever a mail server vouches for, or their reply to what it follows', () => {
    const known = { to: GENERAL, asked: null, known: [ANNA], trust: { ...NO_TRUST, aligned: true } };
    const letter = place(incoming(WORDS, known));
    assert.deepEqual([letter.kind, 'circulation' in letter && letter.circulation], ['reply', null]);
    const follows = [5, 9].map((circulation) => ({ ...ANNA, circulation }));
    const reply = place(incoming(WORDS, { ...known, follows }));
    assert.deepEqual([reply.kind, 'circulation' in reply && reply.circulation], ['reply', 9]);
  });

  it('waits for a person where nobody vouches, or nobody knows its author', () => {
    const to = { to: GENERAL, asked: null };
    assert.deepEqual(outcome(place(incoming(WORDS, { ...to, known: [ANNA] }))), ['waiting', 'unproven']);
    assert.deepEqual(outcome(place(incoming(WORDS, to))), ['waiting', 'stranger']);
    assert.deepEqual(outcome(place(incoming(WORDS, { ...to, sender: '' }))), ['automatic', 'no-return-path']);
  });
});

describe('an answer', () => {
  it('goes to a delegate who is known, for whom their own domain vouches, where they sent it from', () => {
    const vouched = { known: [ANNA], trust: { ...NO_TRUST, aligned: true } };
    assert.ok(mayBeAnswered(incoming(WORDS, { ...vouched, sender: 'Anna@Example.org' })));
    for (const more of [
      { ...vouched, trust: NO_TRUST },
      { ...vouched, known: [] },
      { ...vouched, sender: 'somebody@example.net' },
      { ...vouched, sender: '' },
    ])
      assert.ok(!mayBeAnswered(incoming(WORDS, more)));
    assert.ok(!mayBeAnswered(incoming(['Auto-Submitted: auto-replied', ...WORDS], vouched)));
  });
});

describe('an answer to an invitation', () => {
  const answer = (attendee: string, method = 'REPLY') => [
    'Auto-Submitted: auto-generated',
    `Content-Type: text/calendar; method=${method}; charset=utf-8`,
    '',
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `METHOD:${method}`,
    'BEGIN:VEVENT',
    'UID:meeting-1@abc',
    `ATTENDEE;PARTSTAT=ACCEPTED:mailto:${attendee}`,
    'DTSTART:20261122T100000Z',
    'END:VEVENT',
    'END:VCALENDAR',
  ];

  it('is the attendance of the one who was invited', () => {
    const placement = place(incoming(answer('Anna@example.org'), { to: CALENDAR }));
    assert.ok(placement.kind === 'attendance');
    assert.deepEqual([placement.organisation, placement.attendee], ['diktyo', 'anna@example.org']);
  });

  it('is refused where it speaks for somebody else, or is none', () => {
    const other = place(incoming(answer('ivan@example.net'), { to: CALENDAR, sender: '' }));
    assert.deepEqual(outcome(other), ['refused', 'calendar-of-another']);
    assert.equal(place(incoming(answer('anna@example.org', 'REQUEST'), { to: CALENDAR })).kind, 'automatic');
    const stranger = place(incoming(answer('anna@example.org'), { to: CALENDAR, asked: 'old@example.org' }));
    assert.deepEqual(outcome(stranger), ['refused', 'unknown-sender']);
  });
});

describe('a mail that comes back', () => {
  const report = (action: string) => [
    'Content-Type: multipart/report; report-type=delivery-status; boundary=r',
    '',
    '--r\r\nContent-Type: message/delivery-status\r\n',
    `Reporting-MTA: dns; x\r\n\r\nAction: ${action}\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 no such user`,
    '--r--',
  ];
  const bounced = (lines: readonly string[], more: Partial<Incoming> = {}) =>
    place(incoming(lines, { to: BOUNCE, sender: '', ...more }));

  it('is told from one that is late, and from a vacation notice', () => {
    assert.deepEqual(bounced(report('failed')), {
      kind: 'bounce',
      token: TOKEN,
      status: '5.1.1',
      answer: '5.1.1 550 no such user',
    });
    assert.deepEqual(outcome(bounced(report('delayed'))), ['automatic', 'delayed']);
    assert.deepEqual(outcome(bounced(['Auto-Submitted: auto-replied', ...WORDS])), ['automatic', 'answered']);
    assert.equal(bounced(['Subject: failure notice', '', 'anna@example.org: 550 5.1.1 no such user']).kind, 'bounce');
    assert.deepEqual(outcome(bounced(['Subject: failure notice', '', 'Hi.'])), ['waiting', 'stranger']);
    assert.deepEqual(outcome(bounced(WORDS, { sender: 'anna@example.org' })), ['waiting', 'stranger']);
  });
});

describe('an act by mail', () => {
  const ACT = '{"kind":"text.cosponsor"}';
  const SIG = '-----BEGIN SSH SIGNATURE-----\r\nAAAA\r\n-----END SSH SIGNATURE-----\r\n';
  const withFiles = (files: Readonly<Record<string, string>>, more: Partial<Incoming> = {}) => {
    const mail = incoming(['', 'See the act.'], { asked: null, ...more });
    const attachments = Object.entries(files).map(([name, text]) => ({ name, type: 'x/y', content: utf8(text) }));
    return place({ ...mail, mail: { ...mail.mail, attachments } });
  };

  it('is what the one door takes, whoever sent it, line breaks of mail programs aside', () => {
    const placement = withFiles({ 'act.json': `${ACT}\r\n`, 'act.json.sig': SIG, 'letter.pdf': 'x' });
    assert.ok(placement.kind === 'acts');
    const [act] = placement.acts;
    assert.equal(new TextDecoder().decode(act?.envelope), `{"act":${ACT},"signatures":["AAAA"],"attachments":[]}`);
    const two = withFiles({
      'a.json.2.sshsig': SIG,
      'a.json': ACT,
      'A.json.SIG': SIG,
      'a.json.attachment': 'x'.repeat(17),
    });
    assert.ok(two.kind === 'acts');
    assert.match(
      new TextDecoder().decode(two.acts[0]?.envelope),
      /"signatures":\["AAAA","AAAA"\],"attachments":\[\{"salt":"eHh4[^"]*","content":"eA=="\}\]/u,
    );
  });

  it('is refused for its form with what would be needed', () => {
    const fault = (files: Readonly<Record<string, string>>) => {
      const placement = withFiles(files);
      return placement.kind === 'refused' && placement.why.kind === 'act' ? placement.why.fault.kind : placement.kind;
    };
    assert.equal(fault({ 'act.json': ACT, 'other.json.sig': SIG }), 'no-signature');
    assert.equal(fault({ 'act.json': ACT, 'act.json.sig': 'PGP' }), 'not-a-signature');
    assert.equal(fault({ 'act.json': '{ "kind": 1 }', 'act.json.sig': SIG }), 'not-canonical');
    assert.equal(fault({ 'data.json': ACT }), 'refused', 'a file is no act without any signature');
  });
});
