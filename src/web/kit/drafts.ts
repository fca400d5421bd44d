import { randomBytes } from 'node:crypto';
import { base64url, utf8 } from '../../base/bytes.ts';
import type { ClauseId, OrganisationId, Slug } from '../../base/ids.ts';
import { sha256 } from '../../base/sha256.ts';
import type { Clock, Draft, DraftLine, DraftPen, Drafts } from '../../conference/ports.ts';
import type { Kept, NotKept, Save } from '../shared/draft-save.ts';
import { MOST_TITLE } from '../../text/markdown.ts';
import { type DraftText, type Merged, mergeDrafts, renamedIn, thenRenamed } from '../shared/merge-drafts.ts';
import { MOST_DRAFT } from '../shared/text-limits.ts';

/** The drafts of one organisation, for one of its delegates: nobody else's are found here, whatever is asked for. */
export interface DraftDesk {
  readonly list: () => readonly DraftLine[];
  readonly get: (id: string) => Draft | null;
  /** The same again is answered with what is kept. */
  readonly save: (draft: ToSave) => Saved;
  /** Where a page goes on from that may not have heard what became of what it sent last. */
  readonly known: (sent: Save) => { readonly version: number; readonly base: DraftText };
  readonly discard: (id: string) => void;
}

/** The most drafts of an organisation in a conference. */
export const MOST_DRAFTS = 40;
/** The most bytes of all of them, with what is known of pens. */
export const MOST_DRAFTED = 8 * 1024 * 1024;
/** The most bytes of the drafts of a whole node; and of one organisation's for which there is room however much the others have: those of one that is as long as may be. */
export const MOST_DRAFTED_IN_ALL = 1024 * 1024 * 1024;
export const ALWAYS_DRAFTED = 1024 * 1024;
/** The most pens whose last text is known of a draft, as long as these texts are no longer together than twice the longest draft. */
export const MOST_PENS = 16;

export type ToSave = Save & Pick<Draft, 'kind' | 'text' | 'revision'>;

export type Saved =
  | {
      readonly ok: true;
      readonly draft: Draft;
      readonly collided: boolean;
      readonly apart: boolean;
      readonly renamed: Kept['renamed'];
    }
  | { readonly ok: false; readonly why: Exclude<NotKept, 'signed-out' | 'malformed'> };

interface Owner {
  /** Whether it may begin one: strangers keep none. */
  readonly mayBegin: boolean;
  readonly slug: Slug;
  readonly organisation: OrganisationId;
  readonly delegate: number;
}

const same = (a: DraftText, b: DraftText): boolean => a.title === b.title && a.body === b.body;

