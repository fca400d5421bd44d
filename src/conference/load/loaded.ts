import type { Slug } from '../../base/ids.ts';
import { apply } from '../../charter/apply.ts';
import { type State, emptyState } from '../../charter/state.ts';
import { type Tree, createTree } from '../../record/tree.ts';
import { recordEntry } from './entries.ts';
import type { Store } from '../ports.ts';
import { fastSha256, leafHashOf } from '../primitives.ts';
import type { RecordEntry } from '../types.ts';

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

/** What is durable, with nothing ahead of it. */
export const withNothingAhead = ({ settled, tree }: Loaded): Loaded => ({
  ahead: structuredClone(settled),
  settled,
  tree,
});

/** An entry is durable. */
export const settle = ({ settled, tree }: Loaded, entry: RecordEntry): void => {
  apply(settled, entry);
  tree.append(leafHashOf(entry.bytes));
};

/** How many entries are read at a time. */
const CHUNK = 2000;

/** The entries of a record from index `from` on. */
export const readEntries = async (store: Store, slug: Slug, from: number): Promise<readonly RecordEntry[]> => {
  const entries: RecordEntry[] = [];
  for (let chunk = await store.read(slug, from, from + CHUNK); chunk.length > 0;) {
    const at = from + entries.length;
    entries.push(...chunk.map((bytes, i) => recordEntry(bytes, at + i)));
    chunk = await store.read(slug, from + entries.length, from + entries.length + CHUNK);
  }
  return entries;
};
