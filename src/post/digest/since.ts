import type { Instant } from '../../base/time.ts';
import type { Conference } from '../../conference/types.ts';

const STEP = 200;

/**
 * The index of the first entry received at `at` or later; the record's size where there is none. Looks back from the end, for what is asked
 * for is seldom far.
 */
export const indexAt = async (conference: Pick<Conference, 'state' | 'entries'>, at: Instant): Promise<number> => {
  for (let to = conference.state().size; to > 0; to -= STEP) {
    const from = Math.max(0, to - STEP);
    const entries = await conference.entries(from, to);
    const last = entries.findLast(({ time }) => time < at);
    if (last !== undefined) return last.index + 1;
  }
  return 0;
};
