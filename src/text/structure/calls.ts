import type { Taken } from './role.ts';

/** What a statement calls for: its last list, with the line that leads in to it. */

/** With the items of the last list as calls. The line above them stays where it is, and so does all else; without such a list nothing changes. */
export const withCalls = (taken: readonly Taken[]): readonly Taken[] => {
  const last = taken.findLastIndex(isItem);
  if (last < 0 || taken.slice(last + 1).some(({ role }) => role === 'heading' || role === 'operative')) return taken;
  let first = last;
  while (first > 0 && isItem(taken[first - 1])) first -= 1;
  const leads = /[:：]$/u.test(taken[first - 1]?.words ?? '') || taken[first]?.role === 'operative';
  if (first === last || !leads) return taken;
  return taken.map((one, at): Taken => {
    if (at === first - 1 && one.role === 'paragraph') return { ...one, reason: 'leads-in' };
    return at >= first && at <= last ? { ...one, role: 'call', reason: 'last-list' } : one;
  });
};

const isItem = (one: Taken | undefined): boolean => one?.role === 'operative' || one?.role === 'point';
