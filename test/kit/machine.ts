import { type Instant, after } from '../../src/base/time.ts';
import type { Machine } from '../../src/conference/time/machine.ts';

/** A machine whose clock can be put wrong, whose time passes when a test says so, and which can sleep or be started again. */
export interface TestMachine extends Machine {
  /** The true time. */
  readonly real: () => Instant;
  /** So much time passes; whoever waited for it is called in turn. */
  readonly pass: (ms: number) => void;
  /** The clock on the wall is put ahead of the true time by so much, or behind it. */
  readonly putAhead: (ms: number) => void;
  /** So much time passes while the machine sleeps: timers stand still. */
  readonly sleep: (ms: number) => void;
  /** The same machine after so much time, started again: a new run, in which nothing is left of the last. */
  readonly restarted: (ms: number) => TestMachine;
}

export const createTestMachine = (start: Instant, runs = 1, aheadAtStart = 0): TestMachine => {
  let real = start;
  let ahead = aheadAtStart;
  let [quick, steady] = [0, 5000];
  let waiting: { readonly at: number; readonly callback: () => void }[] = [];
  return {
    boot: `run-${runs}`,
    real: () => real,
    wall: () => after(real, ahead),
    quick: () => quick,
    steady: () => steady,
    after: (ms, callback) => {
      const timer = { at: quick + ms, callback };
      waiting.push(timer);
      return () => {
        waiting = waiting.filter((other) => other !== timer);
      };
    },
    pass: (ms) => {
      const end = quick + ms;
      for (;;) {
        const [next] = waiting.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
        const step = Math.max(0, (next?.at ?? end) - quick);
        real = after(real, step);
        quick += step;
        steady += step;
        if (next === undefined) return;
        waiting = waiting.filter((other) => other !== next);
        next.callback();
      }
    },
    putAhead: (ms) => {
      ahead = ms;
    },
    sleep: (ms) => {
      real = after(real, ms);
      steady += ms;
    },
    restarted: (ms) => createTestMachine(after(real, ms), runs + 1, ahead),
  };
};
