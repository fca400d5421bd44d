import assert from 'node:assert/strict';
import type { OrganisationId, Slug } from '../../base/ids.ts';
import { instant } from '../../base/time.ts';
import type { Person } from '../../conference/post/personal.ts';
import type { Fate, KeptMail, MailView, Tray, TrayItem } from '../../conference/post/tray.ts';

/** A fresh tray, and the way to it after its process has ended; `null` where nothing outlives it. */
export interface TrayUnderTest {
  readonly tray: Tray;
  readonly reopen: (() => Tray) | null;
}

const SLUG = 'rivers' as Slug;
const FORESTS = 'forests' as Slug;
const LATE = instant(1_000_000);

const mail = (id: string, more: Partial<KeptMail> = {}): KeptMail => ({
  slug: SLUG,
  id,
  at: instant(1000),
  sender: 'anna@example.org',
  recipients: ['reply+abc@post.example', 'rivers@post.example'],
  from: { address: '192.0.2.1', name: 'mx.example.org' },
  raw: Uint8Array.from({ length: 256 }, (_, i) => i),
  ...more,
});

const item = ({ raw, ...mail }: KeptMail): TrayItem => ({
  ...mail,
  size: raw.length,
  view: null,
  fate: { kind: 'new' },
});

const VIEW: MailView = {
  name: 'Άννα',
  address: 'anna@example.org',
  subject: 'Re: Ποταμοί',
  words: 'Ναι.\n\nΆννα',
  cut: '> παλιά',
  files: [{ name: 'α.pdf', type: 'application/pdf', size: 7 }],
  trust: { dkim: 'pass', domain: 'example.org', spf: 'softfail', aligned: true, disowned: false },
  organisation: 'diktyo' as OrganisationId,
  delegate: 2,
  answers: 7,
};

const FATES: readonly Fate[] = [
  { kind: 'placed', as: 'comment', entries: [9] },
  { kind: 'refused', why: 'unknown-sender', told: true },
  { kind: 'waiting', why: 'unreadable', told: false },
  { kind: 'done', by: 'diktyo' as OrganisationId, delegate: 1, at: instant(5) },
  { kind: 'ignored', why: 'answered' },
  { kind: 'bounce', status: '5.1.1' },
];

const ids = (items: readonly TrayItem[]): readonly string[] => items.map(({ id }) => id);

