import { base64url, fromUtf8 } from '../../base/bytes.ts';
import type { AttachmentHash } from '../../base/ids.ts';
import { entriesOfOpenKeys } from '../../charter/sight/visibility-entries.ts';
import { participants } from '../../charter/members/organisations.ts';
import type { State } from '../../charter/state.ts';
import { PUBLIC, type Viewer } from '../../charter/visibility.ts';
import { createReader } from '../reading/reader.ts';
import type { Conference, RecordEntry } from '../types.ts';
import { changedClusters, clustersOf } from './clusters.ts';
import { type Cluster, sourceOf } from './document.ts';
import { type Beside, attachmentsIn, documentsOf } from './documents.ts';
import { placedAs } from './listed.ts';
import { type Change, IndexLost, type SearchIndex } from './index-port.ts';

/**
 * Keeps the index of a conference up with its record, after the fact: acts never wait for it. What has changed is made anew from the state as it is, in pieces so small that nobody waits for
 * them, and written by the index's own thread.
 */
export interface Feed {
  /** Resolves when the index has come as far as the record had when this was asked, or cannot: `false`. */
  readonly caughtUp: () => Promise<boolean>;
  /** Ends it; what is under way is waited for. */
  readonly close: () => Promise<void>;
}

export interface FeedDeps {
  readonly conference: Conference;
  readonly index: SearchIndex;
  /** The version of this software. */
  readonly maker: string;
  readonly onFault: (fault: unknown) => void;
}

/** Milliseconds: how long acts are gathered, how long one piece takes of the main thread, and after how long what failed is tried again. */
const [GATHERED, PIECE, AGAIN] = [250, 3, 60_000];
/** How often a damaged index is made anew before that is left for later. */
const MOST_LOSSES = 3;
/** Entries that are read at once. */
const ENTRIES = 64;

export const createFeed = ({ conference, index, maker, onFault }: FeedDeps): Feed => {
  const dirty = new Set<Cluster>();
  /** Entries before this one are in the index. */
  let next = 0;
  /** What entries before this one changed is among what is dirty. */
  let known = 0;
  /** Entries that a key's public signature has opened, and that are in the index as that, or dirty. */
  let opened: ReadonlySet<number> = new Set();
  let begun = false;
  let closed = false;
  let told = -1;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<boolean> | null = null;

  const isRunning = (): boolean => running !== null;
  const isClosed = (): boolean => closed;
  /** Whether something is not in the index that is on the record, up to this size. */
  const isBehind = (size: number): boolean => !begun || next < size || dirty.size > 0;

  const begin = async (): Promise<void> => {
    const head = await index.head();
    const state = conference.state();
    const goesOn =
      head !== null &&
      head.maker === maker &&
      head.conference === state.conference &&
      head.size <= state.size &&
      base64url(conference.root(head.size)) === head.root;
    if (goesOn) [next, known, told] = [head.size, head.size, head.size];
    else await startOver();
    opened = new Set();
    noteOpened();
    begun = true;
  };

  const noteOpened = (): void => {
    const open = entriesOfOpenKeys(conference.state());
    if (open === opened) return;
    for (const index of open) if (!opened.has(index)) dirty.add(`entries/${index}`);
    opened = open;
  };

  const startOver = async (): Promise<void> => {
    await index.clear();
    const state = conference.state();
    dirty.clear();
    for (const cluster of clustersOf(state)) dirty.add(cluster);
    next = 0;
    known = state.size;
    told = -1;
  };

  /** Writes what the entries that follow say, and notes what they changed. */
  const takeEntries = async (): Promise<void> => {
    const entries = await conference.entries(next, next + ENTRIES);
    const state = conference.state();
    for (const cluster of changedClusters(
      state,
      entries.filter(({ index: at }) => at >= known),
    ))
      dirty.add(cluster);
    noteOpened();
    const founded =
      state.founded !== null && entries.some(({ index: at }) => at === state.founded?.index && at >= known);
    const clusters = entries.map(({ index: at }): Cluster => `entries/${at}`);
    await write(clusters, new Map(entries.map((entry) => [entry.index, entry])));
    next += entries.length;
    known = Math.max(known, next);
    // What founders alone could see is everybody's from here on.
    if (founded) await startOver();
  };

  const takeDirty = async (): Promise<void> => {
    const clusters = [...dirty].slice(0, ENTRIES);
    for (const cluster of clusters) dirty.delete(cluster);
    await write(clusters, await entriesIn(conference, clusters));
  };

  const write = async (clusters: readonly Cluster[], entries: ReadonlyMap<number, RecordEntry>): Promise<void> => {
    const attached = await attachedTo(conference, clusters);
    let left = clusters;
    while (left.length > 0) {
      const changes: Change[] = [];
      const began = performance.now();
      const make = makerOf(conference.state(), { attached, entries });
      while (left.length > changes.length && performance.now() - began < PIECE) {
        const cluster = left[changes.length];
        if (cluster !== undefined) changes.push(make(cluster));
      }
      left = left.slice(changes.length);
      await index.write(changes, null);
    }
  };

  /** How often the index was lost since it was last whole, and whether it is known that something is wrong. */
  let [losses, failing] = [0, false];

  const run = async (): Promise<boolean> => {
    try {
      if (!begun) await begin();
      // What comes meanwhile is gathered for the next time.
      const { size } = conference.state();
      while (!isClosed() && isBehind(size)) {
        if (next < size) await takeEntries();
        else await takeDirty();
      }
      if (!closed && told < next) await tell();
      [losses, failing] = [0, false];
      return true;
    } catch (fault) {
      if (closed) return false;
      begun = false;
      losses += 1;
      if (fault instanceof IndexLost && losses <= MOST_LOSSES) return run();
      if (!failing) onFault(fault);
      failing = true;
      wake(AGAIN);
      return false;
    }
  };

  const tell = async (): Promise<void> => {
    const { conference: id } = conference.state();
    if (id === null) return;
    const head = { conference: id, maker, size: next, root: base64url(conference.root(next)) };
    await index.write([], head);
    told = next;
  };

  const start = (): Promise<boolean> => {
    clearTimeout(timer);
    running ??= (async () => {
      try {
        return await run();
      } finally {
        running = null;
        if (!failing && isBehind(conference.state().size)) wake(GATHERED);
      }
    })();
    return running;
  };
  const wake = (after: number): void => {
    clearTimeout(timer);
    if (!closed) timer = setTimeout(() => void start(), after).unref();
  };
  const forget = conference.subscribe(() => {
    if (running === null) wake(GATHERED);
  });
  wake(0);

  return {
    caughtUp: async () => {
      const to = conference.state().size;
      while (!isClosed() && (isBehind(to) || isRunning())) if (!(await start())) return false;
      return !closed;
    },
    close: async () => {
      closed = true;
      forget();
      clearTimeout(timer);
      await running;
    },
  };
};

