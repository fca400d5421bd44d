import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Language, OrganisationId, Slug } from '../src/base/ids.ts';
import { fingerprint } from '../src/base/keys.ts';
import { instant } from '../src/base/time.ts';
import type { MailAddress } from '../src/conference/post/address.ts';
import { pushIn } from '../src/conference/post/contacts.ts';
import type { PostDesk } from '../src/conference/post/desk.ts';
import { contactReached, reachedAt } from '../src/post/entitled.ts';
import { createUnsubscribeTokens } from '../src/post/mail/unsubscribe.ts';
import { sampleKey } from '../src/record/sample-keys.ts';
import { createMemoryContacts } from '../src/store/memory/contacts.ts';
import { createMemoryOutbox } from '../src/store/memory/outbox.ts';
import { createMemoryTray } from '../src/store/memory/tray.ts';
import { createListener } from './kit/listener.ts';
import { noSubscribing } from './kit/no-subscribing.ts';
import { SLUG, type SampleScene, createSampleScene } from './kit/sample.ts';

/** Everything that was given to a delegate and opens without a signature ends with the key by which it was given, and with the appointment. */

const BOSNE = 'rijeke-bosne' as OrganisationId;
const CONTACT = { slug: SLUG as Slug, organisation: BOSNE, delegate: 2 } as const;

const newScene = async () => {
  const contacts = createMemoryContacts();
  const scenes: SampleScene[] = [];
  const reached = contactReached(contacts, { conference: (slug) => scenes[0]?.host.conference(slug) ?? null });
  const tokens = createUnsubscribeTokens(new Uint8Array(32), reached);
  const desk: PostDesk = {
    contacts,
    sendCode: async () => true,
    confirmed: () => undefined,
    subscriber: tokens.read,
    subscribing: noSubscribing,
    standstill: () => null,
    outbox: createMemoryOutbox(),
    tray: createMemoryTray(),
    pushes: { publicKey: 'BKey', accepts: () => true, send: async () => ({ kind: 'accepted' }) },
  };
  const scene = await createSampleScene({ post: desk });
  scenes.push(scene);
  return { scene, contacts, tokens };
};

/** What one delegate holds, each by whether it opens. */
const everythingHeld = async () => {
  const { scene, contacts, tokens } = await newScene();
  const { conference, ask } = scene;
  contacts.put({
    ...CONTACT,
    address: 'ana@bosne.example' as MailAddress,
    confirmation: { kind: 'confirmed', at: instant(1) },
    language: 'en' as Language,
    zone: 'UTC',
    digest: 'daily',
    lastDigest: null,
    bulletins: true,
    push: null,
  });
  const token = await scene.signIn(BOSNE, 2);
  const { name, value } = scene.cookie(token);
  const headers = { cookie: `${name}=${value}` };
  const page = await (await ask('/sample/meetings', { headers })).text();
  const address = /id="calendar-address" value="([^"]+)"/u.exec(page)?.[1] ?? assert.fail('no calendar');
  const subscription = new URLSearchParams({ subscription: '{"endpoint":"https://push.example/1"}' });
  assert.equal((await ask('/sample/settings/notes', { method: 'POST', headers, body: subscription })).status, 303);
  const contact = () => contacts.get(CONTACT.slug, BOSNE, 2) ?? assert.fail('no contact');
  const link = `/u/${tokens.of(contact())}`;
  const listener = await createListener(scene, token);
  const stream = { ended: false };
  void listener.heard().then(() => (stream.ended = true));
  const is200 = async (path: string, more: RequestInit = {}) => (await ask(path, more)).status === 200;
  return {
    scene,
    contact,
    contacts,
    stream,
    opens: {
      'a session of pages': () => is200('/sample/settings', { headers }),
      'a session of the API': () =>
        is200('/api/conferences/sample/letters', { headers: { authorization: `Bearer ${token}` } }),
      'the address of a calendar': () => is200(new URL(address).pathname),
      'notes to a browser': async () => pushIn(conference.state(), contact()) !== null,
      'the link that ends bulletins': () => is200(link),
      'what is circulated by mail': async () =>
        reachedAt(contacts, conference.state(), CONTACT.slug, BOSNE).some(({ delegate }) => delegate === 2),
    },
  };
};

type Opens = Awaited<ReturnType<typeof everythingHeld>>['opens'];

const open = async (opens: Opens): Promise<readonly string[]> => {
  const all = await Promise.all(Object.entries(opens).map(async ([what, isOpen]) => ((await isOpen()) ? what : null)));
  return all.filter((what) => what !== null);
};

describe('what a delegate holds', () => {
  it('opens until then', async (t) => {
    const { scene, opens } = await everythingHeld();
    t.after(scene.close);
    assert.deepEqual(await open(opens), Object.keys(opens));
  });

  it('ends with the key by which it was given; mail, which was confirmed from its own box, goes on', async (t) => {
    const { scene, opens, stream } = await everythingHeld();
    t.after(scene.close);
    const { publicKey } = await sampleKey(BOSNE, 2);
    await scene.act([BOSNE, 1], 'key.revoke', { key: fingerprint(publicKey) });
    assert.deepEqual(await open(opens), ['the link that ends bulletins', 'what is circulated by mail']);
    scene.clock.set(instant(scene.clock.now() + 1000));
    while (!stream.ended) await new Promise((resolve) => void setImmediate(resolve));
  });

  it('ends with the appointment, all of it', async (t) => {
    const { scene, opens, stream } = await everythingHeld();
    t.after(scene.close);
    await scene.act([BOSNE, 1], 'delegate.recall', { delegate: 2 });
    assert.deepEqual(await open(opens), []);
    scene.clock.set(instant(scene.clock.now() + 1000));
    while (!stream.ended) await new Promise((resolve) => void setImmediate(resolve));
  });

  it('ends, of a link in a mail, where the address is another’s', async (t) => {
    const { scene, opens, contact, contacts } = await everythingHeld();
    t.after(scene.close);
    contacts.put({ ...contact(), address: 'ivo@bosne.example' as MailAddress });
    assert.equal(await opens['the link that ends bulletins'](), false);
  });
});
