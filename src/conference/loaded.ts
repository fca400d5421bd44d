import type { Slug } from '../base/ids.ts';
import { apply } from '../charter/apply.ts';
import { type State, emptyState } from '../charter/state.ts';
import { type Tree, createTree } from '../record/tree.ts';
import { recordEntry } from './entries.ts';
import type { Store } from './ports.ts';
import { fastSha256, leafHashOf } from './primitives.ts';
import type { RecordEntry } from './types.ts';

/**
 * A record in memory. The charter moves a state on in place, so there are two of them: *ahead* has everything that was
 * judged allowed, *settled* and the tree have what is durable.
 */
export interface Loaded {
  readonly ahead: State;
  readonly settled: State;
  readonly tree: Tree;
}

export const nothingLoaded = (): Loaded => ({
  ahead: emptyState(),
  settled: emptyState(),
  tree: createTree(fastSha256),
});

/** How many entries are read at a time. */
const CHUNK = 2000;

/** Hands on the entries of a record from index `from`, in order, many at a time; the next are read while these are worked on. */
export async function* readEntries(store: Store, slug: Slug, from: number): AsyncGenerator<readonly RecordEntry[]> {
  let next = store.read(slug, from, from + CHUNK);
  for (let at = from; ;) {
    const chunk = await next;
    if (chunk.length === 0) return;
    const end = at + chunk.length;
    next = store.read(slug, end, end + CHUNK);
    // A failure is met when this one's turn comes, not as an unhandled one now.
    next.catch(() => undefined);
    yield chunk.map((bytes, i) => recordEntry(bytes, at + i));
    at = end;
  }
}

/** Replays a record from the store. Signatures are not verified again: this host did when it appended. */
export const load = async (store: Store, slug: Slug): Promise<Loaded> => {
  const loaded = nothingLoaded();
  for await (const entries of readEntries(store, slug, 0)) {
    for (const entry of entries) {
      apply(loaded.ahead, entry);
      settle(loaded, entry);
    }
  }
  return loaded;
};

/** An entry is durable. */
export const settle = ({ settled, tree }: Loaded, entry: RecordEntry): void => {
  apply(settled, entry);
  tree.append(leafHashOf(entry.bytes));
};

/** What is durable, with nothing ahead of it. */
export const withNothingAhead = ({ settled, tree }: Loaded): Loaded => ({
  ahead: structuredClone(settled),
  settled,
  tree,
});
