import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { utf8 } from '../src/base/bytes.ts';
import type { OrganisationId, Slug } from '../src/base/ids.ts';
import type { PostDesk, Standstill } from '../src/conference/post/desk.ts';
import type { Fate, MailView } from '../src/conference/post/tray.ts';
import { attach } from '../src/record/envelope.ts';
import { createDamages } from '../src/conference/damaged.ts';
import { createMemoryContacts } from '../src/store/memory/contacts.ts';
import { createMemoryOutbox } from '../src/store/memory/outbox.ts';
import { createMemoryTray } from '../src/store/memory/tray.ts';
import { createAssemblies } from './kit/assembly.ts';
import { axeCheck } from './kit/axe.ts';
import { NARROWEST, assertFits, faultsOf, launch, screenshot } from './kit/browser.ts';
import { wordsIn } from './kit/forms.ts';
import { noSubscribing } from './kit/no-subscribing.ts';
import { SLUG, createSampleScene } from './kit/sample.ts';

/** Mail that came in and could not be placed, before those who serve. */

const tray = createMemoryTray();
let standstill: Standstill | null = null;
const desk: PostDesk = {
  contacts: createMemoryContacts(),
  sendCode: async () => true,
  confirmed: () => undefined,
  subscriber: () => null,
  subscribing: noSubscribing,
  standstill: () => standstill,
  outbox: createMemoryOutbox(),
  tray,
  pushes: null,
};
const damages = createDamages(() => undefined);
const scene = await createSampleScene({ met: false, listen: true, post: desk, damages });
after(scene.close);
const SHOTS = process.env['ISONOMIA_SHOTS'] !== undefined;
const slug = SLUG as Slug;

const read = async (by: string | null, path: string): Promise<Response> =>
  scene.ask(`/sample${path}`, { headers: await scene.headers(by) });
const shown = async (by: string | null, path: string): Promise<string> => wordsIn(await (await read(by, path)).text());

const VIEW: MailView = {
  name: 'Eve <script>',
  address: 'eve@example.net',
  subject: 'An <img src=x onerror=alert(1)> offer',
  words: '<script>alert(1)</script>\n\nPlease read.',
  cut: '> What was <b>quoted</b>',
  files: [{ name: 'offer.html', type: 'text/html', size: 2048 }],
  trust: { dkim: 'fail', domain: 'example.net', spf: 'softfail', aligned: false, disowned: true },
  organisation: null,
  delegate: null,
  answers: null,
};
const RAW = 'From: eve@example.net\r\nContent-Type: text/html\r\n\r\n<script>alert(1)</script>';

const keep = async (id: string, view: MailView | null, fate: Fate): Promise<void> => {
  const from = { address: '192.0.2.1', name: 'mail.example.net' };
  const mail = { slug, id, at: scene.clock.now(), sender: 'eve@example.net', recipients: ['rivers@post.example'] };
  await tray.keep({ ...mail, from, raw: utf8(RAW) });
  await tray.settle(slug, id, view, fate);
};

before(async () => {
  const names = ['reka-vardar', 'pro-delta', 'zelena-sava', 'nehir-dernegi', 'lumi-i-lire', 'diktyo-potamon'] as const;
  await createAssemblies(scene).elect([...names], {
    members: ['reka-vardar', 'pro-delta', 'zelena-sava'],
    substitutes: ['diktyo-potamon', 'nehir-dernegi'],
  });
  await keep('stranger', VIEW, { kind: 'waiting', why: 'stranger', told: true });
  await keep('unread', null, { kind: 'new' });
  await keep('forged', VIEW, { kind: 'refused', why: 'It is forged.', told: false });
});

