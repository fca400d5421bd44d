import type { Mutable } from '../../base/brand.ts';
import { unreachable } from '../../base/result.ts';
import type { Instant } from '../../base/time.ts';
import type { Deadline } from './deadline.ts';
import type { State } from '../state.ts';

/** Puts a deadline in its place: soonest first, and of two at one moment the earlier scheduled first. */
export const scheduleDeadline = (state: Mutable<State>, deadline: Deadline): void => {
  state.deadlines.splice(firstAfter(state.deadlines, deadline.at), 0, deadline);
};

/** Takes a deadline back, if it stands. */
export const dropDeadline = (state: Mutable<State>, deadline: Deadline): void => {
  const { deadlines } = state;
  for (let at = firstAfter(deadlines, deadline.at) - 1; deadlines[at]?.at === deadline.at; at -= 1) {
    if (!isSame(deadlines[at], deadline)) continue;
    deadlines.splice(at, 1);
    return;
  }
};

/** Whether the same thing falls due. */
const isSame = (a: Deadline | undefined, b: Deadline): boolean => {
  switch (b.kind) {
    case 'admission':
      return a?.kind === b.kind && a.organisation === b.organisation;
    case 'recovery':
      return a?.kind === b.kind && a.recovery === b.recovery;
    case 'decision':
      return a?.kind === b.kind && a.text === b.text;
    case 'amendment':
      return a?.kind === b.kind && a.text === b.text && a.amendment === b.amendment;
    case 'proposal':
      return a?.kind === b.kind && a.text === b.text && a.proposal === b.proposal;
    case 'mandate':
      return a?.kind === b.kind && a.mandate === b.mandate;
    case 'summary':
      return a?.kind === b.kind && a.meeting === b.meeting;
    case 'publication':
      return a?.kind === b.kind && a.periodical === b.periodical && a.issue === b.issue;
    case 'doubt':
      return a?.kind === b.kind && a.piece === b.piece && a.doubt === b.doubt;
    default:
      return unreachable(b);
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
export const dropDeadlines = (state: Mutable<State>, isOver: (deadline: Deadline) => boolean): void => {
  state.deadlines = state.deadlines.filter((deadline) => !isOver(deadline));
};

/** Whether something falls due by `at`, so that a tick is owed before anything else happens. */
export const isDue = (state: State, at: Instant): boolean => {
  const next = state.deadlines[0];
  return next !== undefined && next.at <= at;
};
