import assert from 'node:assert/strict';
import { playSample } from '../../sample/play.ts';
import { midnight } from '../../sample/steps.ts';
import { fromUtf8, utf8 } from '../../src/base/bytes.ts';
import type { AttachmentHash } from '../../src/base/ids.ts';
import { instant } from '../../src/base/time.ts';
import { createManualClock } from '../../src/conference/clock.ts';
import { generateHostKey } from '../../src/conference/host-key.ts';
import { createHost } from '../../src/conference/host.ts';
import type { ReadingMarks } from '../../src/conference/reading-marks.ts';
import { createMemoryReadingMarks } from '../../src/store/memory/reading-marks.ts';
import { createMemoryStore } from '../../src/store/memory/store.ts';

/** The sample as it is played to its end, for the tests of its story. */

export const NOW = instant(Date.UTC(2026, 10, 22, 14, 30));
export const TODAY = midnight(NOW);

export const playedSample = async ({
  hostKey = generateHostKey(),
  marks = createMemoryReadingMarks(),
}: { readonly hostKey?: ReturnType<typeof generateHostKey>; readonly marks?: Pick<ReadingMarks, 'put'> } = {}) => {
  const clock = createManualClock(instant(0));
  const faults: unknown[] = [];
  const onFault = (error: unknown) => faults.push(error);
  const host = await createHost({ store: createMemoryStore(), hostKey, clock, origin: 'http://localhost', onFault });
  const conference = await playSample({ host, clock, now: NOW, marks });
  assert.deepEqual(faults, []);
  /** The text kept beside the record under this hash. */
  const kept = async (hash: AttachmentHash | null | undefined): Promise<string | null> => {
    assert.ok(hash !== undefined && hash !== null);
    return fromUtf8((await conference.attachment(hash))?.content ?? utf8(''));
  };
  return { conference, kept };
};