describe('the tray', () => {
  it('shows what waits, and why, to those who serve', async () => {
    const words = await shown('zelena-sava', '/letters/tray');
    assert.match(words, /An <img src=x onerror=alert\(1\)> offer Eve <script> <eve@example\.net>/u);
    assert.match(words, /Whoever wrote it is nobody’s delegate/u);
    assert.match(words, /It has not been read yet/u);
    assert.doesNotMatch(words, /was not let in/u);
    assert.match(await shown('zelena-sava', '/letters/tray?show=refused'), /was not let in/u);
    assert.match(await shown('zelena-sava', '/letters'), /Tray of the post/u);
  });

  it('says since when no mail goes out and why, as the list of what was communicated does', async () => {
    const NOTHING = /No mail has gone out since/u;
    for (const kind of ['unwritten', 'unreached'] as const) {
      standstill = { kind, since: scene.clock.now() };
      const why = kind === 'unwritten' ? /cannot write down what it sends/u : /the mail server is not reached/u;
      for (const path of ['/letters/tray', '/letters/circulations']) {
        const words = await shown('zelena-sava', path);
        assert.match(words, NOTHING, path);
        assert.match(words, why, path);
      }
      assert.doesNotMatch(await shown(null, '/letters/circulations'), NOTHING);
    }
    standstill = null;
    for (const path of ['/letters/tray', '/letters/circulations'])
      assert.doesNotMatch(await shown('zelena-sava', path), NOTHING, path);
  });

  it('says that something of the post is damaged, as the list of what was communicated does', async () => {
    const SAID = /One thing that this node keeps for mail is damaged/u;
    for (const path of ['/letters/tray', '/letters/circulations'])
      assert.doesNotMatch(await shown('zelena-sava', path), SAID);
    damages.note({ file: 'drafts.sqlite', table: 'draft', row: 1 });
    damages.note({ file: 'outbox.sqlite', table: 'mail', row: 1 });
    for (const path of ['/letters/tray', '/letters/circulations']) assert.match(await shown('zelena-sava', path), SAID);
    assert.match(await shown('zelena-sava', '/drafts'), /written here by organisations is damaged/u);
  });

  it('is shut to everyone else', async () => {
    for (const path of ['/letters/tray', '/letters/tray/stranger', '/letters/tray/stranger/raw']) {
      assert.equal((await read('rijeke-bosne', path)).status, 404, path);
      assert.equal((await read(null, path)).status, 401, path);
      assert.doesNotMatch(await shown('rijeke-bosne', path), /eve@|alert/u, path);
    }
    assert.doesNotMatch(await shown('rijeke-bosne', '/letters'), /Tray of the post/u);
    const done = { method: 'POST', headers: await scene.headers('rijeke-bosne') };
    assert.equal((await scene.ask('/sample/letters/tray/stranger/done', done)).status, 404);
    assert.equal(tray.get(slug, 'stranger')?.fate.kind, 'waiting');
  });

  it('never shows a mail as a page', async () => {
    const html = await (await read('zelena-sava', '/letters/tray/stranger')).text();
    assert.doesNotMatch(html, /<script>alert|<img src=x|<b>quoted/u);
    assert.match(wordsIn(html), /DKIM: its signature is not good SPF: softfail/u);
    const raw = await read('zelena-sava', '/letters/tray/stranger/raw');
    assert.equal(await raw.text(), RAW);
    assert.match(raw.headers.get('content-type') ?? '', /^text\/plain/u);
    assert.match(raw.headers.get('content-disposition') ?? '', /^attachment/u);
    assert.equal(raw.headers.get('content-security-policy'), "default-src 'none'; sandbox");
  });

  it('lets a mail be marked as done, which stays known', async () => {
    const done = { method: 'POST', headers: await scene.headers('zelena-sava') };
    assert.equal((await scene.ask('/sample/letters/tray/unread/done', done)).status, 303);
    assert.doesNotMatch(await shown('zelena-sava', '/letters/tray'), /has not been read/u);
    assert.match(await shown('zelena-sava', '/letters/tray?show=done'), /Done: Udruga Zelena Sava, delegate 1/u);
    assert.equal((await scene.ask('/sample/letters/tray/nothing/done', done)).status, 404);
  });
});

describe('an answer by mail', () => {
  it('shows what it quoted, as long as the mail is kept', async () => {
    const words = attach(utf8('We agree.'));
    const organisation = 'pro-delta' as OrganisationId;
    const body = {
      organisation,
      delegate: 1,
      proven: false,
      subject: 'Re: rivers',
      language: 'en',
      answers: null,
      files: [],
    };
    const taken = await scene.conference.attest('host.received', { ...body, words: words.hash } as never, [words]);
    assert.ok(taken.ok);
    await keep('reply', VIEW, { kind: 'placed', as: 'letter', entries: [taken.value.index] });
    const page = await shown('zelena-sava', '/letters/1');
    assert.match(page, /We agree\..*What was quoted beneath it > What was <b>quoted<\/b>/u);
  });
});

describe('these pages', () => {
  it('fit every screen and can be used by everyone, without script', async () => {
    const kit = await launch();
    const page = await kit.page({ baseURL: scene.origin, script: false });
    const cookie = scene.cookie(await scene.signIn('zelena-sava'));
    await page.context().addCookies([{ ...cookie, url: scene.origin }]);
    for (const [name, path] of [
      ['tray', '/sample/letters/tray'],
      ['tray-mail', '/sample/letters/tray/stranger'],
    ] as const) {
      await page.goto(path);
      await assertFits(page, NARROWEST);
      await axeCheck(page);
      assert.deepEqual(faultsOf(page), [], path);
      if (SHOTS) await screenshot(page, name);
    }
    await page.context().close();
  });
});
