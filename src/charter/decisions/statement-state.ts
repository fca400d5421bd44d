import type { Instant } from '../../base/time.ts';
import type { OrganisationId, VersionHash } from '../../base/ids.ts';
import type { Clause } from '../../text/clause.ts';
import type { Occasion } from '../law/charter.ts';
import type { Mark } from '../law/mark.ts';
import type { Printed } from '../names/printed.ts';
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
  readonly signatures: ReadonlyMap<OrganisationId, StatementSignature>;
}

/** One that was withdrawn stands beside the others, as what it is. */
export interface StatementSignature {
  readonly on: Mark;
  /** How the signatory and its country are printed, as it stated when it signed. */
  readonly printed: Printed;
  /** When it was made, or what was last said of it. */
  readonly made: Instant;
  readonly withdrawn: { readonly on: Mark; readonly reason: string | null } | null;
}

/** By whom an outside organisation was invited, who vouches for it, and how. */
export interface Invited {
  readonly by: OrganisationId;
  readonly vouching: Vouching;
  readonly on: Mark;
}

/** How many signatures stand. */
export const standingIn = (signatures: Statement['signatures']): number =>
  [...signatures.values()].filter(({ withdrawn }) => withdrawn === null).length;
