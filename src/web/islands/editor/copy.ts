import type { ClauseId, OrganisationId } from '../../../base/ids.ts';
import type { Kept, Save } from '../../shared/draft-save.ts';
import { type DraftText, type Merged, mergeDrafts, renamedIn, thenRenamed } from '../../shared/merge-drafts.ts';

/** One page's copy of a draft: what it was told last, and what it sends. No clock, no network. */

export interface Copy {
  readonly id: () => string;
  readonly version: () => number;
  readonly base: () => DraftText;
  /** What is sent to have this text kept. */
  readonly save: (text: DraftText) => Save;
  /** The same, sent now: until a save of this page is answered, what is kept may hold words of its own that it knows nothing of. */
  readonly send: (text: DraftText) => Save;
  readonly isHeard: () => boolean;
  readonly isKept: (text: DraftText) => boolean;
  /**
   * Takes in what is kept: the answer to a save, with what was sent as `since`, or what was asked for. The text as it is to stand here; `null`: nothing is taken in, because
   * it cannot be read as clauses yet, or because this page has not heard what became of its own words.
   */
  readonly takeIn: (kept: Kept, here: DraftText, since?: DraftText) => Merged | null;
  /** Goes on as another draft, which has been kept as `version`. */
  readonly become: (draft: { readonly id: string; readonly version: number; readonly base: DraftText }) => void;
}

interface CopyDeps {
  readonly id: string;
  readonly owner: OrganisationId;
  readonly pen: string;
  readonly version: number;
  readonly base: DraftText;
  readonly newId: (kind: string) => ClauseId;
}

export const sameText = (a: DraftText, b: DraftText): boolean => a.title === b.title && a.body === b.body;

export const createCopy = ({ owner, pen, newId, ...begun }: CopyDeps): Copy => {
  let { id, version, base } = begun;
  let last: DraftText | null = null;
  let number = 0;
  let heard = true;
  const save: Copy['save'] = ({ title, body }) => {
    const text = { title, body };
    if (last === null || !sameText(last, text)) number += 1;
    last = text;
    return { id, owner, pen, number, version, base, ...text };
  };
  return {
    id: () => id,
    version: () => version,
    base: () => base,
    save,
    send: (text) => {
      heard = false;
      return save(text);
    },
    isHeard: () => heard,
    isKept: (text) => sameText(text, base),
    takeIn: (kept, here, since) => {
      if (since === undefined && !heard) return null;

      const there = { title: kept.title, body: kept.body };
      const [own, mine] = [renamedIn(since ?? base, kept.renamed), renamedIn(here, kept.renamed)];
      const merged = sameText(there, own)
        ? { ...mine, collisions: [], renamed: kept.renamed }
        : mergeDrafts(own, mine, there, newId);
      // What others wrote is not in it: what is sent next still goes on from before that.
      if (merged === null) return null;
      heard = true;
      ({ id, version } = kept);
      base = there;
      return { ...merged, renamed: thenRenamed(kept.renamed, merged.renamed) };
    },
    become: (draft) => {
      ({ id, version, base } = draft);
    },
  };
};
