import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { DAY } from '../src/base/time.ts';
import { AHEAD, noticeIn } from '../src/charter/spec/meetings.ts';
import { canonical } from '../src/base/json.ts';
import type { Fate } from '../src/conference/post/tray.ts';
import { armour } from '../src/record/sshsig.ts';
import { DAILY } from '../src/post/allowances.ts';
import { watchErasures } from '../src/post/erasures.ts';
import { NO_TRUST } from '../src/post/inbound/trust.ts';
import { createMemoryTray } from '../src/store/memory/tray.ts';
import { fromBase64 } from '../src/base/bytes.ts';
import { ADDRESSES, replyVector, startMailRoom } from './kit/mail-room.ts';
import { someText, write } from './kit/small-conference.ts';

/** Mail that comes in over a real socket, to where it ends: on the record, at its sender's, or with a person. */

interface Case {
  readonly file: string;
  readonly program: string;
  readonly language: 'el' | 'bg' | 'tr';
  readonly words: string;
}

const CASES = JSON.parse(
  readFileSync(new URL('../vectors/mail/replies/expected.json', import.meta.url), 'utf8'),
) as readonly Case[];

const OF = { el: 'diktyo-potamon', bg: 'reki', tr: 'nehirler' } as const;

/** A mail by Anna, from its own lines. */
const mail = (id: string, ...lines: readonly string[]): string =>
  [`From: Anna <${ADDRESSES['diktyo-potamon']}>`, `Message-ID: <${id}@diktyo-potamon.example>`, ...lines].join('\r\n');

