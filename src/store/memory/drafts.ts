import type { OrganisationId, Slug } from '../../base/ids.ts';
import { createMemorySharedDrafts } from './shared-drafts.ts';
import type { Draft, Drafts } from '../../conference/ports.ts';
import { createMemoryPrepared } from './prepared.ts';

/** {@link Drafts} that are forgotten with the process. */
export const createMemoryDrafts = (): Drafts => {
  const kept = new Map<string, Draft>();
  const key = (slug: string, id: string): string => `${slug}/${id}`;
  const ofOne = (slug: Slug, organisation: OrganisationId): readonly Draft[] =>
    [...kept.values()].filter((draft) => draft.slug === slug && draft.organisation === organisation);
  return {
    of: (slug, organisation) =>
      ofOne(slug, organisation)
        .toSorted((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1))
        .map(({ body: _body, pens: _pens, ...line }) => line),
    taken: (slug, organisation) => {
      const own = ofOne(slug, organisation);
      return { drafts: own.length, bytes: bytesOf(own) };
    },
    inAll: () => bytesOf([...kept.values()]),
    get: (slug, id) => kept.get(key(slug, id)) ?? null,
    put: (draft) => {
      const before = kept.get(key(draft.slug, draft.id));
      const follows = draft.version === (before?.version ?? 0) + 1;
      if (!follows || (before !== undefined && before.organisation !== draft.organisation)) return false;
      kept.set(key(draft.slug, draft.id), draft);
      return true;
    },
    remove: (slug, id) => {
      kept.delete(key(slug, id));
    },
    shared: createMemorySharedDrafts(),
    prepared: createMemoryPrepared(),
  };
};

const bytesOf = (drafts: readonly Draft[]): number =>
  drafts.reduce((sum, { title, body, pens }) => sum + Buffer.byteLength(title + body + JSON.stringify(pens)), 0);
