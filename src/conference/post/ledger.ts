import type { Instant } from '../../base/time.ts';

/**
 * Counts, for a day, what was done for somebody, so that the node does no more of it than it may. It is told hashes and no names, and what it holds is bounded by
 * the largest share that every count is of.
 */
export interface Ledger {
  /** Counts one for each of these, where each has less than its `most` within the last day; all or nothing. `false`: one of them has as much, and nothing was counted. */
  readonly take: (shares: readonly Share[], now: Instant) => boolean;
}

export interface Share {
  readonly of: string;
  readonly most: number;
}
