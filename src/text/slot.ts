import type { ClauseId } from '../base/ids.ts';

/** A place between clauses to which something comes. */
export interface Slot {
  /** The clause that it is behind; `null`: the beginning. */
  readonly after: ClauseId | null;
  /**
   * Tells apart places between which clauses stood that have gone: the smaller is the nearer one, by the first number that differs. What has no such past has
   * none; 0 is never the last.
   */
  readonly rank: readonly number[];
}

export const slotBehind = (after: ClauseId | null): Slot => ({ after, rank: [] });

/** The place `steps` places further, when what stood between went. */
export const slotAfter = (after: ClauseId | null, steps: number, rank: readonly number[]): Slot => {
  const all = [steps, ...rank];
  return { after, rank: all.slice(0, all.findLastIndex((one) => one !== 0) + 1) };
};

/** Which of two places behind one clause comes first. */
export const byRank = (a: readonly number[], b: readonly number[]): number => {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const apart = (a[i] ?? 0) - (b[i] ?? 0);
    if (apart !== 0) return apart;
  }
  return 0;
};

export const sameSlot = (a: Slot, b: Slot): boolean => a.after === b.after && byRank(a.rank, b.rank) === 0;
