import assert from 'node:assert/strict';
import { after, it } from 'node:test';
import type { Language, OrganisationId, Slug } from '../src/base/ids.ts';
import { base64url } from '../src/base/bytes.ts';
import type { MailAddress } from '../src/conference/post/address.ts';
import type { PostDesk } from '../src/conference/post/desk.ts';
import { createPushes } from '../src/post/push/send.ts';
import { newVapidKey, vapidFrom } from '../src/post/push/vapid.ts';
import { createMemoryContacts } from '../src/store/memory/contacts.ts';
import { createMemoryOutbox } from '../src/store/memory/outbox.ts';
import { createMemoryTray } from '../src/store/memory/tray.ts';
import { createManualClock } from '../src/conference/clock.ts';
import { instant } from '../src/base/time.ts';
import { axeCheck } from './kit/axe.ts';
import { NARROWEST, assertFits, faultsOf, launch, screenshot } from './kit/browser.ts';
import { wordsIn } from './kit/forms.ts';
import { noSubscribing } from './kit/no-subscribing.ts';
import { SLUG, createSampleScene } from './kit/sample.ts';

/** Notes to a delegate's browser: how they are begun and ended, and what the service worker does with one. The push service itself is stubbed. */

const contacts = createMemoryContacts();
const vapid = vapidFrom(newVapidKey(), 'mailto:host@conference.example');
const desk: PostDesk = {
  contacts,
  sendCode: () => assert.fail('No code is asked for'),
  confirmed: () => assert.fail('Nothing is confirmed'),
  subscriber: () => null,
  subscribing: noSubscribing,
  standstill: () => null,
  outbox: createMemoryOutbox(),
  tray: createMemoryTray(),
  pushes: createPushes({ vapid, clock: createManualClock(instant(0)) }),
};
const scene = await createSampleScene({ listen: true, post: desk });
after(scene.close);
const SHOTS = process.env['ISONOMIA_SHOTS'] !== undefined;

const SAVA = 'zelena-sava' as OrganisationId;
const kept = () => contacts.get(SLUG as Slug, SAVA, 1) ?? assert.fail();
contacts.put({
  slug: SLUG as Slug,
  organisation: SAVA,
  delegate: 1,
  address: 'anna@sava.example' as MailAddress,
  confirmation: { kind: 'confirmed', at: instant(1) },
  language: 'en' as Language,
  zone: 'Europe/Zagreb',
  digest: 'daily',
  lastDigest: null,
  bulletins: true,
  push: null,
});

const subscription = JSON.stringify({
  endpoint: 'https://push.example/1',
  keys: { p256dh: vapid.publicKey, auth: base64url(new Uint8Array(16)) },
});

const post = async (by: string | null, subscription: string): Promise<Response> =>
  scene.ask('/sample/settings/notes', {
    method: 'POST',
    headers: await scene.headers(by),
    body: new URLSearchParams({ subscription }),
  });

it('a browser is told from when its subscription was sent until it is taken back, by its delegate alone', async () => {
  assert.equal((await post(null, subscription)).status, 401);
  const refused = await post(SAVA, subscription.replace('push.example', '127.0.0.1'));
  assert.equal(refused.status, 422);
  assert.match(wordsIn(await refused.text()), /no address at which it can be reached/u);
  assert.equal((await post('pro-delta', subscription)).status, 422, 'who has no address here');
  assert.equal(kept().push, null);
  assert.equal((await post(SAVA, subscription)).headers.get('location'), '/sample/settings?done=pushed');
  assert.equal(kept().push?.subscription, subscription);
  assert.equal((await post(SAVA, '')).headers.get('location'), '/sample/settings?done=not-pushed');
  assert.equal(kept().push, null);
});

it('the button begins them, and a note shows what it says and where it leads', async () => {
  const kit = await launch();
  const page = await kit.page({ baseURL: scene.origin });
  const context = page.context();
  const cookie = scene.cookie(await scene.signIn(SAVA));
  await context.addCookies([{ ...cookie, url: scene.origin }]);
  await context.grantPermissions(['notifications'], { origin: scene.origin });
  // No push service is reached from here.
  await page.addInitScript(`
    PushManager.prototype.subscribe = () => Promise.resolve(${subscription});
    Notification.requestPermission = () => Promise.resolve('granted');
  `);
  await page.goto('/sample/settings');
  await assertFits(page, NARROWEST);
  await axeCheck(page);
  if (SHOTS) await screenshot(page, 'settings-notes');
  await page.getByRole('button', { name: 'Tell me in this browser' }).click();
  await page.getByText('This browser is told from now on.').waitFor();
  assert.equal(kept().push?.subscription, subscription);

  const cdp = await context.newCDPSession(page);
  const registered = new Promise<string>((done) => {
    cdp.on('ServiceWorker.workerRegistrationUpdated', ({ registrations: [one] }) => {
      if (one !== undefined) done(one.registrationId);
    });
  });
  await cdp.send('ServiceWorker.enable');
  const note = { title: 'Rivers', words: '3 new', path: '/sample/today', topic: 'sample', language: 'en' };
  const registrationId = await registered;
  const [worker = await context.waitForEvent('serviceworker')] = context.serviceWorkers();
  // Not every Chromium lets a test show notes, so what the worker would show is kept instead.
  await worker.evaluate(`registration.showNotification = async (title, { body, data }) => {
    (globalThis.shown ??= []).push([title, body, data]);
  }`);
  for (const data of ['nonsense', JSON.stringify(note)])
    await cdp.send('ServiceWorker.deliverPushMessage', { origin: scene.origin, registrationId, data });
  const shown = () => worker.evaluate<readonly unknown[] | null>('globalThis.shown ?? null');
  let seen = await shown();
  for (let looks = 0; seen === null && looks < 1000; looks += 1) seen = await shown();
  assert.deepEqual(seen, [['Rivers', '3 new', '/sample/today']]);
  await page.getByRole('button', { name: 'No more notes' }).click();
  await page.getByText('This browser is told no more.').waitFor();
  assert.deepEqual([kept().push, faultsOf(page)], [null, []]);
  await context.close();
});
