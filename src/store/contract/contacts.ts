import assert from 'node:assert/strict';
import type { Fingerprint, Language, OrganisationId, Slug } from '../../base/ids.ts';
import { instant } from '../../base/time.ts';
import type { MailAddress } from '../../conference/post/address.ts';
import type { Contact, Contacts } from '../../conference/post/contacts.ts';

/** Fresh contacts, and the way to them after their process has ended; `null` where nothing outlives it. */
export interface ContactsUnderTest {
  readonly contacts: Contacts;
  readonly reopen: (() => Contacts) | null;
}

const SLUG = 'rivers' as Slug;
const FORESTS = 'forests' as Slug;
const OWN = 'diktyo' as OrganisationId;
const OTHER = 'drina' as OrganisationId;

const contact = (delegate: number, more: Partial<Contact> = {}): Contact => ({
  slug: SLUG,
  organisation: OWN,
  delegate,
  address: `anna${delegate}@example.org` as MailAddress,
  confirmation: { kind: 'unconfirmed' },
  language: 'el' as Language,
  zone: 'Europe/Athens',
  digest: 'daily',
  lastDigest: null,
  bulletins: true,
  push: null,
  ...more,
});

const owners = (contacts: readonly Contact[]): readonly string[] =>
  contacts.map(({ organisation, delegate }) => `${organisation}/${delegate}`);

/** What every keeper of contacts must do, by name. */
export const CONTACTS_CONTRACT: Readonly<Record<string, (under: ContactsUnderTest) => void>> = {
  'has nothing at first': ({ contacts }) => {
    assert.equal(contacts.get(SLUG, OWN, 1), null);
    assert.deepEqual(contacts.all(SLUG), []);
    assert.deepEqual(contacts.byAddress(SLUG, 'anna1@example.org'), []);
    contacts.remove(SLUG, OWN, 1);
    contacts.told(SLUG, [{ organisation: OWN, delegate: 1 }], { at: instant(1), upTo: 1 });
    assert.deepEqual(contacts.all(SLUG), []);
  },

  'gives back what went in': ({ contacts }) => {
    const each = [
      contact(0),
      contact(1, { confirmation: { kind: 'asked', codeHash: 'ab', until: instant(9), wrong: 2 } }),
      contact(2, { confirmation: { kind: 'confirmed', at: instant(7) }, digest: 'never', bulletins: false }),
      contact(3, {
        lastDigest: { at: instant(8), upTo: 3 },
        push: { subscription: '{"endpoint":"https://push.example/1"}', key: 'SHA256:x' as Fingerprint },
      }),
    ];
    for (const one of each) contacts.put(one);
    assert.deepEqual(
      each.map(({ delegate }) => contacts.get(SLUG, OWN, delegate)),
      each,
    );
  },

  'keeps one for each delegate: the last': ({ contacts }) => {
    contacts.put(contact(1, { confirmation: { kind: 'confirmed', at: instant(7) } }));
    const moved = contact(1, { address: 'anna@example.net' as MailAddress });
    contacts.put(moved);
    assert.deepEqual(contacts.all(SLUG), [moved]);
    assert.deepEqual(contacts.byAddress(SLUG, 'anna1@example.org'), []);
  },

  'leaves a contact to its conference and its organisation': ({ contacts }) => {
    contacts.put(contact(2));
    contacts.put(contact(10));
    contacts.put(contact(0));
    contacts.put(contact(1, { organisation: OTHER }));
    contacts.put(contact(1, { slug: FORESTS }));
    assert.deepEqual(owners(contacts.of(SLUG, OWN)), ['diktyo/0', 'diktyo/2', 'diktyo/10']);
    assert.deepEqual(owners(contacts.all(SLUG)), ['diktyo/0', 'diktyo/2', 'diktyo/10', 'drina/1']);
    contacts.remove(SLUG, OTHER, 1);
    contacts.remove(SLUG, OWN, 1);
    assert.equal(contacts.get(SLUG, OTHER, 1), null);
    assert.notEqual(contacts.get(FORESTS, OWN, 1), null);
  },

  'finds whoever is reached at an address, however it is spelled': ({ contacts }) => {
    const shared = 'Office@example.org' as MailAddress;
    contacts.put(contact(1, { organisation: OTHER, address: shared }));
    contacts.put(contact(0, { address: 'office@example.org' as MailAddress }));
    contacts.put(contact(1));
    contacts.put(contact(1, { slug: FORESTS, address: shared }));
    assert.deepEqual(owners(contacts.byAddress(SLUG, ' OFFICE@Example.org')), ['diktyo/0', 'drina/1']);
    assert.equal(contacts.get(SLUG, OTHER, 1)?.address, shared);
  },

  'marks whom a digest has told': ({ contacts }) => {
    contacts.put(contact(1));
    contacts.put(contact(2));
    contacts.told(
      SLUG,
      [
        { organisation: OWN, delegate: 2 },
        { organisation: OTHER, delegate: 1 },
      ],
      { at: instant(5), upTo: 12 },
    );
    assert.deepEqual(contacts.all(SLUG), [contact(1), contact(2, { lastDigest: { at: instant(5), upTo: 12 } })]);
  },

  'has it all when opened again': ({ contacts, reopen }) => {
    if (reopen === null) return;
    contacts.put(contact(1));
    contacts.put(contact(2));
    contacts.remove(SLUG, OWN, 1);
    assert.deepEqual(reopen().all(SLUG), [contact(2)]);
  },
};
