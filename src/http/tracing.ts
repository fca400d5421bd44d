import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import type { Slug } from '../base/ids.ts';
import type { About } from '../conference/about.ts';

/** Says of whatever happens while a request is answered which request that was. */
export interface Tracing {
  /** Answers the request for `url` within it; an answer that says that something broke names it in `X-Request-Id`. */
  readonly within: (url: string, answer: () => Response | Promise<Response>) => Response | Promise<Response>;
  /** What is being answered here; nothing outside any request. */
  readonly about: () => About;
}

const SLUG = /^\/(?:api\/conferences\/)?([a-z0-9-]+)/u;

/** Only what is a conference here is named: whatever else stands in an address is its caller's. Nearly no request is ever asked for, so it is named when it is. */
export const createTracing = (isConference: (slug: Slug) => boolean): Tracing => {
  const asked = new AsyncLocalStorage<() => About>();
  const aboutOf = (url: string): About & { readonly request: string } => {
    const request = randomBytes(6).toString('hex');
    const slug = SLUG.exec(new URL(url).pathname)?.[1] as Slug | undefined;
    return slug !== undefined && isConference(slug) ? { request, conference: slug } : { request };
  };
  return {
    about: () => asked.getStore()?.() ?? {},
    within: (url, answer) => {
      let known: ReturnType<typeof aboutOf> | undefined;
      const about = () => (known ??= aboutOf(url));
      const named = (response: Response): Response => {
        if (response.status >= 500) response.headers.set('x-request-id', about().request);
        return response;
      };
      const response = asked.run(about, answer);
      return response instanceof Promise ? response.then(named) : named(response);
    },
  };
};
