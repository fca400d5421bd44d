import type { OrganisationId, Slug } from '../base/ids.ts';
import { DAY, type Instant } from '../base/time.ts';

/** A statement that several organisations write before it is opened to signature, outside ones among them: beside the record and never on it. */

/** What is being written, as it is typed. */
export interface SharedWords {
  readonly title: string;
  readonly event: string;
  /** `2026-05-16`, or what somebody typed in its place. */
  readonly on: string;
  /** The clauses in the Markdown-like form, each by its name. */
  readonly body: string;
  readonly lead: string;
  readonly calls: string;
}

/** Who wrote: a delegate of one that takes part, or whoever came by the link of a guest. */
export type SharedAuthor =
  | { readonly kind: 'delegate'; readonly organisation: OrganisationId; readonly delegate: number }
  | { readonly kind: 'guest'; readonly guest: number };

export interface SharedVersion {
  /** From 1. */
  readonly version: number;
  readonly by: SharedAuthor;
  readonly at: Instant;
  readonly words: SharedWords;
}

/** An organisation that works on it. */
export interface SharedGuest {
  /** From 1, in the order of invitation. */
  readonly number: number;
  /** One that takes part comes in by its own keys; of one from outside, what its inviter calls it, and SHA-256 of the link's secret, hexadecimal. */
  readonly who:
    | { readonly kind: 'participant'; readonly organisation: OrganisationId }
    | { readonly kind: 'outside'; readonly name: string; readonly link: string };
  /** From then on it neither reads nor writes. */
  readonly until: Instant;
}

/** One of a list of them: without its words. */
export interface SharedLine {
  /** 128 random bits, base64url. */
  readonly id: string;
  readonly slug: Slug;
  /** Who began it, invites to it and opens it. */
  readonly owner: OrganisationId;
  readonly guests: readonly SharedGuest[];
  /** Of its newest version: the title, who wrote it and when. */
  readonly title: string;
  readonly by: SharedAuthor;
  readonly at: Instant;
}

export interface SharedDraft extends Pick<SharedLine, 'id' | 'slug' | 'owner' | 'guests'> {
  /** The newest first; there is one at least. The oldest go when there are too many. */
  readonly versions: readonly SharedVersion[];
  /** Counts every change, of words or guests: whoever writes has seen the one before. */
  readonly change: number;
}

export const lineOfShared = ({ id, slug, owner, guests, versions }: SharedDraft): SharedLine => {
  const { words, by, at } = newestOf({ versions });
  return { id, slug, owner, guests, title: words.title, by, at };
};

export interface SharedDrafts {
  /** Fifty of those that an organisation owns or is invited to: first its own, which nobody’s invitations push out, each the last changed first; guests whose time is over are for whoever asks to leave out. */
  readonly of: (slug: Slug, organisation: OrganisationId) => readonly SharedLine[];
  readonly get: (slug: Slug, id: string) => SharedDraft | null;
  /** The one with a guest whose link has this SHA-256. */
  readonly byLink: (slug: Slug, link: string) => SharedDraft | null;
  /** The bytes of all there are. */
  readonly inAll: () => number;
  /** Keeps a first change, or the one after that which is kept. `false`: another is kept, and nothing was written. */
  readonly put: (draft: SharedDraft) => boolean;
  readonly remove: (slug: Slug, id: string) => void;
  /** Removes those whose newest version is from before then. */
  readonly expire: (before: Instant) => void;
}

/** How long one is kept that nobody writes on. */
export const SHARED_KEPT = 180 * DAY;

export const newestOf = ({ versions }: Pick<SharedDraft, 'versions'>): SharedVersion => {
  const [newest] = versions;
  if (newest === undefined) throw new TypeError('A shared draft has a version');
  return newest;
};
