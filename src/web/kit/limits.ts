import type { MiddlewareHandler } from 'hono';
import type { Limiter, Limits } from '../../conference/door/limits.ts';
import type { Clock } from '../../conference/ports.ts';
import { callerOf } from '../../http/caller.ts';
import type { Html } from '../../markup/html.ts';
import type { WebEnv } from './env.ts';
import { compareHere } from './compare/comparing.ts';
import { type PageLanguage, chooseLanguage, messagesIn } from '../messages/index.ts';
import { busyPage } from './errors.ts';
import { sendPage } from './send-page.ts';

/** What one caller may ask of the pages, asked before anything else is done for a request; the limits are shared with the API. */

interface LimitDeps {
  readonly limits: Limits;
  readonly clock: Pick<Clock, 'now'>;
  /** How many proxies of our own stand before this host. */
  readonly proxies: number;
  /** The public address. */
  readonly origin: string;
}

/** Signing in and founding try a secret; acts go to the door; all else is reading, the forms on the way to an act too. */
const ATTEMPT = /^\/(?:[a-z0-9-]+\/sign-in|found\/submit)$/u;
const ACT = /^\/[a-z0-9-]+\/acts$/u;
const FILE = /^\/assets\//u;

const limiterFor = (limits: Limits, method: string, path: string): Limiter => {
  if (FILE.test(path)) return limits.files;
  if (method !== 'POST') return limits.reads;
  if (ATTEMPT.test(path)) return limits.attempts;
  return ACT.test(path) ? limits.actsByAddress : limits.reads;
};

export const createLimitGuard = ({ limits, clock, proxies, origin }: LimitDeps): MiddlewareHandler<WebEnv> => {
  // Whoever is told to wait costs no more than the telling.
  const pages = new Map<PageLanguage, Html>();
  const pageIn = (language: PageLanguage): Html => {
    const url = new URL('/', origin);
    const made =
      pages.get(language) ??
      busyPage({
        t: messagesIn(language),
        language,
        now: clock.now(),
        url,
        sent: false,
        origin,
        comparing: compareHere(language),
        copy: false,
      });
    pages.set(language, made);
    return made;
  };
  return async (c, next) => {
    const wait = limiterFor(limits, c.req.method, c.req.path).take(callerOf(c, proxies), clock.now());
    if (wait <= 0) return next();
    c.header('retry-after', `${Math.ceil(wait / 1000)}`);
    return sendPage(c, pageIn(chooseLanguage(undefined, c.req.header('accept-language'))), 429);
  };
};
