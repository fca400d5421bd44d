import type { ClauseId, OrganisationId, VersionHash } from '../../base/ids.ts';
import type { Mark } from '../law/mark.ts';

/** The part of the state that chapter 8 works on. */

export interface Observation {
  /** From 1. */
  readonly number: number;
  readonly text: number;
  /** The version that it speaks of. */
  readonly version: VersionHash;
  readonly by: OrganisationId;
  readonly kind: 'clarification' | 'view' | 'disagreement';
  /** The clauses it is about; empty: the whole. */
  readonly clauses: readonly ClauseId[];
  readonly words: string;
  readonly public: boolean;
  readonly on: Mark;
  /** Everyone it was communicated to (8.4): the other participants at that moment. */
  readonly circulation: readonly Recipient[];
}

export interface Recipient {
  readonly organisation: OrganisationId;
  /** When it stood in the recipient's workspace: the entry's own time. */
  readonly communicated: Mark;
  /** When the host showed it to a signed-in delegate of theirs; the host says so on the record. */
  readonly shown: Mark | null;
}