describe('a reply by mail', () => {
  for (const language of ['el', 'bg', 'tr'] as const)
    it(`lands beside what it answers: ${language}`, async (t) => {
      const room = await startMailRoom(t);
      const cases = CASES.filter((one) => one.language === language);
      for (const { file } of cases)
        await room.deliver(replyVector(file), room.address('reply', OF[language]), ADDRESSES[OF[language]]);
      const replies = await room.replies();
      assert.deepEqual(
        replies.map(({ by, delegate, answers, words }) => ({ by, delegate, answers, words })),
        cases.map(({ words }) => ({ by: OF[language], delegate: 1, answers: 1, words })),
      );
      assert.ok(replies.every(({ subject }) => subject.includes('7')));
      for (const item of room.items()) {
        assert.equal(item.fate.kind, 'placed');
        assert.ok(item.view !== null && item.view.cut.length > 40 && item.view.answers === 1);
      }
      assert.deepEqual([room.answers, room.faults], [[], []]);
    });

  it('is taken once, however often it comes, and though the host went down in between', async (t) => {
    const tray = createMemoryTray();
    let broken = true;
    const room = await startMailRoom(t, {
      tray: {
        ...tray,
        settle: async (...settled) => {
          if (!broken) return tray.settle(...settled);
          broken = false;
          throw new Error('the power is gone');
        },
      },
    });
    const to = room.address('reply', 'reki');
    await room.deliver(replyVector('gmail-bg.eml'), to, ADDRESSES.reki);
    assert.deepEqual([room.faults.length, room.items()[0]?.fate.kind], [1, 'new']);
    const size = room.conference.state().size;
    await room.afterRestart().wake();
    assert.equal(room.items()[0]?.fate.kind, 'placed');
    await room.deliver(replyVector('gmail-bg.eml'), to, ADDRESSES.reki);
    assert.deepEqual([room.items().length, (await room.replies()).length], [1, 1]);
    assert.equal(room.conference.state().size, size);
  });

  it('is emptied where it is dealt with after its words were erased', async (t) => {
    const room = await startMailRoom(t);
    await room.deliver(replyVector('gmail-bg.eml'), room.address('reply', 'reki'), ADDRESSES.reki);
    const { id } = room.items()[0] ?? assert.fail();
    const attachment = room.conference.state().letters.at(-1)?.words ?? assert.fail();
    const erased = { attachment, reason: 'It was not for the register.' };
    assert.ok((await room.submit(room.speaker('reki'), 'attachment.erase', erased)).ok);
    await room.tray.settle(room.conference.slug, id, null, { kind: 'new' });
    await room.afterRestart().wake();
    assert.equal(room.items()[0]?.fate.kind, 'placed');
    assert.equal(room.tray.raw(room.conference.slug, id)?.length, 0);
  });

  it('that nobody vouches for is on the register as unproven, a few times a day', async (t) => {
    const room = await startMailRoom(t);
    const to = room.address('reply', 'diktyo-potamon');
    for (let i = 0; i < DAILY.unproven.organisation + 1; i += 1)
      await room.deliver(mail(`${i}`, 'Subject: Re: Circular 7', '', `Ναι, ${i}.`), to, 'evil@else.example');
    const replies = await room.replies();
    assert.deepEqual(
      replies.map(({ by, proven }) => [by, proven]),
      Array.from({ length: DAILY.unproven.organisation }, () => ['diktyo-potamon', false]),
    );
    assert.deepEqual(room.items().at(-1)?.fate, { kind: 'waiting', why: 'unproven', told: false });
    await room.deliver(replyVector('gmail-bg.eml'), room.address('reply', 'reki'), ADDRESSES.reki);
    assert.equal((await room.replies()).at(-1)?.by, 'reki', 'others have their own');
    assert.deepEqual(room.answers, []);
  });

  it('that is vouched for is proven, and its sender is told why where it is not taken', async (t) => {
    const room = await startMailRoom(t, { trust: { ...NO_TRUST, dkim: 'pass', aligned: true } });
    const to = room.address('reply', 'diktyo-potamon');
    await room.deliver(mail('1', 'Subject: Re: Circular 7', '', 'Ναι.'), to);
    assert.deepEqual(
      (await room.replies()).map(({ proven }) => proven),
      [true],
    );
    for (let i = 0; i < DAILY.answers.address + 1; i += 1)
      await room.deliver(mail(`q${i}`, 'Subject: Re: Circular 7', '', '> only what was quoted'), to);
    assert.deepEqual([...new Set(room.answers.map((answer) => answer.to))], [ADDRESSES['diktyo-potamon']]);
    assert.equal(room.answers.length, DAILY.answers.address);
    assert.match(room.answers[0]?.text ?? '', /«?Re: Circular 7/u);
    const fate = (told: boolean): Fate => ({ kind: 'refused', why: 'nothing-said', told });
    assert.deepEqual([room.items()[1]?.fate, room.items().at(-1)?.fate], [fate(true), fate(false)]);
  });

  it('is answered to nobody whom it does not come from for sure', async (t) => {
    const raw = (id: string, from: string) =>
      `From: ${from}\r\nMessage-ID: <${id}@else.example>\r\nSubject: Re: Πηγές\r\n\r\n> Ναι.\r\n`;
    const [anna, victim] = [ADDRESSES['diktyo-potamon'], 'victim@else.example'];
    for (const trust of [
      NO_TRUST,
      { ...NO_TRUST, aligned: true },
      { ...NO_TRUST, dkim: 'fail', spf: 'fail', disowned: true } as const,
    ]) {
      const room = await startMailRoom(t, { trust });
      for (const [i, [from, sender]] of [
        [anna, victim],
        [victim, victim],
        [anna, ''],
        ...(trust.aligned ? [] : [[anna, anna]]),
      ].entries())
        for (const to of [
          room.address('reply', 'diktyo-potamon'),
          room.address('reply', 'reki'),
          'rivers@post.example',
        ])
          await room.deliver(raw(`${i}-${to}`, from ?? ''), to, sender ?? '');
      assert.deepEqual([room.answers, room.faults], [[], []]);
      assert.ok(room.items().every(({ fate }) => !('told' in fate) || !fate.told));
    }
  });

  it('by a program is kept and not answered', async (t) => {
    const room = await startMailRoom(t);
    const to = room.address('reply', 'diktyo-potamon');
    await room.deliver(mail('1', 'Auto-Submitted: auto-replied', 'Subject: Λείπω', '', 'Λείπω.'), to);
    await room.deliver('Message-ID: <1.rivers@post.example>\r\nFrom: rivers@post.example\r\n\r\nours', to, '');
    await room.deliver(
      mail('2', 'Subject: Undelivered', '', '550 5.1.1 no such user'),
      room.address('bounce', 'reki'),
      '',
    );
    assert.deepEqual(
      room.items().map(({ fate }) => fate.kind),
      ['ignored', 'ignored', 'bounce'],
    );
    assert.deepEqual(room.answers, []);
    assert.equal(room.bounced.length, 1);
  });

  it('of a kind that nothing can be made of waits for a person, to the byte', async (t) => {
    const room = await startMailRoom(t);
    const parts = Array.from({ length: 300 }, () => '--b\r\n\r\nx');
    const bomb = mail('1', 'Content-Type: multipart/mixed; boundary=b', '', ...parts, '');
    await room.deliver(bomb, room.address('reply', 'diktyo-potamon'));
    await room.deliver(
      'From: x@else.example\r\nSubject: hello\r\n\r\nWho are you?\r\n',
      'rivers@post.example',
      'x@else.example',
    );
    const [first, second] = room.items();
    assert.deepEqual(
      [first?.fate, second?.fate],
      [
        { kind: 'waiting', why: 'unreadable', told: false },
        { kind: 'waiting', why: 'stranger', told: false },
      ],
    );
    assert.equal(Buffer.from(room.tray.raw(room.conference.slug, first?.id ?? '') ?? []).toString(), bomb);
    assert.deepEqual(room.answers, []);
  });
});

