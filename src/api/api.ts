import { type Context, Hono } from 'hono';
import { actRoutes, tooMany } from './acts.ts';
import { whyNotKept } from '../conference/not-kept.ts';
import { callerOf } from '../http/caller.ts';
import { answerText } from './asking.ts';
import { commonTextRoutes } from './common-text.ts';
import { eventRoutes } from './events.ts';
import { fileRoutes } from './files.ts';
import { foundingRoutes } from './founding.ts';
import { createLive } from './live.ts';
import { logRoutes } from './log.ts';
import { openapi } from './openapi.ts';
import { Halt, halt, notFound, ofDelay, problem, problemResponse } from './problem.ts';
import { readRoutes } from './reads.ts';
import { publicRecordRoutes } from './public-record.ts';
import { recordRoutes } from './record.ts';
import { type ApiDeps, type Route, patternOf } from './route.ts';
import { searchRoutes } from './search.ts';
import { sessionRoutes } from './sessions.ts';
import { z } from 'zod';

export interface Api {
  /** Answers below `/api/` and `/{slug}/log/`, and leaves every other path alone. */
  readonly app: Hono;
  /** What the description of the API is made of. */
  readonly routes: readonly Route[];
  /** How many listen to live events. */
  readonly followers: () => number;
  /** Ends the live events. */
  readonly close: () => void;
}

export const createApi = (deps: ApiDeps): Api => {
  const live = createLive(deps);
  const routes: readonly Route[] = [
    ...actRoutes,
    ...foundingRoutes,
    ...readRoutes,
    ...searchRoutes,
    ...commonTextRoutes,
    ...fileRoutes,
    ...recordRoutes,
    ...publicRecordRoutes(),
    ...eventRoutes(live),
    ...sessionRoutes,
    ...logRoutes,
    descriptionRoute(() => description()),
  ];
  // Made when it is first asked for: a start does not wait for it.
  let made: string | null = null;
  const description = (): string => (made ??= JSON.stringify(openapi(routes, deps.config)));

  const app = new Hono();
  for (const route of routes) app.on(route.method.toUpperCase(), patternOf(route), (c) => answer(c, route, deps));
  for (const [pattern, methods] of methodsByPattern(routes)) {
    app.all(pattern, (c) => answer(c, { limit: 'reads', handle: () => notAllowed(methods) }, deps));
  }
  app.all('/api/*', (c) => answer(c, { limit: 'reads', handle: () => halt(notFound()) }, deps));
  return { app, routes, followers: live.followers, close: live.close };
};

const FAULT = problem(
  500,
  'fault',
  'Something broke here. If you sent an act, send the same one again: the record takes it once.',
);

const notAllowed = (methods: readonly string[]): never =>
  halt(problem(405, 'method', 'This resource does not have that method.'), { allow: methods.join(', ') });

/** The limit comes first, whatever is asked for and whether there is such a thing. */
const answer = async (c: Context, route: Pick<Route, 'limit' | 'handle'>, deps: ApiDeps): Promise<Response> => {
  try {
    tooMany(deps.limits[route.limit].take(callerOf(c, deps.config.proxies), deps.clock.now()));
    return await route.handle(c, deps);
  } catch (fault) {
    const halted = fault instanceof Halt ? fault : ofDelay(fault);
    // A disk that takes nothing is for whoever runs the node to hear of, too.
    if (halted === null || whyNotKept(fault) !== null) deps.onFault(fault);
    return halted === null ? problemResponse(FAULT) : problemResponse(halted.problem, halted.headers);
  }
};

const methodsByPattern = (routes: readonly Route[]): ReadonlyMap<string, readonly string[]> => {
  const methods = new Map<string, string[]>();
  for (const route of routes) {
    const pattern = patternOf(route);
    const names = route.method === 'get' ? ['GET', 'HEAD'] : [route.method.toUpperCase()];
    methods.set(pattern, [...(methods.get(pattern) ?? []), ...names]);
  }
  return methods;
};

const descriptionRoute = (description: () => string): Route => ({
  method: 'get',
  path: '/api/openapi.json',
  id: 'getDescription',
  summary: 'This description.',
  tag: 'service',
  limit: 'reads',
  answers: {
    200: { says: 'OpenAPI 3.1.', schema: z.looseObject({}) },
    304: { says: 'As the caller has it.', type: null },
  },
  problems: [],
  handle: (c) => answerText(c, description(), 'application/json', 'to-all'),
});
