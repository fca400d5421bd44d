import { readQuery } from '../../src/conference/search/query.ts';
import type { Search } from '../../src/conference/search/search.ts';
import type { Session, Sessions } from '../../src/conference/ports.ts';
import type { Kept } from '../../src/node.ts';
import { createMemoryDrafts } from '../../src/store/memory/drafts.ts';
import { createMemoryReadingMarks } from '../../src/store/memory/reading-marks.ts';
import { createMemoryStore } from '../../src/store/memory/store.ts';

/** What a node keeps, in memory: gone with the test. */
export const keptInMemory = (records = createMemoryStore()): Kept => ({
  records,
  sessions: createMemorySessions(),
  drafts: createMemoryDrafts(),
});

/** For what is not about looking for something. */
export const NO_SEARCH: Pick<Search, 'find' | 'list'> = {
  list: async () => ({ entries: [], kinds: [], older: null, newer: null, isWhole: true }),
  find: async (_conference, _viewer, { words }) => ({
    finds: [],
    count: 0,
    kinds: new Map(),
    start: 0,
    before: null,
    next: null,
    query: readQuery(words),
    isWhole: true,
  }),
};

export const createMemorySessions = (): Sessions => {
  const kept = new Map<string, Session>();
  return {
    put: (session) => void kept.set(session.tokenHash, session),
    get: (hash, now) => {
      const session = kept.get(hash);
      return session !== undefined && now < session.expires ? session : null;
    },
    remove: (hash) => void kept.delete(hash),
    of: (slug, organisation, delegate, now) =>
      [...kept.values()].filter(
        (one) =>
          one.slug === slug && one.organisation === organisation && one.delegate === delegate && now < one.expires,
      ),
    marks: createMemoryReadingMarks(),
    expire: (now) => {
      for (const { tokenHash, expires } of kept.values()) if (expires <= now) kept.delete(tokenHash);
    },
  };
};
