import type { OrganisationId, Slug } from '../base/ids.ts';
import { DAY, type Instant } from '../base/time.ts';
import type { ActKind } from '../charter/acts.ts';

/**
 * What one delegate of an organisation has prepared for others of it to sign: a form that is filled in, and no act yet. It is kept beside the record, with the organisation's drafts; no one else
 * reads it, and it ends by itself.
 */
export interface PreparedLine {
  /** 128 random bits, base64url. */
  readonly id: string;
  readonly slug: Slug;
  readonly organisation: OrganisationId;
  readonly kind: ActKind;
  /** The title or subject that was typed; empty: its form asks for none. */
  readonly title: string;
  /** The text that it is about, and its revision then; `null`: none. */
  readonly text: number | null;
  readonly revision: number | null;
  /** The delegate who prepared it as it is now, and when. */
  readonly by: number;
  readonly at: Instant;
  /** What that delegate says of it to whoever signs; empty: nothing. */
  readonly note: string;
  /** By which delegate it was set aside, when and with which words; `null`: it waits. */
  readonly aside: { readonly by: number; readonly at: Instant; readonly words: string } | null;
}

/** How long one is kept that nobody signs. */
export const PREPARED_LASTS = 30 * DAY;

export interface Prepared extends PreparedLine {
  /** What was typed, as the pages before signing carry it. */
  readonly typed: string;
}

/** Keeps what is prepared. */
export interface PreparedActs {
  /** An organisation's, the last first, without what was typed. */
  readonly of: (slug: Slug, organisation: OrganisationId) => readonly PreparedLine[];
  readonly get: (slug: Slug, id: string) => Prepared | null;
  /** How many an organisation has, and their bytes in UTF-8. */
  readonly taken: (slug: Slug, organisation: OrganisationId) => { readonly acts: number; readonly bytes: number };
  /** The bytes of all there are. */
  readonly inAll: () => number;
  /** Keeps it, in place of what the organisation has under this name. `false`: the name is another's, and nothing was written. */
  readonly put: (prepared: Prepared) => boolean;
  /** Removes it for good. */
  readonly remove: (slug: Slug, id: string) => void;
  /** Removes all that were prepared before that. */
  readonly expire: (before: Instant) => void;
}
