import type { Bytes } from '../../base/bytes.ts';
import type { Slug } from '../../base/ids.ts';
import { apply } from '../../charter/apply.ts';
import { knownAct } from '../../charter/read.ts';
import { readTrustedEntry } from '../../record/entry.ts';
import type { Store } from '../ports.ts';
import { type Digest, digestEntries, digested } from './digest.ts';
import { type Digester, digesterHere, startDigester } from './digester.ts';
import { type Loaded, nothingLoaded } from './loaded.ts';
import { BadEntry } from './unreadable.ts';

/** From how many entries on a thread for digesting them pays. */
const MANY = 5000;

/** How many entries are read at a time: a power of two, so that the tree of each is a part of the whole one. And how many readings are under way ahead of the one that is replayed. */
const CHUNK = 2048;
const AHEAD = 3;

/**
 * Replays a record from the store. Signatures are not verified again: this host did when it appended.
 * @throws where the store does not give back a whole record, or the state cannot be moved on by it
 */
export const load = async (store: Store, slug: Slug): Promise<Loaded> => {
  const loaded = nothingLoaded();
  const digester = (await store.size(slug)) < MANY ? digesterHere : startDigester();
  try {
    for await (const [entries, digest] of digestedChunks(store, slug, digester)) replay(loaded, entries, digest);
    return loaded;
  } finally {
    await digester.close();
  }
};

/** @throws BadEntry */
const replay = ({ ahead, settled, tree }: Loaded, entries: readonly Bytes[], digest: Digest): void => {
  for (const [i, bytes] of entries.entries()) {
    try {
      const { act, time } = readTrustedEntry(bytes);
      const { hash, signers } = digested(digest, i);
      const entry = { act: knownAct(act), hash, signers, time };
      apply(ahead, entry);
      apply(settled, entry);
    } catch (cause) {
      throw new BadEntry(tree.size() + i, messageOf(cause), { cause });
    }
  }
  tree.extend(digest.rows);
};

/** A record chunk by chunk, while those that follow are read and digested. */
async function* digestedChunks(
  store: Store,
  slug: Slug,
  { digest }: Digester,
): AsyncGenerator<readonly [readonly Bytes[], Digest]> {
  const pending: (readonly [readonly Bytes[], Promise<Digest>])[] = [];
  let reading = store.read(slug, 0, CHUNK);
  let replayed = 0;
  for (let at = 0; ;) {
    const entries = await reading;
    if (entries.length > 0) {
      at += entries.length;
      reading = store.read(slug, at, at + CHUNK);
      pending.push([entries, digest(entries)]);
      // A failure is met when its turn comes, not as an unhandled one before.
      for (const promise of [reading, pending.at(-1)?.[1]]) promise?.catch(() => undefined);
      if (pending.length < AHEAD) continue;
    }
    const first = pending.shift();
    if (first === undefined) return;
    yield [first[0], await soundly(first, replayed)];
    replayed += first[0].length;
  }
}

/** The digest of entries from index `from` on. @throws BadEntry for the first that cannot be digested */
const soundly = async ([entries, digest]: readonly [readonly Bytes[], Promise<Digest>], from: number) => {
  try {
    return await digest;
  } catch (error) {
    const bad = entries.findIndex((bytes) => !isSound(bytes));
    throw bad < 0 ? error : new BadEntry(from + bad, messageOf(error), { cause: error });
  }
};

const isSound = (bytes: Bytes): boolean => {
  try {
    digestEntries([bytes]);
    return true;
  } catch {
    return false;
  }
};

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
