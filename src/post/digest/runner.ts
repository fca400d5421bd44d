import { type Instant, MINUTE, after } from '../../base/time.ts';
import type { Clock } from '../../conference/ports.ts';
import { createNap } from '../nap.ts';
import type { Digests } from './digests.ts';

/** Makes rounds when digests are due and when something has happened, at most one a minute. */
export interface DigestRunner {
  /** Something has happened, or somebody has chosen otherwise. */
  readonly wake: () => void;
  /** Resolves when the round under way has ended. */
  readonly stop: () => Promise<void>;
}

export const startDigests = (
  digests: Pick<Digests, 'round'>,
  clock: Clock,
  onFault: (fault: unknown) => void,
): DigestRunner => {
  const nap = createNap(clock);
  const rest = createNap(clock);
  const state = { stopped: false };

  const round = async (): Promise<Instant | null> => {
    try {
      return await digests.round();
    } catch (fault) {
      onFault(fault);
      return after(clock.now(), 10 * MINUTE);
    }
  };

  const run = async (): Promise<void> => {
    while (!state.stopped) {
      const next = await round();
      await rest.until(after(clock.now(), MINUTE));
      if (!state.stopped) await nap.until(next);
    }
  };

  const ended = run();
  return {
    wake: nap.end,
    stop: async () => {
      state.stopped = true;
      rest.end();
      nap.end();
      await ended;
    },
  };
};
