import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Language, OrganisationId, Slug } from '../src/base/ids.ts';
import { DAY, instant } from '../src/base/time.ts';
import { type Step, given, wait } from '../src/charter/spec/spec.ts';
import { applyFor, founded, leave } from '../src/charter/spec/acts.ts';
import type { MailAddress } from '../src/conference/post/address.ts';
import { createMemoryContacts } from '../src/store/memory-contacts.ts';
import { forgetStrangers } from '../src/post/forgotten.ts';

const slug = 'rivers' as Slug;

test('a stranger’s addresses go when its application waits no longer, and nobody else’s', () => {
  const contacts = createMemoryContacts();
  for (const name of ['ada', 'bor', 'nova', 'unknown'])
    contacts.put({
      slug,
      organisation: name as OrganisationId,
      delegate: 1,
      address: `${name}@example.org` as MailAddress,
      confirmation: { kind: 'confirmed', at: instant(1) },
      language: 'en' as Language,
      zone: 'UTC',
      digest: 'never',
      lastDigest: null,
      bulletins: true,
      push: null,
    });
  const left = (...steps: readonly Step[]): readonly string[] => {
    const { state } = given(...steps);
    forgetStrangers(contacts, { slug, state: () => state });
    return contacts.all(slug).map(({ organisation }) => organisation);
  };
  const waiting = [founded(2), leave('bor'), applyFor('nova')];
  assert.deepEqual(left(...waiting), ['ada', 'bor', 'nova']);
  assert.deepEqual(left(...waiting, wait(31 * DAY)), ['ada', 'bor']);
});
