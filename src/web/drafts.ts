import { randomBytes } from 'node:crypto';
import { base64url } from '../base/bytes.ts';
import type { ClauseId, OrganisationId, Slug } from '../base/ids.ts';
import type { Clock, Draft, Drafts } from '../conference/ports.ts';
import { MOST_TITLE } from '../text/markdown.ts';
import { type Collision, type DraftText, mergeDrafts } from './shared/merge-drafts.ts';

/** The drafts of one organisation, for one of its delegates: nobody else's are found here, whatever is asked for. */
export interface DraftDesk {
  readonly list: () => readonly Draft[];
  readonly get: (id: string) => Draft | null;
  readonly save: (draft: ToSave) => Saved;
  readonly discard: (id: string) => void;
}

/** The most UTF-16 units of a draft's text: more than any act may hold. */
export const MOST_DRAFT = 120_000;
/** The most drafts of an organisation in a conference. */
export const MOST_DRAFTS = 40;

export interface ToSave extends DraftText, Pick<Draft, 'kind' | 'text' | 'revision'> {
  /** `null`: a new one. */
  readonly id: string | null;
  /** The version that was worked on, and what it said. */
  readonly version: number;
  readonly base: DraftText;
}

export type Saved =
  | {
      readonly ok: true;
      /** What is kept now: with what others had written in the meantime. */
      readonly draft: Draft;
      readonly collisions: readonly Collision[];
      /** What was sent could not be put together with what was kept, and became a draft of its own. */
      readonly apart: boolean;
    }
  | { readonly ok: false; readonly why: 'gone' | 'too-long' | 'too-many' };

interface Owner {
  readonly slug: Slug;
  readonly organisation: OrganisationId;
  readonly delegate: number;
}

export const createDraftDesk = (
  { drafts, clock }: { readonly drafts: Drafts; readonly clock: Pick<Clock, 'now'> },
  { slug, organisation, delegate }: Owner,
): DraftDesk => {
  const list: DraftDesk['list'] = () => drafts.of(slug, organisation);

  const get: DraftDesk['get'] = (id) => {
    const draft = drafts.get(slug, id);
    return draft?.organisation === organisation ? draft : null;
  };

  const begin = ({ kind, text, revision, title, body }: ToSave, apart: boolean): Saved => {
    if (list().length >= MOST_DRAFTS) return { ok: false, why: 'too-many' };
    const id = base64url(Uint8Array.from(randomBytes(16)));
    const own = { id, slug, organisation, kind, text, revision, title, body };
    const draft: Draft = { ...own, version: 1, by: delegate, at: clock.now() };
    drafts.put(draft);
    return { ok: true, draft, collisions: [], apart };
  };

  const next = (kept: Draft, { title, body, revision }: DraftText & Pick<Draft, 'revision'>): Draft => {
    if (title === kept.title && body === kept.body && revision === kept.revision) return kept;
    const draft: Draft = { ...kept, title, body, revision, version: kept.version + 1, by: delegate, at: clock.now() };
    drafts.put(draft);
    return draft;
  };

  const save: DraftDesk['save'] = (sent) => {
    if (sent.body.length > MOST_DRAFT || sent.title.length > MOST_TITLE) return { ok: false, why: 'too-long' };
    if (sent.id === null) return begin(sent, false);
    const kept = get(sent.id);
    if (kept === null) return { ok: false, why: 'gone' };
    if (kept.version === sent.version) return { ok: true, draft: next(kept, sent), collisions: [], apart: false };
    // One that speaks of another revision by now has been put together with that already.
    const { revision } = kept;
    const merged = mergeDrafts(sent.base, sent, kept, newId);
    if (merged === null || merged.body.length > MOST_DRAFT) return begin(sent, true);
    return { ok: true, draft: next(kept, { ...merged, revision }), collisions: merged.collisions, apart: false };
  };

  return {
    list,
    get,
    save,
    discard: (id) => {
      if (get(id) !== null) drafts.remove(slug, id);
    },
  };
};

const newId = (kind: string): ClauseId => `${kind.slice(0, 1)}-${randomBytes(4).toString('hex')}` as ClauseId;
