import type { Taken } from './role.ts';

/** What a statement calls for: its last list, with the line that leads in to it. */

/** With the items of the last list as calls, and the line above them as what leads in to them. All else stays as it is; without such a list nothing changes. */
export const withCalls = (taken: readonly Taken[]): readonly Taken[] => {
  const last = taken.findLastIndex(isItem);
  if (last < 0 || taken.slice(last + 1).some(({ role }) => role === 'heading' || role === 'operative')) return taken;
  let first = last;
  while (first > 0 && isItem(taken[first - 1])) first -= 1;
  const leads = /[:：]$/u.test(taken[first - 1]?.words ?? '') || taken[first]?.role === 'operative';
  if (first === last || !leads) return taken;
  return taken.map((one, at): Taken => {
    if (at === first - 1 && one.role === 'paragraph' && one.words.length <= LONGEST_LEAD)
      return { ...one, role: 'lead', reason: 'leads-in' };
    return at >= first && at <= last ? { ...one, role: 'call', reason: 'last-list' } : one;
  });
};

/** What is longer says more than who is called upon. */
const LONGEST_LEAD = 500;

const isItem = (one: Taken | undefined): boolean => one?.role === 'operative' || one?.role === 'point';
