import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Instant, instant } from '../base/time.ts';
import { createManualClock, type ManualClock } from '../conference/clock.ts';
import { createHost } from '../conference/host.ts';
import type { Conference, Host } from '../conference/types.ts';
import { type Command, Failure, parsed } from './command.ts';
import { type DataFolder, type FolderDeps, takeFolder } from './folder.ts';

export interface SampleDeps {
  readonly playSample: (stage: {
    readonly host: Host;
    readonly clock: ManualClock;
    readonly now: Instant;
  }) => Promise<Conference>;
}

export const SAMPLE = 'sample';

/** Writes the sample conference into a store that does not have it. The number of its entries; `null` where it was there. */
export const writeSample = async (
  { store, hostKey }: Pick<DataFolder, 'store' | 'hostKey'>,
  { playSample }: SampleDeps,
): Promise<number | null> => {
  if ((await store.conferences()).some((slug) => slug === SAMPLE)) return null;
  const now = instant(Date.now());
  const clock = createManualClock(now);
  // A host of its own, whose time is the story's. Other conferences of the folder must not see that time.
  const stage = { ...store, conferences: async () => [] };
  const host = await createHost({ store: stage, hostKey, rpId: 'localhost', clock });
  const conference = await playSample({ host, clock, now });
  const { size } = conference.state();
  await host.close();
  return size;
};

export const sampleCommand = ({ openFolder, playSample }: FolderDeps & SampleDeps): Command => ({
  help: `
isonomia sample --data DIR

Plays the sample conference, whose name in addresses is “${SAMPLE}”, through the one door, up to today.

  --data DIR   the data folder (./data); it is made where it is missing`,
  run: async (args, { say }) => {
    const { values } = parsed(args, { data: { type: 'string' } });
    const folder = resolve(values.data ?? './data');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const letGo = takeFolder(folder);
    try {
      const opened = await openFolder(folder);
      const size = await writeSample(opened, { playSample });
      await opened.close();
      if (size === null) throw new Failure(`${folder} has a conference “${SAMPLE}” already.`);
      say(`The sample conference is in ${folder}: ${size} entries.`);
      return 0;
    } finally {
      letGo();
    }
  },
});
