import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Fingerprint, Language, OrganisationId, Slug } from '../src/base/ids.ts';
import { DAY, after, instant } from '../src/base/time.ts';
import { type Step, given, wait } from '../src/charter/spec/spec.ts';
import { act, applyFor, appoint, founded, leave } from '../src/charter/spec/acts.ts';
import type { MailAddress } from '../src/conference/post/address.ts';
import type { Confirmation, Contact } from '../src/conference/post/contacts.ts';
import { createMemoryContacts } from '../src/store/memory/contacts.ts';
import { forgetContacts } from '../src/post/forgotten.ts';

const slug = 'rivers' as Slug;

const contact = (organisation: string, delegate: number, confirmation: Confirmation): Contact => ({
  slug,
  organisation: organisation as OrganisationId,
  delegate,
  address: `${organisation}${delegate}@example.org` as MailAddress,
  confirmation,
  language: 'en' as Language,
  zone: 'UTC',
  digest: 'never',
  lastDigest: null,
  bulletins: true,
  push: null,
});
const CONFIRMED: Confirmation = { kind: 'confirmed', at: instant(1) };

/** Who is left after so many days, by address. */
const left = (contacts: readonly Contact[], steps: readonly Step[], days = 0): readonly string[] => {
  const kept = createMemoryContacts();
  for (const one of contacts) kept.put(one);
  const { state } = given(...steps);
  forgetContacts(kept, { slug, state: () => state }, after(state.time, days * DAY));
  return kept.all(slug).map(({ address }) => address.replace('@example.org', ''));
};

test('a stranger’s addresses go when its application waits no longer, and nobody else’s', () => {
  const all = ['ada', 'bor', 'nova', 'unknown'].map((name) => contact(name, 1, CONFIRMED));
  const waiting = [founded(2), leave('bor'), applyFor('nova')];
  assert.deepEqual(left(all, waiting), ['ada1', 'bor1', 'nova1']);
  assert.deepEqual(left(all, [...waiting, wait(31 * DAY)]), ['ada1', 'bor1']);
});

test('a delegate who is recalled is forgotten, and those of an organisation that left a year later', () => {
  const all = [contact('ada', 0, CONFIRMED), contact('ada', 2, CONFIRMED), contact('bor', 1, CONFIRMED)];
  const steps = [founded(2), appoint('ada', 'second'), leave('bor')];
  assert.deepEqual(left(all, steps), ['ada0', 'ada2', 'bor1']);
  assert.deepEqual(left(all, [...steps, act('delegate.recall', 'ada', { delegate: 2 })]), ['ada0', 'bor1']);
  assert.deepEqual(
    [left(all, steps, 364), left(all, steps, 366)],
    [
      ['ada0', 'ada2', 'bor1'],
      ['ada0', 'ada2'],
    ],
  );
});

test('an address that nobody confirmed goes a month after its code ended, and a browser’s with its key', () => {
  const { state } = given(founded(2));
  const asked: Confirmation = { kind: 'asked', codeHash: 'x', until: state.time, wrong: 0 };
  assert.deepEqual(
    [
      left([contact('ada', 1, asked)], [founded(2)], 29).length,
      left([contact('ada', 1, asked)], [founded(2)], 31).length,
    ],
    [1, 0],
  );
  const ahead = { ...asked, until: after(state.time, 400 * DAY) };
  assert.equal(left([contact('ada', 1, ahead)], [founded(2)]).length, 0, 'a clock that was ahead has asked');
  const kept = createMemoryContacts();
  kept.put({ ...contact('ada', 1, CONFIRMED), push: { subscription: '{}', key: 'SHA256:gone' as Fingerprint } });
  forgetContacts(kept, { slug, state: () => state }, state.time);
  assert.equal(kept.all(slug)[0]?.push, null);
});
