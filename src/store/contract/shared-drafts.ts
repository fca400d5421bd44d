import assert from 'node:assert/strict';
import type { OrganisationId, Slug } from '../../base/ids.ts';
import { instant } from '../../base/time.ts';
import { type SharedDraft, type SharedDrafts, lineOfShared } from '../../conference/shared-draft.ts';

/** Fresh shared drafts, and the way to them after their process has ended; `null` where nothing outlives it. */
export interface SharedUnderTest {
  readonly drafts: SharedDrafts;
  readonly reopen: (() => SharedDrafts) | null;
}

const SLUG = 'rivers' as Slug;
const [OWN, OTHER] = ['diktyo' as OrganisationId, 'drina' as OrganisationId];
const LINK = 'a'.repeat(64);
const WORDS = { title: 'Ποταμοί', event: 'The flood', on: '2026-05-16', body: 'It *rained* 👩‍🌾.', lead: '', calls: '' };

const draft = (id: string, change: number, more: Partial<SharedDraft> = {}): SharedDraft => ({
  id,
  slug: SLUG,
  owner: OWN,
  guests: [],
  versions: [{ version: change, by: { kind: 'guest', guest: 1 }, at: instant(1000 * change), words: WORDS }],
  change,
  ...more,
});

const guests: SharedDraft['guests'] = [
  { number: 1, who: { kind: 'participant', organisation: OTHER }, until: instant(9) },
  { number: 2, who: { kind: 'outside', name: 'Guests', link: LINK }, until: instant(9) },
];

/** What every keeper of shared drafts must do, by name. */
export const SHARED_CONTRACT: Readonly<Record<string, (under: SharedUnderTest) => void>> = {
  'has nothing at first': ({ drafts }) => {
    assert.deepEqual(
      [drafts.of(SLUG, OWN), drafts.get(SLUG, 'a'), drafts.byLink(SLUG, LINK), drafts.inAll()],
      [[], null, null, 0],
    );
    drafts.remove(SLUG, 'a');
  },

  'gives back what went in, to its owner, to those invited and by a guest’s link': ({ drafts }) => {
    assert.ok(drafts.put(draft('a', 1, { guests })));
    for (const found of [drafts.get(SLUG, 'a'), drafts.byLink(SLUG, LINK)])
      assert.deepEqual(found, draft('a', 1, { guests }));
    for (const found of [drafts.of(SLUG, OWN), drafts.of(SLUG, OTHER)])
      assert.deepEqual(found, [lineOfShared(draft('a', 1, { guests }))]);
    assert.deepEqual(drafts.of(SLUG, 'dri' as OrganisationId), []);
    assert.equal(drafts.byLink(SLUG, 'b'.repeat(64)), null);
    assert.ok(drafts.inAll() > 0);
  },

  'gives an organisation its own before all that others invite it to': ({ drafts }) => {
    drafts.put(draft('own', 1));
    for (let i = 0; i < 60; i += 1) {
      const { versions } = draft(`${i}`, 9);
      const invited: SharedDraft['guests'] = [
        { number: 1, who: { kind: 'participant', organisation: OWN }, until: instant(9) },
      ];
      drafts.put(draft(`${i}`, 1, { owner: OTHER, guests: invited, versions }));
    }
    const found = drafts.of(SLUG, OWN);
    assert.deepEqual([found.length, found[0]?.id], [50, 'own']);
  },

  'leaves a draft to its conference': ({ drafts }) => {
    drafts.put(draft('a', 1, { guests }));
    const elsewhere = 'forests' as Slug;
    assert.deepEqual(
      [drafts.of(elsewhere, OWN), drafts.get(elsewhere, 'a'), drafts.byLink(elsewhere, LINK)],
      [[], null, null],
    );
    drafts.remove(elsewhere, 'a');
    assert.notEqual(drafts.get(SLUG, 'a'), null);
  },

  'takes the next change alone, and from no other owner': ({ drafts }) => {
    assert.ok(!drafts.put(draft('a', 2)), 'there is no first');
    assert.ok(drafts.put(draft('a', 1)));
    assert.ok(!drafts.put(draft('a', 1, { guests })));
    assert.ok(!drafts.put(draft('a', 3)));
    assert.ok(!drafts.put(draft('a', 2, { owner: OTHER })));
    assert.ok(drafts.put(draft('a', 2, { guests })));
    assert.deepEqual(drafts.get(SLUG, 'a'), draft('a', 2, { guests }));
    assert.deepEqual(drafts.of(SLUG, OWN), [lineOfShared(draft('a', 2, { guests }))]);
  },

  'forgets those that nobody has written on since': ({ drafts }) => {
    drafts.put(draft('a', 1));
    drafts.put(draft('b', 1));
    drafts.put(draft('b', 2));
    drafts.expire(instant(2000));
    assert.deepEqual(
      drafts.of(SLUG, OWN).map(({ id }) => id),
      ['b'],
    );
  },

  'has it all when opened again': ({ drafts, reopen }) => {
    if (reopen === null) return;
    drafts.put(draft('a', 1, { guests }));
    assert.deepEqual(reopen().byLink(SLUG, LINK), draft('a', 1, { guests }));
  },
};
