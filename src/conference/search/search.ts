import type { Slug } from '../../base/ids.ts';
import type { State } from '../../charter/state.ts';
import { type Viewer, isMember } from '../../charter/visibility.ts';
import { createReader } from '../reading/reader.ts';
import type { Conference, Host } from '../types.ts';
import { plain } from '../../text/runs.ts';
import { askerOf, createTurns } from '../work/turns.ts';
import type { Cluster, Document, Kind } from './document.ts';
import { type Beside, documentsOf } from './documents.ts';
import { type Feed, type FeedDeps, attachedTo, createFeed, entriesIn } from './feed.ts';
import { type Found, type FoundAll, IndexLost, type SearchIndex, type SearchIndexes } from './index-port.ts';
import { type Piece, holdsAll, marked, snippet } from './matching.ts';
import { type EntryList, type ListOf, listFor } from './entry-list.ts';
import { type Query, readQuery } from './query.ts';

/**
 * Finds what a reader may see. The index names what may fit; each of it is read anew by the reader and told only where it is there and still fits, so that nothing is shown that the one table hides, however far behind the
 * index is.
 */
export interface Search {
  /**
   * @param after the name of the last find of a page, which this one follows; one that is not among the finds begins anew
   * @throws WorkBusy where too many look for something at once
   */
  readonly find: (conference: Conference, viewer: Viewer, asked: Asked) => Promise<Finds>;
  /**
   * Entries of the record that a reader may see, the newest first; which kinds there are in the list; and what to ask for the pages beside it.
   * @throws WorkBusy where too many look for something at once
   */
  readonly list: (conference: Conference, viewer: Viewer, asked: ListOf) => Promise<EntryList>;
  readonly close: () => Promise<void>;
}

export interface Asked {
  readonly words: string;
  /** `null`: of every kind, but for entries of the record, which say again what is found elsewhere. */
  readonly kind: Kind | null;
  readonly after: string | null;
}

export interface Find {
  readonly document: Document;
  readonly title: readonly Piece[];
  readonly words: readonly Piece[];
}

export interface Finds {
  readonly finds: readonly Find[];
  /** How many there are in all, up to {@link MOST_FOUND}. */
  readonly count: number;
  /** How many there are of each kind. */
  readonly kinds: ReadonlyMap<Kind, number>;
  /** The places of these among all, from 0, and the names that the pages beside this one follow; `null`: there is none. */
  readonly start: number;
  readonly before: string | null;
  readonly next: string | null;
  readonly query: Query;
  /** Whether the index had come as far as the record. */
  readonly isWhole: boolean;
}

/** The most finds of one question; whoever has so many asks for more words. */
export const MOST_FOUND = 500;
/** Finds of one page. */
export const PAGE = 10;

/** Milliseconds for which a question waits for the index to come as far as the record. */
const PATIENCE = 2000;

/** One question at a time, a member's own in line with every other's: one takes some milliseconds. */
const TURNS = { atOnce: 1, waitingOfOne: 32, waiting: 256, retryAfter: 5 } as const;

export interface SearchDeps extends Pick<FeedDeps, 'maker'> {
  readonly host: Pick<Host, 'onOpened'>;
  readonly indexes: SearchIndexes;
  /** Whether indexes are kept up from the start on, and not from the first question. */
  readonly ahead: boolean;
  readonly onFault: (fault: unknown, conference: Slug) => void;
}

