import type { OrganisationId, VersionHash } from '../../base/ids.ts';
import type { Clause } from '../../text/clause.ts';
import type { Occasion } from '../law/charter.ts';
import type { Mark } from '../law/mark.ts';
import type { Vouching } from '../members/vouching.ts';

/** Statements, as they follow from the record. */

export interface Statement extends Occasion {
  readonly number: number;
  readonly by: OrganisationId;
  readonly title: string;
  readonly clauses: readonly Clause[];
  readonly hash: VersionHash;
  readonly opened: Mark;
  /** Outside organisations that were invited to sign. */
  readonly invited: ReadonlyMap<OrganisationId, Invited>;
  readonly signatures: ReadonlyMap<OrganisationId, Mark>;
}

/** By whom an outside organisation was invited, who vouches for it, and how. */
export interface Invited {
  readonly by: OrganisationId;
  readonly vouching: Vouching;
  readonly on: Mark;
}
