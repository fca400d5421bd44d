import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, MiddlewareHandler } from 'hono';
import { type Limits, callerAt } from '../conference/limits.ts';
import type { Clock } from '../conference/ports.ts';
import type { WebEnv } from './app.ts';
import { busyPage } from './pages/errors.ts';

/** What one caller may ask of the pages; the limits are shared with the API. */

interface LimitDeps {
  readonly limits: Limits;
  readonly clock: Pick<Clock, 'now'>;
  /** How many proxies of our own stand before this host. */
  readonly proxies: number;
}

/** Signing in and founding try a secret; acts go to the door; all else is reading, the forms on the way to an act too. */
const ATTEMPT = /\/(?:sign-in|found)$/u;
const ACT = /^\/[a-z0-9-]+\/acts$/u;

export const createLimitGuard = ({ limits, clock, proxies }: LimitDeps): MiddlewareHandler<WebEnv> => {
  const limiterFor = (c: Context<WebEnv>) => {
    if (c.req.method !== 'POST') return limits.reads;
    if (ATTEMPT.test(c.req.path)) return limits.attempts;
    return ACT.test(c.req.path) ? limits.actsByAddress : limits.reads;
  };
  return async (c, next) => {
    const wait = limiterFor(c).take(callerOf(c, proxies), clock.now());
    if (wait <= 0) return next();
    c.header('retry-after', `${Math.ceil(wait / 1000)}`);
    return c.html(busyPage(c.var.site()), 429);
  };
};

/** Where there is no connection, as in a test, everyone is one caller. */
const callerOf = (c: Context<WebEnv>, proxies: number): string => {
  const forwarded = proxies > 0 ? c.req.header('x-forwarded-for')?.split(',').at(-proxies)?.trim() : undefined;
  const connected = (c.env as { readonly incoming?: unknown } | undefined)?.incoming !== undefined;
  return callerAt(forwarded ?? (connected ? (getConnInfo(c).remote.address ?? '') : ''));
};
