import type { OrganisationId } from '../../base/ids.ts';
import type { DraftText, Renamed } from './merge-drafts.ts';

/**
 * How a draft is sent to be kept. Whoever writes on it does so with a pen of its own, as long as a page is open; each text of a pen has a number. The same pen and
 * number are always the same text, so that one that is sent twice, or whose answer is lost, is kept once.
 */
export interface Save extends DraftText {
  /** Named by whoever begins it: the first save that is sent again is the same draft. */
  readonly id: string;
  /** Whose the draft is: nobody else's session may save it. */
  readonly owner: OrganisationId;
  readonly pen: string;
  readonly number: number;
  /** The version that was worked on, 0 before the first, and what it said. */
  readonly version: number;
  readonly base: DraftText;
}

/** What is kept now: what was sent, put together with what others had written. */
export interface Kept extends DraftText {
  readonly id: string;
  readonly version: number;
  /** The revision of a text that the draft speaks of. */
  readonly revision: number | null;
  readonly by: number;
  readonly at: number;
  /** Both had replaced the same words, and both wordings stand. */
  readonly collided: boolean;
  /** What was sent could not be read to be put together, and is a draft of its own. */
  readonly apart: boolean;
  /** What clauses of this pen are called here, where that is not what it calls them. */
  readonly renamed: Renamed;
}

/** Why nothing was kept. */
export type NotKept =
  'signed-out' | 'not-yours' | 'gone' | 'too-long' | 'too-many' | 'too-much' | 'not-yet' | 'malformed';

/** 128 random bits, base64url. */
export const isDraftId = (text: string): boolean => /^[\w-]{22}$/u.test(text);
export const isPen = (text: string): boolean => /^[\w-]{22}$/u.test(text);
