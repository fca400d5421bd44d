import type { ClauseId, OrganisationId, VersionHash } from '../../base/ids.ts';
import type { Instant } from '../../base/time.ts';
import type { Clause } from '../../text/clause.ts';
import type { Article } from '../law/articles.ts';
import type { Terms } from '../law/charter.ts';
import type { Observation } from '../decisions/observation-state.ts';
import type { Printed } from '../names/printed.ts';
import type { NthMeeting } from '../group/mandate-state.ts';
import type { Rider, Where } from '../texts/state.ts';

/**
 * A finished text: all that its page, its print, its files, its answers and its proof say of it. There is one function that makes it of a state ({@link finalOf}), one
 * that sets it in the order of a treaty (`sheet.ts`), and no form takes its words, its signatories or its note from elsewhere.
 */
export interface Final {
  /** `CRB/2026/3`. */
  readonly symbol: string;
  readonly kind: 'resolution' | 'charter';
  readonly title: string;
  /** As they are to be read, with every slip put right. */
  readonly clauses: readonly Clause[];
  /** The version that signatures cover. */
  readonly version: VersionHash;
  readonly slips: readonly Slip[];
  /** Of a charter: its head and its rules. */
  readonly terms: Terms | null;
  readonly signatories: readonly Signed[];
  readonly note: FinalNote | FoundingNote;
  /** Those that their authors made public, on this version. */
  readonly observations: readonly PublicObservation[];
}

/** How the conference came about with this charter (13.1). */
export interface FoundingNote {
  readonly how: 'founded';
  /** When the last of its founders had signed. */
  readonly at: Instant;
  readonly where: Where;
}

/** How a text became final (13.3), made by what happened. */
export interface FinalNote {
  readonly how: 'unanimous' | 'broad-consensus';
  readonly at: Instant;
  readonly where: Where;
  /** Whether it has other words than were tabled: additions and amendments that all approved. */
  readonly amended: boolean;
  readonly mandate: FinalMandate | null;
  /** The charter in force, and the articles of it under which this was decided. */
  readonly charter: { readonly number: number; readonly title: string };
  readonly articles: readonly Article[];
}

/** By whom a text was taken in principle, and whom that gave the mandate to complete it. */
export interface FinalMandate {
  /** An assembly, or nobody's disagreement with a proposal. */
  readonly given: Where;
  readonly on: Instant;
  /** The coordinating group, or these organisations. */
  readonly to: 'group' | readonly Named[];
  readonly until: Instant;
  /** The meeting at which it had to be adopted at the latest. */
  readonly latest: NthMeeting | null;
}

/** An organisation as it is printed: as it had stated that when it signed, or did what is told of it. */
export interface Named {
  readonly id: OrganisationId;
  readonly printed: Printed;
}

/** A slip that was put right after the adoption; the signed version stays as it is. */
export interface Slip {
  readonly clause: ClauseId;
  readonly before: string;
  readonly words: string;
  readonly on: Instant;
}

/** One that signed, as it stands: what it signed, and what it said beside that. One that withdrew stands there, too. */
export interface Signed {
  readonly organisation: Named;
  /** `null`: the whole. */
  readonly clauses: readonly ClauseId[] | null;
  readonly riders: readonly Rider[];
  readonly on: Instant;
  readonly accession: boolean;
  readonly referendum: { readonly confirmed: Instant | null } | null;
  readonly withdrawn: Instant | null;
}

export interface PublicObservation extends Pick<Observation, 'kind' | 'clauses' | 'words'> {
  readonly by: Named;
  readonly on: Instant;
}