export const createDraftDesk = (
  { drafts, clock }: { readonly drafts: Drafts; readonly clock: Pick<Clock, 'now'> },
  { slug, organisation, delegate, mayBegin }: Owner,
): DraftDesk => {
  const list: DraftDesk['list'] = () => drafts.of(slug, organisation);

  const get: DraftDesk['get'] = (id) => {
    const draft = drafts.get(slug, id);
    return draft?.organisation === organisation ? draft : null;
  };

  /** Whether so many bytes more find room; what becomes shorter always does. */
  const hasRoom = (more: number): boolean => {
    if (more <= 0) return true;
    const own = drafts.taken(slug, organisation).bytes + more;
    if (own > MOST_DRAFTED) return false;
    return own <= ALWAYS_DRAFTED || drafts.inAll() + more <= MOST_DRAFTED_IN_ALL;
  };

  const begin = (sent: ToSave, apart: boolean): Saved => {
    if (!mayBegin) return { ok: false, why: 'not-yet' };
    if (drafts.taken(slug, organisation).drafts >= MOST_DRAFTS) return { ok: false, why: 'too-many' };
    const { id, kind, text, revision, title, body } = sent;
    const pens = withPen([], { ...penOf(sent), version: 1 });
    const draft = { id, slug, organisation, kind, text, revision, title, body, version: 1, by: delegate };
    const begun: Draft = { ...draft, at: clock.now(), pens };
    if (!hasRoom(sizeOf(begun))) return NO_ROOM;
    // A name that another organisation has given to a draft of its own.
    if (!drafts.put(begun)) return { ok: false, why: 'gone' };
    return { ok: true, draft: begun, collided: false, apart, renamed: [] };
  };

  /** Keeps `merged` as what came of `sent`; `null`: there is no room for it. */
  const next = (
    kept: Draft,
    sent: ToSave,
    merged: Omit<Merged, 'collisions'>,
    revision: Draft['revision'],
  ): Draft | null => {
    const { title, body, renamed } = merged;
    const version = kept.version + 1;
    if (same(kept, merged) && revision === kept.revision && sent.version === kept.version) return kept;
    const pens = withPen(kept.pens, { ...penOf(sent), ...renamedIn(sent, renamed), version, renamed });
    const draft: Draft = { ...kept, title, body, revision, version, by: delegate, at: clock.now(), pens };
    if (!hasRoom(sizeOf(draft) - sizeOf(kept))) return null;
    drafts.put(draft);
    return draft;
  };

  const save = (sent: ToSave, apart: boolean): Saved => {
    const kept = get(sent.id);
    if (kept === null) return sent.version === 0 ? begin(sent, apart) : { ok: false, why: 'gone' };
    if (kept.kind !== sent.kind || kept.text !== sent.text) return { ok: false, why: 'gone' };
    const known = heard(kept, sent);
    if (known !== null && (sent.number < known.number || same(known, renamedIn(sent, known.renamed))))
      return { ok: true, draft: kept, collided: false, apart, renamed: known.renamed };
    const [base, names] = known === null ? [sent.base, []] : [known, known.renamed];
    const ours = renamedIn(sent, names);
    // One that speaks of another revision by now has been put together with that already.
    const revision = sent.version === kept.version ? sent.revision : kept.revision;
    if (sent.version === kept.version || same(base, kept)) {
      const draft = next(kept, sent, { ...ours, renamed: names }, revision);
      return draft === null ? NO_ROOM : { ok: true, draft, collided: false, apart, renamed: names };
    }
    const merged = mergeDrafts(base, ours, kept, newId);
    if (merged === null || merged.body.length > MOST_DRAFT)
      return save({ ...sent, id: apartFrom(sent), version: 0 }, true);
    const renamed = thenRenamed(names, merged.renamed);
    const draft = next(kept, sent, { ...merged, renamed }, revision);
    if (draft === null) return NO_ROOM;
    return { ok: true, draft, collided: merged.collisions.length > 0, apart, renamed };
  };

  return {
    list,
    get,
    save: (sent) => {
      if (sent.owner !== organisation) return { ok: false, why: 'not-yours' };
      if (sent.body.length > MOST_DRAFT || sent.title.length > MOST_TITLE) return { ok: false, why: 'too-long' };
      return save(sent, false);
    },
    known: (sent) => {
      const kept = sent.owner === organisation ? get(sent.id) : null;
      const known = kept === null ? null : heard(kept, sent);
      return known === null
        ? { version: sent.version, base: sent.base }
        : { version: known.version, base: { title: known.title, body: known.body } };
    },
    discard: (id) => {
      if (get(id) !== null) drafts.remove(slug, id);
    },
  };
};

const NO_ROOM = { ok: false, why: 'too-much' } as const;

/** In bytes. */
const sizeOf = ({ title, body, pens }: Draft): number => utf8(title + body + JSON.stringify(pens)).length;

/** What is kept of this pen that it may not have heard of: its own, from which it goes on. */
const heard = (kept: Draft, sent: Save): DraftPen | null =>
  kept.pens.find(({ pen, version }) => pen === sent.pen && version > sent.version) ?? null;

const penOf = ({ pen, number, title, body }: Save): Omit<DraftPen, 'version'> => ({
  pen,
  number,
  title,
  body,
  renamed: [],
});

const withPen = (pens: readonly DraftPen[], own: DraftPen): readonly DraftPen[] => {
  let length = 0;
  return [own, ...pens.filter(({ pen }) => pen !== own.pen)].slice(0, MOST_PENS).filter(({ body }) => {
    length += body.length;
    return length <= 2 * MOST_DRAFT;
  });
};

/** The name of the draft that what this pen writes becomes where it cannot be put together with the first: the same however often it is sent. */
const apartFrom = ({ id, pen }: Save): string => base64url(sha256(utf8(`${id}/${pen}`)).slice(0, 16));

const newId = (kind: string): ClauseId => `${kind.slice(0, 1)}-${randomBytes(4).toString('hex')}` as ClauseId;
