import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { OrganisationId, Slug } from '../src/base/ids.ts';
import { HOUR } from '../src/base/time.ts';
import type { PostDesk } from '../src/conference/post/desk.ts';
import type { Contact } from '../src/conference/post/contacts.ts';
import { createUnsubscribeTokens } from '../src/post/mail/unsubscribe.ts';
import { createMemoryContacts } from '../src/store/memory/contacts.ts';
import { createMemoryOutbox } from '../src/store/memory/outbox.ts';
import { createMemoryTray } from '../src/store/memory/tray.ts';
import { axeCheck } from './kit/axe.ts';
import { NARROWEST, assertFits, faultsOf, launch, screenshot } from './kit/browser.ts';
import { wordsIn } from './kit/forms.ts';
import { noSubscribing } from './kit/no-subscribing.ts';
import { SLUG, createSampleScene } from './kit/sample.ts';

/** Where delegates say how they are reached, and the link that ends bulletins. */

const contacts = createMemoryContacts();
const codes: { readonly address: string; readonly code: string }[] = [];
const confirmed: Contact[] = [];
const tokens = createUnsubscribeTokens(new Uint8Array(32), ({ slug, organisation, delegate }) =>
  contacts.get(slug, organisation, delegate),
);
const desk: PostDesk = {
  contacts,
  sendCode: async ({ address }, code) => codes.push({ address, code }) > 0,
  confirmed: (contact) => void confirmed.push(contact),
  subscriber: tokens.read,
  subscribing: noSubscribing,
  standstill: () => null,
  outbox: createMemoryOutbox(),
  tray: createMemoryTray(),
  pushes: null,
};
const scene = await createSampleScene({ listen: true, post: desk });
after(scene.close);
const SHOTS = process.env['ISONOMIA_SHOTS'] !== undefined;

const SAVA = 'zelena-sava' as OrganisationId;
const ANNA = 'anna.horvat@example.org';
const kept = (delegate: number) => contacts.get(SLUG as Slug, SAVA, delegate);

const read = async (by: string | null, path: string): Promise<Response> =>
  scene.ask(path, { headers: await scene.headers(by) });
const post = async (by: string | null, path: string, typed: Readonly<Record<string, string>>): Promise<Response> =>
  scene.ask(path, { method: 'POST', headers: await scene.headers(by), body: new URLSearchParams(typed) });
const typed = { whose: '1', address: ANNA, language: 'el', zone: 'Europe/Zagreb', digest: 'weekly', bulletins: 'yes' };

