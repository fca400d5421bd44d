import { randomBytes } from 'node:crypto';
import { base64url, hex, utf8 } from '../../base/bytes.ts';
import type { ClauseId, OrganisationId, Slug } from '../../base/ids.ts';
import { sha256 } from '../../base/sha256.ts';
import { DAY, after } from '../../base/time.ts';
import type { Clock, Drafts } from '../../conference/ports.ts';
import {
  type SharedAuthor,
  type SharedDraft,
  type SharedGuest,
  type SharedLine,
  type SharedVersion,
  type SharedWords,
  SHARED_KEPT,
  lineOfShared,
  newestOf,
} from '../../conference/shared-draft.ts';
import { MOST_DRAFT } from '../shared/text-limits.ts';
import { bodyOf, readTyped } from '../shared/typed-source.ts';
import { type Clash, mergeWords } from './shared-words.ts';

/** Drafts of statements that several organisations write: who may read and write which, and that nobody writes over what they have not seen. */

/** The most that one organisation has begun. */
export const MOST_SHARED = 10;
/** The most organisations that are ever invited to one. */
export const MOST_GUESTS = 20;
/** The most bytes of what is kept of one, and of all of a node. */
export const MOST_SHARED_BYTES = 400 * 1024;
export const MOST_SHARED_IN_ALL = 256 * 1024 * 1024;
/** How long a guest may read and write. */
export const INVITED_FOR = 30 * DAY;
/** The most versions that are kept of one. */
const MOST_VERSIONS = 20;

/** The most UTF-16 units of each field. */
export const MOST_OF: Readonly<Record<keyof SharedWords, number>> = {
  title: 300,
  event: 300,
  on: 10,
  body: MOST_DRAFT,
  lead: 500,
  calls: MOST_DRAFT,
};

/** One that may be read and written, by whom, and whether as its owner, who alone invites, ends invitations, opens it and gives it up. */
export interface SharedAccess {
  readonly draft: SharedDraft;
  readonly as: SharedAuthor;
  readonly owner: boolean;
}

export type NotShared = 'too-long' | 'too-many' | 'too-much' | 'no-name' | 'not-anew';

export type SharedSaved =
  | { readonly kind: 'saved'; readonly draft: SharedDraft; readonly together: boolean }
  /** Others have changed the same since: nothing is kept yet. `words`: what was typed, with all that they wrote elsewhere. */
  | {
      readonly kind: 'clash';
      readonly draft: SharedDraft;
      readonly words: SharedWords;
      readonly clashes: readonly Clash[];
    }
  | { readonly kind: 'not'; readonly why: NotShared };

export interface SharedDesk {
  /** Those of the signed-in organisation, its own and those that it is invited to. */
  readonly list: () => readonly SharedLine[];
  readonly find: (id: string) => SharedAccess | null;
  /** By the secret of a guest's link. */
  readonly byLink: (secret: string) => SharedAccess | null;
  readonly begin: (words: SharedWords) => SharedSaved;
  /** `version`: the one that was worked on. */
  readonly save: (access: SharedAccess, version: number, words: SharedWords) => SharedSaved;
  /** @returns the secret of the link, which is shown this once; `null` for one that takes part, which needs none */
  readonly invite: (access: SharedAccess, whom: Whom) => Invited;
  /** Ends an invitation at once. */
  readonly uninvite: (access: SharedAccess, guest: number) => void;
  readonly discard: (access: SharedAccess) => void;
}

export type Whom =
  | { readonly kind: 'participant'; readonly organisation: OrganisationId }
  | { readonly kind: 'outside'; readonly name: string };

type Invited =
  { readonly kind: 'invited'; readonly secret: string | null } | { readonly kind: 'not'; readonly why: NotShared };

interface Visitor {
  readonly slug: Slug;
  /** `null`: nobody is signed in. */
  readonly me: { readonly organisation: OrganisationId; readonly delegate: number } | null;
  /** Whether an organisation takes part now. */
  readonly takesPart: (organisation: OrganisationId) => boolean;
}