/** What both faces have of a cluster, in this state. */
const makerOf = (state: State, beside: Beside): ((cluster: Cluster) => Change) => {
  const viewers = { everyone: PUBLIC, members: memberOf(state) };
  const entryOf = (cluster: Cluster): RecordEntry | undefined =>
    cluster.startsWith('entries/') ? beside.entries.get(Number(cluster.slice('entries/'.length))) : undefined;
  const readers = {
    everyone: { state, reader: createReader(state, viewers.everyone) },
    members: { state, reader: createReader(state, viewers.members) },
  };
  return (cluster) => {
    const entry = entryOf(cluster);
    return {
      cluster,
      faces: {
        everyone: documentsOf(readers.everyone, cluster, beside).map(sourceOf),
        members: documentsOf(readers.members, cluster, beside).map(sourceOf),
      },
      ...(entry === undefined ? {} : { placed: placedAs(state, entry, viewers) }),
    };
  };
};

/** Some member, who sees what all of them do. */
const memberOf = (state: State): Viewer => {
  const [first] = participants(state);
  const founder = [...state.organisations.values()].find(({ standing }) => standing.kind === 'founder');
  const id = first?.id ?? founder?.id;
  return id === undefined ? PUBLIC : { kind: 'organisation', id };
};

/** The words beside the record that members may read in these. */
export const attachedTo = async (
  conference: Conference,
  clusters: readonly Cluster[],
  viewer: Viewer = memberOf(conference.state()),
): Promise<ReadonlyMap<AttachmentHash, string>> => {
  const reader = createReader(conference.state(), viewer);
  const attached = new Map<AttachmentHash, string>();
  for (const hash of clusters.flatMap((cluster) => attachmentsIn(reader, cluster))) {
    const words = fromUtf8((await conference.attachment(hash))?.content ?? new Uint8Array());
    if (words !== null && words !== '') attached.set(hash, words);
  }
  return attached;
};

/** The entries that these are of. */
export const entriesIn = async (
  conference: Conference,
  clusters: readonly Cluster[],
): Promise<ReadonlyMap<number, RecordEntry>> => {
  const entries = new Map<number, RecordEntry>();
  for (const cluster of clusters) {
    if (!cluster.startsWith('entries/')) continue;
    const entry = await conference.entry(Number(cluster.slice('entries/'.length)));
    if (entry !== null) entries.set(entry.index, entry);
  }
  return entries;
};
