import { HOUR, type Instant, after } from '../base/time.ts';
import type { Clock } from '../conference/ports.ts';

/** Makes a round when one is due, and when something has happened; never two at a time. `round` answers when the next one is due. */
export const createRounds = (round: () => Promise<Instant | null>, clock: Clock, onFault: (fault: unknown) => void) => {
  const leaves: (() => void)[] = [];
  let callOff = (): void => undefined;
  let under: Promise<void> | null = null;
  let asked = false;
  let closed = false;

  const make = async (): Promise<void> => {
    while (asked) {
      asked = false;
      const next = await round();
      callOff();
      const soon = after(clock.now(), HOUR);
      if (!closed) callOff = clock.at(next !== null && next < soon ? next : soon, start);
    }
  };
  const start = (): void => {
    if (closed) return;
    asked = true;
    under ??= make()
      .catch(onFault)
      .finally(() => {
        under = null;
      });
  };
  return {
    watch: (subscribe: (listener: () => void) => () => void): void => {
      leaves.push(subscribe(start));
      start();
    },
    close: (): void => {
      closed = true;
      asked = false;
      callOff();
      for (const leave of leaves) leave();
    },
  };
};
