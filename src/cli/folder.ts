import { existsSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { HostKey } from '../conference/host-key.ts';
import type { Store } from '../conference/ports.ts';
import { type Slug, slugSchema } from '../base/ids.ts';
import { stillClock } from '../conference/clock.ts';
import { unlessHalted } from '../conference/halted.ts';
import { createHost } from '../conference/host.ts';
import { NO_DOUBTS } from '../conference/time/doubt.ts';
import type { KnownClock } from '../conference/time/known-clock.ts';
import type { Conference } from '../conference/types.ts';
import { using } from '../conference/unusable.ts';
import { Failure, Misuse } from './command.ts';

/** A data folder that was opened: the records in it, and the key of the host that keeps them. */
export interface DataFolder {
  readonly store: Store;
  readonly hostKey: HostKey;
  readonly close: () => Promise<void>;
}

export interface FolderDeps {
  /** Opens a data folder, making it where it is missing. */
  readonly openFolder: (folder: string) => Promise<DataFolder>;
}

/** The path of a data folder, made where it is missing. @throws Unusable */
export const folderMade = (given: string | undefined): string => {
  const folder = resolve(given ?? './data');
  using(folder, () => mkdirSync(folder, { recursive: true, mode: 0o700 }));
  return folder;
};

/**
 * Opens one conference of a data folder, and no other; no deadline falls due by itself.
 * @throws Failure where there is none, Unusable where it is halted
 */
export const openConference = async (
  { store, hostKey }: DataFolder,
  slug: Slug,
  { now, doubts }: Pick<KnownClock, 'now' | 'doubts'> = { now: stillClock.now, doubts: NO_DOUBTS },
): Promise<Conference> => {
  const host = await createHost({
    store: only(store, slug),
    hostKey,
    origin: 'http://localhost',
    clock: { ...stillClock, now },
    doubts,
  });
  const conference = unlessHalted(host, slug);
  if (conference !== null) return conference;
  throw await noConference(store, slug);
};

/** The same store with one record in it, so that no other is read. */
export const only = (store: Store, slug: Slug): Store => ({
  ...store,
  conferences: async () => (await store.conferences()).filter((other) => other === slug),
  acknowledged: async () => (await store.acknowledged()).filter((noted) => noted.slug === slug),
});

export const noConference = async (store: Pick<Store, 'conferences'>, slug: Slug): Promise<Failure> => {
  const there = await store.conferences();
  return new Failure(
    `There is no conference “${slug}” here.${there.length > 0 ? ` There are: ${there.join(', ')}.` : ''}`,
  );
};

/** The path of a data folder that must be there. @throws Failure */
export const folderIn = (given: string | undefined): string => {
  const folder = resolve(given ?? './data');
  if (!existsSync(folder)) throw new Failure(`There is no folder ${folder}.`);
  return folder;
};

/** @throws Misuse */
export const slugIn = (text: string): Slug => {
  const slug = slugSchema.safeParse(text);
  if (slug.success) return slug.data;
  throw new Misuse(`“${text}” cannot name a conference: lower-case letters, digits and hyphens, 40 at most.`);
};