export const createSearch = ({ host, indexes, maker, ahead, onFault }: SearchDeps): Search => {
  const running = new Map<Slug, { readonly feed: Feed; readonly index: SearchIndex }>();
  const turns = createTurns(TURNS);
  const of = (conference: Conference): { readonly feed: Feed; readonly index: SearchIndex } => {
    const { slug } = conference;
    const there = running.get(slug);
    if (there !== undefined) return there;
    const index = indexes.of(slug);
    const feed = createFeed({ conference, index, maker, onFault: (fault) => onFault(fault, slug) });
    running.set(slug, { feed, index });
    return { feed, index };
  };
  const stop = ahead ? host.onOpened((conference) => void of(conference)) : () => undefined;

  const named = async (
    conference: Conference,
    viewer: Viewer,
    { query, kind }: { readonly query: Query; readonly kind: Kind | null },
  ): Promise<FoundAll & { readonly isWhole: boolean }> => {
    const { feed, index } = of(conference);
    const isWhole = await within(PATIENCE, feed.caughtUp());
    const state = conference.state();
    const leave = await turns.take(askerOf(conference.slug, createReader(state, viewer)));
    try {
      const face = isMember(conference.state(), viewer) ? 'members' : 'everyone';
      return { ...(await index.find(face, query, kind, MOST_FOUND)), isWhole };
    } catch (fault) {
      if (fault instanceof IndexLost) return { ...NOTHING, isWhole: false };
      throw fault;
    } finally {
      leave?.();
    }
  };

  return {
    find: async (conference, viewer, { words, kind, after }) => {
      const query = readQuery(words);
      const { found, kinds, isWhole } =
        query.terms.length === 0 ? { ...NOTHING, isWhole: true } : await named(conference, viewer, { query, kind });
      const own = await ownOf(conference, viewer, { query, kind });
      const all = [...own, ...found.filter(({ key }) => !own.some((one) => one.key === key))];
      const start = after === null ? 0 : all.findIndex(({ key }) => key === after) + 1;
      const page = all.slice(start, start + PAGE);
      return {
        finds: await readAnew(conference, viewer, { query, page }),
        count: all.length,
        kinds: withOwn(kinds, all.length - found.length),
        start,
        before: start === 0 ? null : (all[start - PAGE - 1]?.key ?? ''),
        next: start + PAGE < all.length ? (page.at(-1)?.key ?? null) : null,
        query,
        isWhole,
      };
    },
    list: async (conference, viewer, asked) => {
      const { feed, index } = of(conference);
      const isWhole = await within(PATIENCE, feed.caughtUp());
      const leave = await turns.take(askerOf(conference.slug, createReader(conference.state(), viewer)));
      try {
        return { ...(await listFor({ conference, index }, viewer, asked)), isWhole };
      } catch (fault) {
        if (fault instanceof IndexLost) return { entries: [], kinds: [], older: null, newer: null, isWhole: false };
        throw fault;
      } finally {
        leave?.();
      }
    },
    close: async () => {
      stop();
      await Promise.all([...running.values()].map(({ feed }) => feed.close()));
      await indexes.close();
    },
  };
};

const NOTHING: FoundAll = { found: [], kinds: new Map() };

const withOwn = (kinds: ReadonlyMap<Kind, number>, own: number): ReadonlyMap<Kind, number> =>
  own === 0 ? kinds : new Map(kinds).set('organisation', (kinds.get('organisation') ?? 0) + own);

/** Whether it is done within so many milliseconds. */
const within = async (ms: number, done: Promise<boolean>): Promise<boolean> => {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => resolve(false), ms);
  try {
    return await Promise.race([done, promise]);
  } finally {
    clearTimeout(timer);
  }
};

/** What an organisation that is no member sees of itself and others do not: so little that it is looked through. */
const ownOf = async (
  conference: Conference,
  viewer: Viewer,
  { query, kind }: { readonly query: Query; readonly kind: Kind | null },
): Promise<readonly Found[]> => {
  if (viewer.kind === 'public' || isMember(conference.state(), viewer)) return [];
  if (query.terms.length === 0 || (kind !== null && kind !== 'organisation')) return [];
  const cluster: Cluster = `organisations/${viewer.id}`;
  const attached = await attachedTo(conference, [cluster], viewer);
  return madeOf(conference.state(), viewer, cluster, { attached, entries: new Map() })
    .filter(({ title, words }) => holdsAll(query, title, words))
    .map((document) => ({ key: document.key, cluster, kind: document.kind }));
};

const madeOf = (state: State, viewer: Viewer, cluster: Cluster, beside: Beside): readonly Document[] =>
  documentsOf({ state, reader: createReader(state, viewer) }, cluster, beside);

const readAnew = async (
  conference: Conference,
  viewer: Viewer,
  { query, page }: { readonly query: Query; readonly page: readonly Found[] },
): Promise<readonly Find[]> => {
  const clusters = [...new Set(page.map(({ cluster }) => cluster))];
  const attached = await attachedTo(conference, clusters, viewer);
  const entries = await entriesIn(conference, clusters);
  const state = conference.state();
  const made = new Map(
    clusters.map((cluster) => [
      cluster,
      new Map(madeOf(state, viewer, cluster, { attached, entries }).map((one) => [one.key, one])),
    ]),
  );
  return page.flatMap(({ cluster, key }): readonly Find[] => {
    const document = made.get(cluster)?.get(key);
    if (document === undefined) return [];
    const words = plain(document.words);
    if (!holdsAll(query, document.title, words)) return [];
    return [{ document, title: marked(query, document.title), words: snippet(query, words) }];
  });
};
