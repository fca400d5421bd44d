import { SLUG, prepareFolder } from '../test/kit/served.ts';
import { createMemoryStore } from '../src/store/memory/store.ts';
import { openSqliteStore } from '../src/store/sqlite/store.ts';
import type { Conference } from '../src/conference/types.ts';
import { join } from 'node:path';
import { type People, careless, credulousHost, sendAll, submitAll, withScratch, written } from './folders.ts';
import { type Measurement, measured, median } from './report.ts';

/** Whether an act costs the same however long the record is. */

const SIZES = [1000, 10_000, 100_000] as const;
const WINDOW = 500;
const ROUNDS = 21;

interface Grown {
  readonly conference: Conference;
  readonly people: People;
  next: number;
}

/** A conference in memory, with a record of so many acts. */
const grown = async (folder: string, acts: number): Promise<Grown> => {
  const people = careless(await prepareFolder(folder));
  const founded = await openSqliteStore(folder);
  const store = createMemoryStore();
  const entries = await founded.read(SLUG, 0, Infinity);
  await store.begin(
    SLUG,
    people.id,
    entries.map((entry) => ({ entry, attachments: [], erases: [] })),
  );
  await founded.close();
  const conference = (await credulousHost(store, folder)).conference(SLUG);
  if (conference === null) throw new TypeError('The conference is not there');
  await submitAll(conference, people, 0, acts);
  return { conference, people, next: acts };
};

export const cost = async (): Promise<Measurement> =>
  withScratch(async (folder) => {
    const conferences: Grown[] = [];
    for (const size of SIZES) conferences.push(await grown(join(folder, `${size}`), size));
    const times = SIZES.map((): number[] => []);
    // In turns, so that what disturbs one disturbs all.
    for (let round = 0; round < ROUNDS; round++) {
      for (const [i, at] of conferences.entries()) {
        const envelopes = written(at.people, at.next, at.next + WINDOW);
        at.next += WINDOW;
        const began = performance.now();
        await sendAll(at.conference, envelopes);
        times[i]?.push(((performance.now() - began) * 1000) / WINDOW);
      }
    }
    const medians = times.map(median);
    const each = SIZES.map((size, i) => `${Math.round(medians[i] ?? 0)} µs at ${size}`);
    return measured(
      'cost',
      'slowest/fastest',
      Math.max(...medians) / Math.min(...medians),
      1.3,
      'aim ≤ 1.3',
      `an act takes ${each.join(', ')}`,
      'in memory and without checking signatures, which cost the same at any size',
    );
  });
