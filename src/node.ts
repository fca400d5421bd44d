import { forgetMarks } from './conference/reading/fresh.ts';
import { SHARED_KEPT } from './conference/shared-draft.ts';
import type { RequestListener } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { createApi } from './api/api.ts';
import type { Route } from './api/route.ts';
import type { Slug } from './base/ids.ts';
import { after } from './base/time.ts';
import { PREPARED_LASTS } from './conference/prepared.ts';
import type { OnFault } from './conference/about.ts';
import { createBundles } from './conference/archive/bundle.ts';
import { createCommonTexts } from './conference/work/common-texts.ts';
import { type Damages, NO_DAMAGES } from './conference/damaged.ts';
import type { Documents } from './conference/documents.ts';
import type { HostKey } from './conference/host-key.ts';
import { daily } from './conference/daily.ts';
import { createHost } from './conference/host.ts';
import type { Feeds } from './conference/post/calendar.ts';
import { createCalendarKeys } from './conference/post/calendar-keys.ts';
import type { Limits } from './conference/door/limits.ts';
import type { PostDesk } from './conference/post/desk.ts';
import type { Wordings } from './conference/post/digest.ts';
import type { Clock, Drafts, Sessions, Store } from './conference/ports.ts';
import { type SignIn, createSignIn } from './conference/door/sign-in.ts';
import type { FoundingGate, Host } from './conference/types.ts';
import { type Doubts, NO_DOUBTS } from './conference/time/doubt.ts';
import type { SearchIndexes } from './conference/search/index-port.ts';
import { createSearch } from './conference/search/search.ts';
import { type Work, createWork } from './conference/work/work.ts';
import { createEntrance } from './http/entrance.ts';
import { createTracing } from './http/tracing.ts';
import { tokenGate, watching } from './http/watch.ts';
import { createWatched } from './http/watched.ts';
import { isPdfOffered } from './press/pdf/offered.ts';
import { createWeb } from './web/app.ts';
import { createWordings } from './web/wordings.ts';

/** All rooms put together into a node. Where it listens, where it keeps things and what time it is are given. */

/** What outlives the node. Whoever opened it closes it, after the node. */
export interface Kept {
  readonly records: Store;
  readonly sessions: Sessions;
  readonly drafts: Drafts;
}

export interface NodePost extends PostDesk {
  readonly close: () => Promise<void>;
}

export interface NodeDeps {
  readonly kept: Kept;
  /** Opens what keeps words so that they are found; closed with the node. */
  readonly openIndexes: () => SearchIndexes;
  /** Whether it keeps them up from the start on, and not from the first question. */
  readonly indexesAhead?: boolean;
  readonly hostKey: HostKey;
  readonly clock: Clock;
  /** Whether what the clock says is believed. */
  readonly doubts?: Doubts;
  readonly limits: Limits;
  /** The public address, without a slash at the end. */
  readonly origin: string;
  /** How many proxies of our own stand before this node. */
  readonly proxies: number;
  readonly version: string;
  /** The slug of the sample conference, where this node shows it. */
  readonly sample: Slug | null;
  /** The one-time right to found a conference. */
  readonly founding: FoundingGate;
  /** Opens the post; `null`: this node sends and takes no mail. */
  readonly openPost: ((host: Host, wordings: Wordings) => Promise<NodePost>) | null;
  /** What is known to be damaged of what it keeps. */
  readonly damages?: Pick<Damages, 'count'>;
  /** Bytes that are free where the node keeps things. */
  readonly free?: () => Promise<number>;
  /** By which whoever runs the node reads its numbers from elsewhere; `null`: from nowhere else. */
  readonly metricsToken?: string | null;
  /** Whether its pages are made to stand without it. */
  readonly copy?: boolean;
  readonly onFault: OnFault;
}

export interface RunningNode {
  readonly host: Host;
  readonly signIn: SignIn;
  /** What the API answers. */
  readonly routes: readonly Route[];
  /** What is answered with a page or a file, as the router matches it. */
  readonly pages: readonly string[];
  /** Answers a request: the API below its paths, and the pages. */
  readonly fetch: (request: Request, connection?: object) => Response | Promise<Response>;
  /** The same for a server. */
  readonly answer: RequestListener;
  /** Ends the live events, which would else keep their connections open. */
  readonly endEvents: () => void;
  /** Ends all the rest. Takes no further requests from then on. */
  readonly close: () => Promise<void>;
}

