import { type Instant, instant } from '../src/base/time.ts';
import { createManualClock } from '../src/conference/clock.ts';
import type { HostKey } from '../src/conference/host-key.ts';
import { createHost } from '../src/conference/host.ts';
import type { Store } from '../src/conference/ports.ts';
import type { ReadingMark, ReadingMarks } from '../src/conference/reading-marks.ts';
import { holdBack } from './held-back.ts';
import { SAMPLE_SLUG, playSample } from './play.ts';

/**
 * Puts the sample conference into a store, unless it has one. It is played through the one door of a host of its own, and
 * written in one transaction when the play is over: whoever stops the process half-way finds no half of a story.
 * A host that is already running does not know of it.
 * @returns the number of its entries; `null` where it was there
 */
export const writeSample = async (given: {
  readonly store: Store;
  /** The key of the host that will carry the sample on. */
  readonly hostKey: HostKey;
  /** The story ends a day or two before. */
  readonly now: Instant;
  /** Where the host that will carry it on keeps how far delegates have read. */
  readonly marks: Pick<ReadingMarks, 'put'>;
  /** As in `playSample`. */
  readonly met?: boolean;
}): Promise<number | null> => {
  const { store, hostKey, now, marks, met = true } = given;
  if ((await store.conferences()).includes(SAMPLE_SLUG)) return null;
  const held = holdBack();
  const clock = createManualClock(instant(0));
  const host = await createHost({ store: held.store, hostKey, clock, origin: 'http://localhost' });
  const read: ReadingMark[] = [];
  await playSample({ host, clock, now, marks: { put: (mark) => void read.push(mark) }, met });
  await host.close();
  await store.begin(SAMPLE_SLUG, held.conference(), held.entries());
  for (const mark of read) marks.put(mark);
  return held.entries().length;
};
