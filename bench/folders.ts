import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Bytes } from '../src/base/bytes.ts';
import { ok } from '../src/base/result.ts';
import { createHost } from '../src/conference/host.ts';
import { loadOrCreateHostKey } from '../src/conference/host-key.ts';
import { systemClock } from '../src/conference/clock.ts';
import type { Clock, Store } from '../src/conference/ports.ts';
import type { Conference } from '../src/conference/types.ts';
import { openSqliteStore } from '../src/store/sqlite/store.ts';
import { SLUG, prepareFolder, someAct } from '../test/kit/served.ts';
import { type SmallConference, type Speaker, accepted } from '../test/kit/small-conference.ts';

/** Data folders to measure on. They lie in the checkout, so that its disk is the one that counts. */

export const withScratch = async <T>(use: (folder: string) => Promise<T>): Promise<T> => {
  const home = fileURLToPath(new URL('../tmp/', import.meta.url));
  await mkdir(home, { recursive: true });
  const folder = await mkdtemp(join(home, 'bench-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
};

export type People = Pick<SmallConference, 'id' | 'speakers'>;

/** The same people with pens that sign everything alike: for records whose signatures nobody checks. */
export const careless = ({ id, speakers }: People): People => ({
  id,
  speakers: speakers.map(({ pen, ...speaker }): Speaker => {
    const once = pen.signAct(new Uint8Array(1));
    return { ...speaker, pen: { ...pen, signAct: () => once } };
  }),
});

/** How many acts are on their way at once. */
const AT_ONCE = 256;

/** The envelopes of the acts numbered from `from` up to, not including, `to`. */
export const written = (people: People, from: number, to: number): readonly Bytes[] =>
  Array.from({ length: to - from }, (_, i) => someAct(people, from + i).envelope);

export const sendAll = async (conference: Conference, envelopes: readonly Bytes[]): Promise<void> => {
  for (const result of await Promise.all(envelopes.map((envelope) => conference.submit(envelope)))) accepted(result);
};

/** Writes and submits the acts numbered from `from` up to, not including, `to`. */
export const submitAll = async (conference: Conference, people: People, from: number, to: number): Promise<void> => {
  for (let at = from; at < to; at += AT_ONCE)
    await sendAll(conference, written(people, at, Math.min(at + AT_ONCE, to)));
};

/** A host that takes every signature for good: building a record is not what is measured. */
export const credulousHost = async (store: Store, data: string, clock: Clock = systemClock) =>
  createHost({
    store,
    hostKey: await loadOrCreateHostKey(join(data, 'host-key.pem')),
    origin: 'http://localhost',
    clock,
    verifier: { check: async () => ok(null) },
  });

/** A data folder with a record of about so many acts, and who can act in it. */
export const folderOfActs = async (data: string, acts: number, signed: 'signed' | 'carelessly'): Promise<People> => {
  const people = await prepareFolder(data);
  const store = await openSqliteStore(data);
  const host = await credulousHost(store, data);
  const conference = host.conference(SLUG);
  if (conference === null) throw new TypeError('The conference is not there');
  const { size } = conference.state();
  await submitAll(conference, signed === 'signed' ? people : careless(people), 0, acts - size);
  await host.close();
  await store.close();
  return people;
};
