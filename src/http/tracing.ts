import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { Slug } from '../base/ids.ts';
import type { About } from '../conference/about.ts';

/** Says of whatever happens while a request is answered which request that was. */
export interface Tracing {
  /** Answers within the request; an answer that says that something broke names it in `X-Request-Id`. */
  readonly within: (path: string, answer: () => Response | Promise<Response>) => Response | Promise<Response>;
  /** What is being answered here; nothing outside any request. */
  readonly about: () => About;
}

/** 48 random bits, from a supply that Node draws at once for many. */
const newRequestId = (): string => randomUUID().slice(-12);

const SLUG = /^\/(?:api\/conferences\/)?([a-z0-9-]+)/u;

/** Only what is a conference here is named: whatever else stands in an address is its caller's. */
export const createTracing = (isConference: (slug: Slug) => boolean): Tracing => {
  const asked = new AsyncLocalStorage<About>();
  return {
    about: () => asked.getStore() ?? {},
    within: (path, answer) => {
      const request = newRequestId();
      const slug = SLUG.exec(path)?.[1] as Slug | undefined;
      const about = slug !== undefined && isConference(slug) ? { request, conference: slug } : { request };
      const named = (response: Response): Response => {
        if (response.status >= 500) response.headers.set('x-request-id', request);
        return response;
      };
      const response = asked.run(about, answer);
      return response instanceof Promise ? response.then(named) : named(response);
    },
  };
};