export const createSharedDesk = (
  { drafts: { shared }, clock }: { readonly drafts: Pick<Drafts, 'shared'>; readonly clock: Pick<Clock, 'now'> },
  { slug, me, takesPart }: Visitor,
): SharedDesk => {
  const isKept = ({ at }: Pick<SharedLine, 'at'>): boolean => after(at, SHARED_KEPT) > clock.now();
  const isIn = ({ until }: SharedGuest): boolean => until > clock.now();

  const isInvited = ({ guests }: Pick<SharedLine, 'guests'>, organisation: OrganisationId): boolean =>
    guests.some((guest) => isIn(guest) && guest.who.kind === 'participant' && guest.who.organisation === organisation);

  /** Why nobody is invited so: a participant is one that takes part, and is in once, so that one invitation that ends is all that there was. */
  const notInvited = (draft: SharedDraft, whom: Whom): NotShared | null => {
    if (whom.kind === 'outside') return whom.name === '' || whom.name.length > 120 ? 'no-name' : null;
    if (!takesPart(whom.organisation)) return 'no-name';
    return whom.organisation === draft.owner || isInvited(draft, whom.organisation) ? 'not-anew' : null;
  };

  /** Whether the organisation of a delegate works on it. */
  const isMine = (line: SharedLine, organisation: OrganisationId): boolean =>
    takesPart(organisation) && isKept(line) && (line.owner === organisation || isInvited(line, organisation));

  /** `null`: there is no room for it. */
  const kept = (draft: SharedDraft): SharedDraft | null => {
    let versions = draft.versions.slice(0, MOST_VERSIONS);
    while (versions.length > 1 && sizeOf({ ...draft, versions }) > MOST_SHARED_BYTES) versions = versions.slice(0, -1);
    const next = { ...draft, versions };
    if (sizeOf(next) > MOST_SHARED_BYTES || shared.inAll() + sizeOf(next) > MOST_SHARED_IN_ALL) return null;
    return shared.put(next) ? next : null;
  };

  const withVersion = ({ draft, as }: SharedAccess, words: SharedWords): SharedDraft | null => {
    const version: SharedVersion = { version: newestOf(draft).version + 1, by: as, at: clock.now(), words };
    return kept({ ...draft, versions: [version, ...draft.versions], change: draft.change + 1 });
  };

  const save: SharedDesk['save'] = (access, version, typed) => {
    if (isTooLong(typed)) return { kind: 'not', why: 'too-long' };
    const words = named(typed);
    const { draft } = access;
    const newest = newestOf(draft);
    const base = draft.versions.find((one) => one.version === version)?.words ?? null;
    const { merged, clashes } =
      version === newest.version ? { merged: words, clashes: [] } : mergeWords(base, words, newest.words, newId);
    if (clashes.length > 0) return { kind: 'clash', draft, words: merged, clashes };
    if (isTooLong(merged)) return { kind: 'not', why: 'too-long' };
    if (same(merged, newest.words)) return { kind: 'saved', draft, together: false };
    const next = withVersion(access, merged);
    return next === null
      ? { kind: 'not', why: 'too-much' }
      : { kind: 'saved', draft: next, together: version !== newest.version };
  };

  return {
    list: () => (me === null ? [] : shared.of(slug, me.organisation).filter((line) => isMine(line, me.organisation))),
    find: (id) => {
      const draft = me === null ? null : shared.get(slug, id);
      if (me === null || draft === null || !isMine(lineOfShared(draft), me.organisation)) return null;
      const { organisation, delegate } = me;
      return { draft, owner: draft.owner === organisation, as: { kind: 'delegate', organisation, delegate } };
    },
    byLink: (secret) => {
      const link = linkOf(secret);
      const draft = shared.byLink(slug, link);
      const guest = draft?.guests.find(({ who }) => who.kind === 'outside' && who.link === link);
      if (draft === null || guest === undefined || !isIn(guest) || !isKept(newestOf(draft))) return null;
      // Nobody else ends it.
      if (!takesPart(draft.owner)) return null;
      return { draft, owner: false, as: { kind: 'guest', guest: guest.number } };
    },
    begin: (typed) => {
      if (me === null || !takesPart(me.organisation) || isTooLong(typed)) return { kind: 'not', why: 'too-long' };
      const { organisation, delegate } = me;
      if (shared.of(slug, organisation).filter(({ owner }) => owner === organisation).length >= MOST_SHARED)
        return { kind: 'not', why: 'too-many' };
      const by = { kind: 'delegate', organisation, delegate } as const;
      const versions = [{ version: 1, by, at: clock.now(), words: named(typed) }];
      const draft = kept({ id: newSecret(), slug, owner: organisation, guests: [], versions, change: 1 });
      return draft === null ? { kind: 'not', why: 'too-much' } : { kind: 'saved', draft, together: false };
    },
    save,
    invite: ({ draft, owner }, whom) => {
      if (!owner) return { kind: 'not', why: 'no-name' };
      if (draft.guests.length >= MOST_GUESTS) return { kind: 'not', why: 'too-many' };
      const why = notInvited(draft, whom);
      if (why !== null) return { kind: 'not', why };
      const secret = whom.kind === 'outside' ? newSecret() : null;
      const guest: SharedGuest = {
        number: draft.guests.length + 1,
        who: whom.kind === 'outside' ? { ...whom, link: linkOf(secret ?? '') } : whom,
        until: after(clock.now(), INVITED_FOR),
      };
      const next = kept({ ...draft, guests: [...draft.guests, guest], change: draft.change + 1 });
      return next === null ? { kind: 'not', why: 'too-much' } : { kind: 'invited', secret };
    },
    uninvite: ({ draft, owner }, number) => {
      if (!owner) return;
      const guests = draft.guests.map((guest) => (guest.number === number ? { ...guest, until: clock.now() } : guest));
      // However full it is here: this takes no room.
      shared.put({ ...draft, guests, change: draft.change + 1 });
    },
    discard: ({ draft, owner }) => {
      if (owner) shared.remove(slug, draft.id);
    },
  };
};

/** For what nobody visits: mails. */
export const NO_SHARED_DRAFTS: SharedDesk = {
  list: () => [],
  find: () => null,
  byLink: () => null,
  begin: () => ({ kind: 'not', why: 'too-many' }),
  save: () => ({ kind: 'not', why: 'too-many' }),
  invite: () => ({ kind: 'not', why: 'too-many' }),
  uninvite: () => undefined,
  discard: () => undefined,
};

const sizeOf = ({ guests, versions }: SharedDraft): number => utf8(JSON.stringify({ guests, versions })).length;

const FIELDS = Object.keys(MOST_OF) as readonly (keyof SharedWords)[];

const isTooLong = (words: SharedWords): boolean => FIELDS.some((field) => words[field].length > MOST_OF[field]);

const same = (a: SharedWords, b: SharedWords): boolean => FIELDS.every((field) => a[field] === b[field]);

/** Each clause goes by its name from here on, so that what two write can be put together. */
const named = (words: SharedWords): SharedWords => {
  const read = readTyped({ title: '-', body: words.body });
  return read.ok ? { ...words, body: bodyOf(read.value.clauses) } : words;
};

const newSecret = (): string => base64url(Uint8Array.from(randomBytes(16)));

/** What is kept of a link. */
const linkOf = (secret: string): string => hex(sha256(utf8(secret)));

const newId = (kind: string): ClauseId => `${kind.slice(0, 1)}-${randomBytes(4).toString('hex')}` as ClauseId;