/** What every tray must do, by name. */
export const TRAY_CONTRACT: Readonly<Record<string, (under: TrayUnderTest) => Promise<void>>> = {
  'has nothing at first': async ({ tray }) => {
    assert.equal(tray.get(SLUG, 'a'), null);
    assert.equal(tray.raw(SLUG, 'a'), null);
    assert.deepEqual(tray.list(SLUG, ['new'], LATE, 10), []);
    assert.deepEqual(tray.fresh(10), []);
    assert.equal(await tray.settle(SLUG, 'a', null, { kind: 'ignored', why: 'loop' }), false);
  },

  'gives back what came in, to the byte': async ({ tray }) => {
    assert.ok(await tray.keep(mail('a')));
    assert.deepEqual(tray.get(SLUG, 'a'), item(mail('a')));
    assert.deepEqual(tray.raw(SLUG, 'a'), mail('a').raw);
    assert.equal(tray.get(FORESTS, 'a'), null);
  },

  'keeps a mail once, however often it comes': async ({ tray }) => {
    const both = await Promise.all([tray.keep(mail('a')), tray.keep(mail('a', { at: instant(2000) }))]);
    assert.deepEqual(both, [true, false]);
    assert.equal(await tray.keep(mail('a', { sender: 'other@example.org' })), false);
    assert.deepEqual(tray.get(SLUG, 'a'), item(mail('a')));
    assert.ok(await tray.keep(mail('a', { slug: FORESTS })), 'another conference has it too');
  },

  'writes down how it reads and what became of it': async ({ tray }) => {
    for (const [i, fate] of FATES.entries()) {
      await tray.keep(mail(`${i}`));
      assert.ok(await tray.settle(SLUG, `${i}`, i === 0 ? VIEW : null, fate));
    }
    assert.deepEqual(tray.get(SLUG, '0'), { ...item(mail('0')), view: VIEW, fate: FATES[0] });
    assert.deepEqual(
      FATES.map((_, i) => tray.get(SLUG, `${i}`)?.fate),
      FATES,
    );
    await tray.keep(mail('n'));
    assert.deepEqual(tray.tally(SLUG), { new: 1, placed: 1, refused: 1, waiting: 1, done: 1, ignored: 1, bounce: 1 });
    assert.deepEqual(tray.tally(FORESTS), {
      new: 0,
      placed: 0,
      refused: 0,
      waiting: 0,
      done: 0,
      ignored: 0,
      bounce: 0,
    });
  },

  'keeps how it reads where only its fate changes': async ({ tray }) => {
    await tray.keep(mail('a'));
    await tray.settle(SLUG, 'a', VIEW, { kind: 'waiting', why: 'unreadable', told: false });
    await tray.settle(SLUG, 'a', null, { kind: 'ignored', why: 'loop' });
    assert.deepEqual([tray.get(SLUG, 'a')?.view, tray.get(SLUG, 'a')?.fate.kind], [VIEW, 'ignored']);
  },

  'lists by fate, the last first': async ({ tray }) => {
    for (const [id, at] of [
      ['a', 1],
      ['b', 3],
      ['c', 2],
      ['d', 4],
    ] as const)
      await tray.keep(mail(id, { at: instant(at) }));
    await tray.keep(mail('e', { slug: FORESTS }));
    await tray.settle(SLUG, 'c', null, { kind: 'ignored', why: 'loop' });
    assert.deepEqual(ids(tray.list(SLUG, ['new'], LATE, 10)), ['d', 'b', 'a']);
    assert.deepEqual(ids(tray.list(SLUG, ['new', 'ignored'], instant(4), 2)), ['b', 'c']);
    assert.deepEqual(ids(tray.fresh(3)), ['a', 'b', 'd'], 'the oldest first');
  },

  'drops what strangers wrote, by age or one by one, and counts it; what members wrote stays': async ({ tray }) => {
    const fates: readonly (readonly [string, MailView | null, Fate])[] = [
      ['stranger', { ...VIEW, organisation: null }, { kind: 'waiting', why: 'stranger', told: false }],
      ['done', null, { kind: 'done', by: 'diktyo' as OrganisationId, delegate: 1, at: instant(5) }],
      ['member', VIEW, { kind: 'waiting', why: 'too-much', told: true }],
      ['placed', VIEW, { kind: 'placed', as: 'letter', entries: [9] }],
    ];
    for (const [id, view, fate] of fates) {
      await tray.keep(mail(id));
      await tray.settle(SLUG, id, view, fate);
    }
    await tray.keep(mail('unread'));
    await tray.keep(mail('late', { at: instant(3000), sender: 'X@example.org' }));
    await tray.settle(SLUG, 'late', null, { kind: 'ignored', why: 'loop' });
    assert.deepEqual(tray.strangers(SLUG), { mails: 3, bytes: 768 });
    assert.deepEqual([tray.strangers(null).mails, tray.strangers(FORESTS).mails], [3, 0]);
    assert.deepEqual(tray.strangers(SLUG, 'x@example.org'), { mails: 1, bytes: 256 });
    assert.deepEqual(tray.unread(), { mails: 1, bytes: 256 });
    assert.equal(tray.dropped(SLUG), null);
    tray.expire(instant(2000), instant(5000));
    assert.deepEqual(
      ['stranger', 'done', 'member', 'placed', 'unread', 'late'].filter((id) => tray.get(SLUG, id) !== null),
      ['member', 'placed', 'unread', 'late'],
    );
    assert.equal(tray.raw(SLUG, 'stranger'), null);
    tray.drop(SLUG, 'late', instant(6000));
    tray.drop(SLUG, 'late', instant(7000));
    assert.deepEqual(tray.dropped(SLUG), { mails: 3, last: instant(6000) });
  },

  'forgets what somebody wrote, and keeps that it is on the record': async ({ tray }) => {
    const elsewhere = { ...VIEW, organisation: null, delegate: null, address: 'bor@example.org' };
    const fates: readonly (readonly [string, MailView | null, Fate])[] = [
      ['placed', VIEW, { kind: 'placed', as: 'letter', entries: [9] }],
      ['waiting', VIEW, { kind: 'waiting', why: 'too-much', told: true }],
      ['sender', null, { kind: 'ignored', why: 'loop' }],
      ['other', elsewhere, { kind: 'placed', as: 'letter', entries: [10] }],
    ];
    for (const [id, view, fate] of fates) {
      await tray.keep(mail(id, id === 'other' ? { sender: 'bor@example.org' } : {}));
      await tray.settle(SLUG, id, view, fate);
    }
    const colleague = { ...VIEW, delegate: 3 };
    await tray.keep(mail('colleague'));
    await tray.settle(SLUG, 'colleague', colleague, { kind: 'ignored', why: 'loop' });
    await tray.keep(mail('unread'));
    await tray.keep(mail('there', { slug: FORESTS }));
    const anna: Person = {
      slug: SLUG,
      delegate: { organisation: 'diktyo' as OrganisationId, number: 2 },
      addresses: ['Anna@example.org'],
    };
    assert.deepEqual(ids(tray.concerning(anna)), ['waiting', 'unread', 'sender', 'placed']);
    tray.forget(anna);
    assert.deepEqual(ids(tray.concerning(anna)), ['unread', 'placed']);
    const placed = tray.get(SLUG, 'placed');
    assert.deepEqual(
      [placed?.sender, placed?.from, placed?.view?.words, placed?.view?.name, placed?.fate.kind],
      ['', { address: '', name: '' }, '', '', 'placed'],
    );
    assert.equal(tray.raw(SLUG, 'placed')?.length, 0);
    assert.equal(await tray.keep(mail('placed')), false, 'it is not taken twice');
    assert.deepEqual(tray.raw(SLUG, 'other'), mail('other').raw);
    assert.deepEqual(tray.raw(FORESTS, 'there'), mail('there').raw);
  },

  'forgets by itself what came long ago and was read': async ({ tray }) => {
    for (const [id, at] of [
      ['old', 1],
      ['unread', 1],
      ['placed', 1],
      ['new', 2000],
    ] as const) {
      await tray.keep(mail(id, { at: instant(at) }));
      if (id === 'placed') await tray.settle(SLUG, id, VIEW, { kind: 'placed', as: 'letter', entries: [9] });
      else if (id !== 'unread') await tray.settle(SLUG, id, VIEW, { kind: 'waiting', why: 'too-much', told: true });
    }
    tray.forgetBefore(instant(2000), LATE);
    assert.deepEqual(ids(tray.list(SLUG, ['new', 'waiting', 'placed'], LATE, 10)), ['new', 'unread', 'placed']);
    assert.equal(tray.get(SLUG, 'placed')?.view?.words, '');
    tray.forgetBefore(instant(2000), LATE);
  },

  'lets what a clock that was ahead has dated count from now on': async ({ tray }) => {
    await tray.keep({ ...mail('ahead'), at: LATE });
    await tray.settle(SLUG, 'ahead', VIEW, { kind: 'waiting', why: 'too-much', told: true });
    tray.forgetBefore(instant(1000), instant(3000));
    assert.equal(tray.get(SLUG, 'ahead')?.at, 3000);
    tray.forgetBefore(instant(3001), instant(4000));
    assert.equal(tray.get(SLUG, 'ahead'), null);
  },

  'has it all when opened again': async ({ tray, reopen }) => {
    if (reopen === null) return;
    await tray.keep(mail('a'));
    await tray.settle(SLUG, 'a', VIEW, FATES[1] ?? { kind: 'new' });
    const again = reopen();
    assert.deepEqual(again.get(SLUG, 'a'), { ...item(mail('a')), view: VIEW, fate: FATES[1] });
    assert.deepEqual(again.raw(SLUG, 'a'), mail('a').raw);
  },
};
