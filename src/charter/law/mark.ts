import type { Instant } from '../../base/time.ts';

/** Where something happened: the entry's index in the record, and its time. */
export interface Mark {
  readonly index: number;
  readonly at: Instant;
}
