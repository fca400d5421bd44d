import type { OrganisationId, VersionHash } from '../../base/ids.ts';
import type { Instant } from '../../base/time.ts';
import type { Mark } from '../law/mark.ts';

/** Mandates (9.1, 13.3): power for a stated task, given by what happened and by nothing else. */

/** A meeting by its place among those of its kind: `{of: 'group', nth: 2}` is the 2nd meeting of the coordinating group. */
export interface NthMeeting {
  readonly of: 'assembly' | 'group';
  readonly nth: number;
}

/** Who has a mandate: the coordinating group, as it is elected at the time, or these participants. */
export type Mandated = 'group' | readonly OrganisationId[];

/** What is asked when a text is to be taken in principle (13.3): in which version, and who completes it, until when, at which meeting at the latest. */
export interface InPrinciple {
  readonly version: VersionHash;
  readonly to: Mandated;
  readonly until: Instant;
  readonly latest: NthMeeting;
}

/** How a mandate came about: by the consensus of an assembly, or because nobody disagreed with a proposal. */
export type Given =
  | { readonly kind: 'call'; readonly meeting: number; readonly call: number }
  | { readonly kind: 'silence'; readonly text: number; readonly proposal: number }
  /** With the decision to publish a periodical, with which nobody disagreed. */
  | { readonly kind: 'publication'; readonly periodical: number };

export interface Mandate {
  /** From 1, all mandates together. */
  readonly number: number;
  readonly what:
    | { readonly kind: 'task'; readonly words: string }
    /** To complete a text that was taken in principle. */
    | { readonly kind: 'text'; readonly text: number }
    /** To publish issues of a periodical at once (11.1). */
    | { readonly kind: 'publication'; readonly periodical: number }
    /** To keep the conference's books (12). */
    | { readonly kind: 'books' };
  readonly to: Mandated;
  readonly until: Instant;
  /** The meeting at which a text is adopted at the latest; `null` for any other task. */
  readonly latest: NthMeeting | null;
  readonly given: Given;
  readonly on: Mark;
  /** When it ended before its time, or with it; any but that to complete a text ends with its time, and nothing is noted of that. */
  readonly ended: { readonly on: Mark; readonly why: MandateEnd } | null;
}

/**
 * - *adopted*: its text is final.
 * - *time*: its time has passed.
 * - *meeting*: its latest meeting ended, and the text that two organisations had put to it was not adopted.
 * - *replaced*: another was given.
 */
export type MandateEnd = 'adopted' | 'time' | 'meeting' | 'replaced';
