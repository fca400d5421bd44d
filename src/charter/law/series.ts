import type { Mutable } from '../../base/brand.ts';
import type { State } from '../state.ts';

/** The next reference that begins so: `C/2026/3` behind `C/2026/2`. */
export const nextInSeries = (state: Mutable<State>, prefix: string): string => {
  const number = (state.series.get(prefix) ?? 0) + 1;
  state.series.set(prefix, number);
  return `${prefix}${number}`;
};
