import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { after } from '../src/base/time.ts';
import { STRANGERS_MAIL, type Tray } from '../src/conference/post/tray.ts';
import { MOST_BROKEN } from '../src/post/inbound/desk.ts';
import { NO_TRUST } from '../src/post/inbound/trust.ts';
import { createMemoryTray } from '../src/store/memory/tray.ts';
import { ADDRESSES, startMailRoom } from './kit/mail-room.ts';

/** How much mail is kept of whom nobody vouches for. */

const by = (from: string, id: string, words: string): string =>
  [`From: ${from}`, `Message-ID: <${id}@else.example>`, 'Subject: Re', '', words, ''].join('\r\n');

describe('strangers’ mail', () => {
  it('is kept so long and so much of it, and counted where it is dropped', async (t) => {
    const room = await startMailRoom(t);
    const from = (sender: string, i: number) =>
      room.deliver(
        `From: ${sender}\r\nMessage-ID: <${i}@else.example>\r\n\r\nHello.\r\n`,
        'rivers@post.example',
        sender,
      );
    for (let i = 0; i < STRANGERS_MAIL.ofOne + 5; i += 1) await from('flood@else.example', i);
    await from('other@else.example', 100);
    assert.equal(room.tray.strangers(room.conference.slug).mails, STRANGERS_MAIL.ofOne + 1);
    assert.equal(room.tray.dropped(room.conference.slug)?.mails, 5);
    room.clock.set(after(room.clock.now(), STRANGERS_MAIL.lasts + 1));
    await from('last@else.example', 101);
    assert.equal(room.items().length, 1);
    assert.equal(room.tray.dropped(room.conference.slug)?.mails, STRANGERS_MAIL.ofOne + 6);
  });

  const FULL = {
    'as many lie there of the conference': (slug: unknown) =>
      slug === null ? {} : { mails: STRANGERS_MAIL.mails + 1 },
    'as many bytes lie there of the conference': (slug: unknown) =>
      slug === null ? {} : { bytes: STRANGERS_MAIL.bytes + 1 },
    'as many bytes lie there of all': (slug: unknown) => (slug === null ? { bytes: STRANGERS_MAIL.inAll + 1 } : {}),
  };
  for (const [where, more] of Object.entries(FULL))
    it(`is dropped where ${where} as may`, async (t) => {
      const tray = createMemoryTray();
      const strangers: Tray['strangers'] = (slug, sender) => ({
        mails: 1,
        bytes: 1,
        ...(sender === undefined && more(slug)),
      });
      const room = await startMailRoom(t, { tray: { ...tray, strangers } });
      await room.deliver(by('one@else.example', '1', 'Hello.'), 'rivers@post.example', 'one@else.example');
      assert.deepEqual([room.items().length, tray.dropped(room.conference.slug)?.mails], [0, 1]);
    });

  it('takes nothing away of a delegate’s, who is vouched for', async (t) => {
    const room = await startMailRoom(t, { trust: { ...NO_TRUST, aligned: true } });
    for (let i = 0; i < STRANGERS_MAIL.ofOne + 5; i += 1)
      await room.deliver(by(ADDRESSES['diktyo-potamon'], `q${i}`, '> only what was quoted'), 'rivers@post.example');
    room.clock.set(after(room.clock.now(), 2 * STRANGERS_MAIL.lasts));
    await room.deliver(by(ADDRESSES['diktyo-potamon'], 'last', '> only'), 'rivers@post.example');
    assert.equal(room.items().length, STRANGERS_MAIL.ofOne + 6);
  });

  it('waits to be tried again where it breaks something, and where too much does, for a person', async (t) => {
    const room = await startMailRoom(t, { read: async () => assert.fail('It always breaks') });
    for (let i = 0; i < MOST_BROKEN.mails + 5; i += 1)
      await room.deliver(by(`a${i}@else.example`, `${i}`, 'Hello.'), 'rivers@post.example', `a${i}@else.example`);
    const { mails } = room.tray.unread();
    assert.deepEqual([mails, room.tray.tally(room.conference.slug).waiting], [MOST_BROKEN.mails, 5]);
    await room.afterRestart().wake();
    assert.equal(room.tray.unread().mails, MOST_BROKEN.mails);
  });

  it('waits for a person where what broke takes as many bytes as may wait', async (t) => {
    const tray = createMemoryTray();
    const fresh: Tray['fresh'] = (most) => tray.fresh(most).map((item) => ({ ...item, size: MOST_BROKEN.bytes }));
    const room = await startMailRoom(t, {
      read: async () => assert.fail('It always breaks'),
      tray: { ...tray, fresh },
    });
    for (const i of [1, 2])
      await room.deliver(by(`a${i}@else.example`, `${i}`, 'Hello.'), 'rivers@post.example', `a${i}@else.example`);
    assert.deepEqual([tray.unread().mails, tray.tally(room.conference.slug).waiting], [1, 1]);
  });
});
