import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Language, OrganisationId } from '../src/base/ids.ts';
import { fingerprint } from '../src/base/keys.ts';
import { DAY, HOUR, MINUTE, after } from '../src/base/time.ts';
import type { MailAddress } from '../src/conference/post/address.ts';
import type { Contact, Contacts } from '../src/conference/post/contacts.ts';
import type { Mailing, Outbox, OutboxItem } from '../src/conference/post/outbox.ts';
import type { PushNote } from '../src/conference/post/push.ts';
import { type Digests, createDigests } from '../src/post/digest/digests.ts';
import { createMemoryContacts } from '../src/store/memory/contacts.ts';
import { createMemoryOutbox } from '../src/store/memory/outbox.ts';
import { createWordings } from '../src/web/wordings.ts';
import { testMailings } from './kit/mail.ts';
import { type Rivers, SLUG, START, startRivers, turns } from './kit/rivers.ts';
import { accepted, someText } from './kit/small-conference.ts';

/** Digests of a running conference, from what happens there to the mail in the outbox. It begins on a Saturday, at midnight UTC. */

const ORIGIN = 'https://conference.example';

let rivers: Rivers;
let contacts: Contacts;
let outbox: Outbox;
let digests: Digests;
let notes: PushNote[];
let faults: unknown[];
let send: (mailings: readonly Mailing[]) => Promise<number>;

const open = (): Digests =>
  createDigests({
    host: rivers.host,
    contacts,
    outbox,
    send: (mailings) => send(mailings),
    mailings: testMailings(),
    pushes: {
      publicKey: '',
      accepts: () => true,
      send: async (_subscription, note) => {
        notes.push(note);
        return { kind: 'gone' };
      },
    },
    wordings: createWordings(ORIGIN),
    clock: rivers.clock,
    origin: ORIGIN,
    links: () => ({ settings: new URL(`${ORIGIN}/settings`), unsubscribe: new URL(`${ORIGIN}/unsubscribe`) }),
    onFault: (fault) => faults.push(fault),
  });

beforeEach(async () => {
  rivers = await startRivers();
  contacts = createMemoryContacts();
  outbox = createMemoryOutbox();
  send = (mailings) => outbox.put(mailings);
  notes = [];
  faults = [];
  digests = open();
});

afterEach(() => assert.deepEqual(faults.splice(0), []));

const reach = (organisation: string, more: Partial<Contact> = {}): void =>
  contacts.put({
    slug: SLUG,
    organisation: organisation as OrganisationId,
    delegate: 1,
    address: `${organisation}@example.org` as MailAddress,
    confirmation: { kind: 'confirmed', at: after(START, 1) },
    language: 'en' as Language,
    zone: 'Europe/Sofia',
    digest: 'daily',
    lastDigest: null,
    bulletins: true,
    push: null,
    ...more,
  });

/** A browser's subscription, given with the key of this speaker. */
const pushOf = (who: number): Contact['push'] => ({
  subscription: '{"endpoint":"https://push.example/1"}',
  key: fingerprint(rivers.who(who).pen.publicKey),
});

const later = (ms: number): void => rivers.clock.set(after(rivers.clock.now(), ms));

const table = async (who = 0): Promise<void> => {
  accepted(await rivers.submit(rivers.who(who), 'text.table', someText()));
};

const queued = (): readonly OutboxItem[] => outbox.inState(SLUG, 'queued', 100).toReversed();

/** To whom digests are queued, and what each says is new. */
const told = async (): Promise<readonly string[]> =>
  Promise.all(
    queued().map(async (item) => {
      const made = await digests.mail(item);
      return `${item.organisation} ${made === null ? 'nothing' : made.mail.subject.replace(/^.*: /u, '')}`;
    }),
  );

