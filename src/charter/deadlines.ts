import type { Draft } from '../base/brand.ts';
import { unreachable } from '../base/result.ts';
import type { Instant } from '../base/time.ts';
import type { Deadline, State } from './state.ts';

/** Puts a deadline in its place: soonest first, and of two at one moment the earlier scheduled first. */
export const scheduleDeadline = (state: Draft<State>, deadline: Deadline): void => {
  state.deadlines.splice(firstAfter(state.deadlines, deadline.at), 0, deadline);
};

/** Takes a deadline back, if it stands. */
export const dropDeadline = (state: Draft<State>, deadline: Deadline): void => {
  const { deadlines } = state;
  for (let at = firstAfter(deadlines, deadline.at) - 1; deadlines[at]?.at === deadline.at; at -= 1) {
    if (!isSame(deadlines[at], deadline)) continue;
    deadlines.splice(at, 1);
    return;
  }
};

const isSame = (a: Deadline | undefined, b: Deadline): boolean => a !== undefined && nameOf(a) === nameOf(b);

/** What falls due. */
const nameOf = (deadline: Deadline): string => {
  switch (deadline.kind) {
    case 'admission':
      return `admission ${deadline.organisation}`;
    case 'recovery':
      return `recovery ${deadline.recovery}`;
    case 'decision':
      return `decision ${deadline.text}`;
    case 'amendment':
      return `amendment ${deadline.text} ${deadline.amendment}`;
    case 'proposal':
      return `proposal ${deadline.text} ${deadline.proposal}`;
    case 'summary':
      return `summary ${deadline.meeting}`;
    default:
      return unreachable(deadline);
  }
};

/** Where the first stands that is later than `at`. */
const firstAfter = (deadlines: readonly Deadline[], at: Instant): number => {
  let [low, high] = [0, deadlines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((deadlines[middle]?.at ?? at) > at) high = middle;
    else low = middle + 1;
  }
  return low;
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