export const createNode = async (deps: NodeDeps): Promise<RunningNode> => {
  const { kept, clock, limits, origin, proxies, founding, damages = NO_DAMAGES, doubts = NO_DOUBTS } = deps;
  const tracing = createTracing((slug) => host.conference(slug) !== null);
  const onFault: OnFault = (fault, about) => deps.onFault(fault, { ...tracing.about(), ...about });
  const host = await createHost({
    store: kept.records,
    hostKey: deps.hostKey,
    origin,
    clock,
    doubts,
    shares: limits,
    onFault: (fault, conference) => onFault(fault, { conference }),
  });
  const post = (await deps.openPost?.(host, createWordings(origin))) ?? null;
  const stopExpiring = daily({ clock, doubts, onFault }, () => {
    kept.sessions.expire(clock.now());
    forgetMarks(kept.sessions.marks, host.conferences(), clock.now());
    kept.drafts.shared.expire(after(clock.now(), -SHARED_KEPT));
    kept.drafts.prepared.expire(after(clock.now(), -PREPARED_LASTS));
  });
  const signIn = createSignIn({ host, sessions: kept.sessions, clock, origin });
  const work = createWork();
  const commonTexts = createCommonTexts(async () => (await import('./solver/solver.ts')).createSolver(), work.turns);
  const search = createSearch({
    host,
    indexes: deps.openIndexes(),
    maker: deps.version,
    ahead: deps.indexesAhead ?? false,
    onFault: (fault, conference) => onFault(fault, { conference }),
  });
  const api = createApi({
    host,
    signIn,
    clock,
    limits,
    founding,
    commonTexts,
    search,
    bundles: createBundles(work),
    config: { origin, proxies, version: deps.version },
    onFault,
  });
  const web = createWeb({
    host,
    signIn,
    clock,
    limits,
    founding,
    commonTexts,
    search,
    work,
    drafts: kept.drafts,
    sessions: kept.sessions,
    post,
    damages,
    copy: deps.copy ?? false,
    documents: loadPress(work),
    offersPdf: isPdfOffered(),
    feeds: loadFeeds(origin),
    calendarKeys: createCalendarKeys(deps.hostKey),
    origin,
    proxies,
    sample: deps.sample,
    onFault,
  });
  api.app.notFound((c) => web.fetch(c.req.raw, c.env));
  /** What is being answered, also where whoever asked has gone. */
  const answering = new Set<Promise<unknown>>();
  const answered = async (answer: Promise<unknown>): Promise<void> => {
    await Promise.allSettled([answer]);
    answering.delete(answer);
  };
  const fetch: RunningNode['fetch'] = (request, connection) => {
    const answer = tracing.within(request.url, () => api.app.fetch(request, connection));
    if (!(answer instanceof Promise)) return answer;
    answering.add(answer);
    void answered(answer);
    return answer;
  };
  const answer = getRequestListener(fetch);
  const entrance = createEntrance(
    (request, response) => {
      const cut = (fault: unknown): void => {
        onFault(fault);
        response.destroy();
      };
      answer(request, response).catch(cut);
    },
    { signIn, proxies, waiting: limits.waiting },
  );
  const watched = createWatched({
    host,
    clock,
    followers: api.followers,
    backlog: post === null ? null : post.outbox.backlog,
    free: deps.free ?? null,
    damaged: damages.count,
  });
  return {
    host,
    signIn,
    routes: api.routes,
    pages: [...new Set(web.routes.filter(({ method }) => method === 'GET').map(({ path }) => path))],
    fetch,
    answer: watching(watched, entrance, { letsIn: tokenGate(deps.metricsToken ?? null), onFault }),
    endEvents: api.close,
    close: async () => {
      stopExpiring();
      await Promise.race([Promise.allSettled(answering), passed(LONGEST_ANSWER)]);
      await post?.close();
      await commonTexts.close();
      await work.close();
      await search.close();
      await host.close();
    },
  };
};

/** How long an answer may take that was begun before the node was closed, in milliseconds; what it needs is closed after that. */
const LONGEST_ANSWER = 10_000;

const passed = async (ms: number): Promise<void> => {
  const { promise, resolve } = Promise.withResolvers<void>();
  setTimeout(resolve, ms).unref();
  await promise;
};

/** The press is loaded when a document is first needed: most starts do without. */
const loadPress = (work: Work): (() => Promise<Documents>) => {
  let press: Promise<Documents> | undefined;
  return () => (press ??= import('./press/documents.ts').then(({ createDocuments }) => createDocuments(work)));
};

/** So are the calendars. */
const loadFeeds = (origin: string): (() => Promise<Feeds>) => {
  let feeds: Promise<Feeds> | undefined;
  const load = async (): Promise<Feeds> => {
    const { createFeeds } = await import('./post/calendar/feed.ts');
    return createFeeds({ origin, wordings: createWordings(origin), organiser: () => null });
  };
  return () => (feeds ??= load());
};