describe('an answer to an invitation', () => {
  it('that comes by calendar is the organisation’s word, where it answers what it was sent', async (t) => {
    const room = await startMailRoom(t);
    const from = room.clock.now() + 40 * DAY;
    const convened = await room.submit(room.speaker('alfa'), 'meeting.convene', {
      kind: 'assembly',
      notice: noticeIn(from - AHEAD) as never,
    });
    assert.ok(convened.ok, JSON.stringify(convened));
    const answer = (id: string, attendee: string, uid = `meeting-1@${room.id}`) =>
      mail(
        id,
        'Subject: Declined: Assembly',
        'Content-Type: text/calendar; method=REPLY; charset=utf-8',
        '',
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'METHOD:REPLY',
        'BEGIN:VEVENT',
        `UID:${uid}`,
        'SEQUENCE:0',
        String.raw`COMMENT:We cannot travel on that day\, and object to item 3.`,
        `ATTENDEE;PARTSTAT=DECLINED:mailto:${attendee}`,
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      );
    const to = room.address('calendar', 'diktyo-potamon');
    await room.deliver(answer('1', ADDRESSES['diktyo-potamon']), to);
    await room.deliver(answer('2', ADDRESSES.reki), to);
    await room.deliver(answer('3', ADDRESSES['diktyo-potamon'], `meeting-9@${room.id}`), to);
    const replies = room.conference.state().meetings[0]?.replies ?? assert.fail();
    assert.deepEqual(
      [...replies].map(([id, { reply, byMail, proven }]) => [id, reply, byMail, proven]),
      [['diktyo-potamon', 'not-coming', true, false]],
    );
    assert.deepEqual(
      room.items().map(({ fate }) => (fate.kind === 'refused' ? fate.why : fate.kind)),
      ['placed', 'calendar-of-another', 'other-meeting'],
    );
    assert.deepEqual(room.answers, []);
    const { letters } = room.conference.state();
    const letter = letters.at(-1);
    assert.deepEqual([letter?.by, letter?.answers], ['diktyo-potamon', 1]);
    const kept = await room.conference.attachment(letter?.words ?? ('' as never));
    assert.equal(
      new TextDecoder().decode(kept?.content),
      'We cannot travel on that day, and object to item 3.',
      'what they wrote with it is not lost',
    );
    const erased = { attachment: letter?.words ?? assert.fail(), reason: 'It was not for the register.' };
    const stop = watchErasures(room.tray, room.conference, {
      clock: room.clock,
      onFault: (fault) => assert.fail(String(fault)),
    });
    assert.ok((await room.submit(room.speaker('diktyo-potamon'), 'attachment.erase', erased)).ok);
    stop();
    assert.equal(room.tray.raw(room.conference.slug, room.items()[0]?.id ?? '')?.length, 0, 'and can be erased');
  });
});

describe('an act by mail', () => {
  it('is judged at the one door like any other, and its maker is told', async (t) => {
    const room = await startMailRoom(t, { trust: { ...NO_TRUST, aligned: true } });
    const { act, envelope } = write(
      room.speaker('reki'),
      { conference: room.id, made: room.clock.now() },
      'text.table',
      someText(),
    );
    const { signatures } = JSON.parse(new TextDecoder().decode(envelope)) as { readonly signatures: readonly string[] };
    const signature = armour(fromBase64(signatures[0] ?? '') ?? new Uint8Array());
    const withAct = (id: string, words: string) =>
      [
        mail(id, 'Subject: Act', 'Content-Type: multipart/mixed; boundary=b', ''),
        `--b\r\n\r\nHerewith.`,
        `--b\r\nContent-Type: application/json; name=act.json\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(words).toString('base64')}`,
        `--b\r\nContent-Type: text/plain; name=act.json.sig\r\n\r\n${signature}`,
        '--b--\r\n',
      ].join('\r\n');
    const anyone = 'courier@else.example';
    await room.deliver(withAct('1', canonical(act)), 'rivers@post.example', anyone);
    assert.equal(room.conference.state().texts.length, 1);
    await room.deliver(withAct('2', canonical({ ...act, made: act.made + 1 })), 'rivers@post.example');
    assert.equal(room.conference.state().texts.length, 1);
    await room.deliver(withAct('3', canonical(act)), 'rivers@post.example');
    assert.deepEqual(
      room.items().map(({ fate }) => (fate.kind === 'refused' ? fate.why : fate.kind)),
      ['placed', 'bad-signature', 'placed'],
    );
    assert.deepEqual(
      room.answers.map(({ to }) => to),
      [ADDRESSES['diktyo-potamon'], ADDRESSES['diktyo-potamon']],
      'who is not known where they sent it from is not answered',
    );
    assert.match(room.answers[1]?.text ?? '', /act\.json is on the record|Το act\.json καταχωρίστηκε/u);
    assert.match(
      room.answers[0]?.text ?? '',
      /act\.json (?:was not accepted|δεν έγινε δεκτό)\. .*(?:signature|υπογραφή)/u,
    );
  });
});
