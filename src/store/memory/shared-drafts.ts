import { type SharedDraft, type SharedDrafts, lineOfShared, newestOf } from '../../conference/shared-draft.ts';

/** {@link SharedDrafts} that are forgotten with the process. */
export const createMemorySharedDrafts = (): SharedDrafts => {
  const kept = new Map<string, SharedDraft>();
  const key = (slug: string, id: string): string => `${slug}/${id}`;
  return {
    of: (slug, organisation) =>
      [...kept.values()]
        .filter(
          (draft) =>
            draft.slug === slug &&
            (draft.owner === organisation ||
              draft.guests.some(({ who }) => who.kind === 'participant' && who.organisation === organisation)),
        )
        .toSorted(
          (a, b) =>
            Number(b.owner === organisation) - Number(a.owner === organisation) ||
            newestOf(b).at - newestOf(a).at ||
            (a.id < b.id ? -1 : 1),
        )
        .slice(0, 50)
        .map(lineOfShared),
    get: (slug, id) => kept.get(key(slug, id)) ?? null,
    byLink: (slug, link) =>
      [...kept.values()].find(
        (draft) => draft.slug === slug && draft.guests.some(({ who }) => who.kind === 'outside' && who.link === link),
      ) ?? null,
    inAll: () =>
      [...kept.values()].reduce(
        (sum, { guests, versions }) => sum + Buffer.byteLength(JSON.stringify({ guests, versions })),
        0,
      ),
    put: (draft) => {
      const before = kept.get(key(draft.slug, draft.id));
      if (draft.change !== (before?.change ?? 0) + 1) return false;
      if (before !== undefined && before.owner !== draft.owner) return false;
      kept.set(key(draft.slug, draft.id), draft);
      return true;
    },
    remove: (slug, id) => {
      kept.delete(key(slug, id));
    },
    expire: (before) => {
      for (const [name, draft] of kept) if (newestOf(draft).at < before) kept.delete(name);
    },
  };
};
