import type { Prepared, PreparedActs } from '../../conference/prepared.ts';

/** {@link PreparedActs} that are forgotten with the process. */
export const createMemoryPrepared = (): PreparedActs => {
  const kept = new Map<string, Prepared>();
  const key = (slug: string, id: string): string => `${slug}/${id}`;
  const ofOne = (slug: string, organisation: string): readonly Prepared[] =>
    [...kept.values()].filter((one) => one.slug === slug && one.organisation === organisation);
  return {
    of: (slug, organisation) =>
      ofOne(slug, organisation)
        .toSorted((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1))
        .map(({ typed: _typed, ...line }) => line),
    get: (slug, id) => kept.get(key(slug, id)) ?? null,
    taken: (slug, organisation) => {
      const own = ofOne(slug, organisation);
      return { acts: own.length, bytes: bytesOf(own) };
    },
    inAll: () => bytesOf([...kept.values()]),
    put: (prepared) => {
      const name = key(prepared.slug, prepared.id);
      const before = kept.get(name);
      if (before !== undefined && before.organisation !== prepared.organisation) return false;
      kept.set(name, prepared);
      return true;
    },
    remove: (slug, id) => {
      kept.delete(key(slug, id));
    },
    expire: (before) => {
      for (const [name, { at }] of kept) if (at < before) kept.delete(name);
    },
  };
};

const bytesOf = (all: readonly Prepared[]): number =>
  all.reduce((sum, { typed, note }) => sum + Buffer.byteLength(typed + note), 0);
