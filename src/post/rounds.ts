import { type Instant, MINUTE, after } from '../base/time.ts';
import type { Clock } from '../conference/ports.ts';
import { createNap } from './nap.ts';

/** Makes rounds when something is due and when something has happened, at most one a minute: what nobody asked for by name is looked for, and sent. */
export interface Rounds {
  /** Something has happened, or somebody has chosen otherwise. */
  readonly wake: () => void;
  /** Resolves when the round under way has ended. */
  readonly stop: () => Promise<void>;
}

/** Looks for what is due. Answers when it must do so again by itself; `null`: by itself it need not. */
export type Round = () => Promise<Instant | null>;

export const startRounds = (each: readonly Round[], clock: Clock, onFault: (fault: unknown) => void): Rounds => {
  const nap = createNap(clock);
  const rest = createNap(clock);
  const state = { stopped: false };

  /** One that fails keeps no other from being made. */
  const made = async (round: Round): Promise<Instant | null> => {
    try {
      return await round();
    } catch (fault) {
      onFault(fault);
      return after(clock.now(), 10 * MINUTE);
    }
  };

  const run = async (): Promise<void> => {
    while (!state.stopped) {
      let soonest: Instant | null = null;
      for (const round of each) {
        const next = await made(round);
        if (next !== null && (soonest === null || next < soonest)) soonest = next;
      }
      await rest.until(after(clock.now(), MINUTE));
      if (!state.stopped) await nap.until(soonest);
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
