import { type Instant, MINUTE, instant } from '../base/time.ts';
import type { Clock } from './ports.ts';

/** How long a timer runs at most before the clock is looked at again, in milliseconds: it may have been set meanwhile, and timers stand still in sleep. */
const LONGEST = MINUTE;

/** The machine's clock. Its timers keep no process alive. */
export const systemClock: Clock = {
  now: () => instant(Date.now()),
  at: (at, callback) => {
    let timer: NodeJS.Timeout;
    const wait = (): void => {
      const left = at - Date.now();
      timer = setTimeout(left > 0 ? wait : callback, Math.min(Math.max(left, 0), LONGEST)).unref();
    };
    wait();
    return () => clearTimeout(timer);
  },
};

/** Lets no deadline fall due by itself: for whoever opens a record only to read it, or to say one thing. */
export const stillClock: Clock = { now: systemClock.now, at: () => () => undefined };

/** The same clock, none of whose callbacks lets a fault escape: outside any answer nobody would catch it, and the process would end. */
export const guardedClock = (clock: Clock, onFault: (fault: unknown) => void): Clock => ({
  now: clock.now,
  at: (at, callback) =>
    clock.at(at, () => {
      try {
        callback();
      } catch (fault) {
        onFault(fault);
      }
    }),
});

/** A clock that stands still until it is set: for tests, and for playing acts that were made earlier. */
export interface ManualClock extends Clock {
  /** Sets the time, and calls whoever waited for it, in the order of their times. */
  readonly set: (now: Instant) => void;
}

export const createManualClock = (start: Instant): ManualClock => {
  let now = start;
  let waiting: { readonly at: Instant; readonly callback: () => void }[] = [];
  return {
    now: () => now,
    at: (at, callback) => {
      const timer = { at, callback };
      waiting.push(timer);
      return () => {
        waiting = waiting.filter((other) => other !== timer);
      };
    },
    set: (to) => {
      now = to;
      const due = waiting.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at);
      waiting = waiting.filter(({ at }) => at > now);
      for (const { callback } of due) callback();
    },
  };
};
