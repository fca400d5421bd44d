import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ACT_KINDS } from '../../charter/acts.ts';
import { apply } from '../../charter/apply.ts';
import { participants } from '../../charter/members/organisations.ts';
import { adopt, founded, observe, table } from '../../charter/spec/acts.ts';
import { all as steps } from '../../charter/spec/spec.ts';
import { EXAMPLES } from '../../charter/spec/example.ts';
import { type World, createWorld } from '../../charter/spec/world.ts';
import { entriesOfOpenKeys } from '../../charter/sight/visibility-entries.ts';
import { type State, emptyState } from '../../charter/state.ts';
import { PUBLIC, type Viewer } from '../../charter/visibility.ts';
import { createReader } from '../reading/reader.ts';
import type { RecordEntry } from '../types.ts';
import { changedClusters, clustersOf } from './clusters.ts';
import type { Cluster } from './document.ts';
import { documentsOf } from './documents.ts';
import { placedAs } from './listed.ts';

/** Of every kind of act: whatever it changes of what can be found is among what is made anew for it. */

const entriesOf = ({ entries }: World): readonly RecordEntry[] =>
  entries.map((entry, index) => ({ ...entry, index, bytes: new Uint8Array(), signatures: [] }));

const memberIn = (state: State): Viewer => {
  const id = participants(state)[0]?.id ?? [...state.organisations.keys()][0];
  return id === undefined ? PUBLIC : { kind: 'organisation', id };
};

/** All that can be found, on either face, by cluster. The attachments of these acts hold nothing. */
const all = (world: World): ReadonlyMap<Cluster, string> => {
  const { state } = world;
  const entries = new Map(entriesOf(world).map((entry) => [entry.index, entry]));
  const clusters = [...clustersOf(state), ...[...entries.keys()].map((index): Cluster => `entries/${index}`)];
  const found = (viewer: Viewer, cluster: Cluster) =>
    documentsOf({ state, reader: createReader(state, viewer) }, cluster, { attached: new Map(), entries });
  const viewers = { everyone: PUBLIC, members: memberIn(state) };
  const listed = (cluster: Cluster) => {
    const entry = cluster.startsWith('entries/') ? entries.get(Number(cluster.slice('entries/'.length))) : undefined;
    return entry === undefined ? null : placedAs(state, entry, viewers);
  };
  return new Map(
    clusters.map((cluster) => [
      cluster,
      JSON.stringify([found(PUBLIC, cluster), found(viewers.members, cluster), listed(cluster)]),
    ]),
  );
};

/** What is found otherwise than before and is not among what is made anew for these entries. */
const missedBy = (
  before: ReadonlyMap<Cluster, string>,
  world: World,
  fresh: readonly RecordEntry[],
): readonly string[] => {
  const changed = new Set<Cluster>([
    ...changedClusters(world.state, fresh),
    ...fresh.map(({ index }): Cluster => `entries/${index}`),
    // What a key's first public signature opens is looked for by the feed itself.
    ...[...entriesOfOpenKeys(world.state)].map((index): Cluster => `entries/${index}`),
  ]);
  const after = all(world);
  const missed = [...after].flatMap(([cluster, found]) =>
    found === before.get(cluster) || changed.has(cluster) ? [] : [cluster],
  );
  return [...missed, ...[...before.keys()].filter((cluster) => !after.has(cluster))];
};

/** What was said of a text in public, and is public once that is adopted. */
const opening = steps(founded(3), table('ada'), observe('bor', { public: true }), adopt(['ada', 'bor', 'cvet']));

describe('what an act changes is made anew', () => {
  for (const kind of ACT_KINDS)
    it(kind, () => {
      const world = createWorld();
      EXAMPLES[kind].given(world);
      const before = all(world);
      const { size, founded } = world.state;
      EXAMPLES[kind].next(world);
      const fresh = entriesOf(world).slice(size);
      assert.ok(fresh.length > 0);
      // All is made anew when a conference is founded.
      if (founded === null && world.state.founded !== null) return;
      assert.deepEqual(missedBy(before, world, fresh), []);
    });

  it('and so is what follows from it, or from a deadline, in whole conferences', () => {
    const given = new Set([...ACT_KINDS.map((kind) => EXAMPLES[kind].given), opening]);
    let acts = 0;
    for (const play of given) {
      const played = createWorld();
      play(played);
      // The same entries once more, one by one.
      const state = emptyState();
      const entries: World['entries'][number][] = [];
      const world = { state, entries } as unknown as World;
      for (const [i, entry] of played.entries.entries()) {
        const before = i < 2 ? new Map() : all(world);
        const wasFounded = state.founded !== null;
        apply(state, entry);
        entries.push(entry);
        acts += 1;
        if (wasFounded) assert.deepEqual(missedBy(before, world, entriesOf(world).slice(i)), [], entry.act.kind);
      }
    }
    assert.ok(acts > 500, `${acts} acts`);
  });
});
