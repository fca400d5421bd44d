import { readFileSync } from 'node:fs';
import { uptime } from 'node:os';
import { type Instant, instant } from '../../base/time.ts';

/** The clocks of the machine, as a node asks them. */
export interface Machine {
  /** What the clock on the wall shows: whoever may set it can set it to anything. */
  readonly wall: () => Instant;
  /** Milliseconds from anywhere on, which nobody sets; they may stand still while the machine sleeps. Costs nothing. */
  readonly quick: () => number;
  /** The same, and they go on while the machine sleeps. */
  readonly steady: () => number;
  /** Names this run of the machine, within which {@link steady} goes on; `null`: it is not known. */
  readonly boot: string | null;
  /** Calls back once after so many milliseconds, which may be longer where the machine sleeps; the function given back calls it off. */
  readonly after: (ms: number, callback: () => void) => () => void;
}

const bootOfLinux = (): string | null => {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim();
  } catch {
    return null;
  }
};

/** Timers keep no process alive. */
export const thisMachine = (): Machine => {
  const quick = (): number => performance.now();
  return {
    wall: () => instant(Date.now()),
    quick,
    // CLOCK_MONOTONIC of Linux stands still in sleep and its uptime does not; elsewhere Node's clock goes on by itself.
    steady: process.platform === 'linux' ? () => uptime() * 1000 : quick,
    boot: bootOfLinux(),
    after: (ms, callback) => {
      const timer = setTimeout(callback, ms).unref();
      return () => clearTimeout(timer);
    },
  };
};
