import { DAY, after } from '../base/time.ts';
import type { Clock } from './ports.ts';
import type { Doubts } from './time/doubt.ts';

export interface DailyDeps {
  readonly clock: Clock;
  readonly doubts: Pick<Doubts, 'any' | 'onEnd'>;
  /** Told what `work` throws, which ends nothing. */
  readonly onFault: (fault: unknown) => void;
}

/**
 * Does something now and every day that cannot be undone, such as to forget what is old enough: never while the clock is in doubt, and at once when that is over. The function given back
 * ends it.
 */
export const daily = ({ clock, doubts, onFault }: DailyDeps, work: () => void | Promise<void>): (() => void) => {
  let callOff = (): void => undefined;
  const round = (): void => {
    callOff();
    callOff = clock.at(after(clock.now(), DAY), round);
    if (!doubts.any()) Promise.try(work).catch(onFault);
  };
  round();
  const leave = doubts.onEnd(round);
  return () => {
    leave();
    callOff();
  };
};
