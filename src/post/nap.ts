import type { Instant } from '../base/time.ts';
import type { Clock } from '../conference/ports.ts';

/** Waiting for a time that may be ended sooner. An end that comes while nobody waits ends the next wait at once, so that none is missed. */
export interface Nap {
  /** Resolves at this time, or when it is ended; `null`: then alone. */
  readonly until: (at: Instant | null) => Promise<void>;
  readonly end: () => void;
  readonly asleep: () => boolean;
}

export const createNap = (clock: Clock): Nap => {
  let missed = false;
  let rise: (() => void) | null = null;

  const end = (): void => {
    if (rise === null) missed = true;
    else rise();
  };

  return {
    until: async (at) => {
      if (missed) {
        missed = false;
        return;
      }
      const { promise, resolve } = Promise.withResolvers<void>();
      rise = resolve;
      const callOff = at === null ? (): void => undefined : clock.at(at, resolve);
      await promise;
      callOff();
      rise = null;
    },
    end,
    asleep: () => rise !== null,
  };
};
