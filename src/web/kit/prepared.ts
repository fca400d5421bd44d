import { randomBytes } from 'node:crypto';
import { base64url, utf8 } from '../../base/bytes.ts';
import type { OrganisationId, Slug } from '../../base/ids.ts';
import type { Clock, Drafts } from '../../conference/ports.ts';
import type { Prepared, PreparedLine } from '../../conference/prepared.ts';

/** What is prepared in one organisation, for one of its delegates: nobody else's is found here, whatever is asked for. */
export interface PreparedDesk {
  /** What waits to be signed, the last first. */
  readonly waiting: () => readonly PreparedLine[];
  /** What was set aside. */
  readonly aside: () => readonly PreparedLine[];
  readonly get: (id: string) => Prepared | null;
  /** Keeps it as the one of this name, or as a new one; answers its name, or why it was not kept. */
  readonly handOver: (id: string, given: Given) => HandedOver;
  /** Sets one aside that is still as it was at that time. `false`: it is not. */
  readonly setAside: (id: string, at: number, words: string) => boolean;
  readonly remove: (id: string) => void;
  /** Ends one that was signed, unless it has been changed since that time. */
  readonly done: (id: string, at: number) => void;
}

export type Given = Pick<Prepared, 'kind' | 'title' | 'text' | 'revision' | 'note' | 'typed'>;

export type HandedOver =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly why: 'too-many' | 'too-much' | 'not-yet' };

/** The most acts of an organisation that are prepared, and bytes of all of them; the most bytes of a whole node. */
export const MOST_PREPARED = 40;
const MOST_BYTES = 8 * 1024 * 1024;
const MOST_BYTES_IN_ALL = 256 * 1024 * 1024;
/** What an organisation has room for however much the others have. */
const ALWAYS = 1024 * 1024;
/** The most UTF-16 units of what is said of one, by whoever prepares it or sets it aside. */
export const MOST_NOTE = 500;

interface Owner {
  readonly slug: Slug;
  readonly organisation: OrganisationId;
  readonly delegate: number;
  /** Whether it may keep any: strangers keep none. */
  readonly mayPrepare: boolean;
}

export const createPreparedDesk = (
  { drafts, clock }: { readonly drafts: Drafts; readonly clock: Pick<Clock, 'now'> },
  { slug, organisation, delegate, mayPrepare }: Owner,
): PreparedDesk => {
  const { prepared } = drafts;
  const get = (id: string): Prepared | null => {
    const one = prepared.get(slug, id);
    return one?.organisation === organisation ? one : null;
  };
  const hasRoom = (more: number): boolean => {
    const own = prepared.taken(slug, organisation).bytes + more;
    return own <= ALWAYS || (own <= MOST_BYTES && prepared.inAll() + more <= MOST_BYTES_IN_ALL);
  };
  return {
    waiting: () => prepared.of(slug, organisation).filter(({ aside }) => aside === null),
    aside: () => prepared.of(slug, organisation).filter(({ aside }) => aside !== null),
    get,
    handOver: (asked, given) => {
      if (!mayPrepare) return { ok: false, why: 'not-yet' };
      const before = get(asked);
      if (before === null && prepared.taken(slug, organisation).acts >= MOST_PREPARED)
        return { ok: false, why: 'too-many' };
      const less = before === null ? 0 : utf8(before.typed + before.note).length;
      if (!hasRoom(utf8(given.typed + given.note).length - less)) return { ok: false, why: 'too-much' };
      const id = before?.id ?? base64url(Uint8Array.from(randomBytes(16)));
      prepared.put({ ...given, id, slug, organisation, by: delegate, at: clock.now(), aside: null });
      return { ok: true, id };
    },
    setAside: (id, at, words) => {
      const one = get(id);
      if (one?.at !== at) return false;
      prepared.put({ ...one, aside: { by: delegate, at: clock.now(), words } });
      return true;
    },
    remove: (id) => {
      if (get(id) !== null) prepared.remove(slug, id);
    },
    done: (id, at) => {
      if (get(id)?.at === at) prepared.remove(slug, id);
    },
  };
};
