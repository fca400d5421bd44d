import type { OrganisationId, Slug } from '../base/ids.ts';
import type { Instant } from '../base/time.ts';

/**
 * How far a delegate has read: nothing of it is said to anybody else, and nothing follows from it. It is kept beside the record, one for each delegate, until they speak for their organisation
 * no more.
 */
export interface ReadingMark {
  readonly slug: Slug;
  readonly organisation: OrganisationId;
  readonly delegate: number;
  /** Entries of the record below this index have been read. */
  readonly upTo: number;
  readonly at: Instant;
}

/** Keeps them, with the sessions: a mark that is lost has somebody told twice, and nobody left out. */
export interface ReadingMarks {
  readonly get: (slug: Slug, organisation: OrganisationId, delegate: number) => ReadingMark | null;
  /** In place of the one that this delegate has. */
  readonly put: (mark: ReadingMark) => void;
  readonly all: (slug: Slug) => readonly ReadingMark[];
  readonly remove: (slug: Slug, organisation: OrganisationId, delegate: number) => void;
}
