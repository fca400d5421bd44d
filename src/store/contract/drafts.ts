import assert from 'node:assert/strict';
import type { ClauseId, OrganisationId, Slug } from '../../base/ids.ts';
import { instant } from '../../base/time.ts';
import type { Draft, Drafts } from '../../conference/ports.ts';

/** Fresh drafts, and the way to them after their process has ended; `null` where nothing outlives it. */
export interface DraftsUnderTest {
  readonly drafts: Drafts;
  readonly reopen: (() => Drafts) | null;
}

const SLUG = 'rivers' as Slug;
const OWN = 'diktyo' as OrganisationId;

const draft = (id: string, version: number, more: Partial<Draft> = {}): Draft => ({
  id,
  slug: SLUG,
  organisation: OWN,
  kind: 'revise',
  text: 4,
  revision: 2,
  title: 'Ποταμοί',
  body: '1. *Asks* 👩‍🌾.\n\n   (a) `\\n`',
  version,
  by: 2,
  at: instant(1000 * version),
  pens: [{ pen: 'pen', number: 3, version, title: 'Π', body: '', renamed: [['a' as ClauseId, 'b' as ClauseId]] }],
  ...more,
});

/** What every keeper of drafts must do, by name. */
export const DRAFTS_CONTRACT: Readonly<Record<string, (under: DraftsUnderTest) => void>> = {
  'has nothing at first': ({ drafts }) => {
    assert.deepEqual(drafts.of(SLUG, OWN), []);
    assert.equal(drafts.get(SLUG, 'a'), null);
    drafts.remove(SLUG, 'a');
  },

  'gives back what went in': ({ drafts }) => {
    const table = draft('b', 1, { kind: 'table', text: null, revision: null, body: '' });
    assert.ok(drafts.put(draft('a', 1)) && drafts.put(table));
    assert.deepEqual(drafts.get(SLUG, 'a'), draft('a', 1));
    assert.deepEqual(drafts.get(SLUG, 'b'), table);
  },

  'takes the next version alone': ({ drafts }) => {
    assert.ok(!drafts.put(draft('a', 2)), 'there is no first');
    assert.ok(drafts.put(draft('a', 1)));
    assert.ok(!drafts.put(draft('a', 1, { body: 'over it' })));
    assert.ok(!drafts.put(draft('a', 3)));
    assert.ok(drafts.put(draft('a', 2, { body: 'second', by: 1 })));
    assert.deepEqual(drafts.get(SLUG, 'a'), draft('a', 2, { body: 'second', by: 1 }));
  },

  'leaves a draft to its organisation and its conference': ({ drafts }) => {
    const other = 'drina' as OrganisationId;
    drafts.put(draft('a', 1));
    drafts.put(draft('b', 1, { organisation: other }));
    drafts.put(draft('a', 1, { slug: 'forests' as Slug }));
    assert.ok(!drafts.put(draft('a', 2, { organisation: other })), 'a draft does not change hands');
    assert.deepEqual(drafts.get(SLUG, 'a')?.organisation, OWN);
    assert.deepEqual(
      [drafts.of(SLUG, OWN), drafts.of(SLUG, other)].map((list) => list.map(({ id }) => id)),
      [['a'], ['b']],
    );
    assert.equal(drafts.get('forests' as Slug, 'b'), null);
    drafts.remove('forests' as Slug, 'a');
    assert.notEqual(drafts.get(SLUG, 'a'), null);
  },

  'lists the one changed last first, and removes for good': ({ drafts }) => {
    drafts.put(draft('a', 1, { at: instant(5) }));
    drafts.put(draft('b', 1, { at: instant(7) }));
    drafts.put(draft('c', 1, { at: instant(6) }));
    drafts.remove(SLUG, 'c');
    assert.equal(drafts.get(SLUG, 'c'), null);
    drafts.put(draft('a', 2, { at: instant(8) }));
    assert.deepEqual(
      drafts.of(SLUG, OWN).map(({ id }) => id),
      ['a', 'b'],
    );
    const { body, pens, ...line } = draft('a', 2, { at: instant(8) });
    assert.deepEqual(drafts.of(SLUG, OWN)[0], line, `without its ${body.length} characters and ${pens.length} pens`);
  },

  'says how much an organisation has': ({ drafts }) => {
    assert.deepEqual(drafts.taken(SLUG, OWN), { drafts: 0, bytes: 0 });
    const kept = draft('a', 1);
    drafts.put(kept);
    drafts.put(draft('b', 1, { organisation: 'drina' as OrganisationId }));
    const bytes = Buffer.byteLength(kept.title + kept.body + JSON.stringify(kept.pens));
    assert.deepEqual(drafts.taken(SLUG, OWN), { drafts: 1, bytes });
    assert.equal(drafts.inAll(), 2 * bytes);
  },

  'has it all when opened again': ({ drafts, reopen }) => {
    if (reopen === null) return;
    drafts.put(draft('a', 1));
    drafts.put(draft('a', 2));
    assert.deepEqual(reopen().get(SLUG, 'a'), draft('a', 2));
  },
};
