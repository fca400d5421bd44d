import type { OrganisationId } from '../../base/ids.ts';
import type { Mark } from '../law/mark.ts';
import type { Papers, PastPiece } from './piece.ts';

/** What a conference brings of its time before its record. It proves nothing but who brought it, and no rule ever reads it. */

/** One document, meeting or participant from the archive, as it was brought, and as it was corrected since. */
export interface Piece {
  /** From 1. */
  readonly number: number;
  /** Who brought it, and answers for it. */
  readonly by: OrganisationId;
  /** The last one holds now; every one stays. */
  readonly versions: readonly PieceVersion[];
}

export interface PieceVersion {
  readonly what: PastPiece;
  readonly papers: Papers;
  /** What was wrong before; `null` of the first. */
  readonly reason: string | null;
  readonly on: Mark;
}
