import type { Draft } from '../base/brand.ts';
import type { Instant } from '../base/time.ts';
import type { Deadline, State } from './state.ts';

/** Puts a deadline in its place: soonest first, and of two at one moment the earlier scheduled first. */
export const scheduleDeadline = (state: Draft<State>, deadline: Deadline): void => {
  const later = state.deadlines.findIndex((other) => other.at > deadline.at);
  state.deadlines.splice(later < 0 ? state.deadlines.length : later, 0, deadline);
};

/** Takes out the deadlines of something that goes on otherwise. */
export const dropDeadlines = (state: Draft<State>, isOver: (deadline: Deadline) => boolean): void => {
  state.deadlines = state.deadlines.filter((deadline) => !isOver(deadline));
};

/** Whether something falls due by `at`, so that a tick is owed before anything else happens. */
export const isDue = (state: State, at: Instant): boolean => {
  const next = state.deadlines[0];
  return next !== undefined && next.at <= at;
};
