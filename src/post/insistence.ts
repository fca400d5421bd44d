import { type Instant, MINUTE, SECOND, after } from '../base/time.ts';
import type { Clock } from '../conference/ports.ts';
import { createNap } from './nap.ts';

/**
 * Asks a store again for what it has refused, until it has done it. Whoever waits for it goes no further meanwhile: what is sent, said or dealt with next would rest on
 * something that is not on the disk.
 */
export interface Insistence {
  /** What `work` comes to, which may be done more than once. Rejects with the fault only once this is {@link end}ed. */
  readonly on: <T>(work: () => T | Promise<T>) => Promise<T>;
  /** Since when something is refused; `null`: nothing is. */
  readonly since: () => Instant | null;
  /** Whether whatever was refused waits for its time. */
  readonly resting: () => boolean;
  /** Resolves when nothing is refused any more, or at the end. */
  readonly free: () => Promise<void>;
  /** Tries what is refused now: more has come to be done with it. */
  readonly hurry: () => void;
  /** What is refused is tried a last time now. From now on everything is tried once. */
  readonly end: () => void;
}

/** How long a store is left alone, by how often it has refused in a row; then always the last. */
const STEPS = [SECOND, 5 * SECOND, 15 * SECOND, MINUTE];

export interface InsistenceDeps {
  readonly clock: Clock;
  /** Told of each refusal. */
  readonly onFault: (fault: unknown) => void;
  /** Told when it begins to wait. */
  readonly onRest?: () => void;
}

export const createInsistence = ({ clock, onFault, onRest }: InsistenceDeps): Insistence => {
  const naps = new Set<ReturnType<typeof createNap>>();
  let refused: Instant[] = [];
  let waiting: (() => void)[] = [];
  let ended = false;

  const release = (): void => {
    if (refused.length > 0 && !ended) return;
    const free = waiting;
    waiting = [];
    for (const go of free) go();
  };

  const hurry = (): void => {
    for (const nap of naps) nap.end();
  };

  const rest = async (times: number): Promise<void> => {
    const nap = createNap(clock);
    naps.add(nap);
    const rested = nap.until(after(clock.now(), STEPS[Math.min(times, STEPS.length) - 1] ?? MINUTE));
    onRest?.();
    await rested;
    naps.delete(nap);
  };

  /** The first attempt has failed: tried until it passes. */
  const again = async <T>(work: () => T | Promise<T>): Promise<T> => {
    for (let times = 1; ; times++) {
      const last = ended;
      if (!last) await rest(times);
      try {
        return await work();
      } catch (fault) {
        if (last || ended) throw fault;
        onFault(fault);
      }
    }
  };

  return {
    on: async (work) => {
      try {
        return await work();
      } catch (fault) {
        if (ended) throw fault;
        onFault(fault);
      }
      const since = clock.now();
      refused.push(since);
      try {
        return await again(work);
      } finally {
        refused = refused.toSpliced(refused.indexOf(since), 1);
        release();
      }
    },
    since: () => refused[0] ?? null,
    resting: () => naps.size > 0 && naps.size === refused.length,
    free: async () => {
      if (refused.length === 0 || ended) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      waiting.push(resolve);
      await promise;
    },
    hurry,
    end: () => {
      ended = true;
      hurry();
      release();
    },
  };
};
