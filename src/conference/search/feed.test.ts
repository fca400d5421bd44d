import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { base64url, utf8 } from '../../base/bytes.ts';
import { sha256 } from '../../base/sha256.ts';
import { enrol, found, founded, observe, signCharter, table } from '../../charter/spec/acts.ts';
import type { Step } from '../../charter/spec/spec.ts';
import { type World, createWorld } from '../../charter/spec/world.ts';
import type { Conference, RecordEntry } from '../types.ts';
import type { Cluster, Source } from './document.ts';
import { createFeed } from './feed.ts';
import { type Change, type Head, IndexLost, type SearchIndex } from './index-port.ts';

/** The feed: the index comes as far as the record, wherever it was left, and never further. */

/** A conference of the charter's tests, as far as the feed asks it. */
const conferenceOf = (world: World) => {
  const listeners = new Set<() => void>();
  const entry = (index: number): RecordEntry | undefined => {
    const one = world.entries[index];
    return one === undefined ? undefined : { ...one, index, bytes: new Uint8Array(), signatures: [] };
  };
  const read: number[] = [];
  const conference = {
    state: () => world.state,
    root: (size: number) =>
      sha256(
        utf8(
          world.entries
            .slice(0, size)
            .map(({ hash }) => hash)
            .join(),
        ),
      ),
    entries: async (from: number, to: number) =>
      Array.from({ length: Math.max(0, Math.min(to, world.state.size) - from) }, (_, i) => {
        read.push(from + i);
        return entry(from + i);
      }),
    entry: async (index: number) => entry(index) ?? null,
    attachment: async () => null,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  } as unknown as Conference;
  const act = (step: Step): void => {
    assert.equal(step(world), null);
    for (const listener of listeners) listener();
  };
  return { conference, act, read };
};

/** An index as a map, which can be left and gone on with. */
const createIndex = () => {
  const kept = { head: null as Head | null, clusters: new Map<Cluster, Change['faces']>(), cleared: 0, losses: 0 };
  const fail = (): void => {
    if (kept.losses === 0) return;
    kept.losses -= 1;
    kept.head = null;
    kept.clusters.clear();
    throw new IndexLost('lost');
  };
  const index: SearchIndex = {
    head: async () => kept.head,
    clear: async () => {
      kept.head = null;
      kept.clusters.clear();
      kept.cleared += 1;
    },
    write: async (changes, head) => {
      fail();
      for (const { cluster, faces } of changes) kept.clusters.set(cluster, faces);
      if (head !== null) kept.head = head;
    },
    find: () => assert.fail('Nothing is looked for'),
    list: () => assert.fail('Nothing is listed'),
  };
  const words = (face: 'everyone' | 'members'): readonly string[] =>
    [...kept.clusters.values()].flatMap((faces) => faces[face].map(({ words: said }: Source) => said));
  return { index, kept, words };
};

const feeding = async (
  conference: Conference,
  index: SearchIndex,
  { maker = '1', faults = [] as unknown[] } = {},
  use: (feed: ReturnType<typeof createFeed>) => Promise<void> = async (feed) => {
    assert.ok(await feed.caughtUp());
  },
): Promise<void> => {
  const feed = createFeed({ conference, index, maker, onFault: (fault) => faults.push(fault) });
  try {
    await use(feed);
  } finally {
    await feed.close();
  }
};

const begun = (step: Step = founded(2)) => {
  const world = createWorld();
  assert.equal(step(world), null);
  return { world, ...conferenceOf(world), ...createIndex() };
};

describe('the index of a conference', () => {
  it('has all that there is, and says how far it has come', async () => {
    const { world, conference, act, index, kept, words } = begun();
    act(table('ada'));
    await feeding(conference, index);
    assert.ok(words('members').includes('Two.'));
    assert.ok(!words('everyone').includes('Two.'));
    const { size } = world.state;
    assert.deepEqual(kept.head, {
      conference: world.state.conference,
      maker: '1',
      size,
      root: base64url(conference.root(size)),
    });
  });

  it('follows while the record grows', async () => {
    const { conference, act, index, words } = begun();
    await feeding(conference, index, {}, async (feed) => {
      assert.ok(await feed.caughtUp());
      act(table('ada'));
      act(observe('bor', { words: 'As we saw it.' }));
      assert.ok(await feed.caughtUp());
      assert.ok(words('members').includes('As we saw it.'));
    });
  });

  it('goes on where it was left, and reads nothing again', async () => {
    const { world, conference, act, read, index, kept, words } = begun();
    await feeding(conference, index);
    const left = world.state.size;
    act(table('ada'));
    act(observe('bor', { words: 'As we saw it.' }));
    read.splice(0);
    await feeding(conference, index);
    assert.equal(Math.min(...read), left);
    assert.equal(kept.cleared, 1);
    assert.ok(words('members').includes('As we saw it.'));
  });

  for (const [why, change] of [
    ['was made by other software', (head: Head) => ({ ...head, maker: '0' })],
    ['is of another record', (head: Head) => ({ ...head, root: 'AAAA' })],
    ['is of another conference', (head: Head) => ({ ...head, conference: 'other' as Head['conference'] })],
    ['has come further than the record', (head: Head) => ({ ...head, size: head.size + 5 })],
  ] as const)
    it(`is made anew where it ${why}`, async () => {
      const { conference, index, kept } = begun();
      await feeding(conference, index);
      const { head } = kept;
      assert.ok(head !== null);
      kept.head = change(head);
      kept.clusters.set('texts/99', { everyone: [], members: [] });
      await feeding(conference, index);
      assert.deepEqual([kept.head, kept.clusters.has('texts/99'), kept.cleared], [head, false, 2]);
    });

  it('is made anew where it was lost on the way, and given up for a while where that goes on', async () => {
    const { conference, index, kept, words } = begun();
    kept.losses = 2;
    await feeding(conference, index);
    assert.ok(words('members').length > 0);
    const faults: unknown[] = [];
    kept.losses = 99;
    kept.head = null;
    await feeding(conference, index, { faults }, async (feed) => assert.equal(await feed.caughtUp(), false));
    assert.equal(faults.length, 1);
  });

  it('opens to everybody what founders alone saw, when they have founded it', async () => {
    const { world, conference, act, index, words } = begun(found(['ada', 'bor']));
    await feeding(conference, index, {}, async (feed) => {
      assert.ok(await feed.caughtUp());
      assert.deepEqual(words('everyone'), []);
      const before = words('members').length;
      assert.ok(before > 0);
      act(enrol('bor'));
      for (const one of ['ada', 'bor']) act(signCharter(one));
      assert.ok(world.state.founded !== null);
      assert.ok(await feed.caughtUp());
      assert.ok(words('everyone').length > 0);
    });
  });
});
