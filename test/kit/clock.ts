import { type Instant, instant } from '../../src/base/time.ts';
import type { Clock } from '../../src/conference/ports.ts';

/** The machine's time, and what a test adds to it: it runs by itself, so that live events come, and can be put forward. */
export interface TestClock extends Clock {
  /** Puts the time forward by so many milliseconds, and calls whoever waited for it. */
  readonly forward: (ms: number) => void;
}

export const createTestClock = (): TestClock => {
  let ahead = 0;
  const waiting = new Set<() => void>();
  const now = (): Instant => instant(Date.now() + ahead);
  return {
    now,
    at: (at, callback) => {
      let timer: NodeJS.Timeout | undefined;
      const stop = (): void => {
        clearTimeout(timer);
        waiting.delete(arm);
      };
      const arm = (): void => {
        clearTimeout(timer);
        timer = setTimeout(
          () => {
            stop();
            callback();
          },
          Math.min(Math.max(at - now(), 0), 2 ** 31 - 1),
        ).unref();
      };
      waiting.add(arm);
      arm();
      return stop;
    },
    forward: (ms) => {
      ahead += ms;
      for (const arm of waiting) arm();
    },
  };
};
