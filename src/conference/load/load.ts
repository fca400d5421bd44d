import type { Bytes } from '../../base/bytes.ts';
import type { Slug } from '../../base/ids.ts';
import type { AnyAct } from '../../charter/acts.ts';
import { apply } from '../../charter/apply.ts';
import { readTrustedEntry } from '../../record/entry.ts';
import type { Store } from '../ports.ts';
import { type Digest, digested } from './digest.ts';
import { type Digester, digesterHere, startDigester } from './digester.ts';
import { type Loaded, nothingLoaded } from './loaded.ts';

/** From how many entries on a thread for digesting them pays. */
const MANY = 5000;

/** How many entries are read at a time, and how many readings are under way ahead of the one that is replayed. */
const CHUNK = 2000;
const AHEAD = 3;

/** Replays a record from the store. Signatures are not verified again: this host did when it appended. */
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

const replay = ({ ahead, settled, tree }: Loaded, entries: readonly Bytes[], digest: Digest): void => {
  for (const [i, bytes] of entries.entries()) {
    const { act, time } = readTrustedEntry(bytes);
    const { leaf, hash, signers } = digested(digest, i);
    const entry = { act: act as unknown as AnyAct, hash, signers, time };
    apply(ahead, entry);
    apply(settled, entry);
    tree.append(leaf);
  }
};

/** A record chunk by chunk, while those that follow are read and digested. */
async function* digestedChunks(
  store: Store,
  slug: Slug,
  { digest }: Digester,
): AsyncGenerator<readonly [readonly Bytes[], Digest]> {
  const pending: (readonly [readonly Bytes[], Promise<Digest>])[] = [];
  let reading = store.read(slug, 0, CHUNK);
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
    yield [first[0], await first[1]];
  }
}
