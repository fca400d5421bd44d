import type { Fingerprint, OrganisationId } from '../../base/ids.ts';
import type { Instant } from '../../base/time.ts';
import type { Mark } from '../law/mark.ts';

/** What waits for the word of participants, and may meet their disagreement. */

/** How far something has come that participants must vouch for. */
export type Period =
  /** Too few vouch for it; it lapses then. */
  | { readonly kind: 'awaiting'; readonly lapses: Instant }
  /** It comes about then unless somebody disagrees. */
  | { readonly kind: 'running'; readonly ends: Instant };

/** What has no effect before participants vouch for it. */
export interface Vouched {
  /** How many must, fixed when it came in. */
  readonly needed: number;
  readonly vouchers: readonly Voucher[];
  readonly disagreements: readonly Disagreement[];
}

/** A participant's word for somebody. */
export interface Voucher {
  readonly by: OrganisationId;
  /** The key that signed it. */
  readonly key: Fingerprint;
  readonly on: Mark;
  readonly withdrawn: Mark | null;
}

export interface Disagreement {
  readonly by: OrganisationId;
  readonly reasons: string;
  readonly on: Mark;
  readonly withdrawn: Mark | null;
}
