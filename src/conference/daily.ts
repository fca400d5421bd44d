import { DAY, after } from '../base/time.ts';
import type { Clock } from './ports.ts';

/** Does something now and every day; a fault is told and ends nothing. The function given back ends it. */
export const daily = (
  clock: Clock,
  work: () => void | Promise<void>,
  onFault: (fault: unknown) => void,
): (() => void) => {
  let end = (): void => undefined;
  const round = (): void => {
    end = clock.at(after(clock.now(), DAY), round);
    Promise.try(work).catch(onFault);
  };
  round();
  return () => end();
};
