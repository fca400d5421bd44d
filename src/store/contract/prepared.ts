import assert from 'node:assert/strict';
import type { OrganisationId, Slug } from '../../base/ids.ts';
import { instant } from '../../base/time.ts';
import type { Prepared, PreparedActs } from '../../conference/prepared.ts';

/** What is prepared, fresh, and the way to it after its process has ended; `null` where nothing outlives it. */
export interface PreparedUnderTest {
  readonly prepared: PreparedActs;
  readonly reopen: (() => PreparedActs) | null;
}

const SLUG = 'rivers' as Slug;
const OWN = 'diktyo' as OrganisationId;

const act = (id: string, more: Partial<Prepared> = {}): Prepared => ({
  id,
  slug: SLUG,
  organisation: OWN,
  kind: 'text.sign',
  title: 'Ποταμοί',
  text: 4,
  revision: 2,
  by: 2,
  at: instant(1000),
  note: 'Μέχρι την Παρασκευή 👩‍🌾',
  aside: null,
  typed: '[["text","4"]]',
  ...more,
});

/** What every keeper of prepared acts must do, by name. */
export const PREPARED_CONTRACT: Readonly<Record<string, (under: PreparedUnderTest) => void>> = {
  'has nothing at first': ({ prepared }) => {
    assert.deepEqual(prepared.of(SLUG, OWN), []);
    assert.equal(prepared.get(SLUG, 'a'), null);
    prepared.remove(SLUG, 'a');
    prepared.expire(instant(9));
  },

  'gives back what went in, the last first, and in a list without what was typed': ({ prepared }) => {
    const aside = { by: 1, at: instant(7), words: 'Not before the assembly.' };
    const other = act('b', { at: instant(2000), kind: 'group.resign', text: null, revision: null, aside });
    assert.ok(prepared.put(act('a')) && prepared.put(other));
    assert.deepEqual([prepared.get(SLUG, 'a'), prepared.get(SLUG, 'b')], [act('a'), other]);
    const lines = [other, act('a')].map(({ typed: _typed, ...line }) => line);
    assert.deepEqual(prepared.of(SLUG, OWN), lines);
  },

  'has the last under a name, which is its organisation’s': ({ prepared }) => {
    prepared.put(act('a'));
    const next = act('a', { at: instant(3000), typed: '[]', note: '' });
    assert.ok(prepared.put(next));
    assert.deepEqual(prepared.get(SLUG, 'a'), next);
    assert.ok(!prepared.put(act('a', { organisation: 'drina' as OrganisationId })));
    assert.deepEqual(prepared.get(SLUG, 'a'), next);
    assert.deepEqual(prepared.of(SLUG, 'drina' as OrganisationId), []);
    assert.equal(prepared.get('forests' as Slug, 'a'), null);
  },

  'says how much there is': ({ prepared }) => {
    const [own, other] = [act('a'), act('b', { organisation: 'drina' as OrganisationId })];
    prepared.put(own);
    prepared.put(other);
    const bytes = Buffer.byteLength(own.typed + own.note);
    assert.deepEqual(prepared.taken(SLUG, OWN), { acts: 1, bytes });
    assert.equal(prepared.inAll(), 2 * bytes);
  },

  'removes one for good, and those of before a time': ({ prepared }) => {
    for (const [id, at] of [
      ['a', 1],
      ['b', 2],
      ['c', 3],
    ] as const)
      prepared.put(act(id, { at: instant(at) }));
    prepared.remove(SLUG, 'c');
    prepared.expire(instant(2));
    assert.deepEqual(
      prepared.of(SLUG, OWN).map(({ id }) => id),
      ['b'],
    );
    assert.deepEqual([prepared.get(SLUG, 'a'), prepared.get(SLUG, 'c')], [null, null]);
  },

  'has it all when opened again': ({ prepared, reopen }) => {
    if (reopen === null) return;
    prepared.put(act('a'));
    assert.deepEqual(reopen().get(SLUG, 'a'), act('a'));
  },
};