describe('digests', () => {
  it('come in the morning to those who want them, with what happened since the last', async () => {
    reach('beta');
    reach('gama', { digest: 'weekly' });
    reach('alfa', { digest: 'never' });
    later(HOUR);
    await table();
    // Seven in Sofia is five in UTC.
    assert.equal(await digests.round(), after(START, 5 * HOUR));
    assert.deepEqual(queued(), []);
    rivers.clock.set(after(START, 5 * HOUR));
    assert.equal(await digests.round(), after(START, 29 * HOUR));
    assert.deepEqual(await told(), ['beta 1 new, 1 needs you']);
    rivers.clock.set(after(START, 29 * HOUR));
    await digests.round();
    assert.deepEqual(await told(), ['beta 1 new, 1 needs you'], 'nothing was new on the second day');
    await table();
    // Monday.
    rivers.clock.set(after(START, 53 * HOUR));
    await digests.round();
    assert.deepEqual(await told(), ['beta 1 new, 2 need you', 'beta 1 new, 2 need you', 'gama 1 new, 2 need you']);
  });

  it('list exactly what they tell', async () => {
    reach('beta');
    later(HOUR);
    const { size } = rivers.conference.state();
    await table();
    await table(2);
    later(DAY);
    await digests.round();
    const [item = assert.fail()] = queued();
    await table(2);
    const made = (await digests.mail(item)) ?? assert.fail();
    assert.deepEqual(made.listed, [size, size + 1]);
    assert.match(made.mail.content.text, /gama tabled a text\n {2}https:\/\/conference\.example\/rivers\/record\/\d+/u);
    assert.equal(made.mail.sort.kind, 'bulletin');
  });

  it('that come at once tell what happens in one go together', async () => {
    reach('beta', { digest: 'at-once' });
    later(HOUR);
    await digests.round();
    assert.deepEqual(queued(), []);
    await table();
    await digests.round();
    assert.deepEqual(await told(), ['beta 1 new, 1 needs you']);
    later(MINUTE);
    await table();
    await table(2);
    assert.equal(await digests.round(), after(START, HOUR + 15 * MINUTE));
    assert.equal(queued().length, 1);
    later(14 * MINUTE);
    await digests.round();
    assert.deepEqual(await told(), ['beta 1 new, 3 need you', 'beta 2 new, 3 need you']);
  });

  it('are queued once, though the process ends before it is written down whom they told', async () => {
    reach('beta');
    later(HOUR);
    await table();
    later(DAY);
    const keep = contacts;
    contacts = { ...keep, told: () => assert.fail('the power fails') };
    digests = open();
    await digests.round();
    assert.match(String(faults.splice(0)), /the power fails/u);
    contacts = keep;
    digests = open();
    later(MINUTE);
    await table(2);
    await digests.round();
    assert.equal(queued().length, 1);
    later(DAY);
    await digests.round();
    // What happened in between is told by the next one.
    assert.deepEqual(
      (await told()).map((line) => line.replace(/,.*/u, '')),
      ['beta 1 new', 'beta 1 new'],
    );
  });

  it('are made again where they could not be queued', async () => {
    reach('beta');
    later(HOUR);
    await table();
    later(DAY);
    const put = send;
    send = () => Promise.reject(new Error('the disk is full'));
    await digests.round();
    assert.match(String(faults.splice(0)), /the disk is full/u);
    send = put;
    await digests.round();
    assert.equal(queued().length, 1);
  });

  it('go to nobody who is not reached, or takes no part any more', async () => {
    reach('beta', { confirmation: { kind: 'unconfirmed' } });
    reach('gama');
    reach('gama', { delegate: 2 });
    later(HOUR);
    await table();
    accepted(await rivers.submit(rivers.who(2), 'participation.leave', { reason: null }));
    later(DAY);
    assert.equal(await digests.round(), null);
    assert.deepEqual(queued(), []);
  });

  it('whose reader left meanwhile are not sent', async () => {
    reach('gama');
    later(HOUR);
    await table();
    later(DAY);
    await digests.round();
    accepted(await rivers.submit(rivers.who(2), 'participation.leave', { reason: null }));
    assert.deepEqual(await told(), ['gama nothing']);
  });

  it('come with a note to the browser, and forget a browser that is gone', async () => {
    reach('beta', { push: pushOf(1) });
    later(HOUR);
    await table();
    later(DAY);
    await digests.round();
    await turns();
    assert.deepEqual(
      notes.map(({ title, words, path }) => [title, words, path]),
      [['Conference on Rivers', '1 new, 1 needs you', '/rivers/today']],
    );
    const contact = contacts.get(SLUG, 'beta' as OrganisationId, 1);
    assert.equal(contact?.push, null);
    assert.notEqual(contact.lastDigest, null);
  });

  it('come by mail to nobody who has ended it, and then as a note where a browser is told', async () => {
    reach('beta', { bulletins: false });
    reach('gama', { bulletins: false, push: pushOf(2) });
    reach('gama', { delegate: 0 });
    later(HOUR);
    await table();
    later(DAY);
    await digests.round();
    assert.deepEqual(
      queued().map(({ organisation, delegate }) => [organisation, delegate]),
      [['gama', 0]],
    );
    assert.equal(notes.length, 1);
    reach('gama', { delegate: 0, bulletins: false });
    assert.deepEqual(await told(), ['gama nothing']);
  });

  it('come as no note once the key is revoked with which the browser was named', async () => {
    reach('beta', { bulletins: false, push: pushOf(1) });
    later(HOUR);
    await table();
    accepted(await rivers.submit(rivers.who(1), 'key.revoke', { key: pushOf(1)?.key ?? assert.fail() }));
    later(DAY);
    await digests.round();
    assert.deepEqual([notes, queued()], [[], []]);
  });

  it('come again soon after a clock that was far ahead is put right', async () => {
    reach('beta', { lastDigest: { at: after(START, 400 * DAY), upTo: 0 } });
    assert.equal(await digests.round(), after(START, 5 * HOUR));
  });
});

describe('a store that refuses', () => {
  it('has nobody told twice, and nobody else wait', async () => {
    reach('beta', { push: pushOf(1) });
    reach('gama', { bulletins: false, push: pushOf(2) });
    reach('alfa', { organisation: 'alfa' as OrganisationId });
    later(HOUR);
    await table(0);
    await table(1);
    const memory = contacts;
    let full = true;
    contacts = {
      ...memory,
      told: (slug, whom, told) => {
        if (full && whom[0]?.organisation !== 'alfa') throw new Error('disk full');
        memory.told(slug, whom, told);
      },
    };
    digests = open();
    rivers.clock.set(after(START, 5 * HOUR));
    for (let i = 0; i < 3; i++, later(10 * MINUTE))
      assert.equal(await digests.round(), after(rivers.clock.now(), 10 * MINUTE));
    assert.deepEqual(new Set(queued().map(({ organisation }) => organisation)), new Set(['alfa', 'beta']));
    assert.equal(notes.length, 0, 'what could not be written down was told to nobody');
    full = false;
    await digests.round();
    await digests.round();
    assert.equal(queued().length, 2);
    assert.equal(notes.length, 2);
    assert.equal(faults.splice(0).length, 6);
  });
});
