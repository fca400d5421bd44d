import type { OrganisationId } from '../../base/ids.ts';
import type { Instant } from '../../base/time.ts';
import type { Mark } from '../law/mark.ts';
import type { Disagreement } from '../members/vouched-state.ts';
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
  /** What others hold against it. */
  readonly doubts: readonly Doubt[];
}

export interface PieceVersion {
  readonly what: PastPiece;
  readonly papers: Papers;
  /** Who said it so. */
  readonly by: OrganisationId;
  /** What was wrong before; `null` of the first. */
  readonly reason: string | null;
  readonly on: Mark;
}

/** That a piece is wrong, in the words of a participant; perhaps with how it should read. */
export interface Doubt {
  /** From 1. */
  readonly number: number;
  readonly by: OrganisationId;
  /** The version that it is about. */
  readonly version: number;
  readonly words: string;
  readonly instead: PastPiece | null;
  readonly on: Mark;
  /** Until when anybody may disagree with how it should read; `null`: that was not said. */
  readonly deadline: Instant | null;
  readonly disagreements: readonly Disagreement[];
  readonly outcome: 'open' | 'taken-in' | 'refused' | null;
}