describe('an address', () => {
  it('is kept when it was typed, and used when the code that was sent to it came back', async () => {
    const saved = await post(SAVA, '/sample/settings', typed);
    assert.equal(saved.status, 303);
    const { language, zone, digest, bulletins, confirmation } = kept(1) ?? assert.fail();
    assert.deepEqual([language, zone, digest, bulletins], ['el', 'Europe/Zagreb', 'weekly', true]);
    assert.equal(confirmation.kind, 'asked');
    const { address, code } = codes.at(-1) ?? assert.fail();
    assert.equal(address, ANNA);
    const wrong = await post(SAVA, '/sample/settings/code', { whose: '1', code: code === '000000' ? '1' : '000000' });
    assert.equal(wrong.status, 422);
    assert.match(wordsIn(await wrong.text()), /That is not the code/u);
    assert.equal((await post(SAVA, '/sample/settings/code', { whose: '1', code })).status, 303);
    assert.equal(kept(1)?.confirmation.kind, 'confirmed');
    assert.deepEqual(
      confirmed.map(({ delegate }) => delegate),
      [1],
    );
  });

  it('comes with a time zone that there is: one that is typed wrong is told, and nothing is kept of it', async () => {
    const before = kept(1);
    const wrong = await post(SAVA, '/sample/settings', { ...typed, zone: 'Atlantis' });
    assert.equal(wrong.status, 422);
    assert.match(await wrong.text(), /id="zone"[^>]*aria-invalid="true"/su);
    assert.deepEqual(kept(1), before);
  });

  it('needs no new code where only the rest is changed, and one where it is itself', async () => {
    await post(SAVA, '/sample/settings', { ...typed, digest: 'never' });
    assert.deepEqual([kept(1)?.confirmation.kind, kept(1)?.digest], ['confirmed', 'never']);
    assert.equal(codes.length, 1);
    await post(SAVA, '/sample/settings', { ...typed, address: 'anna@sava.example' });
    assert.equal(kept(1)?.confirmation.kind, 'asked');
    scene.clock.set((scene.clock.now() + 2 * HOUR) as never);
    const { code } = codes.at(-1) ?? assert.fail();
    const late = await post(SAVA, '/sample/settings/code', { whose: '1', code });
    assert.match(wordsIn(await late.text()), /no longer good/u);
    assert.equal(kept(1)?.confirmation.kind, 'asked');
  });

  it('is refused where it is none, with what was typed', async () => {
    for (const address of ['', 'anna', 'anna@@x', 'a b@example.org', 'anna@example.org\nBcc: b@example.org']) {
      const back = await post(SAVA, '/sample/settings', { ...typed, address });
      assert.equal(back.status, 422, address);
      assert.match(wordsIn(await back.text()), /no e-mail address/u);
    }
    assert.equal(kept(1)?.address, 'anna@sava.example');
  });

  it('is seen by its own organisation, and nobody else', async () => {
    assert.match(wordsIn(await (await read(SAVA, '/sample/settings')).text()), /anna@sava\.example/u);
    for (const path of [
      '/settings',
      '/participants',
      '/participants/zelena-sava',
      '/organisation',
      '/letters',
      '/today',
    ]) {
      const other = await (await read('pro-delta', `/sample${path}`)).text();
      const anyone = await (await read(null, `/sample${path}`)).text();
      assert.doesNotMatch(other + anyone, /anna@/u, path);
    }
    assert.equal((await read(null, '/sample/settings')).status, 401);
    assert.equal((await post(null, '/sample/settings', typed)).status, 401);
  });

  it('is the organisation’s own where a representing delegate gives it', async () => {
    const saved = await post(SAVA, '/sample/settings', { ...typed, whose: '0', address: 'office@sava.example' });
    assert.equal(saved.headers.get('location'), '/sample/settings?of=organisation&done=sent');
    assert.equal(kept(0)?.address, 'office@sava.example');
    // Whose it is follows from who is signed in, whatever number was sent.
    await post('pro-delta', '/sample/settings', { ...typed, whose: '1', address: 'd@delta.example' });
    assert.equal(kept(1)?.address, 'anna@sava.example');
    assert.equal((await post(SAVA, '/sample/settings/remove', { whose: '0' })).status, 303);
    assert.equal(kept(0), null);
  });
});

describe('the link that ends bulletins', () => {
  const linkNow = (): string => `/u/${tokens.of(kept(1) ?? assert.fail('no contact'))}`;

  it('shows a button to whoever opens it, and changes nothing by that', async () => {
    const page = await scene.ask(linkNow());
    assert.equal(page.status, 200);
    assert.match(wordsIn(await page.text()), /Send me no more bulletins/u);
    assert.equal(kept(1)?.bulletins, true);
  });

  it('ends them with the one request that mail programs send', async () => {
    const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
    const ended = await scene.ask(linkNow(), { method: 'POST', body });
    assert.equal(ended.status, 200);
    assert.equal(ended.headers.get('set-cookie'), null);
    assert.deepEqual([kept(1)?.bulletins, kept(1)?.digest], [false, 'weekly']);
    assert.equal((await scene.ask(linkNow(), { method: 'POST' })).status, 200);
  });

  it('is good for what it was given out for', async () => {
    assert.equal((await scene.ask(`${linkNow()}x`, { method: 'POST' })).status, 404);
    assert.equal((await scene.ask('/u/nonsense')).status, 404);
  });
});

describe('these pages', () => {
  it('fit every screen and can be used by everyone, without script', async () => {
    const kit = await launch();
    const page = await kit.page({ baseURL: scene.origin, script: false });
    const cookie = scene.cookie(await scene.signIn(SAVA));
    await page.context().addCookies([{ ...cookie, url: scene.origin }]);
    const link = `/u/${tokens.of(kept(1) ?? assert.fail('no contact'))}`;
    for (const [name, path] of [
      ['settings', '/sample/settings'],
      ['settings-general', '/sample/settings?of=organisation'],
      ['unsubscribe', link],
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
